"""What SECURITY.md promises is held by tests that exist."""

import ast
import re
from pathlib import Path

PROJECT = Path(__file__).parents[1]
TEXT = (PROJECT / "SECURITY.md").read_text("utf-8")
TESTS = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", TEXT)
WITHOUT_PROMISES = ("## What is not protected", "## When you find a fault")


def test_every_test_that_is_named_is_there() -> None:
    """And is found where it is said to stand."""
    assert TESTS
    for file, name in TESTS:
        tree = ast.parse((PROJECT / file).read_text("utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, (
            f"{file}::{name}"
        )


def test_every_promise_names_its_test() -> None:
    """Each point of a list, but for those that say what is not protected."""
    for section in re.split(r"^(?=## )", TEXT, flags=re.MULTILINE)[1:]:
        if section.startswith(WITHOUT_PROMISES):
            continue
        for promise in re.findall(r"^- (?:.+\n)(?:  .+\n)*", section, re.MULTILINE):
            assert re.search(r"`tests/\S+::test_\w+`", promise), promise
