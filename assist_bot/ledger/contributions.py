"""What the ledger knows about contributions, for reading."""

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise, takewhile

from assist_bot.contribution import ContributionMonth
from assist_bot.ledger import entries
from assist_bot.ledger.reconciling import LOOKED
from assist_bot.ledger.record import OnRecord
from assist_bot.ledger.states import Entry, State

ACCEPTED = "accepted by the person"
"""How the note begins of a total that the person accepted although another one was expected."""
NOT_TAKEN = "the person says that nothing was taken"
"""The note of a doubt that the person decided."""


class Contributions(OnRecord):
    """The records of contributions; the key is the portal ID and the month."""

    def entry(self, employer: str, month: ContributionMonth) -> Entry | None:
        """Give the record of a month: the last one where there are additional submissions."""
        return next(reversed(entries.parts(self._record, employer, month)), None)

    def entries(self) -> tuple[Entry, ...]:
        """List all records, by employer and month."""
        return tuple(entries.everything(self._record))

    def parts(self, employer: str, month: ContributionMonth) -> tuple[Entry, ...]:
        """List the submissions of a month, the first one first."""
        return tuple(entries.parts(self._record, employer, month))

    def at_work(self, employer: str, month: ContributionMonth, *, additional: bool) -> Entry | None:
        """Give the submission that a run goes on with; None where it is to be begun.

        That is the last one; but where an `additional` one is asked for, none that is settled.
        """
        last = self.entry(employer, month)
        return None if additional and last is not None and last.settled else last

    def history(self, employer: str, month: ContributionMonth) -> tuple[Entry, ...]:
        """List everything that was ever recorded about a month, the oldest first."""
        return tuple(entries.events(self._record, employer, month))

    def looks(self, employer: str, month: ContributionMonth) -> tuple[datetime, ...]:
        """Say when the portal was looked at since the outcome became unknown, without finding an answer."""
        latest_first = reversed(self.history(employer, month))
        looked = takewhile(lambda entry: entry.in_doubt and entry.note.startswith(LOOKED), latest_first)
        return tuple(entry.changed for entry in looked)[::-1]

    def approved_total(self, employer: str, month: ContributionMonth, acr: str) -> Decimal | None:
        """Give the total of an ACR in ringgit that the person approved, as far as that is on record.

        That is what was submitted or sent to the bank from here, or accepted by name; not what a look found.
        """
        about = self.about(employer, month, acr)
        approved = [
            entry.total
            for entry in self.history(employer, month)
            if about is not None
            and entry.part == about.part
            and entry.acr in ("", acr)
            and _is_approval(entry)
        ]
        return approved[-1] if approved else None

    def payments_declined(self, employer: str, month: ContributionMonth, acr: str) -> int:
        """Count the payments of an ACR that were begun from here and ended by the portal's or the bank's own no."""
        history = [entry for entry in self.history(employer, month) if entry.acr == acr]
        return sum(
            begun.state is State.PAYING and then.state is State.SUBMITTED and then.note != NOT_TAKEN
            for begun, then in pairwise(history)
        )

    def draft_counts_from(self, employer: str, month: ContributionMonth, apart: timedelta) -> datetime | None:
        """Say from when a draft found at the portal is one that was not submitted; None when it is already.

        That is `apart` after the last submission of the month was sent from here.
        """
        sent = [entry.changed for entry in self.history(employer, month) if entry.state is State.SUBMITTING]
        return sent[-1] + apart if sent and self._record.now() < sent[-1] + apart else None

    def about(self, employer: str, month: ContributionMonth, acr: str = "") -> Entry | None:
        """Give the submission that an ACR belongs to; an ACR not known yet can only be the last one's."""
        parts = entries.parts(self._record, employer, month)
        return next((part for part in parts if acr and part.acr == acr), parts[-1] if parts else None)


def _is_approval(entry: Entry) -> bool:
    return entry.state in (State.SUBMITTING, State.PAYING) or entry.note.startswith(ACCEPTED)
