"""What the practice portal bills."""

from datetime import date
from decimal import Decimal

import pytest

from fixtures.mock_portal.amounts import Amounts, amounts, is_first_category

BORN = date(1990, 3, 12)


@pytest.mark.parametrize(
    ("wages", "month", "skbbk", "expected"),
    [
        ("1500", date(2026, 10, 1), True, ("25.35", "7.25", "10.85")),
        ("1500", date(2026, 10, 1), False, ("25.35", "7.25", "0.00")),
        ("1500", date(2026, 5, 1), True, ("25.35", "7.25", "0.00")),
        ("1500", date(2024, 6, 1), True, ("18.10", "0.00", "0.00")),
        ("5900.01", date(2023, 1, 1), True, ("61.90", "0.00", "0.00")),
        ("9999.99", date(2026, 6, 1), True, ("104.15", "29.75", "44.65")),
        ("0", date(2026, 10, 1), True, ("0.00", "0.00", "0.00")),
    ],
)
def test_the_amounts_are_those_of_the_schedule_in_force(
    wages: str, month: date, skbbk: bool, expected: tuple[str, str, str]
) -> None:
    """Each month uses the table of its time, and SKBBK only where it applies."""
    assert amounts(Decimal(wages), month, BORN, skbbk=skbbk) == Amounts(*map(Decimal, expected))


def test_a_wage_on_the_edge_belongs_to_the_lower_band() -> None:
    """RM1,400.00 and RM1,400.01 stand in different rows."""
    month = date(2026, 10, 1)
    edge = amounts(Decimal("1400.00"), month, BORN)
    assert edge == amounts(Decimal("1300.01"), month, BORN)
    assert edge.total < amounts(Decimal("1400.01"), month, BORN).total


@pytest.mark.parametrize(
    ("born", "entered", "month", "first"),
    [
        (date(1990, 1, 1), None, date(2024, 6, 1), False),
        (date(1990, 1, 1), None, date(2024, 7, 1), True),
        (date(1969, 7, 1), None, date(2024, 7, 1), False),
        (date(1969, 7, 2), None, date(2024, 7, 1), True),
        (date(1970, 1, 1), date(2025, 3, 1), date(2025, 3, 1), False),
        (date(1966, 10, 31), date(2019, 1, 1), date(2026, 10, 1), False),
        (date(1970, 1, 1), date(2019, 3, 1), date(2029, 12, 1), True),
        (date(1970, 1, 1), date(2019, 3, 1), date(2030, 1, 1), False),
    ],
)
def test_the_category_follows_the_date_and_her_age(
    born: date, entered: date | None, month: date, first: bool
) -> None:
    """First Category from July 2024, unless she came in at 55 or is 60."""
    assert is_first_category(month, born, entered) is first
