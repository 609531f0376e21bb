"""The days between the e-mail to SOCSO and the portal ID: since when, and until when to wait."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import holidays

from assist_bot.errors import MachineError
from assist_bot.language import say
from assist_bot.places import write_private

WORKING_DAYS = 3
"""The guide: the portal ID comes within three working days."""
_OLDEST = timedelta(days=365)


@dataclass(frozen=True)
class Awaited:
    """A portal ID that was asked for by e-mail, and the last day on which it is to come."""

    sent: date
    until: date


def last_day(sent: date, state: str, working_days: int = WORKING_DAYS) -> date:
    """Count working days in a state of Malaysia from the day after `sent`.

    Weekends are the state's own on that day (Friday and Saturday in Kedah, Kelantan and Terengganu, and in Johor from
    2014 to 2024), and so are the holidays, federal and of the state. A holiday declared at short notice is not known.
    """
    calendar = holidays.country_holidays("MY", subdiv=state.title())
    return calendar.get_nth_working_day(sent, working_days)


def note_sent(file: Path, portal_id: str, sent: date) -> None:
    """Remember the day on which the e-mail was sent. Raises MachineError."""
    write_private(file, json.dumps({"portal_id": portal_id, "sent": sent.isoformat()}))


def has_come(file: Path) -> None:
    """Forget that anything is awaited: the temporary password is here."""
    file.unlink(missing_ok=True)


def awaited(file: Path, portal_id: str, state: str) -> Awaited | None:
    """Give what is awaited for this portal ID, None where nothing was sent. Raises MachineError for a broken note."""
    try:
        note = json.loads(file.read_text("utf-8"))
        sent = date.fromisoformat(note["sent"])
        return Awaited(sent, last_day(sent, state)) if note["portal_id"] == portal_id else None
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise MachineError(
            say("The note of when the e-mail to SOCSO was sent cannot be read: {file}.", file=file),
            say("Say it again, as in `assist-bot prepare --sent 2026-11-27`."),
        ) from error


def may_be_sent_on(sent: date, today: date) -> bool:
    """Say whether the e-mail can have been sent on a day: not in the future, and not more than a year ago."""
    return today - _OLDEST <= sent <= today
