"""On which days the scheduled run happens, and for which month."""

from datetime import date, datetime, time, timedelta

from assist_bot.contribution import ContributionMonth, last_month

DAYS = (3, 7, 10, 12, 14, 16, 19, 22, 25, 28)
"""Days of each month: from the 16th, on which a month can first be paid, to the eve of its due date."""

BEGINS = time(10)
JITTER = timedelta(hours=4)
"""It begins at a random moment between these, in the computer's own time: not all households at once."""

DUE_SOON = timedelta(days=5)
"""From then on a month that is not paid is urgent."""


def month_to_prepare(today: date) -> ContributionMonth:
    """Give the month that can be paid and is not past due: from its 16th day to the 15th of the next."""
    present = ContributionMonth.of(today)
    return present if today >= present.payable_from else last_month(today)


def next_run(now: datetime) -> date:
    """Give the day of the next run; a day whose hours have begun counts as used."""
    today = now.date()
    return today if today.day in DAYS and now.time() < BEGINS else next_day(today)


def next_day(today: date) -> date:
    """Give the next day after this one on which it runs."""
    day = today + timedelta(days=1)
    while day.day not in DAYS:
        day += timedelta(days=1)
    return day


def runs_missed(last: date, today: date) -> int:
    """Count the days between the last run and today on which there should have been one."""
    between = (last + timedelta(days=passed) for passed in range(1, (today - last).days))
    return sum(day.day in DAYS for day in between)
