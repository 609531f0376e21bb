"""What the person at the terminal answers when something is to be taught."""

import io

import pytest

from assist_bot.cli.pointing import AtTheWindow
from assist_bot.cli.terminal import Terminal


def types(monkeypatch: pytest.MonkeyPatch, text: str) -> AtTheWindow:
    """Sit somebody at a terminal who types this."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    return AtTheWindow(Terminal())


@pytest.mark.parametrize(("text", "will"), [("\n", True), ("STOP\n", False), ("no\n", False), ("", False)])
def test_enter_is_the_only_yes_to_pointing(monkeypatch: pytest.MonkeyPatch, text: str, *, will: bool) -> None:
    """Where nobody answers, nobody points."""
    assert types(monkeypatch, text).will_point('the button "Save Draft"') is will


@pytest.mark.parametrize(("text", "agrees"), [("y\n", True), ("Yes\n", True), ("\n", False), ("", False)])
def test_a_name_is_confirmed_with_a_yes(monkeypatch: pytest.MonkeyPatch, text: str, *, agrees: bool) -> None:
    """Just Enter is none."""
    assert types(monkeypatch, text).confirms("Edit", "Amend") is agrees


@pytest.mark.parametrize(
    ("text", "agrees"), [("keep  as draft\n", True), ("yes\n", False), ("KEEP\n", False), ("", False)]
)
def test_what_saves_is_confirmed_with_its_own_words(
    monkeypatch: pytest.MonkeyPatch, text: str, *, agrees: bool
) -> None:
    """Typed as they stand on the page, whatever the capitals."""
    assert types(monkeypatch, text).confirms_by_typing("Save Draft", "KEEP AS DRAFT") is agrees
