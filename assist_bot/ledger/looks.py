"""Looks at the portal after a lost answer: how far apart they must be for the person to decide upon them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from assist_bot.language import day_and_time

LOOKS = 2
"""How many looks without an answer it takes before the person decides."""
SECOND_LOOK_AFTER = timedelta(minutes=30)
"""How far apart, if nothing else is said."""


def looks_that_count(times: Sequence[datetime], apart: timedelta) -> tuple[datetime, ...]:
    """Leave out the looks that came sooner than `apart` after the last one that counts."""
    counted: list[datetime] = []
    for time in times:
        if not counted or time - counted[-1] >= apart:
            counted.append(time)
    return tuple(counted)


def moment(time: datetime) -> str:
    """Write a time as it is told to the person: 1 November 2026, 10:30."""
    return day_and_time(time)
