import json
import stat
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from assist_bot import review
from assist_bot.errors import MachineError
from assist_bot.journal import Journal
from assist_bot.outcome import LineResult, Outcome, Problem, Result

ATTACKS = [
    "<script>window.owned = 1</script>",
    '"><img src=x onerror="window.owned=1">',
    "'><svg onload='window.owned=1'>",
    "</style></title><script>window.owned=1</script>",
    "<a href='javascript:window.owned=1'>press</a>",
    "<iframe src='http://127.0.0.1:9/'></iframe><link rel=stylesheet href='http://127.0.0.1:9/x'>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
    "{{ 7 * 7 }}{% for x in () %}",
]

_NOTHING = Decimal(0)

kinds = st.sampled_from(
    [
        "began",
        "chapter",
        "step",
        "step_ended",
        "picture",
        "fact",
        "not_done",
        "warning",
        "turned_away",
        "document",
        "outcome",
        "odd",
    ]
)
names = st.sampled_from(
    [
        "number",
        "verb",
        "words",
        "section",
        "saves",
        "seconds",
        "ended",
        "value",
        "notes",
        "host",
        "kinds",
        "times",
        "file",
        "step",
        "result",
        "rehearsal",
        "title",
        "name",
        "what",
        "text",
        "time",
        "outcome",
        "lines",
        "problems",
        "letters",
        "total",
    ]
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["../x", "a\x00b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=6,
)
hostile_events = st.builds(
    lambda kind, rest: {**rest, "event": kind}, kinds, st.dictionaries(names, json_values, max_size=8)
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_the_portal_says_is_only_shown(
    page: Page, begin: Callable[..., Journal], picture: bytes, attack: str
) -> None:
    """A hostile title or message runs nothing, loads nothing, and stands there letter for letter."""
    journal = begin()
    journal.chapter(attack)
    with journal.step(attack, attack, section=attack, at=attack) as step:
        step.value(attack)
        step.read_back(attack + " ")
        step.note(attack)
        journal.photograph(picture, attack)
    journal.fact(attack, attack)
    journal.not_done(attack, attack)
    journal.warn(attack)
    journal.turned_away(attack, [attack], 3)
    journal.keep(attack, b"")
    line = LineResult(attack, *[_NOTHING] * 5)
    problems = (Problem(attack, attack, attack),)
    journal.end(
        Result(Outcome.PORTAL, attack, acr=attack, letters=(attack,), lines=(line,), problems=problems)
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(review.write(journal.folder).as_uri())
    expect(page.locator("header .message")).to_have_text(attack)
    expect(page.locator("#step-1 .note")).to_have_text(attack)
    expect(page.get_by_role("heading", level=3)).to_have_text(attack)
    assert page.evaluate("window.owned") is None
    assert page.locator("script, iframe, svg, link, object").count() == 0
    assert all(url.startswith(("file:", "data:image/png")) for url in asked)


def test_the_content_policy_forbids_scripts_and_loading(page: Page, dry_run: Path) -> None:
    """Even what somebody wrote into the finished page by hand does not run."""
    text = dry_run.read_text("utf-8")
    dry_run.write_text(text.replace("<main>", "<main><script>window.owned=1</script>"), encoding="utf-8")
    page.goto(dry_run.as_uri())
    assert page.evaluate("window.owned") is None


def test_the_page_complains_about_nothing(page: Page, dry_run: Path) -> None:
    """Its own style is allowed by its own policy."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(dry_run.as_uri())
    assert complaints == []
    assert page.evaluate("getComputedStyle(document.querySelector('header')).borderLeftWidth") == "8px"


def test_marks_that_turn_the_writing_round_are_shown_as_unknown(
    page: Page, begin: Callable[..., Journal]
) -> None:
    """RM18.70 must not read RM07.81."""
    journal = begin()
    journal.end(Result(Outcome.DONE, "RM\N{RIGHT-TO-LEFT OVERRIDE}18.70\x1b[2J"))
    page.goto(review.write(journal.folder).as_uri())
    expect(page.locator("header .message")).to_have_text(
        "RM\N{REPLACEMENT CHARACTER}18.70\N{REPLACEMENT CHARACTER}[2J"
    )


@pytest.mark.parametrize(
    "file", ["../secret.png", "/etc/hostname", "secret-link.png", "not-a-picture.png", "a\x00b"]
)
def test_a_journal_cannot_pull_other_files_into_the_page(begin: Callable[..., Journal], file: str) -> None:
    """Only pictures of the run's own folder are embedded."""
    journal = begin()
    secret = b"\x89PNG\r\n\x1a\nsecret"
    (journal.folder.parent / "secret.png").write_bytes(secret)
    (journal.folder / "secret-link.png").symlink_to(journal.folder.parent / "secret.png")
    (journal.folder / "not-a-picture.png").write_bytes(b"<svg onload=alert(1)>")
    _add(journal.folder, {"event": "picture", "file": file, "title": "Taken", "step": 0})
    text = review.write(journal.folder).read_text("utf-8")
    assert "data:image/png" not in text
    assert "this picture is missing" in text


@settings(max_examples=150, deadline=None)
@given(st.lists(hostile_events, max_size=12))
def test_any_journal_becomes_a_page(events: list[dict[str, Any]]) -> None:
    """Whatever the lines hold; what makes no sense is counted and passed over."""
    with TemporaryDirectory() as folder:
        _add(Path(folder), *events)
        page = review.write(Path(folder))
        assert page.read_text("utf-8").rstrip().endswith("</html>")


@given(st.binary(max_size=400))
def test_any_bytes_become_a_page(data: bytes) -> None:
    """A damaged journal is still told as far as it goes."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "journal.jsonl").write_bytes(data)
        assert review.write(Path(folder)).exists()


def test_without_a_journal_there_is_a_clear_error(tmp_path: Path) -> None:
    """It says what is the matter, and leaves no half page."""
    with pytest.raises(MachineError, match="review of this run cannot be written"):
        review.write(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_reads_the_review(dry_run: Path) -> None:
    """It shows a household's papers."""
    assert stat.S_IMODE(dry_run.stat().st_mode) == 0o600


def _add(folder: Path, *events: dict[str, Any]) -> None:
    with (folder / "journal.jsonl").open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(event) + "\n" for event in events)
