"""The first visit, and the change of password that nothing can cut short for good."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import keyring
import pytest

from assist_bot.cli.registering import command as register_command
from assist_bot.cli.rehearsing import PASSWORD
from assist_bot.cli.running import Wishes
from assist_bot.credentials.private_store import PrivateStore
from assist_bot.errors import ContributionRefused, CredentialsError, Ending
from assist_bot.outcome import Outcome
from fixtures.mock_portal.server import PracticePortal
from flows.first_visit import first_visit
from flows.session import begin_session
from tests.flows.conftest import Settle
from tests.flows.household import TODAY, Household
from tests.flows.person import ScriptedPerson
from tests.flows.stages import password_expired
from tests.people import write_profile
from tests.sampling import sample

SERVICE = "assist-bot"
SAVES = ("accept-terms", "new-password", "security-question", "basic-information", "done")
FAULTS = ("error-before", "error-after", "drop-before", "drop-after", "session-ended", "session-ended-bar")


class Killed(BaseException):
    """The process is gone at this moment: no handler of failures is to see it."""


def visit(
    household: Household, person: ScriptedPerson, listener: Callable[[Any], None] | None = None
) -> None:
    """Log in and make the first visit, or what is left of it, as `register` begins."""
    with household.running("register") as run:
        if listener:
            run.journal.listen(listener)
        first_visit(begin_session(run.portal, run.credentials), household.profile.employer, person)


def kept(household: Household, what: str = "") -> str | None:
    """Give what the credential store keeps for this portal ID."""
    return keyring.get_password(SERVICE, household.account.portal_id + what)


def wrong_attempts(household: Household) -> int:
    """How often the portal was given a wrong password."""
    return sum(1 for each in household.account.log_ins if each.outcome == "wrong-password")


def test_the_first_visit_is_made_once_and_whole(settled: Settle, person: ScriptedPerson) -> None:
    """Terms shown and kept, a new password and an answer that are in the store, information confirmed, home."""
    household = settled()
    visit(household, person)
    account = household.account
    assert not account.first_visit
    assert account.password == kept(household) != PASSWORD
    assert account.answer == kept(household, "#security-answer")
    assert account.question == household.profile.portal.security_question
    assert kept(household, "#unconfirmed-password") is None
    assert [household.arrived(step) for step in SAVES] == [1, 1, 1, 1, 1]
    assert "terms" in str(person.told["accepts_terms"])
    (terms,) = household.folder.glob("runs/*/terms-of-use.txt")
    assert terms.read_text("utf-8") == person.told["accepts_terms"]
    visit(household, person)
    assert [each.outcome for each in account.log_ins] == ["done", "done"]
    assert household.arrived(*SAVES) == 5


def test_terms_that_the_person_does_not_agree_to_are_not_agreed_to(
    settled: Settle, person: ScriptedPerson
) -> None:
    """The person says no: nothing is sent, and no password is changed."""
    household = settled()
    person.refuses = ("accepts_terms",)
    with pytest.raises(ContributionRefused):
        visit(household, person)
    assert household.arrived(*SAVES) == 0
    assert kept(household) == PASSWORD


def test_a_password_that_the_policy_refuses_leaves_the_old_one(
    settled: Settle, person: ScriptedPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 4 in the portal's words; the old password still opens the portal, and the next run goes on."""
    household = settled(password_expired)
    monkeypatch.setenv("ASSIST_BOT_NEW_PASSWORD", "too-simple")
    with pytest.raises(CredentialsError, match="does not meet its policy"):
        visit(household, person)
    assert (household.account.password, kept(household)) == (PASSWORD, PASSWORD)
    monkeypatch.delenv("ASSIST_BOT_NEW_PASSWORD")
    visit(household, person)
    assert household.account.password == kept(household) != PASSWORD
    assert wrong_attempts(household) == 0


@pytest.mark.parametrize("fault", sample([*FAULTS, "maintenance"], "session-ended"))
def test_a_first_visit_that_fails_at_every_page_is_made_by_running_again(
    settled: Settle, person: ScriptedPerson, fault: str
) -> None:
    """Each of the five saves fails once: each run goes on where the portal is, and nobody is locked out."""
    household = settled()
    household.practice.faults.replace([f"{fault}@{step}" for step in SAVES])
    stops = []
    for _ in range(len(SAVES) + 1):
        before = wrong_attempts(household)
        try:
            visit(household, person)
        except Ending as ending:
            stops.append(ending)
        assert wrong_attempts(household) - before <= 1
    assert {stop.outcome for stop in stops} == {Outcome.PORTAL}
    account = household.account
    assert (account.first_visit, account.locked) == (False, False)
    assert account.password == kept(household)
    assert account.answer == kept(household, "#security-answer")


@pytest.mark.thorough
def test_a_slow_portal_is_waited_for(settled: Settle, person: ScriptedPerson) -> None:
    """Pages that are slow, or saved in the background, are no failure."""
    household = settled()
    household.practice.faults.replace(["slow@accept-terms", "background-save@security-question"])
    visit(household, person)
    assert [household.arrived(step) for step in SAVES] == [1, 1, 1, 1, 1]


def test_a_new_password_holds_only_once_the_portal_has_taken_it(
    settled: Settle, person: ScriptedPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that only waits is no acceptance: the policy refuses the password after it, and the old one is kept."""
    household = settled(password_expired)
    household.practice.faults.replace(["background-save@new-password"])
    monkeypatch.setenv("ASSIST_BOT_NEW_PASSWORD", "too-simple")
    with pytest.raises(CredentialsError):
        visit(household, person)
    assert (household.account.password, kept(household)) == (PASSWORD, PASSWORD)


# ---- Killed while the password is changed --------------------------------------------------------------------


def moments_of_the_journal(moment: int) -> Callable[[dict[str, Any]], None]:
    """Kill the run at the given step of the page on which the password is changed, counted from 0."""
    seen: list[int] = []

    def listener(event: dict[str, Any]) -> None:
        if event["event"] == "chapter" and event["title"] == "New password":
            seen.append(-1)
        if seen and event["event"] in ("chapter", "step", "step_ended"):
            seen.append(len(seen))
            if len(seen) - 2 == moment:
                raise Killed

    return listener


@contextmanager
def store_that_dies(folder: Path, at: int) -> Iterator[None]:
    """Kill the run when the store is about to write or delete for the given time; odd ones just afterwards."""
    calls: list[str] = []

    class Mortal(PrivateStore):
        def set_password(self, service: str, username: str, password: str) -> None:
            self.act(lambda: PrivateStore.set_password(self, service, username, password), username)

        def delete_password(self, service: str, username: str) -> None:
            self.act(lambda: PrivateStore.delete_password(self, service, username), username)

        def act(self, do: Callable[[], None], username: str) -> None:
            if not username.endswith("#trial"):
                calls.append(username)
                if len(calls) - 1 == at // 2 and at % 2 == 0:
                    raise Killed
            do()
            if calls and len(calls) - 1 == at // 2 and not username.endswith("#trial"):
                raise Killed

    before = keyring.get_keyring()
    keyring.set_keyring(Mortal(folder / "credentials.json"))
    try:
        yield
    finally:
        keyring.set_keyring(before)


def assert_gets_in(household: Household, person: ScriptedPerson) -> None:
    """Run once more: in with at most one wrong attempt, ending with the password that the store has."""
    before = wrong_attempts(household)
    visit(household, person)
    account = household.account
    assert wrong_attempts(household) - before <= 1
    assert not account.locked
    assert (account.first_visit_stage, account.password) == ("finished", kept(household))
    assert kept(household, "#unconfirmed-password") is None


@pytest.mark.parametrize("moment", sample(range(7), 1, 6))
def test_killed_at_any_step_of_the_change_of_password_the_next_run_gets_in(
    settled: Settle, person: ScriptedPerson, moment: int
) -> None:
    """The page, each box, before the save and just after it: the password that holds is never lost."""
    household = settled(password_expired)
    with pytest.raises(Killed):
        visit(household, person, moments_of_the_journal(moment))
    assert_gets_in(household, person)


@pytest.mark.parametrize("moment", sample(range(6), 1, 3))
def test_killed_at_any_write_to_the_store_the_next_run_gets_in(
    settled: Settle, person: ScriptedPerson, moment: int
) -> None:
    """Before and after each of: the new one kept as unconfirmed, kept as the one that holds, unconfirmed removed."""
    household = settled(password_expired)
    with pytest.raises(Killed), store_that_dies(household.folder, moment):
        visit(household, person)
    assert_gets_in(household, person)


def test_killed_again_and_again_the_account_is_never_locked(settled: Settle, person: ScriptedPerson) -> None:
    """The portal never takes the change, five runs long: each tries the new one and then the old one."""
    household = settled(password_expired)
    household.practice.faults.replace(["drop-before@new-password:4"])
    for _ in range(4):
        before = wrong_attempts(household)
        with pytest.raises(Ending):
            visit(household, person)
        assert wrong_attempts(household) - before <= 1
    assert_gets_in(household, person)


# ---- The whole program ----------------------------------------------------------------------------------------------


def test_where_no_store_can_be_written_it_stops_before_log_in(
    practice: PracticePortal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 4 with the ways out, and the portal has not even been looked at."""
    practice.memory.accounts["someone@example.com"].temporary_password = PASSWORD
    monkeypatch.setenv("ASSIST_BOT_PASSWORD", PASSWORD)
    monkeypatch.setenv("ASSIST_BOT_NOW", str(TODAY))
    profile = write_profile(tmp_path, TODAY, practice.url)
    with pytest.raises(SystemExit) as ended:
        register_command(Wishes("register", profile, yes=True, headed=False))
    assert ended.value.code == 4
    assert "ASSIST_BOT_NEW_PASSWORD" in capsys.readouterr().err
    assert practice.memory.requests == []


def test_killed_for_good_while_the_password_is_saved_the_next_run_gets_in(
    practice: PracticePortal, tmp_path: Path
) -> None:
    """A real kill of a real process, between the portal's taking the password and its answer."""
    account = practice.memory.accounts["someone@example.com"]
    practice.memory.seed(
        [
            {
                "portal_id": account.portal_id,
                "password": PASSWORD,
                "first_visit": False,
                "password_expired": True,
            }
        ],
        [],
    )
    account = practice.memory.accounts["someone@example.com"]
    practice.faults.replace(["background-save@new-password"])
    write_profile(tmp_path, TODAY, practice.url)
    arguments = [
        sys.executable,
        "-m",
        "assist_bot",
        "register",
        "--yes",
        "--no-input",
        "--json",
        "--headless",
    ]
    surroundings = {
        **os.environ,
        "ASSIST_BOT_HOME": str(tmp_path),
        "ASSIST_BOT_NOW": str(TODAY),
        "ASSIST_BOT_PASSWORD": PASSWORD,
        "ASSIST_BOT_NEW_PASSWORD": "Quite-New-99",
        "ASSIST_BOT_SECURITY_ANSWER": "milo",
    }
    with subprocess.Popen(
        arguments, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as first:
        while not any(each.step == "new-password" for each in practice.memory.requests):
            assert first.poll() is None
        first.send_signal(signal.SIGKILL)
    while account.password != "Quite-New-99":
        pass
    practice.faults.replace(["maintenance@registration-home-page"])
    second = subprocess.run(arguments, env=surroundings, capture_output=True, text=True, check=False)
    assert account.log_ins[-1].outcome == "done", second.stdout + second.stderr
    assert second.returncode == 5
    assert sum(1 for each in account.log_ins if each.outcome == "wrong-password") == 0
    assert account.first_visit_stage == "finished"
