"""The record of the employer's registration: one application, sent once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from assist_bot.errors import ContributionRefused
from assist_bot.language import day_and_time, say
from assist_bot.ledger.applications import add, application, blank
from assist_bot.ledger.doubt import unless_settled
from assist_bot.ledger.reconciling import LOOKED
from assist_bot.ledger.record import OnRecord, Record
from assist_bot.ledger.states import RegistrationEntry, RegistrationState


class Registering:
    """An application that was sent and waits for its answer: the only ways to record one."""

    def __init__(self, record: Record, begun: RegistrationEntry) -> None:
        self._record = record
        self._begun = begun
        self.settled = False

    def registered(self, employer_code: str, reference: str = "") -> None:
        """Record the employer code that the portal gave."""
        if not employer_code.strip():
            raise ValueError("a registration without an employer code is not known to be one")
        self._settle(RegistrationState.REGISTERED, employer_code.strip(), reference)

    def held(self, employer_code: str, reference: str) -> None:
        """Record that the application waits for SOCSO's officer."""
        self._settle(RegistrationState.HELD, employer_code, reference)

    def not_taken(self, why: str) -> None:
        """Record that the portal itself said it did not take it."""
        self._settle(RegistrationState.BEGUN, note=why)

    def unknown(self, why: str) -> None:
        """Record that the outcome is not known."""
        with self._record.writing():
            add(self._record, replace(self._begun, state=RegistrationState.UNKNOWN, note=why))

    def _settle(self, state: RegistrationState, code: str = "", reference: str = "", note: str = "") -> None:
        if self.settled:
            raise RuntimeError("an answer was recorded already")
        reference = reference or self._begun.reference
        after = replace(self._begun, state=state, employer_code=code, reference=reference, note=note)
        with self._record.writing():
            add(self._record, after)
        self.settled = True


class Registrations(OnRecord):
    """The part of the ledger that is about registrations; the key is the portal ID."""

    def registration(self, employer: str) -> RegistrationEntry | None:
        """Give the record of an employer's registration."""
        return application(self._record, employer)

    def registration_begun(self, employer: str) -> None:
        """Record that an application is being filled in; nothing changes when one is known already."""
        with self._record.writing():
            if self.registration(employer) is None:
                add(self._record, blank(self._record, employer))

    @contextmanager
    def registering(self, employer: str) -> Iterator[Registering]:
        """Record, before it is sent, that the application is sent; then what became of it.

        Refused (ContributionRefused) when one was sent or may have been. Inside, `.registered(...)`,
        `.held(...)` or `.not_taken(why)` must be called: anything else that ends it, Ctrl-C too, is
        OutcomeUnknown.
        """
        with self._record.writing():
            known = self.registration(employer)
            _ensure_may_register(known)
            before = known or blank(self._record, employer)
            begun = add(self._record, replace(before, state=RegistrationState.SUBMITTING, note=""))
        sending = Registering(self._record, begun)
        with unless_settled(sending, say("The registration"), sending.unknown):
            yield sending

    def reconcile_registration(
        self, employer: str, found: RegistrationState | None, *, employer_code: str = "", reference: str = ""
    ) -> RegistrationEntry | None:
        """Record what a look at the portal found: REGISTERED, HELD, BEGUN (not sent yet), or nothing (None).

        The portal's word wins; finding nothing is noted where the outcome is in doubt, and ends no doubt.
        A read-only ledger only says it.
        """
        known = self.registration(employer)
        if found is None:
            return self._looked_in_vain(known)
        before = known or blank(self._record, employer)
        code, reference = employer_code or before.employer_code, reference or before.reference
        after = replace(before, state=found, employer_code=code, reference=reference)
        if after == known or self._record.read_only:
            return after
        with self._record.writing():
            return add(self._record, replace(after, note="found at the portal"))

    def registration_counts_from(self, employer: str, apart: timedelta) -> datetime | None:
        """Say from when a look for an application in doubt is the second that counts; None when it is now.

        That is `apart` after the first look that found nothing, which may be the one that is recorded now.
        """
        known = self.registration(employer)
        looked = known is not None and known.in_doubt and known.note.startswith(LOOKED)
        first = known.changed if known is not None and looked else self._record.now()
        return None if looked and self._record.now() >= first + apart else first + apart

    def _looked_in_vain(self, known: RegistrationEntry | None) -> RegistrationEntry | None:
        """Note the first look; later ones leave it as it is, for the time between them counts."""
        if known is None or not known.in_doubt or self._record.read_only or known.note.startswith(LOOKED):
            return known
        with self._record.writing():
            return add(self._record, replace(known, note=f"{LOOKED}: nothing found"))

    def letters_kept(self, employer: str, letters: Sequence[str]) -> None:
        """Record the file names of the letters that were saved. A read-only ledger keeps nothing."""
        if self._record.read_only:
            return
        with self._record.writing():
            known = self.registration(employer) or blank(self._record, employer)
            add(self._record, replace(known, letters=tuple(letters)))


def _ensure_may_register(known: RegistrationEntry | None) -> None:
    if known is None or known.state is RegistrationState.BEGUN:
        return
    match known.state:
        case RegistrationState.REGISTERED:
            why, remedy = (
                say("is registered already, as {employer_code}", employer_code=known.employer_code),
                say("There is nothing to do."),
            )
        case RegistrationState.HELD:
            why, remedy = (
                say("is with SOCSO's officer ({reference})", reference=known.reference),
                say("Wait for SOCSO's e-mail. Questions: {help_line}."),
            )
        case _:
            why = say(
                "sent an application on {when} whose outcome is not known", when=day_and_time(known.changed)
            )
            remedy = say("Run this again: it looks at the portal before anything else.")
    raise ContributionRefused(say("The employer {why}; nothing is sent again.", why=why), remedy)
