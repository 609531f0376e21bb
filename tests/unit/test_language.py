"""In which language the program speaks, and how it writes days, months and SOCSO's number."""

import locale
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime

import pytest

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import Ending, OutcomeUnknown, PortalUnavailable
from assist_bot.language import HELP_LINE, day, day_and_time, mark, say, say_marked, speak
from assist_bot.money import read_ringgit, ringgit
from assist_bot.wording import moment, month


@pytest.fixture
def malay() -> Iterator[None]:
    """Speak Malay, for one test."""
    speak("ms")
    yield
    speak("en")


def test_a_sentence_is_said_in_english_with_its_values() -> None:
    """Nobody chose another language."""
    assert say("Nothing is stored for {portal_id} any more.", portal_id="a@b.c") == (
        "Nothing is stored for a@b.c any more."
    )


@pytest.mark.usefixtures("malay")
def test_a_sentence_is_said_in_malay_with_its_values() -> None:
    """The values stand in it as they are."""
    assert say("Nothing is stored for {portal_id} any more.", portal_id="{a}") == (
        "Tiada apa-apa lagi yang disimpan bagi {a}."
    )


@pytest.mark.usefixtures("malay")
@pytest.mark.parametrize("text", ["", "{", "{0}{name}", "what nobody marked"])
def test_a_text_that_is_no_sentence_of_ours_stays_as_it_is(text: str) -> None:
    """What a journal holds is shown, whatever braces are in it."""
    assert say_marked(text) == text


@pytest.mark.usefixtures("malay")
def test_what_is_marked_is_said_when_it_is_shown() -> None:
    """A constant holds English."""
    constant = mark("Nothing to do")
    assert constant == "Nothing to do"
    assert say_marked(constant) == "Tiada apa-apa yang perlu dibuat"


def test_days_are_written_as_people_write_them() -> None:
    """Without a nought before the day."""
    assert day(date(2026, 11, 1)) == "1 November 2026"
    assert day_and_time(datetime(2026, 3, 16, 9, 5)) == "16 March 2026, 09:05"  # noqa: DTZ001 - only written
    assert moment("2026-03-01T09:05:00+08:00") == "1 March 2026, 09:05"


@pytest.mark.usefixtures("malay")
def test_days_and_months_have_their_malay_names() -> None:
    """The portal's Malay pages write them so, too."""
    assert day(date(2026, 3, 1)) == "1 Mac 2026"
    assert ContributionMonth(2026, 8).name == month("2026-08") == "Ogos 2026"
    assert ContributionMonth(2026, 8).portal_names[1] == "August 2026"


@pytest.mark.usefixtures("malay")
def test_amounts_are_the_same_in_both_languages() -> None:
    """RM1,234.50, as Malaysians write it."""
    assert ringgit(read_ringgit("1234.50")) == "RM1,234.50"


def test_the_locale_of_the_computer_changes_nothing() -> None:
    """Days are not left to it."""
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("ms_MY.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8"):
            with suppress(locale.Error):
                locale.setlocale(locale.LC_TIME, name)
            assert day(date(2026, 3, 1)) == "1 March 2026"
    finally:
        locale.setlocale(locale.LC_TIME, before)


def test_english_costs_nothing() -> None:
    """What reads a catalogue is not even imported for it."""
    script = "import sys, assist_bot.cli.app; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize("ending", [OutcomeUnknown, PortalUnavailable])
def test_what_nobody_can_mend_alone_names_the_help_line_once(language: str, ending: type[Ending]) -> None:
    """Whatever the remedy is, and however often it is passed on."""
    speak("ms" if language == "ms" else "en")
    try:
        error = ending("Something was sent.", "Look at the portal.")
        again = ending(error.fact, error.remedy)
        assert again.remedy.startswith("Look at the portal. ")
        assert again.remedy.count(HELP_LINE) == 1
    finally:
        speak("en")
