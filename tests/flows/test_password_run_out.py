"""A password that has run out is changed by `register`, as carefully as the first one, and nothing else is done."""

import json
import sys
from typing import Any

import keyring
import pytest

from assist_bot.cli.rehearsing import PASSWORD, registered
from assist_bot.credentials import set_password
from assist_bot.errors import CredentialsError, PortalError
from assist_bot.outcome import Outcome
from assist_bot.profile import Profile
from flows.log_in import HOME, ensure_past_first_visit
from tests.flows.conftest import Settle
from tests.flows.household import TODAY, Household
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import register_once
from tests.flows.stages import password_expired
from tests.flows.test_first_visit import FAULTS, Killed, assert_gets_in, kept, visit, wrong_attempts
from tests.flows.test_log_in import try_to_log_in
from tests.giving import give
from tests.sampling import sample
from tests.unit.keyrings import NoStore


def registered_and_run_out(profile: Profile) -> dict[str, Any]:
    """Seed a registered household whose password has run out."""
    return {**registered(profile, TODAY), "password_expired": True}


def test_paying_says_to_register_and_that_changes_the_password_of_who_is_registered(
    settled: Settle, person: ScriptedPerson
) -> None:
    """Paying says what to do; `register` sets a new password, sees that there is nothing to do, and paying goes on."""
    household = settled(registered_and_run_out)
    with pytest.raises(CredentialsError, match="Run `assist-bot register`"):
        ensure_past_first_visit(try_to_log_in(household))
    before, arrived = household.account.password, household.arrived()
    assert register_once(household, person).outcome is Outcome.NOTHING_TO_DO
    assert kept(household) == household.account.password != before
    assert household.arrived() == arrived + 3  # the two stages of a log-in, and the new password
    assert try_to_log_in(household) == HOME
    assert (wrong_attempts(household), person.asked) == (0, [])


@pytest.mark.parametrize(
    "fault",
    sample([*FAULTS, "maintenance"], "error-after", "drop-before", "session-ended", "session-ended-bar"),
)
def test_a_password_that_ran_out_is_changed_with_the_same_care(
    settled: Settle, person: ScriptedPerson, fault: str
) -> None:
    """Whatever the page shows after the save, the old password is given up only for one that the portal has taken."""
    household = settled(password_expired)
    household.practice.faults.replace([f"{fault}@new-password"])
    with pytest.raises(PortalError):
        visit(household, person)
    assert household.account.password in (kept(household), kept(household, "#unconfirmed-password"))
    assert_gets_in(household, person)


def killed_before_the_save(event: dict[str, Any]) -> None:
    """Kill the run at its first save."""
    if event["event"] == "step" and event["saves"]:
        raise Killed


def finish(household: Household) -> None:
    """Let the portal take the new password now, as if it had been sent and been under way for long."""
    account = household.account
    account.password, account.password_expired = kept(household, "#unconfirmed-password"), False
    account.first_visit_stage = "finished"


def test_a_change_that_the_portal_finishes_after_the_next_log_in_gets_in(
    settled: Settle, person: ScriptedPerson
) -> None:
    """The old password holds at the next log-in, and no more when the change is made again: to the same new one."""
    household = settled(password_expired)
    with pytest.raises(Killed):
        visit(household, person, killed_before_the_save)

    def late(event: dict[str, Any]) -> None:
        if event["event"] == "step" and event["saves"]:
            finish(household)

    visit(household, person, late)
    account = household.account
    assert (account.password, kept(household, "#unconfirmed-password")) == (kept(household), None)
    assert (wrong_attempts(household), account.wrong_passwords) == (1, 0)


def test_a_change_that_the_portal_finishes_between_two_tries_locks_nobody_out(
    settled: Settle, person: ScriptedPerson
) -> None:
    """The new one was refused just before, the old one just after: two wrong ones, no third, and a way on."""
    household = settled(password_expired)
    with pytest.raises(Killed):
        visit(household, person, killed_before_the_save)

    def late(_event: dict[str, Any]) -> None:
        if wrong_attempts(household) == 1:
            finish(household)

    with pytest.raises(CredentialsError):
        visit(household, person, late)
    with pytest.raises(CredentialsError, match="A new one was being set"):
        visit(household, person)
    assert (household.account.wrong_passwords, household.account.locked) == (2, False)
    set_password(household.account.portal_id, PASSWORD, household.folder)
    assert_gets_in(household, person)
    assert wrong_attempts(household) == 2


# ---- Where the old password comes from elsewhere than the credential store -----------------------------------

SOURCES = ("assist-bot-password", "ASSIST_BOT_PASSWORD", "command")


def settle_with(settled: Settle, source: str, monkeypatch: pytest.MonkeyPatch) -> Household:
    """Settle a household whose password has run out, and comes from this source only."""
    tail = f"[credentials]\ncommand = [{json.dumps(sys.executable)}, '-c', 'print({json.dumps(PASSWORD)})']"
    household = settled(password_expired, tail=tail if source == "command" else "")
    keyring.delete_password("assist-bot", household.account.portal_id)
    if source != "command":
        give(source, PASSWORD, monkeypatch)
    return household


@pytest.mark.parametrize("source", sample(SOURCES, "assist-bot-password"))
def test_whatever_the_source_a_new_one_is_in_the_store_before_the_portal_hears_of_it(
    settled: Settle, person: ScriptedPerson, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    """Killed when the portal has it: the next run gets in. That it comes first from then on is told beforehand."""
    household = settle_with(settled, source, monkeypatch)
    told: list[str] = []

    def listener(event: dict[str, Any]) -> None:
        if event["event"] == "warning" and "which comes first from then on" in event["text"]:
            assert household.arrived("new-password") == 0
            told.append(event["text"])
        killed_before_the_save(event)

    with pytest.raises(Killed):
        visit(household, person, listener)
    assert len(told) == 1
    finish(household)
    assert_gets_in(household, person)
    assert wrong_attempts(household) == 0


@pytest.mark.parametrize("source", sample(SOURCES, "command"))
def test_without_a_store_nothing_is_changed_and_what_to_do_is_told(
    settled: Settle, person: ScriptedPerson, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    """It could not be kept: the portal is not asked to change anything. Changed by hand, the new one gets in."""
    household = settle_with(settled, source, monkeypatch)
    keyring.set_keyring(NoStore())
    with pytest.raises(CredentialsError, match="could not be kept here") as error:
        visit(household, person)
    assert "Set a new one at the portal yourself" in error.value.remedy
    assert household.arrived("new-password") == 0
    assert household.account.password == PASSWORD


@pytest.mark.parametrize("moment", sample(["before", "after"], "after"))
def test_without_a_store_one_that_is_given_survives_a_kill(
    settled: Settle, person: ScriptedPerson, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Before and after the portal has taken it: the next run gets in, and where it belongs is told."""
    household = settle_with(settled, "assist-bot-password", monkeypatch)
    keyring.set_keyring(NoStore())
    give("assist-bot-new-password", "Quite-New-99", monkeypatch)
    with pytest.raises(Killed):
        visit(household, person, killed_before_the_save)
    if moment == "after":
        household.account.password, household.account.password_expired = "Quite-New-99", False
        household.account.first_visit_stage = "finished"
    visit(household, person)
    assert household.account.password == "Quite-New-99"
    assert wrong_attempts(household) == (0 if moment == "after" else 1)
    with household.running("pay", dry_run=True) as run:
        assert run.credentials.passwords_to_try() == ("Quite-New-99",)
        assert "assist-bot-password has another one, not used." in run.credentials.differing()
