"""SOCSO's tables: their own regularities, both edges of every row, and the published examples."""

from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_bot.contribution import Category, ContributionMonth
from assist_bot.contribution.schedule import Row, act_4, row_for, rows_of, skbbk
from assist_bot.errors import ContributionRefused
from tests.unit.owing import OCTOBER

SEN = Decimal("0.01")
TABLES = {
    "socso_schedule.csv": {"2016-06-01": 45, "2022-09-01": 55, "2024-10-01": 65},
    "skbbk_schedule.csv": {"2026-06-01": 65},
}
SINGLE_SOURCE = ("2016-06-01", 44)  # the row 3,900 to 4,000: kept as it was found

wages = st.decimals(min_value="0.01", max_value="20000", places=2)
months = st.builds(ContributionMonth, st.integers(2016, 2027), st.integers(1, 12)).filter(
    lambda month: month >= ContributionMonth(2016, 6)
)


def rows_in(table: str, date: str) -> list[Row]:
    """Give one table's rows in their order."""
    return [row for row in rows_of(table) if row.table_date.isoformat() == date]


NUMBERED = [
    (name, number, row)
    for name, dates in TABLES.items()
    for date in dates
    for number, row in enumerate(rows_in(name, date), 1)
]
ACT_4_BANDS = [(number, row) for name, number, row in NUMBERED if name == "socso_schedule.csv" and row.up_to]


def test_the_tables_are_complete() -> None:
    """As many rows as were found, and no other table."""
    for table, dates in TABLES.items():
        assert {date: len(rows_in(table, date)) for date in dates} == dates
        assert len(rows_of(table)) == sum(dates.values())


@pytest.mark.parametrize(("table", "date"), [(table, date) for table in TABLES for date in TABLES[table]])
def test_the_bands_follow_one_another_without_a_gap(table: str, date: str) -> None:
    """They begin at nothing, and only the last one is open."""
    rows = rows_in(table, date)
    assert rows[0].over == 0
    assert all(one.up_to == following.over for one, following in pairwise(rows))
    assert rows[-1].up_to is None


@pytest.mark.parametrize(("table", "date"), [(table, date) for table in TABLES for date in TABLES[table]])
def test_the_open_row_repeats_the_one_before(table: str, date: str) -> None:
    """Above the ceiling nothing more is owed."""
    rows = rows_in(table, date)
    assert rows[-1].figures == rows[-2].figures


def middle(row: Row) -> Decimal:
    """Give the middle of a band."""
    assert row.up_to is not None
    return (row.over + row.up_to) / 2


def to_ten_sen(amount: Decimal) -> Decimal:
    """Round half up to RM0.10."""
    return amount.quantize(Decimal("0.1"), ROUND_HALF_UP)


@pytest.mark.parametrize(("number", "row"), ACT_4_BANDS, ids=str)
def test_the_figures_keep_their_own_rules(number: int, row: Row) -> None:
    """0.5% and 2.25% of the band's middle in the First Category, 1.25% in the Second."""
    first, second = act_4(row, Category.FIRST), act_4(row, Category.SECOND)
    if number >= 5:
        assert first.employee == middle(row) * Decimal("0.005")
    if number >= 5 and (row.table_date.isoformat(), number) != SINGLE_SOURCE:
        assert first.total == to_ten_sen(middle(row) * Decimal("0.0225"))
    if number >= 2:
        assert second.employer == to_ten_sen(middle(row) * Decimal("0.0125"))
    assert second.employee == 0


def test_the_single_source_row_is_kept_as_found() -> None:
    """It breaks the rule of the others, and is not corrected by us."""
    date, number = SINGLE_SOURCE
    row = rows_in("socso_schedule.csv", date)[number - 1]
    assert act_4(row, Category.FIRST).total == Decimal("88.80")
    assert to_ten_sen(middle(row) * Decimal("0.0225")) == Decimal("88.90")


def find(table: str, month: ContributionMonth, amount: Decimal) -> dict[str, Decimal]:
    """Look up what a table says, through the functions that the bot uses."""
    if table == "skbbk_schedule.csv":
        return {"employee_skbbk": skbbk(month, amount)}
    return row_for(month, amount).figures


@pytest.mark.parametrize(("table", "number", "row"), NUMBERED, ids=str)
def test_both_edges_of_every_row_are_its_own(table: str, number: int, row: Row) -> None:
    """The lower edge belongs to the row before, one sen more and the upper edge to this one."""
    month = ContributionMonth.of(row.table_date)
    assert find(table, month, row.over + SEN) == row.figures
    assert find(table, month, row.up_to or Decimal(1_000_000)) == row.figures
    if number > 1:
        before = rows_in(table, row.table_date.isoformat())[number - 2]
        assert find(table, month, row.over) == before.figures


@pytest.mark.parametrize("table", TABLES)
def test_a_table_holds_from_its_month_until_the_next(table: str) -> None:
    """The month before still has the older table."""
    dates = sorted(TABLES[table])
    for date in dates:
        month = ContributionMonth.parse(date[:7])
        assert find(table, month, Decimal(9000)) == rows_in(table, date)[-1].figures
    for older, date in pairwise(dates):
        before = ContributionMonth.parse(date[:7]).previous()
        assert find(table, before, Decimal(9000)) == rows_in(table, older)[-1].figures


@given(wages, wages, months)
def test_more_wages_never_owe_less(one: Decimal, other: Decimal, month: ContributionMonth) -> None:
    """Every figure rises with the wages."""
    less, more = sorted((one, other))
    for category in Category:
        low, high = act_4(row_for(month, less), category), act_4(row_for(month, more), category)
        assert (low.employer <= high.employer) & (low.employee <= high.employee)
    assert skbbk(month, less) <= skbbk(month, more)


@given(wages, months)
def test_wages_lie_in_exactly_one_row(amount: Decimal, month: ContributionMonth) -> None:
    """Of the table that holds in the month."""
    found = row_for(month, amount)
    table = rows_in("socso_schedule.csv", found.table_date.isoformat())
    assert [row for row in table if row.holds(amount)] == [found]
    assert found.table_date <= month.first_day


@pytest.mark.parametrize(
    ("category", "employer", "employee"),
    [(Category.FIRST, "25.35", "7.25"), (Category.SECOND, "18.10", "0.00")],
)
def test_the_published_example_holds(category: Category, employer: str, employee: str) -> None:
    """Wages of RM1,500 in October 2026."""
    amounts = act_4(row_for(OCTOBER, Decimal("1500.00")), category)
    assert (str(amounts.employer), str(amounts.employee)) == (employer, employee)
    assert skbbk(OCTOBER, Decimal("1500.00")) == Decimal("10.85")


def test_before_june_2026_there_is_no_skbbk() -> None:
    """Its table begins then."""
    assert skbbk(ContributionMonth(2026, 5), Decimal(1500)) == 0
    assert skbbk(ContributionMonth(2026, 6), Decimal(1500)) == Decimal("10.85")


@pytest.mark.parametrize("amount", ["0.00", "-5.00"])
def test_no_wages_are_in_no_row(amount: str) -> None:
    """Nothing is looked up for nothing."""
    with pytest.raises(ContributionRefused, match="no schedule"):
        row_for(OCTOBER, Decimal(amount))


def test_a_row_says_which_wages_it_is_for() -> None:
    """In the words of a message."""
    assert str(row_for(OCTOBER, Decimal(1500))) == "wages over RM1,400.00 up to RM1,500.00"
    assert str(row_for(OCTOBER, Decimal(9000))) == "wages over RM6,000.00"
