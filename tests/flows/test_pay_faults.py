"""Every fault on the way of a payment: how the run ends, what moved, and that running again pays exactly once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import pytest

from assist_bot.errors import OutcomeUnknown
from assist_bot.language import day
from tests.flows.paying import Moved, Payer, drafted, submitted
from tests.sampling import sample

Settle = Callable[..., Payer]

NOTHING, DRAFT, ACR = Moved(), Moved(drafts=1), Moved(submissions=1)
BEGUN = Moved(submissions=1, attempts=1)
PAID = Moved(submissions=1, attempts=1, debits=1)

FRESH: dict[str, Any] = {}
FROM_DRAFT: dict[str, Any] = {"drafts": [drafted()]}
FROM_ACR: dict[str, Any] = {"submissions": [submitted()]}


class Cell(NamedTuple):
    """A fault, what was there before, how the run ends, and what has moved and stands in the ledger then.

    `again` and `state_again` are what there is after the next run, without the fault.
    """

    fault: str
    begins: dict[str, Any]
    ends: str
    moved: Moved
    state: str
    again: Moved = PAID
    state_again: str = "paid"


CELLS = (
    # Before anything is saved: nothing has moved, and the next run does all of it.
    Cell("error-after@log-in", FROM_DRAFT, "PortalUnavailable", DRAFT, ""),
    Cell("session-ended@contribution-list-page:2", FROM_DRAFT, "SessionEnded", DRAFT, ""),
    Cell("session-ended-bar@contribution-month-page:2", FRESH, "SessionEnded", NOTHING, "planned"),
    # The draft: what was lost is found again.
    Cell("drop-after@save-draft", FRESH, "PortalUnavailable", DRAFT, "planned"),
    Cell("session-ended@save-draft", FROM_DRAFT, "paid", PAID, "paid"),
    Cell("session-ended-bar@save-draft", FROM_DRAFT, "paid", PAID, "paid"),
    Cell("background-save@save-draft", FRESH, "paid", PAID, "paid"),
    Cell("drop-before@complete", FROM_DRAFT, "PortalUnavailable", DRAFT, "drafted"),
    # The submission: a lost answer is unknown, and the next run looks first.
    Cell("error-after@confirm-submission", FROM_DRAFT, "OutcomeUnknown", ACR, "unknown"),
    Cell("drop-before@confirm-submission", FROM_DRAFT, "OutcomeUnknown", DRAFT, "unknown"),
    Cell("drop-after@confirm-submission", FROM_DRAFT, "OutcomeUnknown", ACR, "unknown"),
    Cell("session-ended@confirm-submission", FROM_DRAFT, "OutcomeUnknown", DRAFT, "unknown"),
    Cell("background-save@confirm-submission", FROM_DRAFT, "paid", PAID, "paid"),
    Cell("error-after@acr-page", FROM_DRAFT, "OutcomeUnknown", ACR, "unknown"),
    Cell("error-after@acr-slip", FROM_DRAFT, "PortalUnavailable", ACR, "submitted"),
    # Up to the bank: the ACR waits.
    Cell("drop-after@add-to-cart", FROM_ACR, "PortalUnavailable", ACR, "submitted"),
    Cell("label-renamed@payment-list-page", FROM_ACR, "PortalChanged", ACR, "submitted"),
    Cell("label-twice@payment-list-page", FROM_ACR, "PortalChanged", ACR, "submitted"),
    Cell("maintenance@continue", FROM_ACR, "PortalUnavailable", ACR, "submitted"),
    Cell("error-before@proceed", FROM_ACR, "OutcomeUnknown", ACR, "unknown"),
    Cell("drop-before@proceed", FROM_ACR, "OutcomeUnknown", ACR, "unknown"),
    # From PROCEED on money may have moved: while the portal does not know either, nothing is paid again.
    Cell("drop-after@proceed", FROM_ACR, "OutcomeUnknown", BEGUN, "unknown", BEGUN, "unknown"),
    Cell("bank-pending", FROM_ACR, "OutcomeUnknown", BEGUN, "unknown", BEGUN, "unknown"),
    Cell("bank-debits-but-fails", FROM_ACR, "OutcomeUnknown", PAID, "unknown", PAID, "unknown"),
    Cell("bank-never-returns", FROM_ACR, "OutcomeUnknown", PAID, "unknown", PAID, "unknown"),
    Cell("drop-before@bank-return", FROM_ACR, "OutcomeUnknown", PAID, "unknown", PAID, "unknown"),
    Cell("drop-after@bank-return", FROM_ACR, "OutcomeUnknown", PAID, "unknown"),
    Cell("session-ended@receipt-page", FROM_ACR, "OutcomeUnknown", PAID, "unknown"),
    Cell("drop-after@receipt-pdf", FROM_ACR, "paid", PAID, "paid"),
)


QUICK = (
    "drop-after@save-draft",
    "drop-after@confirm-submission",
    "drop-before@confirm-submission",
    "drop-after@proceed",
    "bank-debits-but-fails",
    "drop-after@bank-return",
)


@pytest.mark.parametrize("cell", sample(CELLS, *QUICK))
def test_a_fault_never_pays_twice_and_the_ledger_tells_the_truth(
    payer: Settle, monkeypatch: pytest.MonkeyPatch, cell: Cell
) -> None:
    """No request that sends something arrives twice, and the next run goes on from where the portal is."""
    household = payer(**cell.begins)
    household.home.practice.faults.replace([cell.fault])
    monkeypatch.setenv("ASSIST_BOT_PATIENCE", "5")
    if "never" in cell.fault:
        household.person.minutes_at_the_bank = 0.1
    ending = household.tried()
    assert ending == cell.ends, household.said[-1]
    assert (household.moved, household.state) == (cell.moved, cell.state)
    assert all(household.home.arrived(step) <= 1 for step in ("confirm-submission", "proceed"))
    assert household.home.arrived("save-draft") <= (2 if cell.fault.startswith("session-ended") else 1)
    household.home.practice.faults.replace([])
    household.home.wait()
    if cell.state != "paid":
        household.tried()
    assert (household.moved, household.state) == (cell.again, cell.state_again)


def lost(payer: Settle) -> Payer:
    """Have a household whose submission was sent and did not arrive; its draft is still there."""
    household = payer(drafts=[drafted()])
    household.home.practice.faults.replace(["drop-before@confirm-submission"])
    assert household.tried() == "OutcomeUnknown"
    household.home.practice.faults.replace([])
    household.person.asked.clear()
    return household


def test_a_lost_submission_that_the_portal_does_not_show_is_the_persons_to_decide(payer: Settle) -> None:
    """Neither of two looks finds anything: only then the person is asked, and a no leaves it in doubt.

    A look that comes too soon after the one before does not count, and the message says when one does.
    """
    household = lost(payer)
    household.account.drafts.clear()
    ending = household.stopped()
    counts_from = household.home.practice.clock.now() + timedelta(minutes=30)
    assert (type(ending), household.person.asked) == (OutcomeUnknown, [])
    assert f"{day(counts_from)}, {counts_from:%H:}" in ending.remedy
    household.home.wait(10)
    assert (household.tried(), household.person.asked) == ("OutcomeUnknown", [])
    household.home.wait(25)
    household.person.refuses = ("confirms_nothing_sent",)
    assert (household.tried(), household.person.asked) == ("ContributionRefused", ["confirms_nothing_sent"])
    assert (household.moved, household.state) == (NOTHING, "unknown")
    household.person.refuses = ()
    assert (household.tried(), household.moved, household.state) == ("paid", PAID, "paid")


@pytest.mark.thorough
def test_a_draft_found_soon_after_a_lost_submission_may_still_be_worked_on(payer: Settle) -> None:
    """It is used again only when it has stayed for as long as two looks are apart; the message says from when."""
    household = lost(payer)
    ending = household.stopped()
    assert isinstance(ending, OutcomeUnknown)
    assert "may still be working on it" in ending.fact
    assert "Run this again from 20 November 2026, 10:" in ending.remedy
    assert (household.person.asked, household.home.arrived("confirm-submission")) == ([], 1)
    household.home.wait()
    assert (household.tried(), household.moved, household.state) == ("paid", PAID, "paid")
    assert household.person.asked[0] == "approves_contribution"


def test_a_submission_that_the_portal_finishes_much_later_is_found(payer: Settle) -> None:
    """Between the lost answer and the next look that counts it has come: it is paid, and not made again."""
    household = lost(payer)
    household.stopped()
    household.finds(drafts=[], submissions=[submitted()])
    assert (household.tried(), household.moved, household.state) == ("paid", PAID, "paid")


@pytest.mark.thorough
def test_a_page_that_is_not_there_is_no_look(payer: Settle, hasty: None) -> None:  # noqa: ARG001
    """Where the ledger is in doubt, what was not looked at never counts as nothing found."""
    household = lost(payer)
    household.account.drafts.clear()
    household.home.practice.practice.edition = "without-drafts"
    for _ in range(3):
        ending = household.stopped()
        assert isinstance(ending, OutcomeUnknown)
        assert "Add Contribution Draft" in ending.fact
        assert "--receipt" in ending.remedy
        household.home.wait()
    assert household.person.asked == []
    household.home.practice.practice.edition = None
    household.stopped()
    household.home.wait()
    assert (household.tried(), household.moved) == ("paid", PAID)
    assert household.person.asked[0] == "confirms_nothing_sent"
