"""Months before the one of the run that the schedule was to prepare, and that are not settled on the record."""

from assist_bot.contribution import ContributionMonth, employed_in
from assist_bot.ledger import Ledger
from assist_bot.places import Places
from assist_bot.profile import Profile


def left_behind(
    here: Places, profile: Profile, since: ContributionMonth, before: ContributionMonth
) -> list[ContributionMonth]:
    """List them from the schedule's first month on, the oldest first. Raises MachineError for a damaged record."""
    months, month = list[ContributionMonth](), since
    with Ledger.open(here.ledger, read_only=True) as ledger:
        while month < before:
            entry = ledger.entry(profile.portal.portal_id, month)
            if employed_in(profile, month) and not (entry and entry.settled):
                months.append(month)
            month = month.next()
    return months
