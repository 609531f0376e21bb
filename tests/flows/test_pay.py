"""Paying a month, from wherever the portal says it is."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from pypdf import PdfReader

from assist_bot.errors import ContributionRefused
from flows.pay_contribution import Until
from tests.flows.paying import (
    DEWI,
    RIGHT,
    SECOND_EMPLOYEE,
    SITI,
    Moved,
    Payer,
    attempt,
    drafted,
    row,
    submitted,
)

Settle = Callable[..., Payer]
PAID_ONCE = Moved(submissions=1, attempts=1, debits=1)


def test_a_month_is_paid_from_the_log_in_to_the_receipt(payer: Settle) -> None:
    """Everything arrives once, the person is asked before money moves, slip and receipt are kept."""
    household = payer()
    paid = household.pay()
    assert household.moved == PAID_ONCE
    assert household.account.submissions[0].total == paid.total == Decimal("43.45")
    assert household.person.asked == ["approves_contribution", "may_go_to_the_bank", "is_at_the_bank"]
    assert [household.home.arrived(step) for step in ("save-draft", "confirm-submission", "proceed")] == [
        1
    ] * 3
    assert household.entry is not None
    assert (household.state, household.entry.receipt) == ("paid", household.account.payments[0].receipt)
    kept = sorted((household.home.folder / "runs").glob("*/*.pdf"))
    assert len(kept) == 2
    assert all(paid.acr in PdfReader(path).pages[0].extract_text() for path in kept)


def test_two_employees_are_paid_in_one_submission(payer: Settle) -> None:
    """Each row has her own salary, and one ACR is over both."""
    household = payer(profile={"tail": SECOND_EMPLOYEE})
    household.pay(Until.ACR)
    assert household.moved == Moved(submissions=1)
    salaries = {line.passport: line.salary for line in household.account.submissions[0].lines}
    assert salaries == {SITI: Decimal("1500.00"), DEWI: Decimal("1700.00")}


def test_until_draft_stops_at_the_draft_and_the_next_run_goes_on_with_it(payer: Settle) -> None:
    """The draft is used, not made again, and nobody is asked about figures that are our own."""
    household = payer()
    household.pay(Until.DRAFT)
    assert (household.moved, household.state) == (Moved(drafts=1), "drafted")
    assert household.person.asked == []
    household.pay(Until.ACR)
    assert (household.moved, household.state) == (Moved(submissions=1), "submitted")
    assert household.person.asked == ["approves_contribution"]


def test_until_acr_stops_at_the_acr_and_the_next_run_pays_it(payer: Settle) -> None:
    """Asked for the same again nothing happens; asked for the payment the same ACR is paid."""
    household = payer(drafts=[drafted()])
    acr = household.pay(Until.ACR).acr
    assert household.pay(Until.ACR).acr == acr
    assert (household.moved, household.state) == (Moved(submissions=1), "submitted")
    household.person.asked.clear()
    assert household.pay().acr == acr
    assert (household.moved, household.state) == (PAID_ONCE, "paid")
    assert household.person.asked == ["approves_payment", "may_go_to_the_bank", "is_at_the_bank"]


def test_a_month_that_was_paid_by_hand_is_found_and_recorded(payer: Settle) -> None:
    """The ledger, which knows nothing of it, learns ACR and receipt from the portal; nothing is sent."""
    receipt = attempt(
        "Successful", debited=True, receipt="R2026110000009", paid_at="2026-11-18T09:06:00+08:00"
    )
    household = payer(submissions=[submitted(status="Paid")], payments=[receipt])
    paid = household.pay()
    assert paid.was_paid_before
    assert (household.moved, household.person.asked) == (PAID_ONCE, [])
    assert household.entry is not None
    assert (household.state, household.entry.receipt) == ("paid", "R2026110000009")


def test_a_lost_ledger_pays_nothing_twice(payer: Settle) -> None:
    """After each stage the ledger's file is gone; the portal's word is enough to go on from there."""
    household = payer()
    for until, moved in ((Until.DRAFT, Moved(drafts=1)), (Until.ACR, Moved(submissions=1))):
        household.pay(until)
        assert household.moved == moved
        household.home.ledger_path.unlink()
    household.pay()
    household.home.ledger_path.unlink()
    assert household.pay().was_paid_before
    assert (household.moved, household.state) == (PAID_ONCE, "paid")
    assert household.entry is not None
    assert household.entry.acr == household.account.submissions[0].acr
    assert household.entry.receipt == household.account.payments[0].receipt


def test_a_month_that_stands_there_twice_is_left_alone(payer: Settle) -> None:
    """Only the person can say which one counts: both are named."""
    household = payer(submissions=[submitted(), submitted(acr="ACR112660152701")])
    ending = household.stopped()
    assert isinstance(ending, ContributionRefused)
    assert "ACR112660152700" in ending.fact
    assert "ACR112660152701" in ending.fact
    assert household.moved == Moved(submissions=2)


def test_an_acr_over_another_total_than_expected_is_not_paid(payer: Settle) -> None:
    """A submission made by hand with other figures is paid only when its total is accepted by name."""
    household = payer(submissions=[submitted(row("1600.00", "28.00", "8.00", "12.00", "48.00"))])
    ending = household.stopped()
    assert isinstance(ending, ContributionRefused)
    assert "RM48.00" in ending.fact
    assert "RM43.45" in ending.fact
    assert household.moved == Moved(submissions=1)
    household.pay(accept_total=Decimal("48.00"))
    assert (household.moved, household.state) == (PAID_ONCE, "paid")


def test_a_draft_made_by_hand_is_not_overwritten_unasked(payer: Settle) -> None:
    """The person sees both figures; a no leaves the draft as it was, a yes replaces it."""
    by_hand = drafted(row("1400.00", "23.65", "6.75", "10.15", "40.55"))
    household = payer(drafts=[by_hand])
    household.person.refuses = ("prefers_own_draft",)
    household.stopped(Until.DRAFT)
    assert household.person.told["prefers_own_draft"] == (Decimal("1400.00"), Decimal("1500.00"))
    assert household.account.drafts[0].lines[0].salary == Decimal("1400.00")
    household.person.refuses = ()
    household.pay(Until.DRAFT)
    assert household.account.drafts[0].total == Decimal(RIGHT["total"])


@pytest.mark.parametrize("salary", ["1700.00", None])
def test_a_row_the_profile_does_not_know_stops_the_run_only_if_it_has_a_salary(
    payer: Settle, salary: str | None
) -> None:
    """It is neither cleared nor paid for; without a salary it is not billed."""
    dewi = row(salary, *["1.00"] * 4 if salary else (), passport=DEWI, name="DEWI LESTARI")
    household = payer(drafts=[{**drafted(), "lines": [RIGHT, dewi]}])
    siti = household.account.employees[0]
    household.account.employees.append(type(siti)(**{**vars(siti), "name": "DEWI LESTARI", "passport": DEWI}))
    if salary is None:
        household.pay(Until.ACR)
        assert [line.passport for line in household.account.submissions[0].lines] == [SITI]
    else:
        ending = household.stopped(Until.ACR)
        assert isinstance(ending, ContributionRefused)
        assert "DEWI LESTARI" in ending.fact
        assert (household.home.arrived("save-draft"), household.moved) == (0, Moved(drafts=1))
