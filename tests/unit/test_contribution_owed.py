"""What is expected for an employee and a month, and where each figure comes from."""

from datetime import date
from decimal import Decimal

import pytest

from assist_bot.contribution import Category, ContributionMonth, expected, late_interest_at_least
from tests.unit.owing import OCTOBER, employee, plan, second_employee

RM1500 = Decimal("1500.00")


@pytest.mark.parametrize(
    ("word", "accepted"),
    [("portal", ["32.60", "43.45"]), ("yes", ["43.45"]), ("no", ["32.60"])],
)
def test_lindung_24_jam_follows_the_profile(word: str, accepted: list[str]) -> None:
    """By default both without and with it are fine."""
    found = expected(employee(lindung_24_jam=word), RM1500, OCTOBER)
    assert [str(amounts.total) for amounts in found.accepted] == accepted
    assert found.skbbk_optional is (word == "portal")


@pytest.mark.parametrize("word", ["portal", "yes", "no"])
def test_before_june_2026_lindung_24_jam_is_nothing(word: str) -> None:
    """Whatever the profile says."""
    found = expected(employee(lindung_24_jam=word), RM1500, ContributionMonth(2026, 5))
    assert [str(amounts.total) for amounts in found.accepted] == ["32.60"]


def test_an_expectation_says_where_it_comes_from() -> None:
    """Category, rule, row and the table's date."""
    found = expected(employee(category="second"), RM1500, OCTOBER)
    assert found.category is Category.SECOND
    assert found.amounts.employer == Decimal("18.10")
    assert found.rule == "the profile says so"
    assert found.row == "wages over RM1,400.00 up to RM1,500.00"
    assert found.table_date == date(2024, 10, 1)


def test_an_old_month_is_owed_by_its_own_table() -> None:
    """Not by today's."""
    found = expected(employee(employment_start=date(2021, 1, 1)), Decimal(9000), ContributionMonth(2022, 8))
    assert (str(found.amounts.total), found.table_date) == ("49.40", date(2016, 6, 1))


def test_one_month_is_one_submission_for_everybody() -> None:
    """The totals are without and with LINDUNG 24 Jam for all."""
    together = plan(employee(), second_employee())
    assert [line.employee.name for line in together.lines] == ["SITI AMINAH", "DEWI LESTARI"]
    low, high = together.totals
    assert low == Decimal("32.60") + Decimal("37.10")
    assert high - low == Decimal("10.85") + Decimal("12.35")


@pytest.mark.parametrize(
    ("total", "today", "interest"),
    [
        ("32.60", date(2026, 11, 15), "0.00"),
        ("32.60", date(2026, 11, 16), "5.00"),
        ("30000.00", date(2027, 11, 15), "1800.00"),
        ("10000.00", date(2026, 12, 15), "49.32"),
    ],
)
def test_late_interest_is_a_least(total: str, today: date, interest: str) -> None:
    """Nothing in time, at least RM5, 6% a year by the day."""
    assert str(late_interest_at_least(Decimal(total), OCTOBER, today)) == interest
