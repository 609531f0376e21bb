"""The record without one employee: written anew in one go, with everything else in it as it was."""

import json
import sqlite3
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from assist_bot.contribution import ContributionMonth, check_amounts
from assist_bot.errors import MachineError
from assist_bot.ledger import Ledger, RegistrationState
from assist_bot.ledger.forgetting import forget_on_record
from assist_bot.money import read_ringgit
from tests.unit.owing import EMPLOYER, OCTOBER, draft, employee, plan, row, second_employee

SITI, DEWI = employee(), second_employee()
SEPTEMBER = ContributionMonth(2026, 9)
DEWIS = row("1700.00", "28.85", "8.25", name="DEWI LESTARI", identification="C7654321")


def is_sitis(line: Mapping[str, Any]) -> bool:
    """Say whether a line is SITI AMINAH's."""
    return str(line["passport_ends_in"]) == "4567"


@pytest.fixture
def recorded(file: Path) -> Path:
    """Have September on record for Siti alone, October for both, November for Dewi alone, and the registration."""
    with Ledger.open(file, run_folder="/runs/1") as ledger:
        ledger.registration_begun(EMPLOYER)
        with ledger.registering(EMPLOYER) as registering:
            registering.registered("E1102070081W", "CRN1")
        ledger.planned(EMPLOYER, plan(SITI, month=SEPTEMBER))
        ledger.settled_by_hand(EMPLOYER, SEPTEMBER, "R1")
        both = check_amounts(draft(row(), DEWIS, contribution=plan(SITI, DEWI)))
        with ledger.submitting(EMPLOYER, both) as submitting:
            submitting.submitted("ACR1")
        ledger.planned(EMPLOYER, plan(DEWI, month=OCTOBER.next()))
        ledger.settled_by_hand(EMPLOYER, OCTOBER.next(), "R3")
    return file


def names(file: Path, month: ContributionMonth) -> list[str]:
    """Give whom a month's submissions are on record for."""
    with Ledger.open(file, read_only=True) as ledger:
        entry = ledger.entry(EMPLOYER, month)
    return [line["employee"] for line in json.loads(entry.lines)] if entry else []


def test_her_own_months_go_and_her_lines_in_others(recorded: Path) -> None:
    """Totals, ACR, receipts and the registration stay as they were; nothing of her is in any byte of the file."""
    assert b"SITI AMINAH" in recorded.read_bytes()
    forget_on_record(recorded, "SITI AMINAH", is_sitis, ())
    with Ledger.open(recorded) as ledger:
        october = ledger.entry(EMPLOYER, OCTOBER)
        registration = ledger.registration(EMPLOYER)
        assert ledger.entry(EMPLOYER, SEPTEMBER) is None
    assert october is not None
    assert (october.total, october.acr, october.run_folder) == (read_ringgit("69.70"), "ACR1", "/runs/1")
    assert names(recorded, OCTOBER) == names(recorded, OCTOBER.next()) == ["DEWI LESTARI"]
    assert registration is not None
    assert registration.state is RegistrationState.REGISTERED
    assert b"SITI" not in recorded.read_bytes()
    assert stat.S_IMODE(recorded.stat().st_mode) == 0o600
    assert [path.name for path in recorded.parent.iterdir()] == [recorded.name]


def test_afterwards_it_is_a_record_like_any_other(recorded: Path) -> None:
    """It goes on from the same numbers, and takes no change of what is written."""
    forget_on_record(recorded, "SITI AMINAH", is_sitis, ())
    with Ledger.open(recorded) as ledger:
        ledger.settled_by_hand(EMPLOYER, OCTOBER, "R2")
    with sqlite3.connect(recorded) as connection, pytest.raises(sqlite3.IntegrityError, match="append only"):
        connection.execute("DELETE FROM contribution_event")
    connection.close()


def test_her_name_goes_out_of_the_notes(file: Path) -> None:
    """A note of a total that was accepted may name her."""
    with Ledger.open(file) as ledger:
        ledger.planned(EMPLOYER, plan(DEWI))
        ledger.reconcile(EMPLOYER, OCTOBER, None)
        ledger.settled_by_hand(EMPLOYER, OCTOBER, "R1")
    with sqlite3.connect(file) as connection:
        connection.execute(
            "INSERT INTO contribution_event SELECT NULL, employer, month, part, state, total, acr, receipt, lines, "
            "changed, run_folder, 'accepted for SITI AMINAH' FROM contribution_event WHERE id = 1"
        )
    connection.close()
    forget_on_record(file, "SITI AMINAH", is_sitis, ())
    assert b"SITI" not in file.read_bytes()
    with Ledger.open(file) as ledger:
        assert ledger.history(EMPLOYER, OCTOBER)[-1].note == "accepted for (forgotten)"


def test_a_second_time_changes_nothing(recorded: Path) -> None:
    """As after a kill."""
    forget_on_record(recorded, "SITI AMINAH", is_sitis, ())
    with Ledger.open(recorded, read_only=True) as ledger:
        before = ledger.entries()
    forget_on_record(recorded, "SITI AMINAH", is_sitis, ())
    with Ledger.open(recorded, read_only=True) as ledger:
        assert ledger.entries() == before


def test_a_damaged_record_stays_as_it_is(file: Path) -> None:
    """It may be all that there is."""
    file.write_bytes(b"no ledger" * 1000)
    with pytest.raises(MachineError, match="damaged"):
        forget_on_record(file, "SITI AMINAH", is_sitis, ())
    assert file.read_bytes() == b"no ledger" * 1000
