"""Which runs the record knows, and which of them it still needs: those of something sent and not seen to be settled."""

from pathlib import Path

from assist_bot.ledger.entries import everything
from assist_bot.ledger.record import OnRecord
from assist_bot.ledger.states import RegistrationState, State

_SENT = (State.SUBMITTING, State.SUBMITTED, State.PAYING, State.UNKNOWN)
_APPLIED = (RegistrationState.SUBMITTING, RegistrationState.HELD, RegistrationState.UNKNOWN)


class Evidence(OnRecord):
    """The part of the ledger that is about the folders of runs."""

    def runs(self) -> dict[str, bool]:
        """Give the names of all run folders on record, and whether each is still needed.

        Needed are all runs of a submission of which something was sent and which the portal has not shown as paid,
        and all runs of a registration that was sent and is not accepted yet.
        """
        found: dict[str, bool] = {}
        for folder, needed in [*self._of_contributions(), *self._of_registrations()]:
            name = Path(folder).name
            found[name] = found.get(name, False) or needed
        return found

    def _of_contributions(self) -> list[tuple[str, bool]]:
        paid = {
            (each.employer, str(each.month), str(each.part))
            for each in everything(self._record)
            if each.state is State.PAID
        }
        events = self._record.rows("SELECT employer, month, part, state, run_folder FROM contribution_event")
        keys = [(row["employer"], row["month"], str(row["part"])) for row in events]
        sent = {key for key, row in zip(keys, events, strict=True) if State(row["state"]) in _SENT}
        return [
            (row["run_folder"], key in sent - paid)
            for key, row in zip(keys, events, strict=True)
            if row["run_folder"]
        ]

    def _of_registrations(self) -> list[tuple[str, bool]]:
        events = self._record.rows("SELECT employer, state, run_folder FROM registration_event ORDER BY id")
        last = {row["employer"]: RegistrationState(row["state"]) for row in events}
        open_still = {
            row["employer"]
            for row in events
            if RegistrationState(row["state"]) in _APPLIED
            and last[row["employer"]] is not RegistrationState.REGISTERED
        }
        return [(row["run_folder"], row["employer"] in open_still) for row in events if row["run_folder"]]
