"""The days to remember as an iCalendar text (RFC 5545): whole days, as they are counted in Malaysia.

Each day keeps its UID, so that importing the file again brings what is there up to date instead of doubling it. No
number of a passport, permit or identity card is in it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from assist_bot import __version__
from assist_bot.language import day, mark, say, say_marked
from assist_bot.profile import Profile
from assist_bot.standing import Facts, MonthStanding, Paper, PaperStanding, months_of, papers_of
from assist_bot.wording import plain

MONTHS_AHEAD = 12
BEFORE_DUE = (5,)
"""Days before the last day at which a contribution is reminded of: there is a weekend's room to the bank."""
BEFORE_EXPIRY = (90, 30)
"""Days before a paper expires: the first is when a permit's renewal can begin."""
_AT = timedelta(hours=9)
"""The time of day of a reminder, for an event of a whole day begins at midnight."""
_WORDS = {
    Paper.PASSPORT: (
        mark("{name}'s passport expires"),
        mark("Her embassy renews it. Then correct the profile and make this file again."),
    ),
    Paper.WORK_PERMIT: (
        mark("{name}'s work permit expires"),
        mark(
            "The Immigration Department renews it, ahead of this day. Then correct the profile and make "
            "this file again."
        ),
    ),
}


def calendar_of(facts: Facts, profile: Profile, now: datetime) -> str:
    """Write the calendar as of a moment (UTC): contributions that are not settled, and papers that have not expired."""
    calendar = Calendar()
    calendar.add("prodid", f"-//assist-bot//assist-bot {__version__}//EN")
    calendar.add("version", "2.0")
    for event in (*_due(facts, profile), *_expiring(facts, profile)):
        event.add("dtstamp", now)
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _due(facts: Facts, profile: Profile) -> Iterator[Event]:
    """Go through the months of the next year, and those that can be paid and are still in time."""
    for each in months_of(facts, MONTHS_AHEAD):
        if not each.state.is_settled and facts.today <= each.month.due:
            yield _contribution(each, profile)


def _contribution(each: MonthStanding, profile: Profile) -> Event:
    month = each.month
    return _event(
        f"{profile.portal.portal_id} contribution {month}",
        month.due,
        say("SOCSO contribution for {month} is due", month=month.name),
        say(
            "It can be paid from {opens}, and is late after this day. `assist-bot pay --month {number}` pays it; "
            "`assist-bot status` tells whether it is paid.",
            opens=day(month.payable_from),
            number=month,
        ),
        BEFORE_DUE,
    )


def _expiring(facts: Facts, profile: Profile) -> Iterator[Event]:
    for each in papers_of(facts):
        if each.days_left >= 0:
            yield _paper(each, profile)


def _paper(each: PaperStanding, profile: Profile) -> Event:
    """Make the day of a paper. Its UID does not hang on its number or date, which a renewal changes."""
    summary, description = _WORDS[each.paper]
    return _event(
        f"{profile.portal.portal_id} {each.paper} {each.employee} {each.born}",
        each.expiry,
        say_marked(summary, name=plain(each.employee)),
        say_marked(description),
        BEFORE_EXPIRY,
    )


def _event(what: str, when: date, summary: str, description: str, before: Sequence[int]) -> Event:
    """Make a whole day with reminders, in the morning so many days before."""
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'assist-bot:{what}')}@assist-bot")
    event.add("dtstart", when)
    event.add("summary", summary)
    event.add("description", description)
    event.add("transp", "TRANSPARENT")
    for days in before:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", _AT - timedelta(days=days))
        event.add_component(alarm)
    return event
