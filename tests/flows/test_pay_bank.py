"""At the bank: whatever happens there, the month is paid once and called paid only with a receipt."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Page, Route

from assist_bot.errors import OutcomeUnknown, PortalChanged, Waiting
from tests.flows.paying import Moved, Payer, submitted
from tests.flows.person import approve, close_the_window, decline, sign_in
from tests.sampling import sample

Settle = Callable[..., Payer]
PAID_ONCE = Moved(submissions=1, attempts=1, debits=1)


def with_acr(payer: Settle) -> Payer:
    """Have October's ACR wait for its payment."""
    return payer(submissions=[submitted()])


@pytest.mark.parametrize("who", ["the person", "the bank"])
def test_a_declined_payment_can_be_paid_by_the_next_run(payer: Settle, who: str) -> None:
    """Nothing moved, by the bank's own word: the next run asks no questions about it."""
    household = with_acr(payer)
    if who == "the bank":
        household.home.practice.faults.replace(["bank-declines"])
    else:
        household.person.at_the_bank = decline
    ending = household.stopped()
    assert isinstance(ending, Waiting)
    assert "can still be paid: run this again when you are ready" in ending.remedy
    assert (household.moved, household.state) == (Moved(submissions=1, attempts=1), "submitted")
    household.person.at_the_bank = approve
    household.person.asked.clear()
    household.pay()
    assert (household.moved, household.state) == (Moved(submissions=1, attempts=2, debits=1), "paid")
    assert "confirms_not_debited" not in household.person.asked


def test_a_window_closed_at_the_bank_is_not_paid_for_again_unasked(payer: Settle) -> None:
    """The bank has not said a word: while the portal has it as pending, no second payment is begun."""
    household = with_acr(payer)
    household.person.at_the_bank = close_the_window
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert "The browser window was closed." in ending.fact
    assert household.state == "unknown"
    assert isinstance(household.stopped(), OutcomeUnknown)
    assert household.moved == Moved(submissions=1, attempts=1)


@pytest.mark.parametrize(
    ("fault", "fact"),
    sample(
        [
            ("bank-pending", '"Payment Pending" for RM43.45 (ACR112660152700)'),
            ("bank-debits-but-fails", '"Payment Failed" for RM43.45 (ACR112660152700)'),
            ("bank-never-returns", "You were not back from the bank after 0.1 minutes."),
        ],
        "bank-debits-but-fails",
    ),
)
def test_an_end_that_is_not_known_says_what_to_do(payer: Settle, fault: str, fact: str) -> None:
    """Not to pay again, what to look at, what to ask the bank, and when to look again."""
    household = with_acr(payer)
    household.home.practice.faults.replace([fault])
    if "never" in fault:
        household.person.minutes_at_the_bank = 0.1
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert fact in ending.fact
    for words in (
        "Do not pay again.",
        "Look at your bank account",
        "ask the bank for the FPX transaction",
        "Run this again tomorrow",
    ):
        assert words in ending.remedy
    assert household.state == "unknown"


def test_a_bank_that_opens_in_a_new_tab_is_followed_to_the_receipt(payer: Settle) -> None:
    """The person approves there and comes back there."""
    household = with_acr(payer)

    def in_a_new_tab(page: Page) -> None:
        sign_in(page)
        page.get_by_role("button", name="Approve").wait_for()
        tab = page.context.new_page()
        tab.goto(page.url)
        tab.get_by_role("button", name="Approve").click()

    household.person.at_the_bank = in_a_new_tab
    household.pay()
    assert (household.moved, household.state) == (PAID_ONCE, "paid")


def test_a_host_that_is_no_bank_is_left_alone(payer: Settle) -> None:
    """The person is not asked to sign in there; what was begun is looked at before anything else."""
    household = with_acr(payer)
    household.home.practice.practice.bank_origin = "http://bank.example"

    def pretend(route: Route) -> None:
        route.fulfill(body="<h1>Log in to online banking</h1>", content_type="text/html")

    household.home.context.route("http://bank.example/**", pretend)
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert isinstance(ending.__cause__, PortalChanged)
    assert "bank.example" in ending.fact
    assert "is_at_the_bank" not in household.person.asked


def test_a_receipt_over_another_amount_is_not_called_paid(payer: Settle) -> None:
    """The portal's receipt is compared with what was approved."""
    household = with_acr(payer)

    def pay_more(page: Page) -> None:
        household.account.payments[-1].amount = Decimal("44.45")
        approve(page)

    household.person.at_the_bank = pay_more
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert "RM44.45" in ending.fact
    assert household.state == "unknown"


def test_a_payment_made_by_hand_meanwhile_is_not_made_again(payer: Settle) -> None:
    """The person pays at the portal between two runs: the next one finds the receipt."""
    household = with_acr(payer)
    household.person.at_the_bank = close_the_window
    household.stopped()
    payment = household.account.payments[0]
    payment.status, payment.debited, payment.receipt = "Successful", True, "R2026110000009"
    payment.paid_at = payment.started_at
    household.account.submissions[0].status = "Paid"
    assert household.pay().was_paid_before
    assert (household.moved, household.state) == (PAID_ONCE, "paid")
