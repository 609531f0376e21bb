"""Ringgit are read without guessing and written as people do."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_bot.money import amounts_in, read_ringgit, ringgit, says_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("RM 1,620.00", "1620.00"),
        ("1620.00", "1620.00"),
        ("1620", "1620.00"),
        ("RM18.10", "18.10"),
        ("rm 0.20", "0.20"),
        (" RM\u00a012,345,678.90 ", "12345678.90"),
        ("0", "0.00"),
    ],
)
def test_the_portals_ways_of_writing_are_read(text: str, amount: str) -> None:
    """With or without RM, thousands and sen."""
    assert str(read_ringgit(text)) == amount


@pytest.mark.parametrize(
    "text",
    ["", "RM", "1620.5", "1620.005", "1,62.00", "1.620,00", "1 620.00", "-5.00", "+5.00", "1e3", "NaN"],
)
def test_what_may_mean_two_things_is_not_guessed(text: str) -> None:
    """Anything but a plain amount is an error."""
    with pytest.raises(ValueError, match="no amount"):
        read_ringgit(text)


@pytest.mark.parametrize(
    "text", ["USD 5.00", "5.00 5.00", "RM 5.00 only", "\u0665", "1,6200", ",100.00", ".50", "5."]
)
def test_what_is_more_than_an_amount_is_no_amount(text: str) -> None:
    """Nothing is picked out of other text."""
    with pytest.raises(ValueError, match="no amount"):
        read_ringgit(text)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_what_is_written_is_read_back(amount: Decimal) -> None:
    """Writing and reading lose nothing."""
    assert read_ringgit(ringgit(amount)) == amount


def test_amounts_are_written_with_two_decimals() -> None:
    """RM18.10, not RM18.1; thousands with a comma."""
    assert ringgit(Decimal("18.1")) == "RM18.10"
    assert ringgit(Decimal("1620.00")) == "RM1,620.00"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Amount RM43.45", ["43.45"]),
        ("Total Amount (RM) : 1,620.00", ["1620.00"]),
        ("MYR 43.45 and rm0.50", ["43.45", "0.50"]),
        ("43.45 or RM43 or RM43.455 or FORM 12", []),
    ],
)
def test_amounts_are_found_in_a_text(text: str, found: list[str]) -> None:
    """Those that are named as ringgit, to the sen."""
    assert [str(amount) for amount in amounts_in(text)] == found


def test_a_text_says_an_amount_only_as_a_whole_figure() -> None:
    """With or without RM; 43.45 is not in 143.45."""
    assert says_amount("Amount: 43.45", Decimal("43.45"))
    assert says_amount("RM1,620.00 to be paid", Decimal(1620))
    assert not says_amount("RM143.45, RM43.455, RM43.4", Decimal("43.45"))
