"""Before anything is begun the portal is asked everywhere, and what its pages show must be one thing."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from assist_bot.errors import ContributionRefused, OutcomeUnknown
from flows.pay_contribution import Until
from tests.flows.paying import Moved, Payer, attempt, drafted, submitted

Settle = Callable[..., Payer]
PAID_ONCE = Moved(submissions=1, attempts=1, debits=1)
RECEIPT = attempt("Successful", debited=True, receipt="R2026110000009", paid_at="2026-11-18T09:06:00+08:00")
OTHER_ACR = "ACR112660152701"


def test_every_page_that_could_show_the_month_is_looked_at_before_anything_is_begun(payer: Settle) -> None:
    """The pending list, the drafts, the unpaid ACRs and the payments, in this order; a picture of each."""
    household = payer()
    household.pay(Until.DRAFT)
    seen = [word for word in looked_at(household) if word in PAGES]
    assert seen[: len(PAGES)] == PAGES


PAGES = [
    "Employer Contribution Pending List",
    "Add Contribution Draft",
    "Payment List",
    "Payment History FPX",
]


def looked_at(household: Payer) -> list[str]:
    """List the titles of the pictures of the last run."""
    journal = max(household.home.folder.glob("runs/*/journal.jsonl"))
    events = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    return [each["title"] for each in events if each["event"] == "picture"]


def test_a_draft_that_only_the_list_of_drafts_shows_is_used(payer: Settle) -> None:
    """It is opened there, and not made again."""
    household = payer(drafts=[drafted()])
    household.home.practice.faults.replace(["list-empty@contribution-list-page"])
    household.pay(Until.DRAFT)
    assert household.moved == Moved(drafts=1)
    assert "Choose the month" not in " ".join(household.said)


def test_a_draft_that_only_the_pending_list_shows_is_used(payer: Settle) -> None:
    """The other list may be behind."""
    household = payer(drafts=[drafted()])
    household.home.practice.faults.replace(["list-empty@draft-list-page"])
    household.pay(Until.DRAFT)
    assert household.moved == Moved(drafts=1)
    assert "Choose the month" not in " ".join(household.said)


@pytest.mark.parametrize("known", [False, True], ids=["a lost ledger", "a ledger"])
def test_an_unpaid_acr_that_the_pending_list_does_not_have_stops_the_run(payer: Settle, known: bool) -> None:
    """Both are shown, with SOCSO's help line; nothing is drafted, submitted or paid."""
    household = payer()
    acr = household.pay(Until.ACR).acr
    if not known:
        household.home.ledger_path.unlink()
    household.home.practice.faults.replace(["list-empty@contribution-list-page"])
    ending = household.stopped()
    assert isinstance(ending, ContributionRefused)
    assert acr in ending.fact
    assert "Employer Contribution Pending List" in ending.fact
    assert "1-300-22-8000" in ending.remedy
    assert household.moved == Moved(submissions=1)


def test_an_acr_that_only_the_pending_list_shows_is_no_contradiction(payer: Settle) -> None:
    """Asked for no more than the ACR, there it is."""
    household = payer(submissions=[submitted()])
    household.home.practice.faults.replace(["list-empty@payment-list-page"])
    assert household.pay(Until.ACR).acr == "ACR112660152700"


@pytest.mark.parametrize(
    ("account", "shown"),
    [
        ({"drafts": [drafted()], "submissions": [submitted()]}, ("a draft", "ACR112660152700")),
        (
            {"submissions": [submitted(), submitted(acr=OTHER_ACR, status="Paid")]},
            ("ACR112660152700 Pending", f"{OTHER_ACR} Paid"),
        ),
        (
            {"drafts": [drafted(), drafted()]},
            ("a draft (Incomplete), RM43.45", "a draft (Incomplete), RM43.45"),
        ),
    ],
    ids=["a draft beside an ACR", "two ACRs", "two drafts"],
)
def test_two_things_where_one_should_be_stop_the_run(
    payer: Settle, account: dict[str, Any], shown: tuple[str, ...]
) -> None:
    """Only the person can say which one counts: both are shown."""
    household = payer(**account)
    before = household.moved
    ending = household.stopped()
    assert isinstance(ending, ContributionRefused)
    assert all(each in ending.fact for each in shown)
    assert "1-300-22-8000" in ending.remedy
    assert household.moved == before


def test_a_paid_month_that_only_its_receipt_shows_is_not_paid_again(payer: Settle) -> None:
    """The ledger is lost and the pending list keeps no paid months: the receipt names the month."""
    household = payer(submissions=[submitted(status="Paid")], payments=[RECEIPT])
    household.home.practice.faults.replace(["list-empty@contribution-list-page"])
    paid = household.pay()
    assert (paid.was_paid_before, paid.receipt) == (True, "R2026110000009")
    assert (household.moved, household.state) == (PAID_ONCE, "paid")


def test_a_receipt_of_another_month_stands_in_no_ones_way(payer: Settle) -> None:
    """It was looked into, and is not for this month."""
    september = {**submitted(status="Paid"), "month": "2026-09"}
    household = payer(submissions=[september], payments=[RECEIPT])
    household.home.practice.faults.replace(["list-empty@contribution-list-page:1"])
    assert household.pay(Until.DRAFT).until is Until.DRAFT
    assert len(household.account.drafts) == 1


def test_a_pending_payment_that_no_list_explains_stops_the_run(payer: Settle) -> None:
    """It may be for this month, and the bank may have taken the money."""
    household = payer(submissions=[submitted(status="Paid")], payments=[attempt("Pending", debited=True)])
    household.home.practice.faults.replace(["list-empty@contribution-list-page"])
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert "ACR112660152700" in ending.fact
    assert household.home.arrived("save-draft") == 0


@pytest.mark.parametrize(
    "payment",
    [{**RECEIPT, "status": "Reversed"}, {**RECEIPT, "receipt": None}],
    ids=["in a word nobody knows", "without a receipt"],
)
def test_a_payment_that_nothing_puts_to_a_month_stops_the_run(payer: Settle, payment: dict[str, Any]) -> None:
    """The ledger is lost: it may be for this month, and so nothing is begun."""
    household = payer(submissions=[submitted(status="Paid")], payments=[payment])
    household.home.practice.faults.replace(
        ["list-empty@contribution-list-page:always", "receipt-later@bank-return"]
    )
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert "it may be October 2026" in ending.fact
    assert household.home.arrived("save-draft") == 0


def test_a_successful_payment_is_known_in_any_letters(payer: Settle) -> None:
    """The pending list keeps no paid months, and the history writes in capitals."""
    household = payer(submissions=[submitted(status="Paid")], payments=[{**RECEIPT, "status": "SUCCESSFUL"}])
    household.home.practice.faults.replace(["list-empty@contribution-list-page"])
    assert household.pay().receipt == "R2026110000009"
    assert household.moved == PAID_ONCE


def test_without_a_look_at_the_payments_nothing_is_begun(payer: Settle) -> None:
    """Nothing is on record: the month may have been paid from another computer."""
    household = payer(submissions=[submitted(status="Paid")], payments=[RECEIPT])
    household.home.practice.faults.replace(["list-empty@contribution-list-page:always"])
    household.home.practice.practice.edition = "without-history"
    ending = household.stopped()
    assert isinstance(ending, ContributionRefused)
    assert '"Payment History FPX" could not be read' in ending.fact
    assert "--receipt" in ending.remedy
    assert household.home.arrived("save-draft") == 0


def test_a_page_that_the_portal_does_not_have_is_noted_and_ends_nothing(payer: Settle) -> None:
    """Where nothing is in doubt it is a second opinion only."""
    household = payer()
    household.home.practice.practice.edition = "without-drafts"
    household.pay(Until.DRAFT)
    assert household.moved == Moved(drafts=1)
    assert 'The portal has no "Add Contribution Draft"' in " ".join(household.said)
