"""Reads what is known of a household. Nothing is written, and neither portal nor credential store is asked."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

from assist_bot.contribution import ContributionMonth
from assist_bot.credentials.log_ins import LogIns
from assist_bot.errors import Stop
from assist_bot.forms.awaiting import awaited
from assist_bot.ledger import Entry, Ledger, RegistrationEntry
from assist_bot.places import Places
from assist_bot.profile import Profile, load, portal_of
from assist_bot.standing.facts import Facts


@dataclass
class _Found:
    """What was read so far; it stays as it is where reading ends in an error."""

    profile: Profile | None = None
    recorded: dict[ContributionMonth, tuple[Entry, ...]] | None = None
    registration: RegistrationEntry | None = None
    awaited_since: date | None = None
    first_visit_done: bool = False
    log_ins_held_back: bool = False
    hindrances: list[Stop] = field(default_factory=list)

    @contextmanager
    def noting_a_stop(self) -> Iterator[None]:
        """Note what cannot be read, and go on."""
        try:
            yield
        except Stop as error:
            self.hindrances.append(error)


def gather(here: Places, profile: Path, today: date) -> Facts:
    """Read profile, record and log-ins as of a day. What cannot be read is among the hindrances of the facts."""
    found, portal = _Found(), portal_of(profile)
    with found.noting_a_stop():
        found.profile = load(profile, "pay", today).profile
    with found.noting_a_stop(), Ledger.open(here.ledger, read_only=True) as ledger:
        entries = ledger.entries()
        employer = portal.portal_id if portal else _only_one(entries)
        found.registration = ledger.registration(employer)
        found.recorded = _by_month(entry for entry in entries if entry.employer == employer)
    if portal:
        with found.noting_a_stop():
            log_ins = LogIns(here.state, portal.portal_id)
            found.first_visit_done = log_ins.first_visit_is_done
            found.log_ins_held_back = not log_ins.tries_left
    if found.profile:
        with found.noting_a_stop():
            state = found.profile.employer.address.state
            asked = awaited(here.portal_id_awaited, found.profile.portal.portal_id, state)
            found.awaited_since = asked.sent if asked else None
    return Facts(today, **{**vars(found), "hindrances": tuple(found.hindrances)})


def _only_one(entries: Iterable[Entry]) -> str:
    """Give the only employer on record, where no profile says who it is; "" where there are several."""
    employers = {entry.employer for entry in entries}
    return employers.pop() if len(employers) == 1 else ""


def _by_month(entries: Iterable[Entry]) -> dict[ContributionMonth, tuple[Entry, ...]]:
    return {month: tuple(parts) for month, parts in groupby(entries, key=lambda entry: entry.month)}
