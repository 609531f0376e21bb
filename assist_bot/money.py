"""Ringgit, read and written. Always Decimal, to the sen."""

import re
from decimal import Decimal

_RINGGIT = re.compile(
    r"(?:RM\s*)?((?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{2})?)", re.IGNORECASE
)
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
        raise ValueError(f"{text!r} is no amount in ringgit such as 1620.00")
    return Decimal(found[1].replace(",", "")).quantize(_SEN)
