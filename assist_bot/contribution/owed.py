"""What is owed for a month: one line for each employee, with the figure we expect and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from assist_bot.contribution import schedule
from assist_bot.contribution.category import Category, CategoryRuling, category_of
from assist_bot.contribution.month import ContributionMonth
from assist_bot.contribution.schedule import NOTHING, Amounts
from assist_bot.contribution.wages import Wages, employed_in, read_wages, wages_for
from assist_bot.errors import ContributionRefused
from assist_bot.language import say
from assist_bot.profile import ForeignEmployee, Profile, plain

_LATE_A_YEAR = Decimal("0.06")
_LATE_AT_LEAST = Decimal("5.00")


@dataclass(frozen=True)
class Expectation:
    """The figures we expect, and where each comes from.

    With `skbbk_optional` the portal may charge LINDUNG 24 Jam (`amounts.skbbk`) or nothing for it.
    """

    amounts: Amounts
    category: Category
    rule: str
    table_date: date
    row: str
    skbbk_optional: bool
    warning: str | None

    @property
    def accepted(self) -> tuple[Amounts, ...]:
        """All amounts that are no difference: one set, or without and with LINDUNG 24 Jam."""
        return (
            (replace(self.amounts, skbbk=NOTHING), self.amounts) if self.skbbk_optional else (self.amounts,)
        )


@dataclass(frozen=True)
class Line:
    """One employee's wages (ringgit, and the parts they were given in) and what is expected for them."""

    employee: ForeignEmployee
    wages: Decimal
    expected: Expectation
    parts: tuple[Decimal, ...] = ()


@dataclass(frozen=True)
class Contribution:
    """Everything one employer owes for one month, in one submission."""

    month: ContributionMonth
    lines: tuple[Line, ...]

    @property
    def totals(self) -> tuple[Decimal, ...]:
        """The least and the most that is expected together; only one figure where they are the same."""
        least = sum((line.expected.accepted[0].total for line in self.lines), NOTHING)
        most = sum((line.expected.accepted[-1].total for line in self.lines), NOTHING)
        return tuple(dict.fromkeys((least, most)))


def contribution_for(profile: Profile, month: ContributionMonth, said: Sequence[str] = ()) -> Contribution:
    """Work out what is owed for a month for every employee who worked in it and has wages.

    `said` are wages from the command line, "NAME or passport number=1500.00+120.00"; they go before the
    profile's. Raises ProfileError for wages that are nobody's, ContributionRefused if nothing is owed.
    """
    employed = employed_in(profile, month)
    if not employed:
        raise ContributionRefused(
            say("Nobody in the profile was employed in {month}.", month=month.name),
            say("Check employment_start and employment_end, or name another month."),
        )
    given = read_wages(said, employed)
    wages = [
        given.get(plain(employee.passport.number)) or Wages((wages_for(profile, employee, month),))
        for employee in employed
    ]
    lines = tuple(_line(*pair, month) for pair in zip(employed, wages, strict=True) if pair[1].sum > 0)
    if not lines:
        raise ContributionRefused(
            say("Nobody in the profile has wages for {month}.", month=month.name),
            say("Check [wages], or name another month."),
        )
    return Contribution(month, lines)


def expected(employee: ForeignEmployee, wages: Decimal, month: ContributionMonth) -> Expectation:
    """Work out what is owed for one employee and month, by her category and her word on LINDUNG 24 Jam."""
    return owed(month, wages, category_of(employee, month), employee.lindung_24_jam)


def owed(
    month: ContributionMonth, wages: Decimal, ruling: CategoryRuling, lindung: Literal["portal", "yes", "no"]
) -> Expectation:
    """Work out what is owed on wages in a month, the category being known."""
    row = schedule.row_for(month, wages)
    skbbk = NOTHING if lindung == "no" else schedule.skbbk(month, wages)
    return Expectation(
        amounts=replace(schedule.act_4(row, ruling.category), skbbk=skbbk),
        category=ruling.category,
        rule=ruling.rule,
        table_date=row.table_date,
        row=str(row),
        skbbk_optional=lindung == "portal" and skbbk > 0,
        warning=ruling.warning,
    )


def late_interest_at_least(total: Decimal, month: ContributionMonth, today: date) -> Decimal:
    """Estimate the late interest (FCLB) on a past-due total, in ringgit; nothing while it is in time.

    6% a year for each day late, at least RM5.00. SOCSO may round it up further, and announces discounts at
    times, so this is said as "at least" and as an estimate.
    """
    days = (today - month.due).days
    if days <= 0:
        return NOTHING
    interest = total * _LATE_A_YEAR * days / 365
    return max(_LATE_AT_LEAST, interest.quantize(Decimal("0.01"), ROUND_HALF_UP))


def _line(employee: ForeignEmployee, wages: Wages, month: ContributionMonth) -> Line:
    return Line(employee, wages.sum, expected(employee, wages.sum, month), wages.parts)
