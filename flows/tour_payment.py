"""The tour through the pages of payments, up to the list of banks."""

from assist_bot.language import say
from assist_bot.portal.portal import Portal
from flows.left_alone import LeftAlone, Seen
from flows.listings import MONTH
from flows.log_in import HOME
from flows.pay_at_bank import CART, SUMMARY, TOTAL, UNPAID
from flows.paying_attempts import HISTORY
from flows.receipt import RECEIPT

ON_THE_RECEIPT = (
    "No. Resit",
    "Tarikh Bayaran",
    "Jenis Bayaran",
    "Kod Majikan",
    "FPX Transaksi ID",
    "Bank",
    "Jumlah Bayaran",
)


def payment_list(portal: Portal) -> Seen:
    """Visit what is unpaid, and the cart; where something is in it already, also what comes after it."""
    portal.click(HOME)
    yield portal.look_for("button", "PAYMENT")
    portal.click("PAYMENT")
    portal.see(UNPAID, "ADD TO CART", "PROCEED TO SUMMARY")
    for section in (UNPAID, CART):
        yield portal.look_for("section", section)
        for column in ("ACR No.", MONTH, "Payment Type", "Amount (RM)"):
            yield portal.section(section).look_for("column", column)
    yield portal.look_for("button", "ADD TO CART")
    if not portal.section(CART).rows("ACR No."):
        yield LeftAlone(say("The cart is empty, so the summary and the list of banks were not visited."))
        return
    yield portal.section(CART).look_for("value", TOTAL)
    yield portal.look_for("button", "PROCEED TO SUMMARY")
    yield from payment_summary(portal)


def payment_summary(portal: Portal) -> Seen:
    """Visit the summary, and the page on which the bank is chosen. PROCEED is not pressed."""
    portal.click("PROCEED TO SUMMARY", then="CONTINUE")
    yield portal.look_for("section", SUMMARY)
    for column in ("ACR No.", "Amount (RM)"):
        yield portal.section(SUMMARY).look_for("column", column)
    yield portal.section(SUMMARY).look_for("value", TOTAL)
    yield portal.look_for("button", "CONTINUE")
    portal.click("CONTINUE", then="Bank List")
    yield portal.look_for("value", TOTAL)
    yield portal.look_for("choice", "Business Model")
    yield portal.look_for("choice", "Bank List")
    yield portal.look_for("button", "PROCEED")


def payment_history(portal: Portal) -> Seen:
    """Visit every attempt to pay, and the receipt of one that was successful."""
    portal.click(HOME)
    portal.click("PAYMENT")
    yield portal.look_for("button", HISTORY)
    portal.click(HISTORY)
    history = portal.section(HISTORY)
    yield portal.look_for("section", HISTORY)
    for column in ("FPX Transaction", "ACR No.", "Date", "Amount (RM)", "Status", "Action"):
        yield history.look_for("column", column)
    paid = [
        row["FPX Transaction"]
        for row in history.rows("FPX Transaction", "Status")
        if row["Status"] == "Successful"
    ]
    if not paid:
        yield LeftAlone(say("There is no receipt yet."))
        return
    action = history.row_on_any_page(paid[0]).under("Action")
    yield action.look_for("button", "Receipt")
    action.click("Receipt")
    yield portal.look_for("words", RECEIPT)
    for label in ON_THE_RECEIPT:
        yield portal.look_for("value", label)
    yield portal.look_for("button", "PRINT RECEIPT")
