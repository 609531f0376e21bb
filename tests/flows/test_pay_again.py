"""An ACR of an earlier run: only an approved total is paid, and only when no attempt to pay it is in doubt."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from assist_bot.cli.asking import Agreeing
from assist_bot.errors import ContributionRefused, OutcomeUnknown, Waiting
from flows.pay_contribution import Until
from tests.flows.paying import Moved, Payer, attempt, row, submitted
from tests.sampling import sample

Settle = Callable[..., Payer]
PAID_ONCE = Moved(submissions=1, attempts=1, debits=1)
BY_HAND = submitted(row("1600.00", "28.00", "8.00", "12.00", "48.00"))
SUCCESSFUL = attempt(
    "Successful", debited=True, receipt="R2026110000009", paid_at="2026-11-18T09:06:00+08:00"
)


def test_what_a_run_refused_is_no_approval_for_the_next(payer: Settle) -> None:
    """The portal's own figure, found and recorded, is not what the person agreed to: each run refuses it."""
    household = payer(submissions=[BY_HAND])
    for _ in range(2):
        ending = household.stopped()
        assert isinstance(ending, ContributionRefused)
        assert "RM48.00" in ending.fact
        assert "RM43.45" in ending.fact
    assert household.person.asked == []
    assert household.moved == Moved(submissions=1)


def test_an_accepted_total_is_on_record_and_must_be_exactly_what_the_portal_asks_for(payer: Settle) -> None:
    """Accepted once by name it holds for this ACR; any other figure is refused, also beside an approved one."""
    household = payer(submissions=[BY_HAND])
    with pytest.raises(ContributionRefused, match=r"You accepted RM99\.00.*RM48\.00"):
        household.pay(accept_total=Decimal("99.00"))
    household.home.ledger_path.unlink()
    assert household.pay(Until.ACR, dry_run=True, accept_total=Decimal("48.00")).total == Decimal("48.00")
    assert household.entry is None
    household.pay(Until.ACR, accept_total=Decimal("48.00"))
    assert household.entry is not None
    assert household.entry.note == "accepted by the person; expected was RM32.60 or RM43.45"
    with pytest.raises(ContributionRefused, match="You accepted"):
        household.pay(accept_total=Decimal("43.45"))
    assert household.moved == Moved(submissions=1)
    household.pay()
    assert (household.moved, household.state) == (PAID_ONCE, "paid")


def test_an_acr_that_was_paid_twice_is_told_with_both_payments(payer: Settle) -> None:
    """It is on record as paid, and the person learns that one was too much."""
    second = {**SUCCESSFUL, "fpx": "2611180900000002", "receipt": "R2026110000010"}
    household = payer(submissions=[submitted(status="Paid")], payments=[SUCCESSFUL, second])
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert "was paid 2 times" in ending.fact
    assert "2611180900000001" in ending.fact
    assert "2611180900000002" in ending.fact
    assert household.state == "paid"
    assert household.moved == Moved(submissions=1, attempts=2, debits=2)


def test_paid_by_hand_while_the_bank_was_open_is_paid_twice_and_said_so(payer: Settle) -> None:
    """The run waits at the bank, and the person pays the same ACR in a window of their own."""
    household = payer(submissions=[submitted()])
    household.home.practice.faults.replace(["returned-elsewhere"])

    def pays_elsewhere(question: str) -> None:
        if question == "is_at_the_bank":
            household.finds(
                payments=[*household_payments(household), {**SUCCESSFUL, "fpx": "2611180900000002"}]
            )

    household.person.before_agreeing = pays_elsewhere
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert "was paid 2 times" in ending.fact


def household_payments(household: Payer) -> list[object]:
    """Give the payments that the portal has, as they are seeded."""
    return list(household.home.practice.memory.as_json()["accounts"][household.account.portal_id]["payments"])


@pytest.mark.parametrize("until", sample([Until.ACR, Until.DRAFT], Until.ACR))
def test_a_payment_in_doubt_is_never_told_as_still_to_be_paid(payer: Settle, until: Until) -> None:
    """However far the run was to go: the bank may have taken the money."""
    household = payer()
    household.home.practice.faults.replace(["bank-pending"])
    household.stopped()
    ending = household.stopped(until)
    assert isinstance(ending, OutcomeUnknown)
    assert "Payment Pending" in ending.fact
    assert household.state == "unknown"


@pytest.mark.thorough
def test_a_dry_run_leaves_a_doubt_open(payer: Settle) -> None:
    """Nobody can know in the person's place what the bank did: that is told, and nothing is recorded."""
    household = payer()
    household.home.practice.faults.replace(["bank-debits-but-fails"])
    household.stopped()
    household.person = Agreeing()  # type: ignore[assignment]  # the one of a dry run
    ending = household.stopped(dry_run=True)
    assert isinstance(ending, OutcomeUnknown)
    assert "without --dry-run" in ending.remedy
    assert household.state == "unknown"


@pytest.mark.parametrize(
    "fault",
    sample(
        ["error-before@add-to-cart", "amount-changed@proceed-to-summary", "maintenance@continue"],
        "maintenance@continue",
    ),
)
def test_between_the_acr_and_the_bank_the_end_says_that_the_acr_waits(payer: Settle, fault: str) -> None:
    """Whatever stops it there, something is submitted and nothing is paid."""
    household = payer()
    household.home.practice.faults.replace([f"{fault}:always"])
    ending = household.stopped()
    assert isinstance(ending, Waiting)
    assert f"{household.account.submissions[0].acr} over RM43.45 is submitted and not paid" in ending.remedy
    assert (household.moved, household.state) == (Moved(submissions=1), "submitted")
