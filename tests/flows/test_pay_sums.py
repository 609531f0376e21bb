"""The approved amount on every page that shows one: another one stops the payment before the next save."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from assist_bot.errors import ContributionRefused, OutcomeUnknown, Waiting
from tests.flows.paying import Moved, Payer, drafted, submitted
from tests.flows.person import approve, decline, sign_in
from tests.sampling import sample

Settle = Callable[..., Payer]
DRAFT, ACR = Moved(drafts=1), Moved(submissions=1)
PAID_ONCE = Moved(submissions=1, attempts=1, debits=1)
FRESH: dict[str, Any] = {}
FROM_DRAFT: dict[str, Any] = {"drafts": [drafted()]}
FROM_ACR: dict[str, Any] = {"submissions": [submitted()]}


class Cell(NamedTuple):
    """Where an amount changes, what was there before, what the person is told, and what has moved by then.

    `not_sent` is the step that would have come next.
    """

    fault: str
    begins: dict[str, Any]
    told: str
    moved: Moved
    state: str
    not_sent: str


CELLS = (
    Cell("total-changed@save-draft", FRESH, "the portal's total is RM44.45", DRAFT, "planned", "complete"),
    Cell(
        "amount-changed@contribution-confirmation",
        FROM_DRAFT,
        "CONFIRMATION shows RM44.45, but RM43.45 was approved",
        DRAFT,
        "drafted",
        "confirm-submission",
    ),
    Cell(
        "amount-changed@acr-page",
        FROM_DRAFT,
        "The page of ACR112660152714 shows RM44.45",
        ACR,
        "submitted",
        "add-to-cart",
    ),
    Cell(
        "amount-changed@payment-list-page:always",
        FROM_ACR,
        "The payment list shows RM44.45",
        ACR,
        "submitted",
        "add-to-cart",
    ),
    Cell("amount-changed@add-to-cart", FROM_ACR, "The cart shows RM44.45", ACR, "submitted", "proceed"),
    Cell(
        "total-changed@add-to-cart", FROM_ACR, "The cart's total shows RM44.45", ACR, "submitted", "proceed"
    ),
    Cell(
        "amount-changed@proceed-to-summary",
        FROM_ACR,
        "The payment summary shows RM44.45",
        ACR,
        "submitted",
        "proceed",
    ),
    Cell(
        "total-changed@proceed-to-summary",
        FROM_ACR,
        "The payment summary's total shows RM44.45",
        ACR,
        "submitted",
        "proceed",
    ),
    Cell(
        "amount-changed@continue",
        FROM_ACR,
        "The page of the bank list shows RM44.45",
        ACR,
        "submitted",
        "proceed",
    ),
)
QUICK = (
    "total-changed@save-draft",
    "amount-changed@contribution-confirmation",
    "amount-changed@payment-list-page:always",
)


@pytest.mark.parametrize("cell", sample(CELLS, *QUICK))
def test_another_amount_stops_before_the_next_thing_is_sent(payer: Settle, cell: Cell) -> None:
    """Both figures and the page are named; once the page is right again the next run pays exactly once."""
    household = payer(**cell.begins)
    household.home.practice.faults.replace([cell.fault])
    ending = household.stopped()
    assert isinstance(ending, Waiting if cell.moved == ACR else ContributionRefused)
    assert cell.told in ending.fact
    assert (household.moved, household.state) == (cell.moved, cell.state)
    assert household.home.arrived(cell.not_sent) == 0
    household.home.practice.faults.replace([])
    household.pay()
    assert (household.moved, household.state) == (PAID_ONCE, "paid")


def test_a_total_that_fpx_does_not_take_is_not_submitted(payer: Settle) -> None:
    """Below RM1 the draft stays a draft, and nobody is asked to approve it."""
    household = payer(profile={"salary": '"20.00"'})
    ending = household.stopped()
    assert isinstance(ending, ContributionRefused)
    assert "outside what FPX takes from a person, RM1.00 to RM30,000.00" in ending.fact
    assert (household.moved, household.person.asked) == (DRAFT, [])
    assert household.home.arrived("complete") == 0


def test_a_bank_that_shows_another_amount_is_not_approved_unwarned(payer: Settle) -> None:
    """The person is told at once, and declines; the record names no figure that may be their balance."""
    household = payer(**FROM_ACR)
    household.home.practice.faults.replace(["amount-changed@bank-approve-page"])
    household.person.at_the_bank = sign_in
    household.person.once_warned = lambda page: page.get_by_role("button", name="Decline").click()
    assert isinstance(household.stopped(), Waiting)
    assert household.person.told["is_warned_at_the_bank"] == ((Decimal("44.45"),), Decimal("43.45"))
    assert (household.moved, household.state) == (Moved(submissions=1, attempts=1), "submitted")
    (noted,) = [said for said in household.said if "The bank's page showed other amounts" in said]
    assert "RM43.45" in noted
    assert "44.45" not in "".join(household.said)


def test_a_bank_that_took_another_amount_has_not_paid(payer: Settle) -> None:
    """Warned too late: the receipt does not match, and the next run does not call it paid either."""
    household = payer(**FROM_ACR)
    household.home.practice.faults.replace(["amount-changed@bank-approve-page"])
    for _ in range(2):
        ending = household.stopped()
        assert isinstance(ending, OutcomeUnknown)
        assert "RM44.45" in ending.fact
        assert "Do not pay again" in ending.remedy
        assert (household.moved, household.state) == (PAID_ONCE, "unknown")
    assert "is_warned_at_the_bank" in household.person.asked


@pytest.mark.parametrize("said_no", [False, True])
def test_a_bank_that_shows_the_approved_amount_warns_nobody(payer: Settle, said_no: bool) -> None:
    """Neither on its way nor after a no."""
    household = payer(**FROM_ACR)
    household.person.at_the_bank = decline if said_no else approve
    household.tried()
    assert "is_warned_at_the_bank" not in household.person.asked


def test_late_interest_is_told_and_left_alone(payer: Settle) -> None:
    """A late month's ACR is paid, and nothing but it; what waits beside it is the person's to decide."""
    household = payer()
    paid = household.pay()
    (interest,) = household.account.late_interest
    assert [payment.acrs for payment in household.account.payments] == [[paid.acr]]
    assert household.account.payments[0].amount == Decimal("43.45")
    assert (interest.status, household.account.cart) == ("Pending Payment", [])
    assert paid.late_interest == interest.amount == Decimal("5.00")
    (noted,) = [said for said in household.said if "Late interest (FCLB) of RM5.00 for October 2026" in said]
    assert "needs an approval of its own" in noted
