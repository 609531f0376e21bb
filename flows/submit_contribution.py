"""Complete, Submit, Confirm: past this line a failure means to look at the portal before trying again."""

from decimal import Decimal

from assist_bot.contribution import CheckedDraft, Contribution, ensure_unchanged
from assist_bot.errors import ContributionRefused
from assist_bot.ledger import Entry, Ledger, State, Submitting
from assist_bot.money import amounts_in, read_ringgit, ringgit
from assist_bot.portal.portal import Portal
from flows.identity import ensure_own_page
from flows.look_up import Found

CONFIRMATION = "CONFIRMATION"
ACR = "ACR No."


def submit(portal: Portal, ledger: Ledger, checked: CheckedDraft, employer_name: str) -> str:
    """Submit the draft that was checked and approved, once, for this employer; give the ACR number.

    Raises OutcomeUnknown for whatever happens between SUBMIT and the ACR number.
    """
    portal.chapter("Complete and submit")
    portal.save("Complete", then="SUBMIT")
    ensure_unchanged(checked.total, read_ringgit(portal.read("Total Amount (RM)")), "The summary")
    registration = ledger.registration(portal.access.portal_id)
    code = registration.employer_code if registration else ""
    ensure_own_page(portal, code, employer_name, "The summary")
    portal.ready("SUBMIT")
    with ledger.submitting(portal.access.portal_id, checked) as submitting, portal.past_no_return():
        if portal.save("SUBMIT", then=(CONFIRMATION, ACR)) == CONFIRMATION:
            ensure_confirmed_unchanged(portal, submitting, checked.total)
            portal.save("CONFIRM", then=ACR)
        acr = portal.read(ACR)
        submitting.submitted(acr)
    portal.journal.fact("ACR", acr)
    ensure_unchanged(checked.total, read_ringgit(portal.read("Total Amount (RM)")), f"The page of {acr}")
    ensure_own_page(portal, code, employer_name, f"The page of {acr}")
    return acr


def ensure_confirmed_unchanged(portal: Portal, submitting: Submitting, approved: Decimal) -> None:
    """Stop before CONFIRM when the question names amounts, and not the approved one among them."""
    amounts = amounts_in(portal.section(CONFIRMATION).text()) if portal.has(CONFIRMATION) else []
    if amounts and approved not in amounts:
        submitting.not_taken("the question before CONFIRM named another amount")
        ensure_unchanged(approved, amounts[0], CONFIRMATION)


def ensure_same_total(
    contribution: Contribution, before: Entry | None, found: Found, accept_total: Decimal | None
) -> None:
    """Stop when an ACR that waits for payment is over another total than the one approved or expected."""
    sent = before is not None and before.state not in (State.PLANNED, State.DRAFTED)
    approved = before.total if before is not None and sent and before.acr in ("", found.acr) else None
    if approved is not None:
        ensure_unchanged(approved, found.total, f"The pending list ({found.acr})")
    elif found.total not in (*contribution.totals, accept_total):
        expected = " or ".join(ringgit(total) for total in contribution.totals)
        raise ContributionRefused(
            f"{found.acr} over {ringgit(found.total)} waits for payment; we expect {expected}.",
            f"It was not paid. If it is right, run again with --accept-total {found.total}; if not, SOCSO can "
            "correct it: 1-300-22-8000. A salary that was too low is corrected with SHORT CONTRIBUTION after payment.",
        )
