"""`assist-bot amount`: what is owed on wages, worked out here; no portal, no profile, nothing kept."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from assist_bot import clock
from assist_bot.cli.running import ending_plainly, exit_with
from assist_bot.contribution import (
    Amounts,
    Category,
    CategoryRuling,
    ContributionMonth,
    Expectation,
    last_month,
    late_interest_at_least,
    owed,
    parts_of,
    usual_category,
)
from assist_bot.language import day, mark, say
from assist_bot.money import ringgit
from assist_bot.outcome import AmountsResult, Outcome, Result


@dataclass(frozen=True)
class AmountWishes:
    """What is asked: wages as they were typed, the month ("": last month), a category that is not the usual one."""

    wages: str
    month: str = ""
    category: Literal["first", "second"] | None = None


def command(wishes: AmountWishes, *, as_json: bool) -> None:
    """Say what is owed, and leave with the exit code."""
    month = None
    with ending_plainly() as ended:
        today = clock.today_without_portal()
        month = ContributionMonth.parse(wishes.month) if wishes.month else last_month(today)
        ended.result = told(month, parts_of(wishes.wages).sum, wishes.category, today)
    exit_with(replace(ended.result, month=str(month or "")), as_json=as_json)


def told(
    month: ContributionMonth, wages: Decimal, category: Literal["first", "second"] | None, today: date
) -> Result:
    """Work out what is owed on wages (ringgit), and say why. Raises ContributionRefused where nothing is.

    `total` is the most that may be asked: with LINDUNG 24 Jam wherever it may be charged.
    """
    ruling = usual_category(month)
    if category is not None:
        ruling = CategoryRuling(Category(category), say("you named it"))
    found = owed(month, wages, ruling, "portal")
    interest = late_interest_at_least(found.accepted[0].total, month, today)
    sentences = (
        say(
            "On wages of {wages} for {month} {owed}.",
            wages=ringgit(wages),
            month=month.name,
            owed=_sum(found),
        ),
        f"{found.category.words}: {found.rule}.",
        say(
            "The row is {row}, in SOCSO's table of {table_date}.",
            row=found.row,
            table_date=day(found.table_date),
        ),
        found.warning,
        _when(month, today),
        _late(interest),
    )
    return Result(
        Outcome.DONE,
        " ".join(filter(None, sentences)),
        total=found.accepted[-1].total,
        amounts=[_named(amounts, found) for amounts in found.accepted],
        late_interest=interest or None,
    )


def _sum(found: Expectation) -> str:
    least, most = ringgit(found.accepted[0].total), ringgit(found.accepted[-1].total)
    if not found.skbbk_optional:
        return say("{most} is owed", most=most)
    return say(
        "{least} is owed, or {most} if the portal charges LINDUNG 24 Jam (SKBBK) as well",
        least=least,
        most=most,
    )


def _named(amounts: Amounts, found: Expectation) -> AmountsResult:
    name = mark("Owed")
    if found.skbbk_optional:
        name = mark("With LINDUNG 24 Jam") if amounts.skbbk else mark("Without LINDUNG 24 Jam")
    return AmountsResult(name, amounts.employer, amounts.employee, amounts.skbbk, amounts.total)


def _when(month: ContributionMonth, today: date) -> str:
    if today < month.payable_from:
        return say(
            "It can be paid from {payable_from}, and is due by {due}.",
            payable_from=day(month.payable_from),
            due=day(month.due),
        )
    if today > month.due:
        return say("It was due by {due}.", due=day(month.due))
    return say("It is due by {due}.", due=day(month.due))


def _late(interest: Decimal) -> str:
    if not interest:
        return ""
    return say(
        "Late interest (FCLB) comes on top of it: at least {interest}. That is an estimate; the "
        "portal shows it as a payable of its own and has the last word.",
        interest=ringgit(interest),
    )
