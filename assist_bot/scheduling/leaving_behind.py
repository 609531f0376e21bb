"""Months before the one of the run that the schedule was to prepare, and that nobody has settled."""

from datetime import date
from pathlib import Path

from assist_bot.contribution import ContributionMonth
from assist_bot.places import Places
from assist_bot.standing import MonthState, gather, standing_of

_NOTHING_TO_TELL = (MonthState.NOT_KNOWN, MonthState.NOT_DUE)


def left_behind(
    here: Places, profile: Path, today: date, since: ContributionMonth, before: ContributionMonth
) -> list[ContributionMonth]:
    """List those between the two, the oldest first; none where profile or record cannot be read."""
    return [
        each.month
        for each in standing_of(gather(here, profile, today)).months
        if since <= each.month < before and not each.state.is_settled and each.state not in _NOTHING_TO_TELL
    ]
