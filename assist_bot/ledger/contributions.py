"""What the ledger knows about contributions, for reading."""

from datetime import datetime
from itertools import takewhile

from assist_bot.contribution import ContributionMonth
from assist_bot.ledger import entries
from assist_bot.ledger.reconciling import LOOKED
from assist_bot.ledger.record import OnRecord
from assist_bot.ledger.states import Entry


class Contributions(OnRecord):
    """The records of contributions; the key is the portal ID and the month."""

    def entry(self, employer: str, month: ContributionMonth) -> Entry | None:
        """Give the record of a month: the last one where there are additional submissions."""
        return next(reversed(entries.parts(self._record, employer, month)), None)

    def entries(self) -> tuple[Entry, ...]:
        """List all records, by employer and month."""
        return tuple(entries.everything(self._record))

    def history(self, employer: str, month: ContributionMonth) -> tuple[Entry, ...]:
        """List everything that was ever recorded about a month, the oldest first."""
        return tuple(entries.events(self._record, employer, month))

    def looks(self, employer: str, month: ContributionMonth) -> tuple[datetime, ...]:
        """Say when the portal was looked at since the outcome became unknown, without finding an answer."""
        latest_first = reversed(self.history(employer, month))
        looked = takewhile(lambda entry: entry.in_doubt and entry.note.startswith(LOOKED), latest_first)
        return tuple(entry.changed for entry in looked)[::-1]

    def _about(self, employer: str, month: ContributionMonth, acr: str = "") -> Entry | None:
        """Give the submission that an ACR belongs to; an ACR not known yet can only be the last one's."""
        parts = entries.parts(self._record, employer, month)
        return next((part for part in parts if acr and part.acr == acr), parts[-1] if parts else None)
