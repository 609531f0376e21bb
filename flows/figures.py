"""Amounts as the portal shows them: one that cannot be read stops the run, and is never guessed at."""

from decimal import Decimal

from assist_bot.errors import PortalChanged
from assist_bot.language import say
from assist_bot.money import read_ringgit
from assist_bot.portal.words import fold

AMOUNT = r"(RM\s*)?[\d,]+\.\d\d"
"""How an amount looks, where others stand beside it."""

NUMBER = r"\S*\d\S*"
"""How the number of a slip, a receipt or an employer looks: one word with a figure in it."""

ANYTHING = r".+"
"""A value of which nothing is known but that it stands in one line with its label."""

_EMPTY = ("", "-")


def figure(text: str) -> Decimal:
    """Read an amount in ringgit. Raises PortalChanged where the portal shows something else."""
    try:
        return read_ringgit(text)
    except ValueError as error:
        raise PortalChanged(
            say('The portal shows "{text}" where an amount should stand.', text=text),
            say("Look at the pictures of this run."),
        ) from error


def figure_or_nothing(text: str) -> Decimal:
    """Read an amount in ringgit where an empty place, or a dash, stands for nothing."""
    return Decimal("0.00") if fold(text) in _EMPTY else figure(text)
