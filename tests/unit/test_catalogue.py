"""Every sentence for the person is collected, and translated as it stands."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from assist_bot.language import CATALOGUES, HELP_LINE

PROJECT = Path(__file__).parents[2]
TRANSLATED = CATALOGUES / "ms" / "LC_MESSAGES" / "assist_bot.po"
COLLECTED = {"say": None, "mark": None}
"""The calls whose text is collected, as `make catalogue` does it."""
ENGLISH_YET = {
    "assist_bot/cli/exporting.py": "the record as a table, in the words of the record",
    "assist_bot/logs.py": "the log, for whoever mends the program",
    "assist_bot/portal/bundle.py": "made to be sent to whoever mends the program",
    "assist_bot/portal/stopped.py": "its notes stand in what is sent to whoever mends the program",
    "assist_bot/proof/cover.py": "the cover is for an office that reads English",
    "assist_bot/proof/months.py": "its sentences stand on that cover",
    "assist_bot/profile/publishing.py": "the profile's form, for editors",
}
"""Modules with sentences that stay in English, and why. This list may only shrink."""
AS_IT_IS = re.compile(
    r"`[^`]+`|--[a-z][a-z-]+|\b[A-Z]{2}[A-Z_]{2,}\b|\"[A-Z][^\"{}]+\"|\[[a-z.]+\]|\b\w+_\w+\b"
)
"""What a person types, presses or looks for: commands, options, the portal's own words, keys of the profile."""
TRANSLATED_TOO = {
    *("[rehearsal]", "SOCSO", "WARNING", "PROBLEM", "MISSING", "AMBIGUOUS"),
    *("LATE", "EXPIRED", "WRONG", "DOUBT"),
}


def catalogue(file: Path) -> Catalog:
    """Read a catalogue."""
    with file.open("rb") as opened:
        return read_po(opened)


def sources() -> Iterator[Path]:
    """Give every module and template of the program."""
    for folder in ("assist_bot", "flows"):
        yield from (PROJECT / folder).rglob("*.py")
    yield from (PROJECT / "assist_bot" / "templates").glob("*.j2")


@cache
def nodes_in(file: Path) -> list[ast.AST]:
    """Give all that a module is made of; nothing of a template, or where no file is."""
    return (
        list(ast.walk(ast.parse(file.read_text("utf-8")))) if file.suffix == ".py" and file.exists() else []
    )


def sentences_in(file: Path) -> set[str]:
    """Give the sentences that are collected from a file."""
    if file.suffix == ".py":
        return {str(text.value) for text in said_in(file) if isinstance(text, ast.Constant)}
    return {str(found[1]) for found in extract_from_file("jinja2", file, keywords=COLLECTED)}


def said_in(file: Path) -> Iterator[ast.expr]:
    """Give what stands first in each `say(...)` and `mark(...)` of a module."""
    for node in nodes_in(file):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in COLLECTED and node.args:
            yield node.args[0]


def names_in(sentence: str) -> set[str]:
    """Give the {names} of a sentence, each as it is written into it."""
    parts = Formatter().parse(sentence)
    return {f"{name}!{conversion}:{form}" for _, name, form, conversion in parts if name is not None}


TEMPLATE = catalogue(CATALOGUES / "assist_bot.pot")
MALAY = {str(each.id): each for each in catalogue(TRANSLATED) if each.id}


def test_every_sentence_is_collected() -> None:
    """What stands in the source stands in the catalogue, and nothing else; `make catalogue` renews it."""
    told = {sentence for file in sources() for sentence in sentences_in(file)}
    collected = {str(each.id) for each in TEMPLATE if each.id}
    assert told - collected == set()
    assert collected - told == set()


def test_what_is_said_is_written_out() -> None:
    """A sentence that is put together first cannot be collected."""
    others = [
        f"{file.relative_to(PROJECT)}:{text.lineno}"
        for file in sources()
        if file.name != "language.py"
        for text in said_in(file)
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
    assert others == []


def test_every_sentence_has_its_translation() -> None:
    """None is missing, and none is a guess by likeness."""
    assert set(MALAY) == {str(each.id) for each in TEMPLATE if each.id}
    assert [sentence for sentence, each in MALAY.items() if not each.string or each.fuzzy] == []


def test_a_translation_has_the_names_of_its_sentence() -> None:
    """No amount and no month is lost, and none is asked for that is not given."""
    differ = [
        sentence for sentence, each in MALAY.items() if names_in(sentence) != names_in(str(each.string))
    ]
    assert differ == []


def test_what_is_typed_pressed_or_looked_for_stays_as_it_is() -> None:
    """Commands, options, keys of the profile and the portal's own words are not translated."""
    changed = [
        (sentence, word)
        for sentence, each in MALAY.items()
        for word in set(AS_IT_IS.findall(sentence)) - TRANSLATED_TOO
        if word not in str(each.string)
    ]
    assert changed == []


def test_spaces_at_the_ends_stay() -> None:
    """Some sentences are appended to others."""

    def ends(text: str) -> tuple[int, int]:
        return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())

    assert [sentence for sentence, each in MALAY.items() if ends(sentence) != ends(str(each.string))] == []


def test_the_catalogue_says_that_nobody_has_reviewed_it() -> None:
    """Until somebody does, and writes a name."""
    assert "UNREVIEWED" in catalogue(TRANSLATED).header_comment
    assert "unreviewed" in catalogue(TRANSLATED).last_translator


def test_every_ending_speaks_the_language() -> None:
    """The fact and the remedy of an error are not written in English alone."""
    endings = set(
        re.findall(r"^class (\w+)\(", (PROJECT / "assist_bot" / "errors.py").read_text("utf-8"), re.MULTILINE)
    )

    def is_bare(text: ast.expr) -> bool:
        parts = text.values if isinstance(text, ast.JoinedStr) else [text]
        return any(
            isinstance(part, ast.Constant) and re.search("[A-Za-z] |[a-z]{3}", str(part.value))
            for part in parts
        )

    bare = [
        f"{file.relative_to(PROJECT)}:{node.lineno}"
        for file in sources()
        for node in nodes_in(file)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {*endings, "Problem"}
        for text in (node.args[1:2] if getattr(node.func, "id", "") == "Problem" else node.args[:2])
        if is_bare(text)
    ]
    assert bare == []


@pytest.mark.parametrize("module", ENGLISH_YET)
def test_what_stays_in_english_is_named(module: str) -> None:
    """The list names modules that are there, and of which nothing is translated."""
    assert sentences_in(PROJECT / module) == set()


def test_the_help_line_stands_in_one_place() -> None:
    """A new number is written once."""
    files = [file for file in sources() if HELP_LINE in file.read_text("utf-8")]
    assert files == [PROJECT / "assist_bot" / "language.py"]


DEAD_ENDS = (
    'The portal says: "{locked}"',
    'The portal shows "{shown}" as its security phrase, not the one in the profile.',
    '{page} is about another employer than yours: it shows "{other}" and not "{ours}".',
    "For {month} the portal shows {shown}.",
    "For {month} the portal shows {acr}, but {entry_acr} was submitted from here.",
    "For {month} the portal asks for {total}, but {total_2} was sent.",
    "For {month} the ledger has {sent} as {state}{paid}, but the portal {shows}.",
    "For {month} {known} was submitted, but {acr} over {total} was about to be paid.",
    "The portal does not offer {month}; it offers {offered}.",
    "{name} stands in {count} of the portal's rows for {month}, not in one.",
    'The portal knows the passport number of {name} as "{name_2}".',
    "{acr} over {total} waits for payment; we expect {expected}.",
    "{acr} was paid {count} times, as {history} shows it: {payments}.",
    "The receipt {number} does not match: {wrong}.",
    "The record does not say for whom {which} for {name} paid; nothing was begun.",
)
"""What ends a run, is no doubt and no closed portal, and still takes SOCSO to be mended."""


def remedies() -> Iterator[tuple[str, str]]:
    """Give the fact and the remedy of every ending, constants put in their place."""
    constants: dict[str, str] = {}
    calls: list[tuple[str, ast.expr]] = []
    for file in sources():
        for node in nodes_in(file):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                value = ast.unparse(node.value)
                if value.startswith("mark("):
                    constants[f"say_marked({node.targets[0].id})"] = value
            if isinstance(node, ast.Call) and len(node.args) > 1:
                calls.append((ast.unparse(node.args[0]), node.args[1]))
    for fact, remedy in calls:
        text = ast.unparse(remedy)
        yield fact, text + "".join(value for name, value in constants.items() if name in text)


def test_dead_ends_name_the_help_line() -> None:
    """A lost answer and a closed portal do by themselves; these do in their own words."""
    told = list(remedies())
    for end in DEAD_ENDS:
        found = [remedy for fact, remedy in told if repr(end) in fact]
        assert found, end
        assert [remedy for remedy in found if "{help_line}" not in remedy] == [], end


def marked_in(file: Path) -> set[str]:
    """Give the constants of a module that hold a marked sentence: not a word or a name."""
    return {
        node.targets[0].id
        for node in nodes_in(file)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        if re.match(r"mark\(.*[.}]['\"]\)$", ast.unparse(node.value))
    }


def known_in(file: Path) -> set[str]:
    """Give the marked constants that a module knows, of its own and imported."""
    imported = {
        alias.name
        for node in nodes_in(file)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
        if alias.name in marked_in(PROJECT / (node.module.replace(".", "/") + ".py"))
    }
    return marked_in(file) | imported


def test_a_marked_sentence_is_said_where_it_is_shown() -> None:
    """A constant holds English, and would be shown as it is."""
    shown = [
        f"{file.relative_to(PROJECT)}: {name}"
        for file in sources()
        for name in known_in(file)
        if any(
            isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
            for node in nodes_in(file)
        )
        if not re.search(rf"say_marked\([^\n]*\b{name}\b", file.read_text("utf-8"))
    ]
    assert shown == []
