"""Payment History FPX: every attempt to pay, looked at before a payment is begun again."""

from dataclasses import dataclass
from decimal import Decimal

from assist_bot.money import read_ringgit
from assist_bot.portal.portal import Portal

HISTORY = "Payment History FPX"
STATUSES = ("Successful", "Failed", "Pending")


@dataclass(frozen=True)
class Attempt:
    """One attempt to pay an ACR, as Payment History FPX lists it."""

    fpx: str
    amount: Decimal
    status: str


def attempts_to_pay(portal: Portal, acr: str) -> list[Attempt]:
    """Read every attempt to pay this ACR, from Payment History FPX."""
    portal.chapter("Look at what was paid")
    go_to_history(portal)
    rows = portal.section(HISTORY).rows("FPX Transaction", "ACR No.", "Amount (RM)", "Status")
    return [
        Attempt(
            row["FPX Transaction"],
            read_ringgit(row["Amount (RM)"]),
            portal.our_word(row["Status"], *STATUSES),
        )
        for row in rows
        if acr in row["ACR No."].replace(",", " ").split()
    ]


def go_to_history(portal: Portal) -> None:
    """Open Payment History FPX."""
    portal.click("My Sites")
    portal.click("PAYMENT")
    portal.click(HISTORY)
    portal.see(HISTORY)
