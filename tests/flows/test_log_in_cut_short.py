"""A log-in whose answer never came may have been counted as a wrong one: it never adds up to a locked account."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assist_bot.cli.rehearsing import PASSWORD
from assist_bot.credentials import set_password
from assist_bot.errors import CredentialsError, PortalUnavailable
from fixtures.mock_portal.server import PracticePortal
from flows.log_in import HOME
from tests.flows.conftest import Settle
from tests.flows.household import TODAY
from tests.flows.person import ScriptedPerson
from tests.flows.stages import password_expired, welcomed
from tests.flows.test_first_visit import assert_gets_in, visit
from tests.flows.test_log_in import outcomes, try_to_log_in
from tests.people import write_profile

WRONG = "Wrong-Horse-9"


@pytest.mark.usefixtures("hasty")
def test_a_wrong_password_whose_answers_are_lost_is_tried_twice_and_never_locks(settled: Settle) -> None:
    """After two tries without an answer the run stops by itself; the person's own word lets it try again."""
    household = settled(welcomed)
    set_password(household.account.portal_id, WRONG, household.folder)
    household.practice.faults.replace(["drop-after@log-in:always"])
    for _ in range(2):
        with pytest.raises(PortalUnavailable):
            try_to_log_in(household)
    for _ in range(3):
        with pytest.raises(CredentialsError, match="credentials set"):
            try_to_log_in(household)
    account = household.account
    assert (account.wrong_passwords, account.locked) == (2, False)
    assert outcomes(household) == ["wrong-password"] * 2
    household.practice.faults.replace([])
    set_password(account.portal_id, PASSWORD, household.folder)
    assert try_to_log_in(household) == HOME


@pytest.mark.usefixtures("hasty")
def test_tries_that_are_answered_do_not_add_up(settled: Settle) -> None:
    """Each day the first try is lost and the second one answered: the household is never held up."""
    household = settled(welcomed)
    for _ in range(3):
        household.practice.faults.replace(["drop-before@log-in"])
        with pytest.raises(PortalUnavailable):
            try_to_log_in(household)
        assert try_to_log_in(household) == HOME
    assert household.account.wrong_passwords == 0


@pytest.mark.usefixtures("hasty")
def test_a_portal_that_is_away_before_the_password_is_asked_holds_nobody_up(settled: Settle) -> None:
    """No password was sent, so nothing is counted, however often it is tried."""
    household = settled(welcomed)
    household.practice.faults.replace(["maintenance@log-in-page:2", "drop-before@security-phrase:2"])
    for _ in range(4):
        with pytest.raises(PortalUnavailable):
            try_to_log_in(household)
    assert try_to_log_in(household) == HOME
    assert outcomes(household) == ["done"]


@pytest.mark.usefixtures("hasty")
def test_a_dry_run_counts_like_any_other(settled: Settle) -> None:
    """A dry run's log-in is real, and so is a wrong one."""
    household = settled(welcomed)
    set_password(household.account.portal_id, WRONG, household.folder)
    household.practice.faults.replace(["drop-after@log-in:always"])
    endings = []
    for dry_run in (True, False, True):
        with pytest.raises((PortalUnavailable, CredentialsError)) as ending:
            try_to_log_in(household, dry_run=dry_run)
        endings.append(ending.type)
    assert endings == [PortalUnavailable, PortalUnavailable, CredentialsError]
    assert household.account.wrong_passwords == 2


@pytest.mark.usefixtures("hasty")
def test_a_change_of_password_and_then_a_log_in_cut_short_never_lock(
    settled: Settle, person: ScriptedPerson
) -> None:
    """Nobody knows which one holds, and a try is lost as well: it stops before a third wrong one, and then gets in."""
    household = settled(password_expired)
    for fault in ("drop-before@new-password", "drop-after@log-in"):
        household.practice.faults.replace([fault])
        with pytest.raises(PortalUnavailable):
            visit(household, person)
    for _ in range(2):
        with pytest.raises(CredentialsError):
            visit(household, person)
    assert (household.account.wrong_passwords, household.account.locked) == (2, False)
    set_password(household.account.portal_id, PASSWORD, household.folder)
    assert_gets_in(household, person)


@pytest.mark.thorough
@pytest.mark.parametrize(("password", "ends_as"), [(WRONG, 4), (PASSWORD, 5)])
def test_killed_again_and_again_between_a_log_in_and_its_record(
    practice: PracticePortal, tmp_path: Path, password: str, ends_as: int
) -> None:
    """Real kills of real processes: a wrong password is sent twice at most, and a right one after one kill gets in."""
    account = practice.memory.accounts["someone@example.com"]
    practice.memory.seed([{"portal_id": account.portal_id, "password": PASSWORD, "first_visit": False}], [])
    account = practice.memory.accounts["someone@example.com"]
    write_profile(tmp_path, TODAY, practice.url)
    surroundings = {
        **os.environ,
        "ASSIST_BOT_HOME": str(tmp_path),
        "ASSIST_BOT_NOW": str(TODAY),
        "ASSIST_BOT_PASSWORD": password,
    }
    arguments = [sys.executable, "-m", "assist_bot", "pay", "--yes", "--no-input", "--json", "--headless"]
    for tries in range(1, 3 if password == WRONG else 2):
        practice.faults.replace(["background-save@log-in"])
        with subprocess.Popen(
            arguments, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as killed:
            while len(account.log_ins) < tries:
                assert killed.poll() is None
            killed.send_signal(signal.SIGKILL)
    practice.faults.replace(["maintenance@contribution-list-page:always"])
    last = subprocess.run(arguments, env=surroundings, capture_output=True, text=True, check=False)
    assert last.returncode == ends_as, last.stdout + last.stderr
    wrong = [each.outcome for each in account.log_ins].count("wrong-password")
    assert (wrong, account.locked) == (2 if password == WRONG else 0, False)
