"""What the tests of the ledger do with it, and what they ask it."""

from decimal import Decimal

from assist_bot.errors import Waiting
from assist_bot.ledger import Ledger, State
from tests.unit.owing import EMPLOYER, OCTOBER, checked

ACR = "ACR082260152714"
TOTAL = Decimal("32.60")


def state(ledger: Ledger) -> State | None:
    """Give the state of October 2026."""
    entry = ledger.entry(EMPLOYER, OCTOBER)
    return None if entry is None else entry.state


def submit(ledger: Ledger, acr: str = ACR, then: BaseException | None = None) -> None:
    """Bring October 2026 to its ACR; something may go wrong just after that."""
    with ledger.submitting(EMPLOYER, checked()) as submitting:
        submitting.submitted(acr)
        if then:
            raise then


def pay(ledger: Ledger, receipt: str = "R123") -> None:
    """Bring October 2026 from its ACR to its receipt."""
    with ledger.paying(EMPLOYER, OCTOBER, ACR, TOTAL) as paying:
        paying.paid(receipt)


def decline(ledger: Ledger) -> None:
    """Let the bank decline, and stop."""
    with ledger.paying(EMPLOYER, OCTOBER, ACR, TOTAL) as paying:
        paying.declined()
        raise Waiting("The bank declined.", "Run again.")


def await_receipt(ledger: Ledger) -> None:
    """Let the portal show the payment as successful without a receipt, and stop."""
    with ledger.paying(EMPLOYER, OCTOBER, ACR, TOTAL) as paying:
        paying.receipt_awaited()
        raise Waiting("There is no receipt yet.", "Run this again tomorrow.")


def pay_and_decline(ledger: Ledger) -> None:
    """Record two answers to one payment."""
    with ledger.paying(EMPLOYER, OCTOBER, ACR, TOTAL) as paying:
        paying.paid("R123")
        paying.declined()
