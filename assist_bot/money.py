"""Ringgit, read and written. Always Decimal, to the sen."""

import re
from decimal import Decimal

from assist_bot.language import say

_RINGGIT = re.compile(
    r"(?:RM\s*)?((?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{2})?)", re.IGNORECASE
)
_NAMED = re.compile(r"(?:RM|MYR)\s*\)?\s*:?\s*([0-9][0-9,]{0,20}\.[0-9]{2})(?![0-9])", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![0-9.,])[0-9][0-9,]{0,20}\.[0-9]{2}(?![0-9])")
_SEN = Decimal("0.01")


def ringgit(amount: Decimal) -> str:
    """Write an amount as people do: RM18.10, RM1,620.00."""
    return f"RM{amount:,.2f}"


def read_ringgit(text: str) -> Decimal:
    """Read "RM 1,620.00", "1620.00" or "1620" as ringgit to the sen.

    Whole ringgit or exactly two decimals, commas only between thousands; anything else raises ValueError,
    because a figure that might mean two things must not be guessed at.
    """
    found = _RINGGIT.fullmatch(text.strip())
    if found is None:
        raise ValueError(say("{text!r} is no amount in ringgit such as 1620.00", text=text))
    return Decimal(found[1].replace(",", "")).quantize(_SEN)


def amounts_in(text: str) -> list[Decimal]:
    """Find every amount that a text names as ringgit: RM43.45, RM 1,620.00, Amount (RM): 43.45."""
    return [Decimal(found.replace(",", "")) for found in _NAMED.findall(text)]


def says_amount(text: str, amount: Decimal) -> bool:
    """Say whether a text has this very figure in it, with or without RM before it."""
    return any(Decimal(found.replace(",", "")) == amount for found in _FIGURE.findall(text))
