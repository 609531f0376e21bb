"""In which category of the Act an employee is insured, and by which rule.

Rules: Act 4 for foreign domestic workers as the employer's guide of 2022 gives it; from July 2024 SOCSO's own
page on foreign workers and Employer Circular 2/2024. Checked in November 2026.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assist_bot.contribution.month import ContributionMonth
from assist_bot.errors import ContributionRefused
from assist_bot.language import say
from assist_bot.profile import ForeignEmployee

COVERED_FROM = ContributionMonth(2021, 6)
INVALIDITY_FROM = ContributionMonth(2024, 7)
_TOO_OLD_TO_ENTER = 55
_TOO_OLD_TO_STAY = 60


class Category(StrEnum):
    """First: Employment Injury and Invalidity, both pay. Second: Employment Injury, the employer pays."""

    FIRST = "first"
    SECOND = "second"

    @property
    def words(self) -> str:
        """The category as SOCSO writes it."""
        return say("First Category") if self is Category.FIRST else say("Second Category")


@dataclass(frozen=True)
class CategoryRuling:
    """A category, the rule that gave it, and what the person should know if the rule rests on a guess."""

    category: Category
    rule: str
    warning: str | None = None


def category_of(employee: ForeignEmployee, month: ContributionMonth) -> CategoryRuling:
    """Rule on one employee's category in a month; the profile's own word goes before the rules.

    Raises ContributionRefused for a month before domestic workers were covered.
    """
    if employee.category is not None:
        usual_category(month)  # before domestic workers were covered, no word of the profile counts
        return CategoryRuling(Category(employee.category), say("the profile says so"))
    if month < INVALIDITY_FROM:
        return usual_category(month)
    if _age(employee.date_of_birth, month.last_day) >= _TOO_OLD_TO_STAY:
        turns_now = _age(employee.date_of_birth, month.previous().last_day) < _TOO_OLD_TO_STAY
        warning = say("She turns 60 in this month; SOCSO may count from the next one.") if turns_now else None
        return CategoryRuling(Category.SECOND, say("she is 60 or older"), warning)
    return _by_entry(employee)


def usual_category(month: ContributionMonth) -> CategoryRuling:
    """Rule on a month for an employee not known further. Before June 2021: ContributionRefused."""
    if month < COVERED_FROM:
        raise ContributionRefused(
            say(
                "Nothing is owed for {month}: domestic workers are covered from {COVERED_FROM_name}.",
                month=month.name,
                COVERED_FROM_name=COVERED_FROM.name,
            ),
            say("Name a month from {covered_from} on.", covered_from=COVERED_FROM),
        )
    if month < INVALIDITY_FROM:
        return CategoryRuling(
            Category.SECOND, say("foreign domestic workers had Employment Injury only up to June 2024")
        )
    return CategoryRuling(
        Category.FIRST,
        say("foreign workers are under Invalidity as well from July 2024"),
        say(
            "Her age was not looked at: from 60, or if she entered the scheme at 55 or later, it is "
            "the Second Category."
        ),
    )


def _by_entry(employee: ForeignEmployee) -> CategoryRuling:
    """From July 2024: what counts is her age when Invalidity began for her."""
    born, begins = employee.date_of_birth, INVALIDITY_FROM.first_day
    entered = employee.entered_scheme
    too_old_at_first = _age(born, begins) >= _TOO_OLD_TO_ENTER
    if too_old_at_first:
        return CategoryRuling(Category.SECOND, say("she was 55 or older on 1 July 2024"))
    latest_entry = max(begins, entered or employee.employment_start)
    if _age(born, latest_entry) < _TOO_OLD_TO_ENTER:
        return CategoryRuling(
            Category.FIRST, say("foreign workers are under Invalidity as well from July 2024")
        )
    if entered is not None:
        return CategoryRuling(Category.SECOND, say("she was 55 or older when she first entered the scheme"))
    return CategoryRuling(
        Category.FIRST,
        say("it is taken that she entered the scheme before she was 55"),
        say(
            "She was 55 or older when this employment began. If she had never been in SOCSO before, "
            "the Second Category holds: give `entered_scheme` in the profile."
        ),
    )


def _age(born: date, on: date) -> int:
    """Count full years; one born on 29 February is a year older on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
