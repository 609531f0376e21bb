"""To the bank and back: how a payment ended, by its receipt, by the bank's own no, or by the portal's list of payments.

From PROCEED on only the portal's or the bank's own word makes anything but OutcomeUnknown of an end.
"""

from collections.abc import Callable
from decimal import Decimal

from assist_bot.errors import Ending, OutcomeUnknown, Waiting
from assist_bot.fence.banks import bank_hosts
from assist_bot.language import mark, say, say_marked
from assist_bot.ledger import Paying
from assist_bot.money import amounts_in, ringgit, says_amount
from assist_bot.person import Person
from assist_bot.portal.bank import Absence, Returned
from assist_bot.portal.portal import Portal
from assist_bot.receipts import OfficialReceipt
from flows.payable import Payable
from flows.paying_attempts import attempts_to_pay
from flows.receipt import RECEIPT, ensure_paid_once, open_receipt, read_receipt

FAILED = "Payment Failed"
PENDING = "Payment Pending"
SUCCESSFUL = "Payment Successful"
REMEDY = mark(
    "Do not pay again. Look at your bank account: if the money was taken, ask the bank for "
    "the FPX transaction; a failed one is given back, a pending one settles by itself. Run "
    "this again tomorrow: it looks at the portal first."
)


def to_the_bank_and_back(portal: Portal, payable: Payable, person: Person) -> Returned:
    """Hand over to the bank, and wait until the person is back. Raises OutcomeUnknown when they are not."""
    try:
        return portal.hand_over(
            "PROCEED",
            then=(RECEIPT, FAILED, PENDING, SUCCESSFUL),
            hosts=bank_hosts(payable.bank, portal.access),
            absence=Absence(
                arrived=lambda host: person.is_at_the_bank(host, payable.total),
                heard=listening(portal, payable, person),
                turned_away=lambda host, page: person.is_told_of_a_host(host, whole_page=page),
                minutes=person.minutes_at_the_bank,
            ),
        )
    except Ending as error:
        raise OutcomeUnknown(
            say(
                "The payment of {total} for {acr} was begun, and its outcome is not known: {fact}",
                total=ringgit(payable.total),
                acr=payable.acr,
                fact=error.fact,
            ),
            say_marked(REMEDY),
        ) from error


def listening(portal: Portal, payable: Payable, person: Person) -> Callable[[str], None]:
    """Tell the person at once when the bank's page shows amounts, and not the approved one among them."""
    told = set[tuple[Decimal, ...]]()

    def heard(words: str) -> None:
        shown = tuple(amount for amount in amounts_in(words) if amount)
        if not shown or shown in told or says_amount(words, payable.total):
            return
        told.add(shown)
        person.is_warned_at_the_bank(shown, payable.total)
        # Without the figures: one of them may be what is in the account.
        portal.journal.warn(
            say("The bank's page showed other amounts, and not {total}.", total=ringgit(payable.total))
        )

    return heard


def receipt_of_payment(
    portal: Portal, paying: Paying, payable: Payable, returned: Returned
) -> OfficialReceipt:
    """Give the receipt of a payment from which the person is back.

    Raises Waiting when the bank declined, or when the portal has the payment as successful and no receipt yet.
    """
    if returned.seen == RECEIPT:
        return read_receipt(portal)
    if returned.seen == FAILED and returned.declined:
        paying.declined()
        raise declined(payable)
    if returned.seen in (FAILED, PENDING):
        raise not_settled(payable, returned.seen)
    return receipt_by_history(portal, paying, payable, returned)


def receipt_by_history(
    portal: Portal, paying: Paying, payable: Payable, returned: Returned
) -> OfficialReceipt:
    """Ask Payment History FPX, where the page after the bank does not say how the payment ended."""
    attempts = attempts_to_pay(portal, payable.acr)
    paid = [attempt for attempt in attempts if attempt.succeeded]
    if paid:
        ensure_paid_once(payable.acr, paid)
        receipt = open_receipt(portal, paid[0])
        if receipt is not None:
            return receipt
        paying.receipt_awaited()
        raise receipt_awaited(payable)
    if attempts and returned.declined and all(attempt.failed for attempt in attempts):
        paying.declined()
        raise declined(payable)
    shown = [f"Payment {attempt.status}" for attempt in attempts] or ["no payment"]
    raise not_settled(payable, ", ".join(dict.fromkeys(shown)))


def declined(payable: Payable) -> Waiting:
    """Say that the bank said no and nothing moved."""
    return Waiting(
        say(
            "Your bank declined the payment of {total} for {acr}; nothing was paid.",
            total=ringgit(payable.total),
            acr=payable.acr,
        ),
        say("{acr} can still be paid: run this again when you are ready.", acr=payable.acr),
    )


def receipt_awaited(payable: Payable) -> Waiting:
    """Say that the portal has the payment as successful, and no receipt of it yet."""
    return Waiting(
        say(
            "The portal shows the payment of {total} for {acr} as successful, but hands out no receipt yet.",
            total=ringgit(payable.total),
            acr=payable.acr,
        ),
        say(
            "Do not pay again. The receipt is also e-mailed to you. Run this again tomorrow: it "
            "collects the receipt; if there is none by then, ask SOCSO on {help_line}."
        ),
    )


def not_settled(payable: Payable, seen: str) -> OutcomeUnknown:
    """Say that money may have moved although the portal shows no receipt."""
    return OutcomeUnknown(
        say(
            'The portal shows "{seen}" for {total} ({acr}); your bank may have taken the money.',
            seen=seen,
            total=ringgit(payable.total),
            acr=payable.acr,
        ),
        say_marked(REMEDY),
    )
