"""The month a contribution is for: how it is written, when it opens and when it is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_bot.contribution import ContributionMonth, ensure_payable, last_month
from assist_bot.errors import ContributionRefused

months = st.builds(ContributionMonth, st.integers(1900, 2200), st.integers(1, 12))


@given(months)
def test_a_month_is_read_as_it_is_written(month: ContributionMonth) -> None:
    """2026-10 is October 2026."""
    assert ContributionMonth.parse(str(month)) == month


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "2026-1", "10/2026", "2026-10-01", "26-10", "٢٠٢٦-10"]
)
def test_no_other_writing_is_taken(text: str) -> None:
    """One way of writing, so that no month is mistaken."""
    with pytest.raises(ValueError, match="2026-10"):
        ContributionMonth.parse(text)


@given(months)
def test_months_follow_one_another_without_a_gap(month: ContributionMonth) -> None:
    """The next month begins on the day after the last."""
    assert month.next().first_day == month.last_day + timedelta(days=1)
    assert month.next().previous() == month
    assert month < month.next()
    assert ContributionMonth.of(month.last_day) == month


def test_the_month_to_pay_is_normally_the_last_one() -> None:
    """In January that is December of the year before."""
    assert str(last_month(date(2026, 11, 22))) == "2026-10"
    assert str(last_month(date(2026, 1, 1))) == "2025-12"


def test_a_month_is_due_on_the_fifteenth_of_the_next() -> None:
    """Also over the turn of the year."""
    assert ContributionMonth(2026, 12).due == date(2027, 1, 15)


def test_a_month_opens_on_its_sixteenth_day() -> None:
    """Before that the refusal says from when."""
    november = ContributionMonth(2026, 11)
    with pytest.raises(ContributionRefused) as refused:
        ensure_payable(november, date(2026, 11, 15))
    assert "16 November 2026" in refused.value.remedy
    ensure_payable(november, date(2026, 11, 16))
    ensure_payable(november, date(2027, 3, 1))


def test_a_month_to_come_is_refused() -> None:
    """Paying in advance is not this portal's business."""
    with pytest.raises(ContributionRefused, match="December 2026"):
        ensure_payable(ContributionMonth(2026, 12), date(2026, 11, 30))


def test_the_portals_names_are_known_in_both_languages() -> None:
    """Which one the portal uses is not known, so all are recognised."""
    names = ContributionMonth(2026, 10).portal_names
    assert {"10/2026", "October 2026", "2026-10", "Oktober 2026", "OCT 2026", "OKT 2026"} <= set(names)
    assert len(set(names)) == len(names)


@given(months, months)
def test_no_name_means_two_months(one: ContributionMonth, other: ContributionMonth) -> None:
    """A name in the portal's list is never the wrong month's."""
    fold = {name.casefold() for name in one.portal_names} & {name.casefold() for name in other.portal_names}
    assert not fold or one == other
