"""What a run may try, and how a change of password survives a kill at any moment."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self

from assist_bot import logs
from assist_bot.credentials import sources, store
from assist_bot.credentials.change import Change
from assist_bot.credentials.log_ins import LogIns
from assist_bot.credentials.new_password import make_answer
from assist_bot.errors import CredentialsError
from assist_bot.given import NEW_PASSWORD, SECURITY_ANSWER, Secret, first_given, given
from assist_bot.language import say, say_marked


@dataclass
class Credentials:
    """The secrets of one portal ID. Read-only (a dry run), only the tries to log in are remembered."""

    portal_id: str
    command: tuple[str, ...] | None
    log_ins: LogIns
    read_only: bool
    change: Change
    handed_out: list[str] = field(default_factory=list, repr=False)
    holds: str = field(default="", repr=False)
    """The password with which the portal let this run in."""

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
        log_ins = LogIns(state_folder, portal_id)
        return cls(portal_id, source_command, log_ins, read_only, Change(portal_id, log_ins, read_only))

    def passwords_to_try(self) -> tuple[str, ...]:
        """Give one password; after a change that was cut short, the unconfirmed new one and then the old one.

        Never more than may be tried in a row. Raises CredentialsError where there is none, where the portal has
        rejected all of them before, or where one more wrong log-in could lock the account.
        """
        known = [*self.change.unconfirmed(), *self._current()[:1]]
        candidates = dict.fromkeys(each.value for each in known)
        untried = [password for password in candidates if not self.log_ins.was_rejected(password)]
        if not untried:
            raise self._all_rejected()
        if not self.log_ins.tries_left:
            raise CredentialsError(
                say(
                    "The last log-ins were refused or ended without an answer; nothing was tried this time, "
                    "because one more wrong one could lock the account."
                ),
                say(
                    "Log in at the portal yourself to see that the password is right, then enter it with "
                    "`assist-bot credentials set`: it is tried again."
                ),
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
        self.holds = password
        self.log_ins.begin_anew(password)
        if not self.read_only and password in {each.value for each in self.change.unconfirmed()}:
            self.confirm_change()

    def ready_for_first_visit(self) -> None:
        """Raise CredentialsError where a new password or the security answer could not be kept."""
        if not self.log_ins.first_visit_is_done:
            self.change.ensure_first_visit_possible()

    def begin_change(self) -> str:
        """Give the new password, kept as unconfirmed beforehand. One that is pending is used again.

        Read-only it is one for show, kept nowhere: a dry run fills it in and saves nothing. Raises CredentialsError
        where it could not be kept.
        """
        self.change.ensure_possible(self.holds)
        return self._handing_out(self.change.begin())[0]

    def told_of_change(self) -> str:
        """Say where a new password is kept, where that is not where the old one comes from; else ""."""
        return self.change.told(self.source)

    def confirm_change(self) -> None:
        """Let the new password be the one that holds: the portal has accepted it."""
        self._may_write()
        self.change.confirm()
        self.__dict__.pop("_found", None)  # a later log-in in this run looks for it anew

    def change_refused(self) -> None:
        """Drop the new password, which the portal's policy refuses: the next change makes another."""
        self._may_write()
        self.change.refused()

    def security_answer(self) -> str:
        """Give the answer to the security question, kept before it is returned. Raises CredentialsError."""
        if chosen := first_given(SECURITY_ANSWER):
            return self._handing_out_answer(chosen.value)
        if no_store := self.change.why_no_store:
            raise CredentialsError(
                say(
                    "The portal asks for a security answer, which could not be kept here: {fact}",
                    fact=no_store.fact,
                ),
                say(
                    "Make one up, keep it, give it in {variable} and run this again.",
                    variable=SECURITY_ANSWER,
                ),
            ) from no_store
        entry = store.security_answer(self.portal_id)
        answer = entry.read()
        if not answer:
            answer = make_answer()
            if not self.read_only:
                entry.write(answer)
        return self._handing_out_answer(answer)

    def first_visit_done(self) -> None:
        """Remember that the first visit is over: from now on no store is needed."""
        if not self.read_only:
            self.log_ins.first_visit_done()

    def secrets(self) -> tuple[str, ...]:
        """Every secret handed out so far, to be masked wherever something is written."""
        return tuple(self.handed_out)

    @property
    def source(self) -> str:
        """Where the password that holds comes from, in words. Raises CredentialsError where there is none."""
        return [*self._current(), *self.change.unconfirmed()][0].source

    def differing(self, *, ask_all: bool = False) -> str:
        """Say which sources of a secret have another one than that which counts; "" where none has.

        The command of the profile is not run for that, unless all are to be asked. Raises CredentialsError.
        """
        current = self._current()
        if ask_all and self.command and say_marked(sources.COMMAND) not in {each.source for each in current}:
            current = [*current, sources.from_command(self.command)]
        found = {
            say("The password"): current,
            say("The new password"): given(NEW_PASSWORD),
            say("The security answer"): given(SECURITY_ANSWER),
        }
        logs.hide(secret.value for each in found.values() for secret in each)
        return " ".join(filter(None, (sources.that_differ(what, each) for what, each in found.items())))

    @cached_property
    def _found(self) -> list[Secret]:
        return sources.find(self.portal_id, None if self.change.confirmed() else self.command)

    def _current(self) -> list[Secret]:
        """Give the password that holds, as far as known, and after it what other sources have.

        There is none where only an unconfirmed one is known.
        """
        confirmed = self.change.confirmed()
        try:
            return [*confirmed, *self._found]
        except CredentialsError:
            if confirmed or self.change.unconfirmed():
                return confirmed
            raise

    def _all_rejected(self) -> CredentialsError:
        # The portal may have finished a change that was cut short after it had refused the new password.
        late = say(
            " A new one was being set, and is kept: if the old one is refused there as well, enter "
            "the old one."
        )
        where = self.differing() or say("It comes from {source}.", source=self.source)
        return CredentialsError(
            say(
                "The portal has rejected this password before; it is not tried again, because a few "
                "wrong ones lock the account. {where}",
                where=where,
            ),
            say(
                "Log in at the portal yourself to find the right one, then store it with `assist-bot "
                "credentials set` (or put it where the old one came from).{late}",
                late=late if self.change.unconfirmed() else "",
            ),
        )

    def _may_write(self) -> None:
        if self.read_only:
            raise RuntimeError(say("A dry run keeps nothing: it stops before anything would be kept."))

    def _handing_out(self, *values: str) -> tuple[str, ...]:
        logs.hide(values)
        self.handed_out.extend(value for value in values if value not in self.handed_out)
        return values

    def _handing_out_answer(self, answer: str) -> str:
        logs.hide_answers([answer])
        self.handed_out.append(answer)
        return answer
