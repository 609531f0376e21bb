"""For which months something may be owed."""

from datetime import date

import pytest

from assist_bot.contribution import employed_months
from tests.unit.owing import employee, profile, second_employee


def written(*args: object, today: date, **dates: date) -> list[str]:
    """List the months of a household whose employee has these dates."""
    return [str(month) for month in employed_months(profile(employee(**dates), *args), today)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2026, 11, 15), ["2026-08", "2026-09", "2026-10"]),
        (date(2026, 11, 16), ["2026-08", "2026-09", "2026-10", "2026-11"]),
        (date(2026, 8, 15), []),
    ],
)
def test_months_of_which_she_worked_a_day_count_once_they_can_be_paid(today: date, months: list[str]) -> None:
    """From the month in which she began, to the present one from its 16th."""
    assert written(today=today, employment_start=date(2026, 8, 31)) == months


def test_after_her_last_month_there_is_none() -> None:
    """Her last month counts, if only its first day."""
    dates = {"employment_start": date(2026, 6, 30), "employment_end": date(2026, 8, 1)}
    assert written(today=date(2026, 11, 20), **dates) == ["2026-06", "2026-07", "2026-08"]


def test_a_month_of_nobody_is_passed_over() -> None:
    """One left in July, the next one came in September."""
    later = second_employee(employment_start=date(2026, 9, 30))
    dates = {"employment_start": date(2026, 7, 1), "employment_end": date(2026, 7, 31)}
    assert written(later, today=date(2026, 10, 16), **dates) == ["2026-07", "2026-09", "2026-10"]


def test_before_domestic_workers_were_covered_nothing_was_owed() -> None:
    """June 2021 is the first month."""
    assert written(today=date(2021, 8, 1), employment_start=date(2019, 3, 1)) == ["2021-06", "2021-07"]
