"""A dry run of `register` saves nothing, whatever happens at the portal."""

from typing import Any

import keyring
import pytest

from assist_bot.cli.rehearsing import PASSWORD, unregistered
from assist_bot.errors import DryRunEnds, Ending
from assist_bot.outcome import Outcome
from tests.flows.conftest import Settle
from tests.flows.household import Household, Seed
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import ending_of, register_once
from tests.flows.stages import documents_known, employees_known, employer_known, password_expired, welcomed
from tests.sampling import sample

LOOKING = ("security-phrase", "log-in")
STAGES = [unregistered, password_expired, welcomed, employer_known, employees_known, documents_known]


def everything_saved(household: Household) -> dict[str, Any]:
    """Give all that the portal remembers, but for the log-ins."""
    seen = household.practice.memory.as_json()
    for account in seen["accounts"].values():
        del account["log_ins"]
    return {**seen, "requests": [each for each in seen["requests"] if each["step"] not in LOOKING]}


def after_log_in(saved: dict[str, Any]) -> dict[str, Any]:
    """Give the same after what the portal by itself does at log-in: one that ran out, it asks for a new password."""
    for account in saved["accounts"].values():
        if account["password_expired"]:
            account["first_visit_stage"] = "password"
    return saved


def assert_kept_nothing(household: Household) -> None:
    """Nothing in the ledger, nothing new in the credential store."""
    portal_id = household.account.portal_id
    assert not household.ledger_path.exists()
    assert keyring.get_password("assist-bot", portal_id) == PASSWORD
    assert keyring.get_password("assist-bot", f"{portal_id}#unconfirmed-password") is None
    assert keyring.get_password("assist-bot", f"{portal_id}#security-answer") is None


@pytest.mark.parametrize("stage", sample(STAGES, "unregistered", "welcomed", "documents_known"))
def test_a_dry_run_saves_nothing(settled: Settle, person: ScriptedPerson, stage: Seed) -> None:
    """Wherever the household stands, it stops at the first thing that would be saved; terms are not accepted."""
    household = settled(stage)
    before = everything_saved(household)
    assert isinstance(ending_of(household, person, dry_run=True), DryRunEnds)
    assert everything_saved(household) == after_log_in(before)
    assert_kept_nothing(household)


@pytest.mark.parametrize(
    "fault",
    sample(
        [
            "error-before@terms-page",
            "drop-after@log-in",
            "session-ended@terms-page",
            "maintenance@terms-page",
            "label-renamed@terms-page",
            "label-twice@terms-page",
            "background-save@accept-terms",
        ],
        "error-before@terms-page",
        "drop-after@log-in",
        "background-save@accept-terms",
    ),
)
@pytest.mark.usefixtures("hasty")
def test_a_dry_run_saves_nothing_under_faults(settled: Settle, person: ScriptedPerson, fault: str) -> None:
    """Whatever goes wrong on the way to the terms, they are not accepted."""
    household = settled()
    household.practice.faults.replace([fault])
    before = everything_saved(household)
    assert isinstance(ending_of(household, person, dry_run=True), Ending)
    assert everything_saved(household) == before
    assert household.account.first_visit_stage == "terms"
    assert_kept_nothing(household)


def test_a_dry_run_of_a_finished_registration_says_that_it_is_finished(
    settled: Settle, person: ScriptedPerson
) -> None:
    """There is nothing to do, and the letters are shown."""
    household = settled(documents_known)
    register_once(household, person)
    before, ledger = everything_saved(household), household.ledger_path.read_bytes()
    result = register_once(household, person, dry_run=True)
    assert result.outcome is Outcome.NOTHING_TO_DO
    assert len(result.letters) == 2
    assert everything_saved(household) == before
    assert household.ledger_path.read_bytes() == ledger
