"""A person's own words: read, added to, and never allowed to make what saves mean something else."""

from datetime import date
from pathlib import Path

import pytest

from assist_bot.errors import ProfileError
from assist_bot.portal.own_words import add_name, read_own_words
from assist_bot.portal.words import words

TODAY = date(2026, 11, 27)


def names_in(file: Path, word: str) -> tuple[str, ...]:
    """Give all the names that a run would look for."""
    return words(read_own_words(file)).names(word)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Name the file in the config folder; it is not there yet."""
    return tmp_path / "words.toml"


def test_without_a_file_there_are_only_the_known_names(file: Path) -> None:
    """Nobody has to have one."""
    assert names_in(file, "My Sites") == words().names("My Sites")


def test_what_is_written_by_hand_counts(file: Path) -> None:
    """A word is found in whatever letter case it is written, and has the new names last."""
    file.write_text('["my sites"]\nenglish = ["Sites"]\nmalay = ["Tapak Saya"]\n', "utf-8")
    known = words(read_own_words(file))
    assert known.names("My Sites") == ("my sites", "laman saya", "sites", "tapak saya")
    assert known.malay_names("My Sites") == ("laman saya", "tapak saya")


def test_a_name_is_added_and_the_file_is_the_owners_alone(file: Path) -> None:
    """With the day; a second time changes nothing."""
    add_name(file, "My Sites", "Sites", "english", day=TODAY)
    once = file.read_text("utf-8")
    add_name(file, "MY SITES", "sites", "english", day=date(2027, 1, 1))
    assert file.read_text("utf-8") == once
    assert file.stat().st_mode & 0o777 == 0o600
    assert names_in(file, "My Sites")[-1] == "sites"
    assert read_own_words(file)["My Sites"]["added"] == {"Sites": {"day": TODAY}}


def test_what_stands_in_the_file_stays(file: Path) -> None:
    """Names, comments and other words; names of both languages side by side."""
    written = '# mine\n["My Sites"]\nenglish = ["Sites"]  # seen in May\n\n["Cart"]\nenglish = ["Basket"]\n'
    file.write_text(written, "utf-8")
    add_name(file, "my sites", "My Pages", "english", day=TODAY)
    add_name(file, "Cart", "Bakul", "malay", day=TODAY)
    add_name(file, "Edit", 'Change "it"', "english", day=TODAY)
    text = file.read_text("utf-8")
    assert "# mine" in text
    assert "# seen in May" in text
    own = read_own_words(file)
    assert own["My Sites"]["english"] == ["Sites", "My Pages"]
    assert (own["Cart"]["english"], own["Cart"]["malay"]) == (["Basket"], ["Bakul"])
    assert own["Edit"]["english"] == ['Change "it"']


def test_what_saves_takes_a_confirmation_by_hand_which_is_recorded(file: Path) -> None:
    """Without it nothing is written."""
    with pytest.raises(ProfileError, match="confirmation by hand"):
        add_name(file, "Save Draft", "Store Draft", "english", day=TODAY)
    assert not file.exists()
    add_name(file, "Save Draft", "Store Draft", "english", day=TODAY, confirmed=True)
    assert read_own_words(file)["Save Draft"]["added"] == {
        "Store Draft": {"day": TODAY, "confirmed_by_hand": True}
    }
    assert names_in(file, "Save Draft")[-1] == "store draft"


@pytest.mark.parametrize(
    ("word", "name"),
    [("SAVE", "SUBMIT"), ("Save Draft", "hantar"), ("CONTINUE", "PROCEED"), ("Edit", "Simpan")],
)
def test_no_name_can_mean_two_things_of_which_one_saves(file: Path, word: str, name: str) -> None:
    """Neither added by the program nor written by hand; the message names both, and nothing changes."""
    with pytest.raises(ProfileError, match=f'"{name}" would stand for "{word}"'):
        add_name(file, word, name, "english", day=TODAY, confirmed=True)
    assert not file.exists()
    file.write_text(f'["{word}"]\nenglish = ["{name}"]\n', "utf-8")
    with pytest.raises(ProfileError, match="one of them only"):
        read_own_words(file)


def test_two_own_names_cannot_mean_two_things_either(file: Path) -> None:
    """SUBMIT and SAVE under one new name."""
    add_name(file, "SAVE", "Store", "english", day=TODAY, confirmed=True)
    with pytest.raises(ProfileError, match="would stand for"):
        add_name(file, "SUBMIT", "STORE", "english", day=TODAY, confirmed=True)
    assert names_in(file, "SUBMIT") == words().names("SUBMIT")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('["My Sites"\nenglish = ["Sites"]', "cannot be read"),
        ('["My Sites"]\nenglish = "Sites"', 'an entry "My Sites"'),
        ('["My Sites"]\nfrench = ["Sites"]', 'an entry "My Sites"'),
        ('"My Sites" = ["Sites"]', 'an entry "My Sites"'),
        ('["My Sites"]\nenglish = [1]', 'an entry "My Sites"'),
    ],
)
def test_a_file_that_is_broken_is_told_with_an_example(file: Path, text: str, told: str) -> None:
    """It is neither skipped nor replaced."""
    file.write_text(text, "utf-8")
    for use in (read_own_words, lambda path: add_name(path, "Cart", "Bakul", "malay", day=TODAY)):
        with pytest.raises(ProfileError, match=told) as raised:
            use(file)
        assert str(file) in raised.value.fact
        assert '["My Sites"]' in raised.value.remedy
    assert file.read_text("utf-8") == text
