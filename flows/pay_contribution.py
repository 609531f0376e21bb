"""Pay one month, for every employee in it: look, draft, check, approve, submit, pay, receipt."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from assist_bot.contribution import CheckedDraft, Contribution, check_amounts
from assist_bot.language import say
from assist_bot.ledger import Entry, Ledger, State, recorded_skbbk
from assist_bot.ledger.looks import SECOND_LOOK_AFTER
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.receipts import Approved
from flows.doubts import ensure_looked, ensure_nothing_in_doubt
from flows.draft_contribution import draft
from flows.listings import Standing
from flows.log_in import ensure_past_first_visit
from flows.look_up import Found, Known, ensure_known_beside, look_up
from flows.looking_again import look_before_paying, look_before_submitting, submitted_elsewhere
from flows.pay_again import ensure_settled, may_be_paid, was_paid
from flows.pay_at_bank import approved, pay_at_bank
from flows.payable import Payable, nothing_paid
from flows.paying_attempts import attempts_to_pay
from flows.receipt import collect_acr, ensure_paid_once, keep_receipt, open_receipt, prove
from flows.session import Session
from flows.submit_contribution import ensure_same_total, ensure_slip_is_ours, submit

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
    """What is to be paid, how far to go, and through which bank; an accepted total in ringgit.

    `additional`: beside the submissions of the month that are settled. `second_look_after`: how far apart looks
    must be to count where an answer was lost. `employer_name`: whose pages the portal has to show, where it says so.
    """

    contribution: Contribution
    until: Until
    bank: str
    accept_total: Decimal | None = None
    additional: bool = False
    second_look_after: timedelta = SECOND_LOOK_AFTER
    employer_name: str = ""


@dataclass(frozen=True)
class Paid:
    """How far the month has come, with what there is to show for it; the total in ringgit.

    `by_hand`: the person settled it, by their own word, and the portal does not show it as paid.
    """

    until: Until
    total: Decimal
    checked: CheckedDraft | None = None
    acr: str = ""
    receipt: str = ""
    late_interest: Decimal = Decimal(0)
    was_paid_before: bool = False
    by_hand: bool = False


@dataclass(frozen=True)
class Look:
    """What the portal shows of a month, beside what the record said before the look, and what it knows besides."""

    found: Found
    before: Entry | None
    known: Known


def pay_in_session(session: Session, ledger: Ledger, wish: Wish, person: Person) -> Paid:
    """Pay one month behind a log-in, unless that leads to the first visit."""
    ensure_past_first_visit(session.seen)
    return pay_contribution(session.portal, ledger, wish, person)


def pay_contribution(portal: Portal, ledger: Ledger, wish: Wish, person: Person) -> Paid:
    """Pay one month, going on from wherever the portal says it is; what is begun is never begun again."""
    look = look_at_month(portal, ledger, wish)
    found, apart = look.found, wish.second_look_after
    if found.standing is Standing.PAID:
        return found_paid(portal, ledger, wish, found)
    ensure_looked(ledger, wish.contribution.month, look.before, found, apart)
    known = record(portal, ledger, wish, found)
    if known is not None and known.state is State.SETTLED_BY_HAND:
        return settled_by_hand(portal, ledger, wish, found, known)
    if found.standing is Standing.SUBMITTED:
        return pay_submitted(portal, ledger, wish, look, person)
    ensure_nothing_in_doubt(ledger, known, person, apart)
    return pay_from_draft(portal, ledger, wish, look, person)


def look_at_month(portal: Portal, ledger: Ledger, wish: Wish) -> Look:
    """Ask the portal about the month, knowing what is on record of other submissions."""
    employer, month = portal.access.portal_id, wish.contribution.month
    before = ledger.at_work(employer, month, additional=wish.additional)
    earlier = [part.acr for part in ledger.parts(employer, month) if part != before and part.acr]
    others = [each.acr for each in ledger.entries() if each.employer == employer and each.month != month]
    known = Known(tuple(earlier), tuple(filter(None, others)))
    found = look_up(portal, month, known)
    if wish.additional:
        ensure_known_beside(month, found, known, before)
    return Look(found, before, known)


def record(portal: Portal, ledger: Ledger, wish: Wish, found: Found, receipt: str = "") -> Entry | None:
    """Record what the portal shows of the month."""
    return ledger.reconcile(
        portal.access.portal_id,
        wish.contribution.month,
        _STATES[found.standing],
        total=found.total,
        acr=found.acr,
        receipt=receipt,
        additional=wish.additional,
    )


def pay_from_draft(portal: Portal, ledger: Ledger, wish: Wish, look: Look, person: Person) -> Paid:
    """Draft, check, have approved, look again, submit and pay."""
    ledger.planned(portal.access.portal_id, wish.contribution, additional=wish.additional)
    checked = check_amounts(draft(portal, wish.contribution, look.found, person), wish.accept_total)
    ledger.drafted(portal.access.portal_id, checked)
    if wish.until is Until.DRAFT:
        return Paid(Until.DRAFT, checked.total, checked)
    person.approves_contribution(checked)
    meanwhile = look_before_submitting(portal, checked, look.known)
    if meanwhile is not None:
        return gone_on_elsewhere(portal, ledger, wish, meanwhile)
    acr = submit(portal, ledger, checked, wish.employer_name)
    payable = Payable(wish.contribution.month, acr, checked.total, wish.bank, checked.skbbk)
    with nothing_paid(payable):
        ensure_slip_is_ours(portal, ledger, payable, wish.employer_name)
        collect_acr(portal, ledger, payable.month, acr)
        if wish.until is Until.ACR:
            return Paid(Until.ACR, checked.total, checked, acr)
        meanwhile = look_before_paying(portal, payable.month, acr, look.known)
    if meanwhile is not None:
        return found_paid(portal, ledger, wish, meanwhile)
    settled = pay_at_bank(portal, ledger, payable, person)
    return Paid(Until.RECEIPT, checked.total, checked, acr, settled.receipt.number, settled.late_interest)


def pay_submitted(portal: Portal, ledger: Ledger, wish: Wish, look: Look, person: Person) -> Paid:
    """Go on with an ACR that waits for its payment, after a look at every attempt to pay it."""
    month, found, before = wish.contribution.month, look.found, look.before
    skbbk = recorded_skbbk(before, found.total) if before is not None else None
    payable = Payable(month, found.acr, found.total, wish.bank, skbbk)
    ensure_same_total(portal, ledger, wish.contribution, found, wish.accept_total)
    if wish.until is not Until.RECEIPT:
        if before is None or not before.payment_in_doubt:
            return Paid(Until.ACR, found.total, acr=found.acr)
        ensure_settled(portal, payable)
        return found_paid(portal, ledger, wish, found)
    if not may_be_paid(portal, ledger, payable, before, person):
        return found_paid(portal, ledger, wish, found)
    settled = pay_at_bank(portal, ledger, payable, person)
    return Paid(
        Until.RECEIPT,
        payable.total,
        acr=payable.acr,
        receipt=settled.receipt.number,
        late_interest=settled.late_interest,
    )


def found_paid(portal: Portal, ledger: Ledger, wish: Wish, found: Found) -> Paid:
    """Record a month that the portal shows as paid, with its receipt."""
    paid = [attempt for attempt in attempts_to_pay(portal, found.acr) if attempt.succeeded]
    if len(paid) > 1:
        record(portal, ledger, wish, replace(found, standing=Standing.PAID))
        ensure_paid_once(found.acr, paid)
    receipt = open_receipt(portal, paid[0]) if paid else None
    proof = prove(portal, receipt, what_was_approved(portal, ledger, wish, found)) if receipt else None
    if receipt is None:
        portal.journal.warn(
            say("The portal shows {acr} as paid, but hands out no receipt of it.", acr=found.acr)
        )
    number = receipt.number if receipt else ""
    record(portal, ledger, wish, replace(found, standing=Standing.PAID), number)
    if proof:
        keep_receipt(portal, ledger, wish.contribution.month, proof)
    return Paid(Until.RECEIPT, found.total, acr=found.acr, receipt=number, was_paid_before=True)


def what_was_approved(portal: Portal, ledger: Ledger, wish: Wish, found: Found) -> Approved:
    """Put together what the receipt of a month has to prove that was paid before, perhaps with other things."""
    month = wish.contribution.month
    known = ledger.about(portal.access.portal_id, month, found.acr)
    skbbk = recorded_skbbk(known, found.total) if known is not None else None
    payable = Payable(month, found.acr, found.total, wish.bank, skbbk)
    return replace(approved(portal, ledger, payable), day=None, alone=False)


def gone_on_elsewhere(portal: Portal, ledger: Ledger, wish: Wish, found: Found) -> Paid:
    """Record what another computer did while the person was asked; raises Waiting while it is not paid."""
    if found.standing is Standing.PAID:
        return found_paid(portal, ledger, wish, found)
    record(portal, ledger, wish, found)
    raise submitted_elsewhere(wish.contribution.month, found)


def settled_by_hand(portal: Portal, ledger: Ledger, wish: Wish, found: Found, known: Entry) -> Paid:
    """Send nothing for a month that the person settled; the portal's receipt makes it paid."""
    if found.acr and was_paid(attempts_to_pay(portal, found.acr)):
        return found_paid(portal, ledger, wish, found)
    total = known.total if known.total is not None else found.total
    return Paid(Until.RECEIPT, total, acr=found.acr, receipt=known.receipt, by_hand=True)
