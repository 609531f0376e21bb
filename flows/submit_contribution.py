"""Complete, Submit, Confirm: past this line a failure means to look at the portal before trying again."""

from decimal import Decimal

from assist_bot.contribution import CheckedDraft, Contribution, ensure_unchanged
from assist_bot.errors import ContributionRefused
from assist_bot.language import say
from assist_bot.ledger import Ledger, Submitting
from assist_bot.money import amounts_in, ringgit
from assist_bot.portal.portal import Portal
from flows.figures import AMOUNT, NUMBER, figure
from flows.identity import ensure_own_page
from flows.look_up import Found
from flows.payable import Payable

CONFIRMATION = "CONFIRMATION"
ACR = "ACR No."
TOTAL = "Total Amount (RM)"


def submit(portal: Portal, ledger: Ledger, checked: CheckedDraft, employer_name: str) -> str:
    """Submit the draft that was checked and approved, once, for this employer; give the ACR number.

    Raises OutcomeUnknown for whatever happens between SUBMIT and the ACR number.
    """
    portal.chapter(say("Complete and submit"))
    portal.save("Complete", then="SUBMIT")
    ensure_unchanged(checked.total, figure(portal.read(TOTAL, AMOUNT)), say("The summary"))
    ensure_own_page(portal, employer_code(portal, ledger), employer_name, say("The summary"))
    portal.ready("SUBMIT")
    with ledger.submitting(portal.access.portal_id, checked) as submitting, portal.past_no_return():
        if portal.save("SUBMIT", then=(CONFIRMATION, ACR)) == CONFIRMATION:
            ensure_confirmed_unchanged(portal, submitting, checked.total)
            portal.save("CONFIRM", then=ACR)
        acr = portal.read(ACR, NUMBER)
        submitting.submitted(acr)
    portal.journal.fact("ACR", acr)
    return acr


def ensure_slip_is_ours(portal: Portal, ledger: Ledger, payable: Payable, employer_name: str) -> None:
    """Stop when the page of the ACR shows another total than was approved, or another employer."""
    page = say("The page of {acr}", acr=payable.acr)
    ensure_unchanged(payable.total, figure(portal.read(TOTAL, AMOUNT)), page)
    ensure_own_page(portal, employer_code(portal, ledger), employer_name, page)


def employer_code(portal: Portal, ledger: Ledger) -> str:
    """Give the employer code that is on record; "" where none is."""
    registration = ledger.registration(portal.access.portal_id)
    return registration.employer_code if registration else ""


def ensure_confirmed_unchanged(portal: Portal, submitting: Submitting, approved: Decimal) -> None:
    """Stop before CONFIRM when the question names amounts, and not the approved one among them."""
    amounts = amounts_in(portal.section(CONFIRMATION).text()) if portal.has(CONFIRMATION) else []
    if amounts and approved not in amounts:
        submitting.not_taken(say("the question before CONFIRM named another amount"))
        ensure_unchanged(approved, amounts[0], CONFIRMATION)


def ensure_same_total(
    portal: Portal, ledger: Ledger, contribution: Contribution, found: Found, accept_total: Decimal | None
) -> None:
    """Stop when an ACR that waits for payment is over another total than the one approved, expected or accepted.

    What the portal asked for in an earlier run was not approved by that.
    """
    employer, month = portal.access.portal_id, contribution.month
    approved = ledger.approved_total(employer, month, found.acr)
    if accept_total is not None:
        if accept_total != found.total:
            raise ContributionRefused(
                say(
                    "You accepted {accept_total}, but {acr} for {month} is over {total}.",
                    accept_total=ringgit(accept_total),
                    acr=found.acr,
                    month=month.name,
                    total=ringgit(found.total),
                ),
                say(
                    "It was not paid. Look at it at the portal, and run this again without --accept-total to "
                    "see what we expect."
                ),
            )
        if found.total not in (approved, *contribution.totals):
            ledger.accepted(employer, month, found.acr, _expected(contribution))
    elif approved is not None:
        ensure_unchanged(approved, found.total, say("The pending list ({acr})", acr=found.acr))
    elif found.total not in contribution.totals:
        raise ContributionRefused(
            say(
                "{acr} over {total} waits for payment; we expect {expected}.",
                acr=found.acr,
                total=ringgit(found.total),
                expected=_expected(contribution),
            ),
            say(
                "It was not paid. If it is right, run again with --accept-total {total}; if not, SOCSO "
                "can correct it: {help_line}. A salary that was too low is corrected with SHORT "
                "CONTRIBUTION after payment.",
                total=found.total,
            ),
        )


def _expected(contribution: Contribution) -> str:
    return say(" or ").join(ringgit(total) for total in contribution.totals)
