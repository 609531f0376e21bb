"""The clock, against the portal's own, and the time that counts: Malaysia's."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from assist_bot import clock
from assist_bot.checkup.checking import not_checked, ok, problem, warning
from assist_bot.language import day_and_time, mark, say, say_marked
from assist_bot.outcome import Check, Outcome
from assist_bot.portal.first_answer import FirstAnswer

CLOCK = mark("Clock")
TIME_ZONE = mark("Time zone")
MALAYSIA = timedelta(hours=8)
CLOSE = timedelta(minutes=5)
SET_IT = mark("Let this computer set its clock from the internet.")


def look_at_time(url: str, answer: FirstAnswer | None) -> Iterator[Check]:
    """Look at what time it is in Malaysia, and whether the portal's clock says the same. Raises MachineError."""
    counted = clock.now(url)
    if counted.utcoffset() != MALAYSIA:
        yield problem(
            TIME_ZONE,
            Outcome.MACHINE,
            say("Malaysia is told to be {counted:%z} from Greenwich instead of +0800.", counted=counted),
            say("Mend the time zone data of this computer (the package tzdata)."),
        )
    else:
        yield ok(
            TIME_ZONE,
            say(
                "In Malaysia, where months and due dates are counted, it is {counted}.",
                counted=day_and_time(counted),
            ),
        )
    if os.environ.get("ASSIST_BOT_NOW") and clock.is_loopback(url):
        yield warning(
            CLOCK,
            say("ASSIST_BOT_NOW sets the date, for trying things out."),
            say("Remove it when you are done."),
        )
    else:
        yield compared(datetime.now(UTC), answer.date if answer else "")


def compared(here: datetime, told: str) -> Check:
    """Compare this computer's clock with the date that the portal sent along."""
    try:
        there = parsedate_to_datetime(told)
    except ValueError:
        return not_checked(CLOCK, say("the portal did not tell the time"))
    apart = abs(here - there)
    if (
        here.astimezone(clock.KUALA_LUMPUR).date() != there.astimezone(clock.KUALA_LUMPUR).date()
        and apart > CLOSE
    ):
        return problem(
            CLOCK,
            Outcome.MACHINE,
            say(
                "This computer's clock shows another day than the portal's ({there} UTC).",
                there=day_and_time(there),
            ),
            say_marked(SET_IT),
        )
    if apart > CLOSE:
        minutes = apart // timedelta(minutes=1)
        return warning(
            CLOCK,
            say("This computer's clock is {minutes} minutes off the portal's.", minutes=minutes),
            say_marked(SET_IT),
        )
    return ok(CLOCK, say("This computer's clock agrees with the portal's."))
