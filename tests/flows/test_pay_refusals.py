"""What is not right stops a payment before the next thing that would be sent."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import ContributionRefused, Waiting
from flows.pay_contribution import Until
from tests.flows.paying import Moved, Payer, drafted, submitted

Settle = Callable[..., Payer]


def test_a_wrong_amount_submits_nothing(payer: Settle) -> None:
    """Both figures are named and the draft stays; accepted by name, the portal's total is submitted."""
    household = payer(drafts=[drafted()])
    household.home.practice.faults.replace(["wrong-amount"])
    ending = household.stopped()
    assert isinstance(ending, ContributionRefused)
    assert "RM44.45" in ending.fact
    assert "RM43.45" in ending.fact
    assert (household.moved, household.person.asked) == (Moved(drafts=1), [])
    household.pay(Until.ACR, accept_total=Decimal("44.45"))
    assert household.account.submissions[0].total == Decimal("44.45")
    assert household.entry is not None
    assert "the portal asks for RM44.45" in household.entry.note


def test_an_amount_that_changes_after_the_draft_is_not_submitted(payer: Settle) -> None:
    """The summary shows another total than the one approved: SUBMIT is not pressed."""
    household = payer(drafts=[drafted()])
    household.home.practice.faults.replace(["amount-changed@complete"])
    ending = household.stopped()
    assert isinstance(ending, ContributionRefused)
    assert "RM44.45" in ending.fact
    assert household.moved == Moved(drafts=1)
    assert household.state == "drafted"


def test_an_amount_that_changes_as_it_is_submitted_is_not_paid(payer: Settle) -> None:
    """Neither by this run nor by the next one: an ACR over another total than the approved one waits."""
    household = payer(drafts=[drafted()])
    household.home.practice.faults.replace(["amount-changed@confirm-submission"])
    for kind in (Waiting, ContributionRefused):
        ending = household.stopped()
        assert isinstance(ending, kind)
        assert "RM44.45" in ending.fact
        assert household.moved == Moved(submissions=1)
        assert household.home.arrived("add-to-cart", "proceed") == 0


def test_a_no_to_the_total_leaves_the_draft(payer: Settle) -> None:
    """Nothing is submitted; the draft is there for the next run."""
    household = payer()
    household.person.refuses = ("approves_contribution",)
    assert isinstance(household.stopped(), ContributionRefused)
    assert (household.moved, household.state) == (Moved(drafts=1), "drafted")


def test_a_month_that_is_not_offered_is_said_in_plain_words(payer: Settle) -> None:
    """It does not read as a portal that has changed."""
    household = payer()
    household.home.practice.faults.replace(["month-not-offered"])
    household.month = ContributionMonth.parse("2026-11")
    ending = household.stopped()
    assert isinstance(ending, ContributionRefused)
    assert ending.fact.startswith("The portal does not offer November 2026")
    assert "10/2026" in ending.fact
    assert household.moved == Moved()


def test_a_month_is_offered_from_its_16th(payer: Settle) -> None:
    """On the 15th the portal's list ends with the month before, whatever the computer's clock says."""
    household = payer()
    household.month = ContributionMonth.parse("2026-11")
    household.home.practice.clock.set("2026-11-15T23:30")
    assert isinstance(household.stopped(Until.DRAFT), ContributionRefused)
    household.home.practice.clock.set("2026-11-16")
    household.pay(Until.DRAFT)
    assert household.account.drafts[0].month == "2026-11"


def test_an_employee_who_is_not_listed_stops_the_run(payer: Settle) -> None:
    """Nothing is saved for the others either."""
    household = payer()
    household.home.practice.faults.replace(["employee-not-listed"])
    ending = household.stopped()
    assert isinstance(ending, ContributionRefused)
    assert "SITI AMINAH" in ending.fact
    assert (household.home.arrived("save-draft"), household.moved) == (0, Moved())


def test_a_name_that_is_not_hers_stops_the_run(payer: Settle) -> None:
    """The passport number alone is not enough."""
    household = payer()
    household.account.employees[0].name = "SOMEBODY ELSE"
    assert isinstance(household.stopped(), ContributionRefused)
    assert household.home.arrived("save-draft") == 0


@pytest.mark.parametrize("also", ["FCLB112660152700", "ACR102660152699"])
def test_a_cart_with_something_else_in_it_stops_the_payment(payer: Settle, also: str) -> None:
    """Late interest, or another month's ACR: it is named and not paid for."""
    interest = {"number": "FCLB112660152700", "acr": "ACR112660152700", "month": "2026-10", "amount": "5.00"}
    september = {**submitted(acr="ACR102660152699"), "month": "2026-09"}
    household = payer(submissions=[submitted(), september], late_interest=[interest], cart=[also])
    ending = household.stopped()
    assert isinstance(ending, Waiting)
    assert also in ending.fact
    assert household.moved == Moved(submissions=2)
    assert also in household.account.cart
