"""The portal's words: every name with its evidence, every word that is used, and no name that could mean two things."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist_bot.portal.english import EN
from assist_bot.portal.portal import BLANK
from assist_bot.portal.words import ASSUMED, MESSAGE, fold, package_lists, package_names, words
from fixtures.mock_portal.language import MALAY
from flows.figures import AMOUNT, ANYTHING, NUMBER

PROJECT = Path(__file__).parents[2]
NO_WORDS = {
    "": "nothing",
    "0.00": "an amount",
    AMOUNT: "how a value looks",
    NUMBER: "how a value looks",
    ANYTHING: "how a value looks",
    "acr": "how far to go",
    "draft": "how far to go",
    "receipt": "how far to go",
    "nothing": "how far a month has come",
    "no payment": "what the person is told",
    "without --dry-run": "what the person is told",
    "the registration": "what the person is told",
    "reference": "what the journal calls it",
    "employer code": "what the journal calls it",
    "Another security phrase": "a picture's title",
    "The cart": "what the person is told",
    "The page of the bank list": "what the person is told",
    "The payment list": "what the person is told",
    "The payment summary": "what the person is told",
    "The summary": "what the person is told",
    "the question before CONFIRM named another amount": "what the record says",
    "-": "an empty place",
    "*•": "what hides a number",
    "Home": "what the tour calls a page",
    "Log in": "what the tour calls a page",
    "registration is not complete": "what the person is told",
    "The portal asks for the first visit, whose next step would be saved, so the tour ends here.": (
        "what the person is told"
    ),
    **dict.fromkeys(
        ("choice", "column", "field", "file", "lines", "section", "tick", "value", "words"), "a kind"
    ),
    "button": "a kind of control",
    "fclb": "part of a payable's kind",
    "faedah": "part of a payable's kind",
    "interest": "part of a payable's kind",
    "successful registration": "part of a letter's name",
}
"""Texts in the flows that are no words of the portal."""
QUIET = {
    "warn",
    "fact",
    "chapter",
    "keep",
    "keep_for_good",
    "removeprefix",
    "startswith",
    "split",
    "replace",
    "join",
    "say",
    "mark",
}
"""What is called with texts that are no words of the portal."""
SAME_THING = {"kod majikan", "peti tugasan", "task inbox", "jenis bayaran"}
"""Names of two words that are only read, and where both stand for the same thing."""


def texts_in(node: ast.AST) -> Iterator[str]:
    """Give the texts in a piece of a flow that are not made for the person: no docstrings, errors, sentences."""
    if isinstance(node, ast.JoinedStr | ast.Raise):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in QUIET or name[:1].isupper():
            return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from texts_in(child)


def used_in_flows() -> set[str]:
    """Give every word of the portal that stands in a flow, and those of the portal's own verbs."""
    files = (PROJECT / "flows").glob("*.py")
    texts = {text for file in files for text in texts_in(ast.parse(file.read_text("utf-8")))}
    texts |= {BLANK, EN}
    return {
        text for text in texts if text not in NO_WORDS and "1-300-22-8000" not in text and len(text) < 100
    }


def pressed_to_save() -> set[str]:
    """Give the words that flows save, submit or pay with, folded."""
    verbs = ("save", "hand_over", "click_once")
    calls = [
        node
        for file in (PROJECT / "flows").glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in verbs
    ]
    return {
        fold(word.value)
        for call in calls
        for word in call.args[:2]
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    }


def test_every_word_of_the_flows_is_in_the_list() -> None:
    """A census of the texts in the flows: each is in words.toml, or is named here as no word of the portal."""
    listed = {fold(word) for word in package_lists()}
    missing = {text for text in used_in_flows() if fold(text) not in listed}
    assert not missing


def test_the_list_has_no_word_that_nothing_uses() -> None:
    """What stands in words.toml is used by a flow, by the portal's verbs or by the profile."""
    code = [
        path.read_text("utf-8")
        for folder in ("flows", "assist_bot")
        for path in (PROJECT / folder).rglob("*.py")
    ]
    used = fold(" ".join(code).replace("\\'", "'"))
    unused = {word for word in package_lists() if not word.startswith(MESSAGE) and fold(word) not in used}
    assert not unused


def test_every_name_has_its_evidence() -> None:
    """One of the four letters, for the word itself and for each other name."""
    assert {each.evidence for each in package_names()} <= set("GRVA")
    for word, entry in package_lists().items():
        assert set(entry) <= {"evidence", "english", "malay", "saves"}, word


def test_what_saves_is_marked_as_such() -> None:
    """Exactly the words with which a flow saves, submits, pays or logs in."""
    known = words()
    assert {fold(word) for word in package_lists() if known.saves(word)} == pressed_to_save()


def test_no_name_is_a_name_of_two_words() -> None:
    """So nothing is pressed, filled in or read that was meant otherwise; least of all what saves."""
    known = words()
    names = Counter(
        name for word in package_lists() if not word.startswith(MESSAGE) for name in known.names(word)
    )
    shared = {name for name, times in names.items() if times > 1}
    assert shared == SAME_THING
    assert not any(known.saves(word) for name in shared for word in known.called(name))


@pytest.mark.parametrize("word", [word for word in package_lists() if words().saves(word)])
def test_what_saves_has_no_name_of_anything_else_on_the_portal(word: str) -> None:
    """CANCEL, ADD EMPLOYEE, PRINT ACR: also of what no flow presses, in either language."""
    others = [each for pair in MALAY.items() if fold(word) not in map(fold, pair) for each in pair]
    assert not {*words().names(word)} & {*map(fold, others)}


def test_the_words_are_what_the_practice_portal_shows() -> None:
    """Its Malay edition calls each word by one of its Malay names."""
    known = words()
    for word, malay in MALAY.items():
        if known.called(word):
            assert known.called(malay) >= known.called(word), f"{word}: {malay}"


def test_the_practice_portal_lists_the_same_assumed_words() -> None:
    """Its README tells what is to be corrected after the first look at the live portal: the names marked A."""
    readme = (PROJECT / "fixtures" / "mock_portal" / "README.md").read_text("utf-8")
    block = readme.partition("<!-- assumed words -->")[2].partition("<!-- end of assumed words -->")[0]
    lists = [" ".join(each.split()) for each in block.split("\n- ")[1:]]
    told = dict(each.split(": ", 1) for each in lists)
    assumed: dict[str, list[str]] = {}
    for each in package_names():
        if each.evidence == ASSUMED:
            kind = each.language.capitalize() if each.name != each.word else "Words"
            assumed.setdefault(kind, []).append(
                each.name if each.name == each.word else f"{each.word} = {each.name}"
            )
    assert {kind: line.split(" · ") for kind, line in told.items()} == assumed


def test_a_word_that_is_not_listed_has_itself_as_its_name() -> None:
    """A bank, a city, an employee's name."""
    assert words().names(" Maybank2U * ") == ("maybank2u",)
    assert words().malay_names("Maybank2U") == ()


def test_what_is_malay_is_told_apart() -> None:
    """Words that are called the same in both languages are not Malay."""
    assert words().malay_names("My Sites") == ("laman saya",)
    assert words().malay_names("Bank") == ()
