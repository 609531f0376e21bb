"""The record of contributions. What cannot be taken back is written and on disk before it is begun."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Self

from assist_bot.clock import KUALA_LUMPUR
from assist_bot.contribution import CheckedDraft, Contribution, ContributionMonth
from assist_bot.errors import ContributionRefused
from assist_bot.language import say
from assist_bot.ledger import entries
from assist_bot.ledger.contributions import ACCEPTED, NOT_TAKEN, Contributions
from assist_bot.ledger.doubt import unless_settled
from assist_bot.ledger.evidence import Evidence
from assist_bot.ledger.file import damaged, open_file
from assist_bot.ledger.papers import KeptPapers
from assist_bot.ledger.reconciling import after_look
from assist_bot.ledger.record import Record
from assist_bot.ledger.refusing import ensure_asked_for, ensure_may_begin, ensure_may_pay
from assist_bot.ledger.registrations import Registrations
from assist_bot.ledger.sending import Paying, Submitting
from assist_bot.ledger.states import Entry, Seen, State
from assist_bot.money import ringgit

_REAL_TIME = partial(datetime.now, KUALA_LUMPUR)


class Ledger(Contributions, Registrations, Evidence, KeptPapers):
    """Keyed by portal ID and month; a month has one record, and one more for each additional submission.

    A read-only ledger (a dry run's) writes nothing: `planned` and `reconcile` only say what they would
    record, `accepted` passes, and everything else that writes is a programming error (RuntimeError).
    """

    @classmethod
    def open(
        cls,
        path: Path,
        read_only: bool = False,
        *,
        run_folder: Path | str = "",
        now: Callable[[], datetime] = _REAL_TIME,
    ) -> Self:
        """Open the file, making it where there is none. Damaged, newer or unwritable: MachineError."""
        ledger = cls(Record(path, open_file(path, read_only=read_only), read_only, str(run_folder), now))
        try:
            ledger.entries()
            ledger.papers()
        except ValueError as error:
            ledger.close()
            raise damaged(path, str(error)) from error
        return ledger

    def planned(self, employer: str, contribution: Contribution, *, additional: bool = False) -> Entry:
        """Record what is to be drafted. Refused once something was submitted, unless it is `additional`.

        A draft at the portal is further than a plan, and stays recorded.
        """
        month, lines = contribution.month, entries.planned_lines(contribution)

        def plan(known: Entry | None) -> Entry:
            if additional and known is not None and known.settled:
                known = self._begun(employer, month, known)
            ensure_may_begin(known)
            ensure_asked_for(known, additional=additional)
            if known is not None and known.state is State.DRAFTED:
                return known
            begun = known or self._begun(employer, month, None)
            return replace(begun, state=State.PLANNED, total=None, lines=lines, note="")

        return (
            plan(self.entry(employer, month))
            if self._record.read_only
            else self._change(employer, month, plan)
        )

    def drafted(self, employer: str, checked: CheckedDraft) -> Entry:
        """Record a draft that was saved at the portal and checked."""
        return self._change(employer, checked.month, lambda known: self._as_checked(employer, checked, known))

    @contextmanager
    def submitting(self, employer: str, checked: CheckedDraft) -> Iterator[Submitting]:
        """Record, before it is sent, what is sent; then what became of it.

        Refused (ContributionRefused) when something was submitted or may have been. Inside, `.submitted(acr)`
        or `.not_taken(why)` must be called: anything else that ends it, Ctrl-C too, is OutcomeUnknown.
        """
        with self._record.writing():
            known = self.entry(employer, checked.month)
            begun = replace(self._as_checked(employer, checked, known), state=State.SUBMITTING)
            begun = entries.add(self._record, begun)
        sending = Submitting(self._record, begun)
        what = say(
            "The contribution of {total} for {month}", total=ringgit(checked.total), month=checked.month.name
        )
        with unless_settled(sending, what, sending.unknown):
            yield sending

    @contextmanager
    def paying(self, employer: str, month: ContributionMonth, acr: str, total: Decimal) -> Iterator[Paying]:
        """Record, before the person is sent to the bank, that a payment of `total` ringgit begins.

        Refused (ContributionRefused) unless exactly this ACR waits for its payment. Inside, `.paid(receipt)`
        or `.declined()` must be called: anything else that ends it, Ctrl-C too, is OutcomeUnknown.
        """
        with self._record.writing():
            known = ensure_may_pay(self.entry(employer, month), month, acr, total)
            begun = entries.add(self._record, replace(known, state=State.PAYING, total=total, note=""))
        sending = Paying(self._record, begun)
        with unless_settled(
            sending, say("The payment of {total} for {acr}", total=ringgit(total), acr=acr), sending.unknown
        ):
            yield sending

    def reconcile(  # noqa: PLR0913 - what the portal shows of a month, by name
        self,
        employer: str,
        month: ContributionMonth,
        found: State | None,
        *,
        total: Decimal | None = None,
        acr: str = "",
        receipt: str = "",
        additional: bool = False,
    ) -> Entry | None:
        """Record what a look at the portal found: PAID, SUBMITTED (an unpaid ACR), DRAFTED or nothing.

        With `additional` it is about a submission beside those that are settled.

        The portal's word wins, also where the ledger was lost; but a payment in doubt stays in doubt until
        the portal shows it paid. Raises ContributionRefused for a second ACR or another total, and
        OutcomeUnknown for a portal that is behind the ledger. None when nobody knows of anything.
        """
        seen = Seen(found, total, acr, receipt)

        def look(known: Entry | None) -> Entry:
            beside = additional and known is not None and known.settled and known.acr != acr
            return after_look(self._begun(employer, month, known) if beside or not known else known, seen)

        known = self.about(employer, month, acr)
        if found is None and (known is None or (additional and known.settled)):
            return None
        return look(known) if self._record.read_only else self._change(employer, month, look, acr)

    def settled_by_hand(self, employer: str, month: ContributionMonth, receipt: str) -> Entry:
        """Record a receipt that the person saw; it becomes `paid` only when the portal shows it."""

        def settle(known: Entry | None) -> Entry:
            if known is not None and known.state is State.PAID:
                raise ContributionRefused(
                    say(
                        "The contribution for {month} is recorded as paid, receipt {receipt}.",
                        month=month.name,
                        receipt=known.receipt,
                    ),
                    say("There is nothing to do."),
                )
            begun = known or self._begun(employer, month, None)
            return replace(begun, state=State.SETTLED_BY_HAND, receipt=receipt, note="the person's word")

        return self._change(employer, month, settle)

    def accepted(self, employer: str, month: ContributionMonth, acr: str, expected: str) -> None:
        """Record that the person accepts the total of an ACR that waits for payment, where another was `expected`.

        A read-only ledger records nothing.
        """

        def accept(known: Entry | None) -> Entry:
            if known is None or known.acr != acr:
                raise RuntimeError("only a total that a look found can be accepted")
            return replace(known, note=f"{ACCEPTED}; expected was {expected}")

        if not self._record.read_only:
            self._change(employer, month, accept, acr)

    def nothing_moved(self, employer: str, month: ContributionMonth) -> Entry:
        """Record the person's decision that what is in doubt did not happen (not sent, or not debited)."""

        def decide(known: Entry | None) -> Entry:
            if known is None or not known.in_doubt:
                raise ContributionRefused(
                    say("Nothing about {month} is in doubt.", month=month.name),
                    say("Nothing is to be decided."),
                )
            back = State.SUBMITTED if known.payment_in_doubt else State.PLANNED
            return replace(known, state=back, note=NOT_TAKEN)

        return self._change(employer, month, decide)

    def _change(
        self,
        employer: str,
        month: ContributionMonth,
        change: Callable[[Entry | None], Entry],
        acr: str = "",
    ) -> Entry:
        """Write what `change` makes of the record that an ACR belongs to, or of the last one."""
        with self._record.writing():
            known = self.about(employer, month, acr)
            changed = change(known)
            return changed if changed is known else entries.add(self._record, changed)

    def _begun(self, employer: str, month: ContributionMonth, known: Entry | None) -> Entry:
        part = 1 if known is None else known.part + 1
        return entries.blank(employer, month, part, self._record.now())

    def _as_checked(self, employer: str, checked: CheckedDraft, known: Entry | None) -> Entry:
        ensure_may_begin(known)
        return replace(
            known or self._begun(employer, checked.month, None),
            state=State.DRAFTED,
            total=checked.total,
            lines=entries.checked_lines(checked),
            note=" ".join(checked.accepted_differences),
        )
