"""SOCSO's schedule: a fixed figure for each band of wages. Sources and dates stand in data/schedules.md."""

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from assist_bot.contribution.category import Category
from assist_bot.contribution.month import ContributionMonth
from assist_bot.errors import ContributionRefused
from assist_bot.language import say
from assist_bot.money import ringgit

NOTHING = Decimal("0.00")
_BAND = ("effective_from", "wage_over", "wage_up_to")


@dataclass(frozen=True)
class Amounts:
    """What is owed for one employee and month, in ringgit. SKBBK is LINDUNG 24 Jam, the employee's."""

    employer: Decimal
    employee: Decimal
    skbbk: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        """Everything together."""
        return self.employer + self.employee + self.skbbk


@dataclass(frozen=True)
class Row:
    """One band of a table: wages over one figure, up to and with another (None: without end)."""

    table_date: date
    over: Decimal
    up_to: Decimal | None
    figures: dict[str, Decimal]

    def holds(self, wages: Decimal) -> bool:
        """Say whether wages fall into this band."""
        return self.over < wages and (self.up_to is None or wages <= self.up_to)

    def __str__(self) -> str:
        if self.up_to is None:
            return say("wages over {over}", over=ringgit(self.over))
        return say("wages over {over} up to {up_to}", over=ringgit(self.over), up_to=ringgit(self.up_to))


def row_for(month: ContributionMonth, wages: Decimal) -> Row:
    """Find the row of Act 4's table. No table or no wages: ContributionRefused."""
    row = _find("socso_schedule.csv", month, wages)
    if row is None:
        raise ContributionRefused(
            say(
                "There is no schedule for {month} and wages of {wages}.",
                month=month.name,
                wages=ringgit(wages),
            ),
            say("Wages must be more than nothing; the oldest table is of June 2016."),
        )
    return row


def act_4(row: Row, category: Category) -> Amounts:
    """Read the two shares of a row; in the Second Category the employee pays nothing."""
    if category is Category.FIRST:
        return Amounts(row.figures["cat1_employer"], row.figures["cat1_employee"])
    return Amounts(row.figures["cat2_employer"], NOTHING)


def skbbk(month: ContributionMonth, wages: Decimal) -> Decimal:
    """Read the employee's LINDUNG 24 Jam figure; nothing before its table begins in June 2026."""
    row = _find("skbbk_schedule.csv", month, wages)
    return NOTHING if row is None else row.figures["employee_skbbk"]


def _find(table: str, month: ContributionMonth, wages: Decimal) -> Row | None:
    in_force = [row for row in rows_of(table) if row.table_date <= month.first_day]
    newest = max((row.table_date for row in in_force), default=None)
    return next((row for row in in_force if row.table_date == newest and row.holds(wages)), None)


@cache
def rows_of(table: str) -> tuple[Row, ...]:
    """Read all rows of one of the tables that come with the package, as they stand there."""
    text = files("assist_bot").joinpath("data", table).read_text(encoding="utf-8")
    return tuple(_row(record) for record in csv.DictReader(text.splitlines()))


def _row(record: dict[str, str]) -> Row:
    return Row(
        table_date=date.fromisoformat(record["effective_from"]),
        over=Decimal(record["wage_over"]),
        up_to=Decimal(record["wage_up_to"]) if record["wage_up_to"] else None,
        figures={name: Decimal(text) for name, text in record.items() if name not in _BAND},
    )
