"""Pay one month, for every employee in it: look, draft, check, approve, submit, pay, receipt."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from assist_bot.contribution import CheckedDraft, Contribution, check_amounts
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
from flows.pay_at_bank import ensure_may_pay_again, pay_at_bank
from flows.payable import Payable
from flows.paying_attempts import Attempt, attempts_to_pay
from flows.receipt import collect_acr, keep_receipt, open_receipt, prove
from flows.session import Session
from flows.submit_contribution import ensure_same_total, submit

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
    ensure_looked(ledger, look.before, found, apart)
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
    month = wish.contribution.month
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
    collect_acr(portal, month, acr)
    if wish.until is Until.ACR:
        return Paid(Until.ACR, checked.total, checked, acr)
    meanwhile = look_before_paying(portal, month, acr, look.known)
    if meanwhile is not None:
        return found_paid(portal, ledger, wish, meanwhile)
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


def may_be_paid(
    portal: Portal, ledger: Ledger, payable: Payable, before: Entry | None, person: Person
) -> bool:
    """Look at every attempt to pay an ACR, before and after the person approves; False where one was successful.

    Raises OutcomeUnknown where an attempt may have moved money.
    """
    attempts = attempts_to_pay(portal, payable.acr)
    if was_paid(attempts):
        return False
    in_doubt = before is not None and before.payment_in_doubt
    ended = 0 if in_doubt else begun_here(ledger, portal.access.portal_id, payable)
    ensure_may_pay_again(attempts, payable, person, known_to_have_ended=ended, in_doubt=in_doubt)
    if in_doubt:
        ledger.nothing_moved(portal.access.portal_id, payable.month)
    person.approves_payment(payable.month.name, payable.acr, payable.total)
    meanwhile = attempts_to_pay(portal, payable.acr)
    if was_paid(meanwhile):
        return False
    ensure_may_pay_again(meanwhile, payable, person, known_to_have_ended=len(attempts), in_doubt=False)
    return True


def was_paid(attempts: list[Attempt]) -> bool:
    """Say whether an attempt was successful, by the portal's own word."""
    return any(attempt.status == "Successful" for attempt in attempts)


def begun_here(ledger: Ledger, employer: str, payable: Payable) -> int:
    """Count the attempts to pay an ACR that were begun from here."""
    history = ledger.history(employer, payable.month)
    return sum(entry.state is State.PAYING and entry.acr == payable.acr for entry in history)


def found_paid(portal: Portal, ledger: Ledger, wish: Wish, found: Found) -> Paid:
    """Record a month that the portal shows as paid, with its receipt."""
    receipt = open_receipt(portal, found.acr)
    approved = Approved(wish.contribution.month, found.acr, found.total, alone=False)
    proof = prove(portal, receipt, approved) if receipt else None
    number = receipt.number if receipt else ""
    record(portal, ledger, wish, replace(found, standing=Standing.PAID), number)
    if proof:
        keep_receipt(portal, wish.contribution.month, proof)
    return Paid(Until.RECEIPT, found.total, acr=found.acr, receipt=number, was_paid_before=True)


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
