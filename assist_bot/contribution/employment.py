"""The months for which something may be owed: those in which the household employed somebody."""

from datetime import date

from assist_bot.contribution.category import COVERED_FROM
from assist_bot.contribution.month import ContributionMonth
from assist_bot.contribution.wages import employed_in
from assist_bot.profile import Profile


def employed_months(profile: Profile, today: date) -> tuple[ContributionMonth, ...]:
    """List the months in which somebody was employed, if only for a day, and that can be paid by date; oldest first.

    Months before domestic workers were covered (June 2021) are not among them.
    """
    first = min(employee.employment_start for employee in profile.employees)
    month, months = max(ContributionMonth.of(first), COVERED_FROM), []
    while month.payable_from <= today:
        if employed_in(profile, month):
            months.append(month)
        month = month.next()
    return tuple(months)
