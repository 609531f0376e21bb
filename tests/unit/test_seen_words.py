"""What the portal has shown is remembered by word, name and day, and by nothing else."""

import json
from datetime import date
from pathlib import Path

import pytest

from assist_bot.portal.seen_words import never_seen, remember_seen, seen_words
from assist_bot.portal.words import package_names

FIRST, LATER = date(2026, 11, 27), date(2026, 12, 17)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Name the file in the state folder; it is not there yet."""
    return tmp_path / "seen_words.json"


def test_words_are_remembered_with_the_day_on_which_they_were_last_seen(file: Path) -> None:
    """However they are written."""
    remember_seen(file, [("My Sites", "my sites"), ("Cart", "TROLI")], FIRST)
    remember_seen(file, [("My Sites", "My Sites"), ("My Sites", "laman saya")], LATER)
    assert seen_words(file) == {
        "cart": {"troli": "2026-11-27"},
        "my sites": {"my sites": "2026-12-17", "laman saya": "2026-12-17"},
    }


def test_nothing_but_known_words_is_remembered(file: Path) -> None:
    """No employee, no ACR, no bank, and no name of a person's own."""
    found = [("SITI AMINAH", "siti aminah"), ("ACR112660152700", "acr112660152700"), ("My Sites", "mine")]
    remember_seen(file, found, FIRST)
    assert json.loads(file.read_text("utf-8")) == {}


def test_assumed_names_that_were_never_seen_are_listed(file: Path) -> None:
    """All of them at first; then those that are left. A Malay name is no proof of the English one."""
    assumed = [each for each in package_names() if each.evidence == "A"]
    assert never_seen(file) == assumed
    assert "My Sites" not in {each.name for each in assumed}
    remember_seen(file, [("Cart", "troli"), ("Cart", "cart")], FIRST)
    left = never_seen(file)
    assert [each for each in assumed if each not in left] == [each for each in assumed if each.word == "Cart"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cart": 1}', '{"cart": ["troli"]}'])
def test_a_damaged_file_is_begun_anew(file: Path, text: str) -> None:
    """What was seen will be seen again."""
    file.write_text(text, "utf-8")
    assert seen_words(file) == {}
    remember_seen(file, [("Cart", "cart")], FIRST)
    assert seen_words(file) == {"cart": {"cart": "2026-11-27"}}


def test_where_it_cannot_be_written_no_run_ends_of_it(tmp_path: Path) -> None:
    """The folder is gone."""
    remember_seen(tmp_path / "gone" / "seen_words.json", [("Cart", "cart")], FIRST)
