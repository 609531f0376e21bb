"""Three working days, as the state counts them in which the employer lives."""

from datetime import date
from pathlib import Path

import pytest

from assist_bot.errors import MachineError
from assist_bot.forms.awaiting import awaited, last_day, may_be_sent_on, note_sent
from assist_bot.profile.postcodes import STATES


@pytest.mark.parametrize(
    ("state", "sent", "until"),
    [
        ("SELANGOR", "2026-11-27", "2026-12-02"),  # over Saturday and Sunday
        ("SELANGOR", "2026-11-28", "2026-12-02"),  # sent on a Saturday
        ("KEDAH", "2026-12-01", "2026-12-06"),  # over Friday and Saturday
        ("KELANTAN", "2026-12-01", "2026-12-06"),
        ("TERENGGANU", "2026-12-01", "2026-12-06"),
        ("PERLIS", "2026-12-01", "2026-12-04"),
        ("JOHOR", "2024-12-03", "2024-12-08"),  # Friday and Saturday, the last year
        ("JOHOR", "2026-12-01", "2026-12-04"),  # Saturday and Sunday since 1 January 2025
        ("SELANGOR", "2026-12-09", "2026-12-15"),  # over the Sultan's birthday
        ("PERAK", "2026-12-09", "2026-12-14"),
        ("PULAU PINANG", "2026-12-23", "2026-12-29"),  # over Christmas
        ("WILAYAH PERSEKUTUAN KUALA LUMPUR", "2027-01-29", "2027-02-04"),  # over Federal Territory Day
    ],
)
def test_working_days_are_counted_by_the_states_weekends_and_holidays(
    state: str, sent: str, until: str
) -> None:
    """From the day after the e-mail."""
    assert last_day(date.fromisoformat(sent), state) == date.fromisoformat(until)


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_a_profile_is_known(state: str) -> None:
    """A day comes out, after at least three days and within two weeks."""
    assert 3 <= (last_day(date(2026, 11, 27), state) - date(2026, 11, 27)).days <= 14


def test_what_was_noted_is_awaited_for_that_portal_id_only(tmp_path: Path) -> None:
    """A profile of somebody else waits for nothing; the note is its owner's alone."""
    file = tmp_path / "portal_id_awaited.json"
    assert awaited(file, "me@example.com", "SELANGOR") is None
    note_sent(file, "me@example.com", date(2026, 11, 27))
    found = awaited(file, "me@example.com", "SELANGOR")
    assert found
    assert (found.sent, found.until) == (date(2026, 11, 27), date(2026, 12, 2))
    assert awaited(file, "you@example.com", "SELANGOR") is None
    assert f"{file.stat().st_mode & 0o777:o}" == "600"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"portal_id": "me@example.com", "sent": "soon"}', "\x00"])
def test_a_note_that_cannot_be_read_is_told_with_a_remedy(tmp_path: Path, text: str) -> None:
    """It is said again."""
    (tmp_path / "note.json").write_text(text, "utf-8")
    with pytest.raises(MachineError, match="--sent"):
        awaited(tmp_path / "note.json", "me@example.com", "SELANGOR")


def test_an_e_mail_was_not_sent_in_the_future_or_long_ago() -> None:
    """A slip of the finger is not noted."""
    today = date(2026, 11, 27)
    assert may_be_sent_on(today, today)
    assert not may_be_sent_on(date(2026, 11, 28), today)
    assert not may_be_sent_on(date(2016, 11, 27), today)
