"""An ACR of an earlier run: whether it may be paid, after a look at every attempt to pay it."""

from assist_bot.ledger import Entry, Ledger
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from flows.back_from_bank import not_settled
from flows.payable import Payable
from flows.paying_attempts import Attempt, attempts_to_pay


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
    ended = 0 if in_doubt else ledger.payments_declined(portal.access.portal_id, payable.month, payable.acr)
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
    return any(attempt.succeeded for attempt in attempts)


def ensure_settled(portal: Portal, payable: Payable) -> None:
    """Raise OutcomeUnknown for a payment in doubt that the portal does not show as successful."""
    attempts = attempts_to_pay(portal, payable.acr)
    if not was_paid(attempts):
        raise not_settled(payable, f"Payment {attempts[-1].status}" if attempts else "no payment")


def ensure_may_pay_again(
    attempts: list[Attempt], payable: Payable, person: Person, *, known_to_have_ended: int, in_doubt: bool
) -> None:
    """Stop when an earlier attempt may have moved money, unless the person says that it did not.

    `known_to_have_ended` attempts were begun from here and are known to have moved nothing.
    """
    for attempt in attempts:
        if not attempt.failed:
            raise not_settled(payable, f"Payment {attempt.status}")
    if in_doubt or len(attempts) > known_to_have_ended:
        person.confirms_not_debited(payable.total, payable.acr)
