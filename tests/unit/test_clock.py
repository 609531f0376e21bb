"""The clock is Kuala Lumpur's, and can be turned only where no real money is."""

from datetime import UTC, datetime

import pytest
import time_machine

from assist_bot.clock import KUALA_LUMPUR, is_loopback, now, today
from assist_bot.errors import MachineError

LIVE = "https://assist.perkeso.gov.my/employer/login"
PRACTICE = "http://127.0.0.1:5000/employer/login"


@time_machine.travel(datetime(2026, 11, 15, 16, 30, tzinfo=UTC), tick=False)
def test_the_day_is_counted_in_kuala_lumpur() -> None:
    """Half past four in the afternoon in London is past midnight there."""
    assert now(LIVE).isoformat() == "2026-11-16T00:30:00+08:00"
    assert today(LIVE).isoformat() == "2026-11-16"


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("2026-11-20", "2026-11-20T10:00:00+08:00"),
        ("2026-11-20T15:30", "2026-11-20T15:30:00+08:00"),
        ("2026-11-20 15:30:05", "2026-11-20T15:30:05+08:00"),
        ("2026-11-20T15:30:00+00:00", "2026-11-20T23:30:00+08:00"),
        (" 2026-11-20 ", "2026-11-20T10:00:00+08:00"),
    ],
)
def test_a_practice_clock_can_be_set(monkeypatch: pytest.MonkeyPatch, told: str, read: str) -> None:
    """A date means ten in the morning; a time without a zone is Kuala Lumpur's."""
    monkeypatch.setenv("ASSIST_BOT_NOW", told)
    assert now(PRACTICE).isoformat() == read
    assert now(PRACTICE).tzinfo is KUALA_LUMPUR


@time_machine.travel(datetime(2026, 11, 22, tzinfo=UTC), tick=False)
def test_the_live_portals_clock_cannot_be_turned(monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting is not even read there, so that a wrong one does no harm."""
    monkeypatch.setenv("ASSIST_BOT_NOW", "2020-01-01")
    assert today(LIVE).isoformat() == "2026-11-22"
    monkeypatch.setenv("ASSIST_BOT_NOW", "tomorrow")
    assert today(LIVE).isoformat() == "2026-11-22"


@pytest.mark.parametrize("told", ["tomorrow", "2026-13-01", "20.11.2026", "2026-11-20T25:00"])
def test_a_clock_that_cannot_be_read_is_said_plainly(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    """The message names the setting, the value and an example."""
    monkeypatch.setenv("ASSIST_BOT_NOW", told)
    with pytest.raises(MachineError, match="ASSIST_BOT_NOW") as stopped:
        now(PRACTICE)
    assert told in stopped.value.fact
    assert "2026-11-20" in stopped.value.remedy


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://localhost:8000/", True),
        ("http://127.0.0.1/", True),
        ("http://127.9.9.9:1/", True),
        ("http://[::1]:5000/", True),
        (LIVE, False),
        ("http://localhost.example.com/", False),
        ("http://127.0.0.1@example.com/", False),
        ("http://127.0.0.1.example.com/", False),
        ("http://0.0.0.0/", False),
        ("http://192.168.1.4/", False),
        ("", False),
    ],
)
def test_only_this_computer_counts_as_this_computer(url: str, here: bool) -> None:
    """An address that merely looks like it does not."""
    assert is_loopback(url) is here
