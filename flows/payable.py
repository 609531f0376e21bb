"""One ACR to be paid, exactly as approved."""

from dataclasses import dataclass
from decimal import Decimal

from assist_bot.contribution import ContributionMonth


@dataclass(frozen=True)
class Payable:
    """One ACR to be paid, exactly as approved, in ringgit; `skbbk` is None where its share is not known."""

    month: ContributionMonth
    acr: str
    total: Decimal
    bank: str
    skbbk: Decimal | None = None
