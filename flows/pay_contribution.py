"""Pay one month, for every employee in it: look, draft, check, approve, submit, pay, receipt."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assist_bot.contribution import CheckedDraft, Contribution, check_amounts
from assist_bot.errors import OutcomeUnknown
from assist_bot.ledger import Entry, Ledger, State, recorded_skbbk
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.receipts import Approved
from flows.draft_contribution import draft
from flows.look_up import Found, Standing, look_up
from flows.pay_at_bank import ensure_may_pay_again, pay_at_bank
from flows.payable import Payable
from flows.paying_attempts import attempts_to_pay
from flows.receipt import collect_acr, keep_receipt, open_receipt, prove
from flows.submit_contribution import ensure_same_total, submit

LOOKS = 2
_STATES = {
    Standing.NOTHING: None,
    Standing.DRAFT: State.DRAFTED,
    Standing.SUBMITTED: State.SUBMITTED,
    Standing.PAID: State.PAID,
}


class Until(StrEnum):
    """How far a run goes."""

    DRAFT = "draft"
    ACR = "acr"
    RECEIPT = "receipt"


@dataclass(frozen=True)
class Wish:
    """What is to be paid, how far to go, and through which bank; an accepted total in ringgit."""

    contribution: Contribution
    until: Until
    bank: str
    accept_total: Decimal | None = None


@dataclass(frozen=True)
class Paid:
    """How far the month has come, with what there is to show for it; the total in ringgit."""

    until: Until
    total: Decimal
    checked: CheckedDraft | None = None
    acr: str = ""
    receipt: str = ""
    late_interest: Decimal = Decimal(0)
    was_paid_before: bool = False


@dataclass(frozen=True)
class Look:
    """What the portal shows of a month, beside what the record said before the look."""

    found: Found
    before: Entry | None


def pay_contribution(portal: Portal, ledger: Ledger, wish: Wish, person: Person) -> Paid:
    """Pay one month, going on from wherever the portal says it is; what is begun is never begun again."""
    month = wish.contribution.month
    found = look_up(portal, month)
    before = ledger.entry(portal.access.portal_id, month)
    if found.standing is Standing.PAID:
        return found_paid(portal, ledger, wish, found)
    known = ledger.reconcile(
        portal.access.portal_id, month, _STATES[found.standing], total=found.total, acr=found.acr
    )
    if found.standing is Standing.SUBMITTED:
        return pay_submitted(portal, ledger, wish, Look(found, before), person)
    ensure_nothing_in_doubt(ledger, wish, known, person)
    return pay_from_draft(portal, ledger, wish, found, person)


def pay_from_draft(portal: Portal, ledger: Ledger, wish: Wish, found: Found, person: Person) -> Paid:
    """Draft, check, have approved, submit and pay."""
    month = wish.contribution.month
    ledger.planned(portal.access.portal_id, wish.contribution)
    checked = check_amounts(draft(portal, wish.contribution, found, person), wish.accept_total)
    ledger.drafted(portal.access.portal_id, checked)
    if wish.until is Until.DRAFT:
        return Paid(Until.DRAFT, checked.total, checked)
    person.approves_contribution(checked)
    acr = submit(portal, ledger, checked)
    collect_acr(portal, month, acr)
    if wish.until is Until.ACR:
        return Paid(Until.ACR, checked.total, checked, acr)
    payable = Payable(month, acr, checked.total, wish.bank, checked.skbbk)
    settled = pay_at_bank(portal, ledger, payable, person)
    return Paid(Until.RECEIPT, checked.total, checked, acr, settled.receipt.number, settled.late_interest)


def pay_submitted(portal: Portal, ledger: Ledger, wish: Wish, look: Look, person: Person) -> Paid:
    """Go on with an ACR that waits for its payment, after a look at every attempt to pay it."""
    month, found, before = wish.contribution.month, look.found, look.before
    skbbk = recorded_skbbk(before, found.total) if before is not None else None
    payable = Payable(month, found.acr, found.total, wish.bank, skbbk)
    ensure_same_total(wish.contribution, before, found, wish.accept_total)
    if wish.until is not Until.RECEIPT:
        return Paid(Until.ACR, found.total, acr=found.acr)
    attempts = attempts_to_pay(portal, found.acr)
    if any(attempt.status == "Successful" for attempt in attempts):
        return found_paid(portal, ledger, wish, found)
    in_doubt = before is not None and before.payment_in_doubt
    ended = 0 if in_doubt else begun_here(ledger, portal.access.portal_id, payable)
    ensure_may_pay_again(attempts, payable, person, known_to_have_ended=ended, in_doubt=in_doubt)
    if in_doubt:
        ledger.nothing_moved(portal.access.portal_id, month)
    person.approves_payment(month.name, payable.acr, payable.total)
    settled = pay_at_bank(portal, ledger, payable, person)
    return Paid(
        Until.RECEIPT,
        payable.total,
        acr=payable.acr,
        receipt=settled.receipt.number,
        late_interest=settled.late_interest,
    )


def begun_here(ledger: Ledger, employer: str, payable: Payable) -> int:
    """Count the attempts to pay an ACR that were begun from here."""
    history = ledger.history(employer, payable.month)
    return sum(entry.state is State.PAYING and entry.acr == payable.acr for entry in history)


def found_paid(portal: Portal, ledger: Ledger, wish: Wish, found: Found) -> Paid:
    """Record a month that the portal shows as paid, with its receipt."""
    month = wish.contribution.month
    receipt = open_receipt(portal, found.acr)
    approved = Approved(month, found.acr, found.total, alone=False)
    proof = prove(portal, receipt, approved) if receipt else None
    number = receipt.number if receipt else ""
    ledger.reconcile(
        portal.access.portal_id, month, State.PAID, total=found.total, acr=found.acr, receipt=number
    )
    if proof:
        keep_receipt(portal, month, proof)
    return Paid(Until.RECEIPT, found.total, acr=found.acr, receipt=number, was_paid_before=True)


def ensure_nothing_in_doubt(ledger: Ledger, wish: Wish, known: Entry | None, person: Person) -> None:
    """Stop while a submission is in doubt that the portal does not show; after two looks the person decides."""
    if known is None or not known.in_doubt:
        return
    month = wish.contribution.month
    if len(ledger.looks(known.employer, month)) < LOOKS:
        raise OutcomeUnknown(
            f"A submission for {month.name} was begun earlier, and the portal shows nothing of it.",
            "Nothing was sent again. Run this again in a while for a second look; then you decide.",
        )
    person.confirms_nothing_sent(month.name)
    ledger.nothing_moved(known.employer, month)
