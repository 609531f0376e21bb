"""A lost submission at the command line: two looks a settable time apart, then the person decides."""

import pytest

from assist_bot.errors import OutcomeUnknown
from assist_bot.ledger import Ledger, State
from tests.cli.home import PORTAL_ID, Home
from tests.unit.owing import checked

ALL = ("pay", "--json", "--wait-for-bank", "1", "--month", "2026-10")


@pytest.fixture
def in_doubt(payer: Home) -> Home:
    """Have a computer that sent a submission which the portal knows nothing of."""
    with (
        Ledger.open(payer.folder / "ledger.sqlite") as ledger,
        pytest.raises(OutcomeUnknown),
        ledger.submitting(PORTAL_ID, checked()),
    ):
        raise KeyboardInterrupt
    return payer


@pytest.mark.thorough
def test_a_look_too_soon_does_not_count_and_then_the_person_decides(in_doubt: Home) -> None:
    """The message says from when the next one counts; what was said beforehand decides nothing."""
    first = in_doubt.run(*ALL, "--yes").result
    assert (first["outcome"], first["exit_code"]) == ("unknown", 7)
    assert "Run this again from " in first["message"]
    again = in_doubt.run(*ALL, "--yes").result
    assert again["message"] == first["message"]
    mine = in_doubt.run(*ALL, "--yes", "--second-look-after", "0").result
    assert (mine["outcome"], mine["exit_code"]) == ("unknown", 7)
    assert "at a terminal, without --yes" in mine["message"]
    assert (in_doubt.account.submissions, in_doubt.state) == ([], State.UNKNOWN)

    paid = in_doubt.run(*ALL, "--second-look-after", "0", stdin="NOT SENT\n43.45\n").result
    assert (paid["outcome"], len(in_doubt.account.submissions)) == ("done", 1)
