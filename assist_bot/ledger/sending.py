"""Something that was sent and waits for its answer: the only ways to record one."""

from dataclasses import replace

from assist_bot.ledger import entries
from assist_bot.ledger.record import Record
from assist_bot.ledger.states import Entry, State


class _Sending:
    def __init__(self, record: Record, begun: Entry) -> None:
        self._record = record
        self._begun = begun
        self.settled = False

    def unknown(self, why: str) -> None:
        """Record that the outcome is not known."""
        self._write(replace(self._begun, state=State.UNKNOWN, note=why))

    def _settle(self, entry: Entry) -> None:
        if self.settled:
            raise RuntimeError("an answer was recorded already")
        self._write(entry)
        self.settled = True

    def _write(self, entry: Entry) -> None:
        with self._record.writing():
            entries.add(self._record, entry)


class Submitting(_Sending):
    """A contribution that is being submitted."""

    def submitted(self, acr: str) -> None:
        """Record the ACR that the portal gave."""
        if not acr.strip():
            raise ValueError("a submission without an ACR number is no submission")
        self._settle(replace(self._begun, state=State.SUBMITTED, acr=acr.strip()))

    def not_taken(self, why: str) -> None:
        """Record that the portal itself said it did not take it; the draft is still there."""
        self._settle(replace(self._begun, state=State.DRAFTED, note=why))


class Paying(_Sending):
    """A payment at the bank."""

    def paid(self, receipt: str) -> None:
        """Record the number of the portal's receipt."""
        if not receipt.strip():
            raise ValueError("a payment without a receipt number is not known to be paid")
        self._settle(replace(self._begun, state=State.PAID, receipt=receipt.strip()))

    def receipt_awaited(self) -> None:
        """Record that the portal has it as paid and hands out no receipt yet: a doubt until the next look."""
        self._settle(replace(self._begun, state=State.UNKNOWN, note="paid at the portal, no receipt yet"))

    def declined(self, why: str = "the bank declined") -> None:
        """Record that nothing was taken, by the portal's or the bank's word; the ACR is still to be paid."""
        self._settle(replace(self._begun, state=State.SUBMITTED, note=why))
