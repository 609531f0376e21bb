"""Payment: exactly this ACR in the cart, hand over to the person's bank, collect and check the receipt."""

from dataclasses import dataclass
from decimal import Decimal

from assist_bot.contribution import ContributionMonth, ensure_unchanged
from assist_bot.errors import ContributionRefused, OutcomeUnknown, Waiting
from assist_bot.ledger import Ledger
from assist_bot.money import read_ringgit, ringgit
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.receipts import OfficialReceipt, ensure_receipt_matches
from flows.paying_attempts import Attempt
from flows.receipt import RECEIPT, read_receipt

FAILED = "Payment Failed"
PENDING = "Payment Pending"
UNPAID = "Payment List"
CART = "Cart"
CART_COLUMNS = ("ACR No.", "Amount (RM)")


@dataclass(frozen=True)
class Payable:
    """One ACR to be paid, exactly as approved."""

    month: ContributionMonth
    acr: str
    total: Decimal
    bank: str


def pay_at_bank(portal: Portal, ledger: Ledger, payable: Payable, person: Person) -> OfficialReceipt:
    """Pay one ACR and give its receipt, which has been compared with what was approved.

    Before PROCEED everything that stops raises Waiting or ContributionRefused; after it only the portal's or the
    bank's own word makes anything but OutcomeUnknown of it.
    """
    portal.chapter("Payment")
    person.may_go_to_the_bank(payable.total, payable.acr)
    portal.click("My Sites")
    portal.click("PAYMENT")
    fill_the_cart(portal, payable)
    ensure_only_this(portal, payable)
    portal.click("CONTINUE", then="Bank List")
    ensure_unchanged(
        payable.total, read_ringgit(portal.read("Total Amount (RM)")), "The page of the bank list"
    )
    portal.choose("Business Model", "B2C")
    portal.choose("Bank List", payable.bank)
    portal.ready("PROCEED")
    with ledger.paying(portal.access.portal_id, payable.month, payable.acr, payable.total) as paying:
        returned = portal.hand_over(
            "PROCEED",
            then=(RECEIPT, FAILED, PENDING),
            tell=lambda host: person.is_at_the_bank(host, payable.total),
            minutes=person.minutes_at_the_bank,
        )
        if returned.seen != RECEIPT:
            if returned.seen == FAILED and returned.declined:
                paying.declined()
                raise declined(payable)
            raise not_settled(payable, returned.seen)
        receipt = read_receipt(portal)
        ensure_receipt_matches(receipt, payable.month, payable.acr, payable.total)
        paying.paid(receipt.number)
    portal.journal.fact("receipt", receipt.number)
    return receipt


def fill_the_cart(portal: Portal, payable: Payable) -> None:
    """Tick this ACR and put it into the cart, unless it is there from an earlier run."""
    portal.see("ADD TO CART", "PROCEED TO SUMMARY")
    in_cart = portal.section(CART).rows(*CART_COLUMNS) if portal.has(CART) else []
    if any(row["ACR No."] == payable.acr for row in in_cart):
        return
    # Where the page has no such heading, the number must stand in one row of all the page.
    unpaid = portal.section(UNPAID) if portal.has(UNPAID) else portal
    row = unpaid.row_on_any_page(payable.acr)
    ensure_unchanged(payable.total, read_ringgit(row.under("Amount (RM)").text()), "The payment list")
    row.tick(payable.acr)
    portal.save("ADD TO CART", then="PROCEED TO SUMMARY")


def ensure_only_this(portal: Portal, payable: Payable) -> None:
    """Stop when anything else than this ACR would be paid."""
    portal.click("PROCEED TO SUMMARY", then="CONTINUE")
    portal.see("Payment Summary")
    rows = portal.section("Payment Summary").rows(*CART_COLUMNS)
    others = [row["ACR No."] for row in rows if row["ACR No."] != payable.acr]
    if others or len(rows) != 1:
        raise ContributionRefused(
            f"The portal's cart holds {', '.join(others) or 'nothing'} beside {payable.acr}; "
            "anything else, late interest too, needs an approval of its own.",
            f"Nothing was paid. Take it out of the cart at the portal, then run this again for {payable.acr}.",
        )
    ensure_unchanged(payable.total, read_ringgit(rows[0]["Amount (RM)"]), "The payment summary")


def ensure_may_pay_again(
    attempts: list[Attempt], payable: Payable, person: Person, *, known_to_have_ended: int, in_doubt: bool
) -> None:
    """Stop when an earlier attempt may have moved money, unless the person says that it did not.

    `known_to_have_ended` attempts were begun from here and are known to have moved nothing.
    """
    for attempt in attempts:
        if attempt.status != "Failed":
            raise not_settled(payable, f"Payment {attempt.status}")
    if in_doubt or len(attempts) > known_to_have_ended:
        person.confirms_not_debited(payable.total, payable.acr)


def declined(payable: Payable) -> Waiting:
    """Say that the bank said no and nothing moved."""
    return Waiting(
        f"Your bank declined the payment of {ringgit(payable.total)} for {payable.acr}; nothing was paid.",
        f"{payable.acr} can still be paid: run this again when you are ready.",
    )


def not_settled(payable: Payable, seen: str) -> OutcomeUnknown:
    """Say that money may have moved although the portal shows no receipt."""
    return OutcomeUnknown(
        f'The portal shows "{seen}" for {ringgit(payable.total)} ({payable.acr}); your bank may have taken the money.',
        "Do not pay again. Look at your bank account: if the money was taken, ask the bank for the FPX transaction; "
        "a failed one is given back, a pending one settles by itself. Run this again tomorrow: it looks at the portal "
        "first.",
    )
