"""Which runs the record still needs: all of a month until it is paid, once something of it was sent."""

from pathlib import Path

import pytest

from assist_bot.errors import OutcomeUnknown
from assist_bot.ledger import Ledger, RegistrationState, State
from tests.unit.ledger.acts import ACR, TOTAL, pay, submit
from tests.unit.owing import EMPLOYER, OCTOBER, checked, plan


def runs(file: Path) -> dict[str, bool]:
    """Give what the record says of the runs."""
    with Ledger.open(file, read_only=True) as ledger:
        return ledger.runs()


def in_run(file: Path, name: str) -> Ledger:
    """Open the record for one run."""
    return Ledger.open(file, run_folder=Path("/home/someone/runs") / name)


def lose_the_answer(ledger: Ledger) -> None:
    """Submit, and lose the answer."""
    with ledger.submitting(EMPLOYER, checked()):
        raise KeyboardInterrupt


def test_a_plan_and_a_draft_are_not_needed(file: Path) -> None:
    """Nothing was sent: the portal shows what there is."""
    with in_run(file, "first") as ledger:
        ledger.planned(EMPLOYER, plan())
        ledger.drafted(EMPLOYER, checked())
    assert runs(file) == {"first": False}


def test_a_month_needs_all_its_runs_until_it_is_paid(file: Path) -> None:
    """That of the plan too; from then on none."""
    with in_run(file, "first") as ledger:
        ledger.planned(EMPLOYER, plan())
    with in_run(file, "second") as ledger:
        submit(ledger)
    assert runs(file) == {"first": True, "second": True}
    with in_run(file, "third") as ledger:
        pay(ledger)
    assert runs(file) == {"first": False, "second": False, "third": False}


def test_a_doubt_needs_its_runs_until_the_portal_shows_the_month_as_paid(file: Path) -> None:
    """Neither the person's word nor a receipt by hand is the portal's."""
    with in_run(file, "lost") as ledger, pytest.raises(OutcomeUnknown):
        lose_the_answer(ledger)
    assert runs(file) == {"lost": True}
    with in_run(file, "by-hand") as ledger:
        ledger.settled_by_hand(EMPLOYER, OCTOBER, "R9")
    assert runs(file) == {"lost": True, "by-hand": True}
    with in_run(file, "looked") as ledger:
        ledger.reconcile(EMPLOYER, OCTOBER, State.PAID, total=TOTAL, acr=ACR, receipt="R123")
    assert not any(runs(file).values())


def test_a_run_of_two_months_is_needed_for_either(file: Path) -> None:
    """One is paid, the other waits."""
    with in_run(file, "both") as ledger:
        submit(ledger)
        pay(ledger)
        ledger.reconcile(EMPLOYER, OCTOBER.next(), State.SUBMITTED, total=TOTAL, acr="ACR2")
    assert runs(file) == {"both": True}


def test_a_registration_needs_its_runs_until_it_is_accepted(file: Path) -> None:
    """Not before it is sent, and not afterwards."""
    with in_run(file, "begun") as ledger:
        ledger.registration_begun(EMPLOYER)
    assert runs(file) == {"begun": False}
    with in_run(file, "held") as ledger, ledger.registering(EMPLOYER) as registering:
        registering.held("E1102070081W", "CRN1")
    assert runs(file) == {"begun": True, "held": True}
    with in_run(file, "letters") as ledger:
        ledger.reconcile_registration(EMPLOYER, RegistrationState.REGISTERED, employer_code="E1102070081W")
    assert not any(runs(file).values())
