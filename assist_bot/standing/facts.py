"""What is known of a household, as it was read. Whatever could not be read is among the hindrances."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import Stop
from assist_bot.ledger import Entry, RegistrationEntry
from assist_bot.profile import Profile


@dataclass(frozen=True)
class Facts:
    """The profile, the record and the log-ins of one portal ID, on a day in Asia/Kuala_Lumpur.

    `recorded` holds the submissions of each month, the first one first; None: the record cannot be read.
    `awaited_since` is the day on which SOCSO was asked for a portal ID that has not come yet.
    """

    today: date
    profile: Profile | None = None
    recorded: Mapping[ContributionMonth, tuple[Entry, ...]] | None = field(default_factory=dict)
    registration: RegistrationEntry | None = None
    first_visit_done: bool = False
    log_ins_held_back: bool = False
    awaited_since: date | None = None
    hindrances: tuple[Stop, ...] = ()

    @property
    def anything_sent(self) -> bool:
        """Whether a contribution was ever submitted, which only a registered employer can."""
        entries = [each for parts in (self.recorded or {}).values() for each in parts]
        return any(entry.acr or entry.settled for entry in entries)
