"""Who is paid for in a month, and on which wages."""

from datetime import date
from decimal import Decimal

import pytest

from assist_bot.contribution import ContributionMonth, contribution_for, employed_in, parts_of, wages_for
from assist_bot.errors import ContributionRefused
from tests.unit.owing import OCTOBER, employee, profile, second_employee


@pytest.mark.parametrize(
    ("start", "end", "month", "employed"),
    [
        (date(2026, 10, 31), None, "2026-10", True),
        (date(2026, 11, 1), None, "2026-10", False),
        (date(2025, 2, 1), date(2026, 10, 1), "2026-10", True),
        (date(2025, 2, 1), date(2026, 9, 30), "2026-10", False),
    ],
)
def test_one_day_in_the_month_is_employment(
    start: date, end: date | None, month: str, employed: bool
) -> None:
    """The first and the last month count."""
    one = employee(employment_start=start, employment_end=end)
    assert (employed_in(profile(one), ContributionMonth.parse(month)) == (one,)) is employed


def test_a_month_in_which_nobody_worked_is_refused() -> None:
    """With what to check."""
    with pytest.raises(ContributionRefused, match="January 2025") as refused:
        contribution_for(profile(), ContributionMonth(2025, 1))
    assert "employment_start" in refused.value.remedy


def test_wages_are_the_salary_unless_the_month_differs() -> None:
    """[wages] names only the months that differ."""
    household = profile(wages={"2026-10": "1620.00"})
    assert wages_for(household, household.employees[0], OCTOBER) == Decimal("1620.00")
    assert wages_for(household, household.employees[0], OCTOBER.next()) == Decimal("1500.00")


@pytest.mark.parametrize("name", ["siti  aminah", "C1234567", "c-123 4567"])
def test_wages_by_name_are_hers_alone(name: str) -> None:
    """By name or passport number, however spaced; the other keeps her salary."""
    household = profile(employee(), second_employee(), wages={"2026-10": {name: "1620.00"}})
    amounts = [line.wages for line in contribution_for(household, OCTOBER).lines]
    assert amounts == [Decimal("1620.00"), Decimal("1700.00")]


def test_an_employee_without_wages_is_left_out() -> None:
    """She is not billed, and the others are."""
    household = profile(employee(), second_employee(), wages={"2026-10": {"SITI AMINAH": "0.00"}})
    assert [line.employee.name for line in contribution_for(household, OCTOBER).lines] == ["DEWI LESTARI"]


def test_a_month_without_any_wages_is_refused() -> None:
    """There would be nothing to pay."""
    with pytest.raises(ContributionRefused, match="has wages"):
        contribution_for(profile(wages={"2026-10": "0.00"}), OCTOBER)


def test_wages_from_the_command_line_are_added_up_and_keep_their_parts() -> None:
    """The sum is typed at the portal, the parts are shown in the plan; they go before the profile's."""
    household = profile(wages={"2026-10": "1620.00"})
    line = contribution_for(household, OCTOBER, ["SITI AMINAH=1500.00+120.50"]).lines[0]
    assert line.wages == Decimal("1620.50")
    assert line.parts == (Decimal("1500.00"), Decimal("120.50"))


def test_a_single_employee_need_not_be_named() -> None:
    """Whose wages they are is plain."""
    assert contribution_for(profile(), OCTOBER, ["1500.00+120.00"]).lines[0].wages == Decimal("1620.00")


def test_wages_of_nothing_leave_her_out() -> None:
    """Said on the command line as in the profile."""
    with pytest.raises(ContributionRefused, match="has wages"):
        contribution_for(profile(), OCTOBER, ["0.00"])


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (["1500.00"], "without a name"),
        (["RINA=1500.00"], "'RINA'"),
        (["SITI AMINAH=fifteen hundred"], "fifteen"),
        (["SITI AMINAH=1500.5"], "1500.5"),
        (["SITI AMINAH="], "''"),
        (["SITI AMINAH=1500+"], "''"),
        (["SITI AMINAH=1500.00", "C1234567=1600.00"], "twice"),
    ],
)
def test_wages_that_may_be_anybodys_are_refused(said: list[str], why: str) -> None:
    """Nothing is guessed where money is concerned."""
    with pytest.raises(ContributionRefused, match=why):
        contribution_for(profile(employee(), second_employee()), OCTOBER, said)


def test_of_two_employees_with_one_name_the_passport_number_says_which() -> None:
    """The name alone is refused."""
    household = profile(employee(), second_employee(name="SITI AMINAH"))
    with pytest.raises(ContributionRefused, match="2 employees") as refused:
        contribution_for(household, OCTOBER, ["SITI AMINAH=1600.00"])
    assert "passport number" in refused.value.remedy
    lines = contribution_for(household, OCTOBER, ["C7654321=1600.00"]).lines
    assert [line.wages for line in lines] == [Decimal("1500.00"), Decimal("1600.00")]


def test_wages_without_a_name_are_read_in_parts() -> None:
    """As `assist-bot amount` takes them; what is no amount raises ValueError, however long it is."""
    assert parts_of("1500.00+120.00").sum == Decimal("1620.00")
    for text in ("", "1500+", "lots", "-5", "9" * 40):
        with pytest.raises(ValueError, match="no amount"):
            parts_of(text)
