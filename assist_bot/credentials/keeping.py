"""What a run may try, and how a change of password survives a kill at any moment."""

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self

from assist_bot import logs
from assist_bot.credentials import sources, store
from assist_bot.credentials.log_ins import LogIns
from assist_bot.credentials.new_password import make_answer, make_password
from assist_bot.errors import CredentialsError

_NEW_PASSWORD = "ASSIST_BOT_NEW_PASSWORD"  # noqa: S105  # a variable's name
_ANSWER = "ASSIST_BOT_SECURITY_ANSWER"


@dataclass
class Credentials:
    """The secrets of one portal ID. Read-only (a dry run), only the tries to log in are remembered."""

    portal_id: str
    command: tuple[str, ...] | None
    log_ins: LogIns
    read_only: bool
    handed_out: list[str] = field(default_factory=list, repr=False)

    @classmethod
    def open(
        cls,
        portal_id: str,
        source_command: tuple[str, ...] | None,
        state_folder: Path,
        *,
        read_only: bool = False,
    ) -> Self:
        """Nothing is asked for until it is needed."""
        return cls(portal_id, source_command, LogIns(state_folder, portal_id), read_only)

    def passwords_to_try(self) -> tuple[str, ...]:
        """Give one password; after a change that was cut short, the unconfirmed new one and then the old one.

        Never more than may be tried in a row. Raises CredentialsError where there is none, where the portal has
        rejected all of them before, or where one more wrong log-in could lock the account.
        """
        candidates = dict.fromkeys([*self._unconfirmed(), *self._current()])
        untried = [password for password in candidates if not self.log_ins.was_rejected(password)]
        if not untried:
            raise self._all_rejected()
        if not self.log_ins.tries_left:
            raise CredentialsError(
                "The last log-ins were refused or ended without an answer; nothing was tried this time, "
                "because one more wrong one could lock the account.",
                "Log in at the portal yourself to see that the password is right, then enter it with "
                "`assist-bot credentials set`: it is tried again.",
            )
        return self._handing_out(*untried[: self.log_ins.tries_left])

    def trying(self) -> None:
        """Remember, just before it is sent, that a log-in is tried; also in a dry run, for the account's sake."""
        self.log_ins.trying()

    def rejected(self, password: str) -> None:
        """Remember that the portal does not take this password; also in a dry run, for the account's sake."""
        self.log_ins.reject(password)

    def accepted(self, password: str) -> None:
        """Remember that the portal let this password in; that also confirms an unconfirmed new one.

        In a dry run only the tries before it are forgotten.
        """
        self.log_ins.begin_anew(password)
        if not self.read_only and password in self._unconfirmed():
            self.confirm_change()

    def ready_for_first_visit(self) -> None:
        """Raise CredentialsError where a new password or the security answer could not be kept."""
        if self.read_only or self.log_ins.first_visit_is_done:
            return
        if not (os.environ.get(_NEW_PASSWORD) and os.environ.get(_ANSWER)):
            self._needs_a_store()

    def begin_change(self) -> str:
        """Give the new password, kept as unconfirmed beforehand. One that is pending is used again.

        Read-only it is one for show, kept nowhere: a dry run fills it in and saves nothing.
        """
        if self.read_only:
            return self._handing_out(make_password())[0]
        new = self._kept_by_the_person
        if new:
            self.log_ins.change("begun", new)
        else:
            self._needs_a_store()
            pending = store.unconfirmed_password(self.portal_id)
            new = os.environ.get(_NEW_PASSWORD) or pending.read() or make_password()
            pending.write(new)
        # After a change that was cut short it may have been tried, too early, as a log-in.
        self.log_ins.forgive(new)
        return self._handing_out(new)[0]

    def confirm_change(self) -> None:
        """Let the new password be the one that holds: the portal has accepted it."""
        self._may_write()
        if self._kept_by_the_person:
            self.log_ins.change("confirmed", self._kept_by_the_person)
            return
        pending = store.unconfirmed_password(self.portal_id)
        if new := pending.read():
            # In this order: a kill between the two leaves it in both places, never in none.
            store.password(self.portal_id).write(new)
            pending.delete()
            self.__dict__.pop("_found", None)  # a later log-in in this run looks for it anew

    def change_refused(self) -> None:
        """Drop the new password, which the portal's policy refuses: the next change makes another."""
        self._may_write()
        if not self._why_no_store:
            store.unconfirmed_password(self.portal_id).delete()

    def security_answer(self) -> str:
        """Give the answer to the security question, kept before it is returned."""
        answer = os.environ.get(_ANSWER)
        if not answer:
            entry = store.security_answer(self.portal_id)
            answer = entry.read()
            if not answer:
                answer = make_answer()
                if not self.read_only:
                    entry.write(answer)
        return self._handing_out(answer)[0]

    def first_visit_done(self) -> None:
        """Remember that the first visit is over: from now on no store is needed."""
        if not self.read_only:
            self.log_ins.first_visit_done()

    def secrets(self) -> tuple[str, ...]:
        """Every secret handed out so far, to be masked wherever something is written."""
        return tuple(self.handed_out)

    @cached_property
    def _found(self) -> sources.Found:
        return sources.find(self.portal_id, self.command)

    def _current(self) -> list[str]:
        """Give the password that holds, as far as known; none where only an unconfirmed one is there."""
        given = os.environ.get(_NEW_PASSWORD)
        if given and self.log_ins.change_of(given) == "confirmed" and not self.log_ins.was_rejected(given):
            return [given]
        try:
            return [self._found.password]
        except CredentialsError:
            if self._unconfirmed():
                return []
            raise

    def _unconfirmed(self) -> list[str]:
        """Give a new password whose change was begun and not seen to end."""
        given = os.environ.get(_NEW_PASSWORD)
        if given and self.log_ins.change_of(given) == "begun":
            return [given]
        try:
            pending = store.unconfirmed_password(self.portal_id).read()
        except CredentialsError:
            return []  # the search for the password that holds says what is the matter
        return [pending] if pending else []

    def _all_rejected(self) -> CredentialsError:
        # The portal may have finished a change that was cut short after it had refused the new password.
        late = " A new one was being set, and is kept: if the old one is refused there as well, enter the old one."
        return CredentialsError(
            "The portal has rejected this password before; it is not tried again, "
            "because a few wrong ones lock the account.",
            "Log in at the portal yourself to find the right one, then store it with "
            "`assist-bot credentials set` (or put it where the old one came from)."
            f"{late if self._unconfirmed() else ''}",
        )

    @property
    def _kept_by_the_person(self) -> str | None:
        """A new password out of the environment, where no store can keep it."""
        return os.environ.get(_NEW_PASSWORD) if self._why_no_store else None

    @cached_property
    def _why_no_store(self) -> CredentialsError | None:
        return store.why_not_writable(self.portal_id)

    def _needs_a_store(self) -> None:
        if self._why_no_store:
            raise CredentialsError(
                self._why_no_store.fact,
                "The first visit makes a new password and a security answer, which must not be lost: "
                f"set up a credential store, or give both in {_NEW_PASSWORD} and {_ANSWER}.",
            ) from self._why_no_store

    def _may_write(self) -> None:
        if self.read_only:
            raise RuntimeError("A dry run keeps nothing: it stops before anything would be kept.")

    def _handing_out(self, *values: str) -> tuple[str, ...]:
        logs.hide(values)
        self.handed_out.extend(value for value in values if value not in self.handed_out)
        return values
