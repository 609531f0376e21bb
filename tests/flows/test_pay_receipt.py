"""Back from the bank: the month is paid when a receipt proves it, by page and PDF, and not before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assist_bot.errors import OutcomeUnknown, Waiting
from assist_bot.ledger import RegistrationState
from flows.pay_contribution import Until
from tests.flows.paying import Moved, Payer, submitted
from tests.sampling import sample

Settle = Callable[..., Payer]
BEGUN = Moved(submissions=1, attempts=1)
PAID_ONCE = Moved(submissions=1, attempts=1, debits=1)


@pytest.fixture
def household(payer: Settle) -> Payer:
    """Have October's ACR wait for its payment."""
    return payer(submissions=[submitted()])


def kept(household: Payer) -> list[Path]:
    """List the receipts that the runs kept."""
    return sorted((household.home.folder / "runs").glob("*/*receipt*.pdf"))


@pytest.mark.thorough
def test_a_return_to_another_page_is_settled_by_the_portals_list(household: Payer) -> None:
    """Payment History FPX has it as successful, and hands out the receipt."""
    household.home.practice.faults.replace(["returned-elsewhere"])
    household.pay()
    assert (household.moved, household.state) == (PAID_ONCE, "paid")
    assert household.entry is not None
    assert household.entry.receipt == household.account.payments[0].receipt
    assert len(kept(household)) == 1


ELSEWHERE = (
    ("bank-declines", Waiting, "declined the payment", BEGUN, "submitted"),
    ("bank-pending", OutcomeUnknown, '"Payment Pending"', BEGUN, "unknown"),
    ("bank-debits-but-fails", OutcomeUnknown, '"Payment Failed"', PAID_ONCE, "unknown"),
)


@pytest.mark.parametrize(
    ("fault", "kind", "told", "moved", "state"), sample(ELSEWHERE, "bank-debits-but-fails")
)
def test_a_return_to_another_page_is_not_taken_for_a_no(  # noqa: PLR0913, PLR0917 - the cell's parts
    household: Payer, fault: str, kind: type[Exception], told: str, moved: Moved, state: str
) -> None:
    """Only the bank's own no, and Failed at the portal, mean that nothing was taken."""
    household.home.practice.faults.replace(["returned-elsewhere", fault])
    ending = household.stopped()
    assert isinstance(ending, kind)
    assert told in ending.fact
    assert ("Do not pay again" in ending.remedy) is (kind is OutcomeUnknown)
    assert (household.moved, household.state) == (moved, state)


def test_a_receipt_that_comes_later_is_collected_by_the_next_run(household: Payer) -> None:
    """Successful without a receipt is not paid yet; nothing is paid again meanwhile."""
    household.home.practice.faults.replace(["receipt-later"])
    ending = household.stopped()
    assert isinstance(ending, Waiting)
    assert "as successful, but hands out no receipt yet" in ending.fact
    assert "Do not pay again" in ending.remedy
    assert "Run this again tomorrow" in ending.remedy
    assert (household.moved, household.state) == (PAID_ONCE, "unknown")
    household.home.practice.faults.replace([])
    paid = household.pay()
    assert paid.was_paid_before
    assert paid.receipt == household.account.payments[0].receipt
    assert (household.moved, household.state) == (PAID_ONCE, "paid")
    assert len(kept(household)) == 1


@pytest.mark.parametrize("where", ["receipt-page", "receipt-pdf"])
def test_a_receipt_that_contradicts_is_not_paid(household: Payer, where: str) -> None:
    """The page what was approved, or the PDF the page; when they agree again the month is paid."""
    household.home.practice.faults.replace([f"amount-changed@{where}"])
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert "RM44.45" in ending.fact
    assert "Do not pay again" in ending.remedy
    assert (household.moved, household.state) == (PAID_ONCE, "unknown")
    assert household.pay().was_paid_before
    assert (household.moved, household.state) == (PAID_ONCE, "paid")


def test_a_damaged_pdf_is_kept_and_stops_nothing(household: Payer) -> None:
    """The page is enough, and the person is told that the receipt is e-mailed too."""
    household.home.practice.faults.replace(["receipt-damaged"])
    household.pay()
    assert (household.moved, household.state) == (PAID_ONCE, "paid")
    assert len(kept(household)) == 1
    assert any("cannot be read" in said and "e-mailed" in said for said in household.said)


def test_a_receipt_for_another_employer_is_not_paid(household: Payer) -> None:
    """Where the registration is on record, its employer code is compared, by every run."""
    household.account.employer_code = "E9999999999X"
    with household.home.running("pay") as run:
        run.ledger.reconcile_registration(
            household.account.portal_id, RegistrationState.REGISTERED, employer_code="E1102070081W"
        )
    for _ in range(2):  # the next run finds it paid at the portal
        ending = household.stopped()
        assert isinstance(ending, OutcomeUnknown)
        assert "E9999999999X" in ending.fact
        assert "E1102070081W" in ending.fact
    assert (household.moved, household.state) == (PAID_ONCE, "unknown")


@pytest.mark.thorough
def test_the_parts_of_a_resumed_payment_are_known_from_the_record(household: Payer) -> None:
    """An ACR of an earlier run: its contribution and its LINDUNG 24 Jam are compared one by one."""
    household.account.submissions.clear()
    household.pay(Until.ACR)
    line = household.account.submissions[0].lines[0]
    line.skbbk, line.employer = line.employer, line.skbbk
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert "approved were RM32.60 and RM10.85" in ending.fact
    assert household.state == "unknown"
