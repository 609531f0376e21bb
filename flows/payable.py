"""One ACR to be paid, exactly as approved."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import ContributionRefused, PortalError, SessionEnded, Waiting
from assist_bot.language import say
from assist_bot.money import ringgit


@dataclass(frozen=True)
class Payable:
    """One ACR to be paid, exactly as approved, in ringgit; `skbbk` is None where its share is not known."""

    month: ContributionMonth
    acr: str
    total: Decimal
    bank: str
    skbbk: Decimal | None = None


@contextmanager
def nothing_paid(payable: Payable) -> Iterator[None]:
    """Between the ACR and the bank: whatever stops the run there raises Waiting, because the ACR waits.

    A log-in that has run out passes: it is made again.
    """
    try:
        yield
    except SessionEnded:
        raise
    except (PortalError, ContributionRefused) as error:
        raise Waiting(
            error.fact,
            say(
                "{acr} over {total} is submitted and not paid; nothing was sent to the bank. {remedy}",
                acr=payable.acr,
                total=ringgit(payable.total),
                remedy=error.remedy,
            ),
        ) from error
