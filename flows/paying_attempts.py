"""Payment History FPX: every attempt to pay, looked at before a payment is begun again."""

from dataclasses import dataclass
from decimal import Decimal

from assist_bot.language import say
from assist_bot.money import ringgit
from assist_bot.portal.portal import Portal
from flows.figures import figure

HISTORY = "Payment History FPX"
STATUSES = SUCCESSFUL, FAILED, _ = ("Successful", "Failed", "Pending")


@dataclass(frozen=True)
class Attempt:
    """One attempt to pay, as Payment History FPX lists it; the portal writes no month there."""

    fpx: str
    acrs: tuple[str, ...]
    day: str
    amount: Decimal
    status: str

    @property
    def succeeded(self) -> bool:
        """Whether it is paid, by the portal's own word."""
        return self.status == SUCCESSFUL

    @property
    def failed(self) -> bool:
        """Whether it moved nothing, by the portal's own word; the bank may have taken the money all the same."""
        return self.status == FAILED

    def __str__(self) -> str:
        return f"{ringgit(self.amount)}, FPX {self.fpx}, {self.status}"


def read_attempts(portal: Portal) -> list[Attempt]:
    """Open and read Payment History FPX."""
    go_to_history(portal)
    rows = portal.section(HISTORY).rows(
        "FPX Transaction", "ACR No.", "Amount (RM)", "Status", optional=("Date",)
    )
    return [
        Attempt(
            row["FPX Transaction"],
            tuple(row["ACR No."].replace(",", " ").split()),
            row.get("Date", ""),
            figure(row["Amount (RM)"]),
            portal.our_word(row["Status"], *STATUSES),
        )
        for row in rows
    ]


def attempts_to_pay(portal: Portal, acr: str) -> list[Attempt]:
    """Read every attempt to pay this ACR, from Payment History FPX."""
    portal.chapter(say("Look at what was paid"))
    return [attempt for attempt in read_attempts(portal) if acr in attempt.acrs]


def go_to_history(portal: Portal) -> None:
    """Open Payment History FPX."""
    portal.click("My Sites")
    portal.click("PAYMENT")
    portal.click(HISTORY)
    portal.see(HISTORY)
