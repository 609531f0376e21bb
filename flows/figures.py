"""Amounts as the portal shows them: one that cannot be read stops the run, and is never guessed at."""

from decimal import Decimal

from assist_bot.errors import PortalChanged
from assist_bot.money import read_ringgit
from assist_bot.portal.words import fold

_EMPTY = ("", "-")


def figure(text: str) -> Decimal:
    """Read an amount in ringgit. Raises PortalChanged where the portal shows something else."""
    try:
        return read_ringgit(text)
    except ValueError as error:
        raise PortalChanged(
            f'The portal shows "{text}" where an amount should stand.', "Look at the pictures of this run."
        ) from error


def figure_or_nothing(text: str) -> Decimal:
    """Read an amount in ringgit where an empty place, or a dash, stands for nothing."""
    return Decimal("0.00") if fold(text) in _EMPTY else figure(text)
