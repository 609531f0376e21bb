"""Log-in: the security phrase, one attempt with one password, and nobody locked out."""

import pytest

from assist_bot.cli.rehearsing import PASSWORD, unregistered
from assist_bot.credentials import set_password
from assist_bot.errors import CredentialsError, PortalUnavailable, Stop
from assist_bot.profile import Profile
from flows.log_in import HOME, ensure_past_first_visit, log_in
from tests.flows.conftest import Settle
from tests.flows.household import Household
from tests.flows.stages import welcomed
from tests.sampling import sample

PHRASE = "blue kite"


def with_phrase(profile: Profile) -> dict[str, object]:
    """Seed an employer who has the first visit behind, with a security phrase."""
    return {**welcomed(profile), "security_phrase": PHRASE}


def try_to_log_in(household: Household, *, dry_run: bool = False) -> str:
    """Log in as any run does, and give what the portal shows then."""
    with household.running("pay", dry_run=dry_run) as run:
        return log_in(run.portal, run.credentials)


def outcomes(household: Household) -> list[str]:
    """How the attempts to log in ended, as the portal remembers them."""
    return [each.outcome for each in household.account.log_ins]


def test_the_right_password_leads_home(settled: Settle) -> None:
    """One attempt, and the portal shows My Sites; without a phrase in the profile none is compared."""
    household = settled(with_phrase)
    assert try_to_log_in(household) == HOME
    assert outcomes(household) == ["done"]


def test_the_password_is_typed_where_the_phrase_is_the_persons_own(settled: Settle) -> None:
    """The phrase of the profile is shown: log-in goes on."""
    household = settled(with_phrase, portal_id=f'"someone@example.com"\nsecurity_phrase = "{PHRASE}"')
    assert try_to_log_in(household) == HOME


@pytest.mark.parametrize("phrase", ["green kite", "Red Kite", "not red kite"])
def test_the_password_is_never_typed_under_another_phrase(settled: Settle, phrase: str) -> None:
    """A phrase that differs in anything stops the run; the portal has seen no attempt to log in."""
    household = settled(
        lambda profile: {**welcomed(profile), "security_phrase": phrase},
        portal_id='"someone@example.com"\nsecurity_phrase = "red kite"',
    )
    with pytest.raises(CredentialsError, match="not typed") as stopped:
        try_to_log_in(household)
    assert phrase in stopped.value.fact
    assert household.arrived("log-in") == 0
    assert outcomes(household) == []


def test_the_password_is_never_typed_where_the_phrase_is_absent(settled: Settle) -> None:
    """The profile names a phrase and the portal shows none: nothing is typed."""
    household = settled(welcomed, portal_id=f'"someone@example.com"\nsecurity_phrase = "{PHRASE}"')
    with pytest.raises(CredentialsError, match="shows no security phrase"):
        try_to_log_in(household)
    assert household.arrived("log-in") == 0


def test_a_wrong_password_is_one_attempt_and_not_tried_again_by_the_next_run(settled: Settle) -> None:
    """The portal's refusal is quoted; only another password is tried after that."""
    household = settled(welcomed)
    set_password(household.account.portal_id, "Another-1234", household.folder)
    with pytest.raises(CredentialsError, match="Authentication failed"):
        try_to_log_in(household)
    with pytest.raises(CredentialsError, match="rejected this password before"):
        try_to_log_in(household)
    assert outcomes(household) == ["wrong-password"]
    set_password(household.account.portal_id, PASSWORD, household.folder)
    assert try_to_log_in(household) == HOME


def test_a_dry_run_too_remembers_a_password_that_was_refused(settled: Settle) -> None:
    """For the account's sake: a dry run repeated is not another attempt."""
    household = settled(welcomed)
    set_password(household.account.portal_id, "Another-1234", household.folder)
    for _ in range(2):
        with household.running("pay", dry_run=True) as run, pytest.raises(CredentialsError):
            log_in(run.portal, run.credentials)
    assert outcomes(household) == ["wrong-password"]


def test_a_locked_account_is_told_as_such(settled: Settle) -> None:
    """The portal's words, the help line, and no second attempt."""
    household = settled(lambda profile: {**welcomed(profile), "locked": True})
    with pytest.raises(CredentialsError, match="This account has been locked"):
        try_to_log_in(household)
    with pytest.raises(CredentialsError):
        try_to_log_in(household)
    assert outcomes(household) == ["locked"]


def test_a_portal_id_that_the_portal_does_not_know_is_told_as_such(settled: Settle) -> None:
    """The password is not typed for somebody else's portal ID."""
    household = settled(welcomed)
    household.practice.memory.accounts.clear()
    with pytest.raises(CredentialsError, match="Invalid Email Address"):
        try_to_log_in(household)
    assert household.arrived("log-in") == 0


@pytest.mark.parametrize(
    "fault",
    sample(["error-before", "error-after", "drop-before", "drop-after"], "error-before", "drop-after"),
)
def test_a_log_in_whose_answer_is_lost_arrived_once(settled: Settle, fault: str) -> None:
    """The portal counts attempts, so a lost answer must not become a second one; the password stays good."""
    household = settled(welcomed)
    household.practice.faults.replace([f"{fault}@log-in"])
    with pytest.raises(PortalUnavailable):
        try_to_log_in(household)
    assert household.arrived("log-in") == 1
    assert try_to_log_in(household) == HOME


@pytest.mark.parametrize(
    "fault", ["maintenance@log-in-page", "maintenance@home-page", "error-before@home-page"]
)
def test_a_portal_that_is_closed_is_told_as_such(settled: Settle, fault: str) -> None:
    """Neither a page that announces maintenance nor an error in its place is taken for a changed portal."""
    household = settled(welcomed)
    household.practice.faults.replace([fault])
    with pytest.raises(PortalUnavailable):
        try_to_log_in(household)
    assert try_to_log_in(household) == HOME


@pytest.mark.parametrize(
    "step", sample(["terms", "password", "reminder", "information", "done"], "terms", "done")
)
def test_paying_on_a_first_visit_says_to_register_first(settled: Settle, step: str) -> None:
    """Wherever the first visit stands, paying changes nothing about it."""
    household = settled(lambda profile: {**unregistered(profile), "first_visit_stage": step}, command="pay")
    with household.running("pay") as run, pytest.raises(Stop, match="Run `assist-bot register`"):
        ensure_past_first_visit(log_in(run.portal, run.credentials))
    assert household.arrived() == household.arrived("security-phrase", "log-in")
    assert household.account.first_visit_stage == step
