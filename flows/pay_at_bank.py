"""Payment: exactly this ACR in the cart, hand over to the person's bank, a receipt that proves it."""

from dataclasses import dataclass
from decimal import Decimal

from assist_bot.contribution import ensure_unchanged
from assist_bot.errors import ContributionRefused
from assist_bot.fence.banks import bank_hosts
from assist_bot.language import say
from assist_bot.ledger import Ledger
from assist_bot.money import ringgit
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.portal.words import fold
from assist_bot.receipts import Approved, OfficialReceipt
from flows.back_from_bank import receipt_of_payment, to_the_bank_and_back
from flows.figures import AMOUNT, figure
from flows.payable import Payable, nothing_paid
from flows.receipt import keep_receipt, prove

UNPAID = "Payment List"
CART = "Cart"
SUMMARY = "Payment Summary"
CART_COLUMNS = ("ACR No.", "Amount (RM)")
TOTAL = "Total Amount (RM)"
LATE_INTEREST = ("fclb", "faedah", "interest")


@dataclass(frozen=True)
class Settled:
    """A payment with its receipt, and the late interest in ringgit that still waits at the portal."""

    receipt: OfficialReceipt
    late_interest: Decimal


def pay_at_bank(portal: Portal, ledger: Ledger, payable: Payable, person: Person) -> Settled:
    """Pay one ACR, and keep its receipt, which has been compared with what was approved.

    Before PROCEED, what is not right raises Waiting, and nothing was paid.
    """
    portal.chapter(say("Payment"))
    person.may_go_to_the_bank(payable.total, payable.acr, bank_hosts(payable.bank, portal.access))
    with nothing_paid(payable):
        interest = prepare_payment(portal, payable)
    employer = portal.access.portal_id
    paying_begins = ledger.paying(employer, payable.month, payable.acr, payable.total)
    with paying_begins as paying, portal.past_no_return():
        returned = to_the_bank_and_back(portal, payable, person)
        receipt = receipt_of_payment(portal, paying, payable, returned)
        proof = prove(portal, receipt, approved(portal, ledger, payable))
        paying.paid(receipt.number)
    portal.journal.fact("receipt", receipt.number)
    keep_receipt(portal, ledger, payable.month, proof)
    return Settled(receipt, interest)


def prepare_payment(portal: Portal, payable: Payable) -> Decimal:
    """Go as far as PROCEED, with exactly this ACR; give the late interest that waits beside it."""
    portal.click("My Sites")
    portal.click("PAYMENT")
    portal.see("ADD TO CART", "PROCEED TO SUMMARY")
    interest = late_interest(portal, payable)
    fill_the_cart(portal, payable)
    ensure_only_this(portal, payable)
    choose_the_bank(portal, payable)
    return interest


def approved(portal: Portal, ledger: Ledger, payable: Payable) -> Approved:
    """Put together what the receipt has to prove."""
    registration = ledger.registration(portal.access.portal_id)
    code = registration.employer_code if registration else ""
    return Approved(payable.month, payable.acr, payable.total, payable.skbbk, code, portal.journal.day)


def late_interest(portal: Portal, payable: Payable) -> Decimal:
    """Look for late interest on this ACR, and tell the person that it is theirs to pay; give its amount."""
    if not portal.has(UNPAID):
        return Decimal("0.00")
    rows = portal.section(UNPAID).rows(*CART_COLUMNS, optional=("Payment Type", "Contribution Month"))
    mine = [row for row in rows if is_late_interest(row, payable)]
    found = sum((figure(row["Amount (RM)"]) for row in mine), Decimal("0.00"))
    if found:
        portal.journal.warn(
            say(
                "Late interest (FCLB) of {found} for {month} waits at the portal. It needs an approval "
                "of its own, so this run does not pay it: pay it yourself at the portal, under PAYMENT.",
                found=ringgit(found),
                month=payable.month.name,
            )
        )
    return found


def is_late_interest(row: dict[str, str], payable: Payable) -> bool:
    """Say whether a row of the payment list is late interest on this ACR, by its number or its month."""
    number = row["ACR No."]
    kind = fold(f"{number} {row.get('Payment Type', '')}")
    if not any(word in kind for word in LATE_INTEREST):
        return False
    names = {fold(name) for name in payable.month.portal_names}
    return payable.acr.removeprefix("ACR") in number or fold(row.get("Contribution Month", "")) in names


def fill_the_cart(portal: Portal, payable: Payable) -> None:
    """Tick this ACR and put it into the cart, unless it is there from an earlier run."""
    if not any(row["ACR No."] == payable.acr for row in in_cart(portal)):
        # Where the page has no such heading, the number must stand in one row of all the page.
        unpaid = portal.section(UNPAID) if portal.has(UNPAID) else portal
        row = unpaid.row_on_any_page(payable.acr)
        ensure_unchanged(payable.total, figure(row.under("Amount (RM)").text()), say("The payment list"))
        row.tick(payable.acr)
        portal.save("ADD TO CART", then="PROCEED TO SUMMARY")
    cart = in_cart(portal)
    for row_of_it in cart:
        if row_of_it["ACR No."] == payable.acr:
            ensure_unchanged(payable.total, figure(row_of_it["Amount (RM)"]), say("The cart"))
    if len(cart) == 1:
        ensure_total(portal, CART, payable, say("The cart"))


def in_cart(portal: Portal) -> list[dict[str, str]]:
    """Read what is in the cart; nothing where the page has no such heading."""
    return portal.section(CART).rows(*CART_COLUMNS) if portal.has(CART) else []


def ensure_only_this(portal: Portal, payable: Payable) -> None:
    """Stop when anything else than this ACR would be paid."""
    portal.click("PROCEED TO SUMMARY", then="CONTINUE")
    portal.see(SUMMARY)
    rows = portal.section(SUMMARY).rows(*CART_COLUMNS)
    others = [row["ACR No."] for row in rows if row["ACR No."] != payable.acr]
    if others or len(rows) != 1:
        raise ContributionRefused(
            say(
                "The portal's cart holds {others} beside {acr}; anything else, late interest too, needs "
                "an approval of its own.",
                others=", ".join(others) or say("nothing"),
                acr=payable.acr,
            ),
            say(
                "Nothing was paid. Take it out of the cart at the portal, then run this again for {acr}.",
                acr=payable.acr,
            ),
        )
    ensure_unchanged(payable.total, figure(rows[0]["Amount (RM)"]), say("The payment summary"))
    ensure_total(portal, SUMMARY, payable, say("The payment summary"))


def ensure_total(portal: Portal, title: str, payable: Payable, where: str) -> None:
    """Stop when the total below the rows, if the page shows one, is not what was approved."""
    total = portal.section(title).value(TOTAL, AMOUNT)
    if total:
        ensure_unchanged(payable.total, figure(total), f"{where}'s total")


def choose_the_bank(portal: Portal, payable: Payable) -> None:
    """Choose the business model and the bank, on the page that shows the amount for the last time."""
    portal.click("CONTINUE", then="Bank List")
    ensure_unchanged(payable.total, figure(portal.read(TOTAL, AMOUNT)), say("The page of the bank list"))
    portal.choose("Business Model", "B2C")
    portal.choose("Bank List", payable.bank)
    portal.ready("PROCEED")
