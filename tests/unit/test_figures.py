"""Amounts as the portal shows them: read, taken for nothing where the place is empty, or a stop."""

from decimal import Decimal

import pytest

from assist_bot.errors import PortalChanged
from flows.figures import figure, figure_or_nothing


@pytest.mark.parametrize("text", ["", " ", "-", "\u2013"])
def test_an_empty_place_counts_as_nothing_only_where_it_may(text: str) -> None:
    """A draft without a total is one; an ACR without a total is a portal that has changed."""
    assert figure_or_nothing(text) == Decimal("0.00")
    with pytest.raises(PortalChanged, match="where an amount should stand"):
        figure(text)


@pytest.mark.parametrize("text", ["soon", "12,5", "RM"])
def test_what_is_no_amount_stops_with_the_portals_own_text(text: str) -> None:
    """It is never guessed at, and no fault of the program."""
    for read in (figure, figure_or_nothing):
        with pytest.raises(PortalChanged) as caught:
            read(text)
        assert f'"{text}"' in caught.value.fact


def test_an_amount_is_read() -> None:
    """In ringgit."""
    assert figure("RM 1,620.00") == figure_or_nothing("1620.00") == Decimal("1620.00")
