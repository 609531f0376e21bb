"""A page that nobody expected ends the run in its own words, with nothing saved, or is answered and the run goes on."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from assist_bot.errors import OutcomeUnknown, SessionEnded, Waiting
from assist_bot.profile import Profile
from tests.flows.conftest import Settle as SettleHousehold
from tests.flows.paying import Moved, Payer
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import ending_of, register_once
from tests.flows.stages import employer_known, welcomed
from tests.flows.test_pay_faults import ACR, DRAFT, FRESH, FROM_ACR, FROM_DRAFT, NOTHING, PAID
from tests.sampling import sample

Settle = Callable[..., Payer]


class Page(NamedTuple):
    """A page or message that nobody expected, what was there before, how the run ends, and what it says."""

    fault: str
    begins: dict[str, Any]
    ends: str
    says: str
    moved: Moved = DRAFT


PAGES = (
    Page("access-denied@log-in-page", FROM_DRAFT, "PortalUnavailable", "You do not have permission"),
    Page(
        "not-found@contribution-list-page",
        FROM_DRAFT,
        "PortalUnavailable",
        "The requested resource was not found",
    ),
    Page("verify-email@home-page", FROM_DRAFT, "Waiting", "Please verify your e-mail address"),
    Page("captcha@security-phrase", FROM_DRAFT, "Waiting", "reCAPTCHA"),
    Page("one-time-code@home-page", FROM_DRAFT, "Waiting", "TAC"),
    Page("one-time-code@acr-page:always", FROM_DRAFT, "OutcomeUnknown", "TAC", ACR),
    Page("access-denied@acr-page:always", FROM_DRAFT, "OutcomeUnknown", "You do not have permission", ACR),
    Page("captcha@employee-contributions-page", FROM_DRAFT, "Waiting", "reCAPTCHA"),
    Page(
        "new-required-field@employee-contributions-page",
        FRESH,
        "PortalChanged",
        "Household Income (RM)",
        NOTHING,
    ),
    Page("unknown-message@save-draft", FROM_DRAFT, "PortalRejected", "Sila semak semula butiran ini."),
    Page("another-employer@summary-page", FROM_DRAFT, "ContributionRefused", "ORANG LAIN"),
)
QUICK = (
    "not-found@contribution-list-page",
    "verify-email@home-page",
    "captcha@security-phrase",
    "one-time-code@acr-page:always",
    "another-employer@summary-page",
)


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("cell", sample(PAGES, *QUICK))
def test_a_page_that_nobody_expected_ends_the_run_in_its_own_words(payer: Settle, cell: Page) -> None:
    """Nothing has moved that was not there; what was submitted is found by the next run, and paid once."""
    household = payer(**cell.begins)
    household.home.practice.faults.replace([cell.fault])
    ending = household.stopped()
    assert (type(ending).__name__, household.moved) == (cell.ends, cell.moved)
    assert cell.says in ending.fact
    if cell.fault.startswith("captcha@security"):
        assert household.home.arrived("log-in") == 0
    if cell.moved == ACR:
        household.home.practice.faults.replace([])
        assert (household.tried(), household.moved) == ("paid", PAID)


def test_a_bar_before_the_end_of_the_session_is_answered(payer: Settle) -> None:
    """EXTEND is pressed once, and the month is paid."""
    household = payer(**FROM_DRAFT)
    household.home.practice.faults.replace(["session-ending@contribution-list-page"])
    assert (household.tried(), household.moved) == ("paid", PAID)
    assert household.home.arrived("extend-session") == 1


# ---- The log-in runs out ----------------------------------------------------------------------------------------


def log_ins(payer: Payer) -> list[str]:
    """How the attempts to log in ended, as the portal remembers them."""
    return [each.outcome for each in payer.account.log_ins]


def test_a_log_in_that_runs_out_is_made_again_once(payer: Settle) -> None:
    """The run goes on from what the portal shows, and the next time stops."""
    household = payer(**FROM_DRAFT)
    household.home.practice.faults.replace(["session-ended@save-draft"])
    assert (household.tried(), household.moved) == ("paid", PAID), household.said[-1]
    assert log_ins(household) == ["done", "done"]
    assert any("Logging in again" in said for said in household.said)


def test_a_log_in_that_runs_out_again_stops(payer: Settle) -> None:
    """Two log-ins, no third; nothing was saved."""
    household = payer(**FROM_ACR)
    household.home.practice.faults.replace(["session-ended@contribution-list-page:2"])
    assert isinstance(household.stopped(), SessionEnded)
    assert (log_ins(household), household.moved) == (["done", "done"], ACR)


def test_a_log_in_that_runs_out_in_a_dry_run_is_made_again_and_nothing_is_saved(payer: Settle) -> None:
    """A dry run goes as far as ever."""
    household = payer(**FROM_DRAFT)
    household.home.practice.faults.replace(["session-ended-bar@contribution-list-page"])
    assert type(household.stopped(dry_run=True)).__name__ == "DryRunEnds"
    assert (log_ins(household), household.moved) == (["done", "done"], DRAFT)


def test_a_log_in_that_runs_out_while_something_is_submitted_is_not_made_again(payer: Settle) -> None:
    """That is unknown; the next run looks first."""
    household = payer(**FROM_DRAFT)
    household.home.practice.faults.replace(["session-ended@confirm-submission"])
    assert isinstance(household.stopped(), OutcomeUnknown)
    assert (log_ins(household), household.moved, household.state) == (["done"], DRAFT, "unknown")


def test_a_renewed_log_in_that_is_refused_is_not_tried_again(payer: Settle) -> None:
    """The password was changed meanwhile: one wrong attempt, and nobody is locked out."""
    household = payer(**FROM_DRAFT)

    def change(event: dict[str, Any]) -> None:
        if event["event"] == "warning":
            household.account.password = "Changed-Elsewhere-1"

    household.listener = change
    household.home.practice.faults.replace(["session-ended@contribution-list-page"])
    assert household.tried() == "CredentialsError"
    assert log_ins(household) == ["done", "wrong-password"]


@pytest.mark.thorough
def test_a_log_in_that_runs_out_after_a_new_password_is_made_with_the_new_one(
    settled: SettleHousehold, person: ScriptedPerson
) -> None:
    """The old one is never tried once the portal has taken another."""
    household = settled()
    household.practice.faults.replace(["session-ended@registration-home-page"])
    register_once(household, person)
    assert [each.outcome for each in household.account.log_ins] == ["done", "done"]
    assert household.account.registration_status == "registered"


# ---- Who has to answer, and whom a page is about ------------------------------------------------------------------


def test_terms_that_changed_after_the_first_visit_are_the_persons_to_read(
    settled: SettleHousehold, person: ScriptedPerson
) -> None:
    """Neither `register` nor anything else agrees to them, not even when it is asked to agree beforehand."""
    household = settled(welcomed)
    with household.running("register") as run:
        run.credentials.first_visit_done()
    household.practice.faults.replace(["terms-changed"])
    with pytest.raises(Waiting, match="they have changed since your first visit"):
        register_once(household, person)
    assert (household.arrived("accept-terms"), person.asked) == (0, [])


def test_a_code_that_the_person_types_lets_the_run_go_on(payer: Settle) -> None:
    """They answer in the window, and the month is paid."""
    household = payer(**FROM_DRAFT)

    def answer(event: dict[str, Any]) -> None:
        if event["event"] == "warning" and "I type nothing there" in event["text"]:
            page = household.home.context.pages[-1]
            page.locator("[name=tac]").fill("482913")
            page.get_by_role("button", name="VERIFY").click()

    household.home.attended, household.listener = True, answer
    household.home.practice.faults.replace(["one-time-code@home-page"])
    assert (household.tried(), household.moved) == ("paid", PAID)


@pytest.mark.usefixtures("hasty")
def test_a_form_that_requires_more_than_the_guide_knows_is_not_saved(
    settled: SettleHousehold, person: ScriptedPerson
) -> None:
    """The new field is named; once the person has saved it at the portal, or it is gone, the run goes on."""
    household = settled(welcomed)
    household.practice.faults.replace(["new-required-field@employer-information-page"])
    assert "Household Income" in ending_of(household, person).fact
    assert household.arrived("save-employer-information") == 0


def of_somebody_else(profile: Profile) -> dict[str, Any]:
    """Seed one whose Employer Information is another person's."""
    known = employer_known(profile)
    return {**known, "employer": {**known["employer"], "identificationNo": "700101105551"}}


def test_a_form_about_another_employer_is_not_written_over(
    settled: SettleHousehold, person: ScriptedPerson
) -> None:
    """Its identification number is not the profile's, and only its end is told: nothing is saved."""
    household = settled(of_somebody_else)
    ending = ending_of(household, person)
    assert "about somebody else" in ending.fact
    assert "700101105551" not in ending.fact
    assert household.arrived() == household.arrived("security-phrase", "log-in")
