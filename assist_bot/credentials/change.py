"""The change to a new password: it is kept before the portal hears of it, and no kill at any moment loses it."""

from dataclasses import dataclass
from functools import cached_property

from assist_bot.credentials import store
from assist_bot.credentials.log_ins import LogIns
from assist_bot.credentials.new_password import make_password
from assist_bot.credentials.sources import STORE
from assist_bot.errors import CredentialsError
from assist_bot.given import NEW_PASSWORD, SECURITY_ANSWER, Secret, first_given
from assist_bot.language import say, say_marked


@dataclass(frozen=True)
class Change:
    """The change of one portal ID's password, begun or not.

    The credential store keeps the new one. Where there is none, only one that is given can be set: whoever gave it
    keeps it, and what is remembered here is a salted print of it, and how far the change has come.
    """

    portal_id: str
    log_ins: LogIns
    read_only: bool

    def unconfirmed(self) -> list[Secret]:
        """Give a new password whose change was begun and not seen to end."""
        given = first_given(NEW_PASSWORD)
        if given and self.log_ins.change_of(given.value) == "begun":
            return [given]
        try:
            pending = store.unconfirmed_password(self.portal_id).read()
        except CredentialsError:
            return []  # the search for the password that holds says what is the matter
        return [Secret(pending, say_marked(STORE))] if pending else []

    def confirmed(self) -> list[Secret]:
        """Give a new password that the portal has taken, and that only its giver keeps."""
        given = first_given(NEW_PASSWORD)
        holds = (
            given
            and self.log_ins.change_of(given.value) == "confirmed"
            and not self.log_ins.was_rejected(given.value)
        )
        return [given] if given and holds else []

    def ensure_possible(self, holds: str) -> None:
        """Raise CredentialsError where no new password could be kept, or the one given is the one that `holds`."""
        given = first_given(NEW_PASSWORD)
        if given and given.value == holds:
            raise CredentialsError(
                say(
                    "The portal asks for a new password, but {source} gives the present one.",
                    source=given.source,
                ),
                say(
                    "Nothing was changed. Put another one there, keep the present one where the password "
                    "comes from (`assist-bot credentials check` says where), and run this again."
                ),
            )
        if not given and self.why_no_store:
            raise CredentialsError(
                say(
                    "The portal asks for a new password, which could not be kept here: {fact}",
                    fact=self.why_no_store.fact,
                ),
                say(
                    "Nothing was changed. Set a new one at the portal yourself and put it where the old one "
                    "comes from (`assist-bot credentials check` says where), or make one up, give it in "
                    "{variable} and run this again.",
                    variable=NEW_PASSWORD,
                ),
            ) from self.why_no_store

    def ensure_first_visit_possible(self) -> None:
        """Raise CredentialsError where a new password or the security answer could not be kept."""
        if first_given(NEW_PASSWORD) and first_given(SECURITY_ANSWER):
            return
        if self.why_no_store:
            raise CredentialsError(
                self.why_no_store.fact,
                say(
                    "The first visit makes a new password and a security answer, which must not be lost: set "
                    "up a credential store, or give both in {variable} and {variable_2}.",
                    variable=NEW_PASSWORD,
                    variable_2=SECURITY_ANSWER,
                ),
            ) from self.why_no_store

    def told(self, source: str) -> str:
        """Say where the new password is kept, unless that is where the old one comes from, the `source`."""
        given = first_given(NEW_PASSWORD)
        if given and self.why_no_store:
            return say(
                "The new password is the one from {source}, and kept nowhere else. Once the portal has "
                "taken it, put it in the place of the old one, which comes from {source_2}.",
                source=given.source,
                source_2=source,
            )
        if source == say_marked(STORE):
            return ""
        return say(
            "The old password comes from {source}, which this program cannot change. The new one is "
            "kept in {store}, which comes first from then on.",
            source=source,
            store=say_marked(STORE),
        )

    def begin(self) -> str:
        """Give the new password, kept as unconfirmed beforehand. One that is pending is used again.

        Read-only it is one for show, kept nowhere: a dry run fills it in and saves nothing.
        """
        if self.read_only:
            return make_password()
        given = first_given(NEW_PASSWORD)
        if given and self.why_no_store:
            new = given.value
            self.log_ins.change("begun", new)
        else:
            pending = store.unconfirmed_password(self.portal_id)
            new = (given.value if given else "") or pending.read() or make_password()
            pending.write(new)
        # After a change that was cut short it may have been tried, too early, as a log-in.
        self.log_ins.forgive(new)
        return new

    def confirm(self) -> None:
        """Let the new password be the one that holds: the portal has accepted it."""
        given = first_given(NEW_PASSWORD)
        if given and self.log_ins.change_of(given.value) == "begun":
            self.log_ins.change("confirmed", given.value)
        if self.why_no_store:
            return
        pending = store.unconfirmed_password(self.portal_id)
        if new := pending.read():
            # In this order: a kill between the two leaves it in both places, never in none.
            store.password(self.portal_id).write(new)
            pending.delete()

    def refused(self) -> None:
        """Drop the new password, which the portal's policy refuses: the next change makes another."""
        given = first_given(NEW_PASSWORD)
        if given and self.log_ins.change_of(given.value):
            self.log_ins.change("refused", given.value)
        if not self.why_no_store:
            store.unconfirmed_password(self.portal_id).delete()

    @cached_property
    def why_no_store(self) -> CredentialsError | None:
        """What stands in the way of keeping a secret; a dry run finds out without writing anything."""
        look = store.why_not_readable if self.read_only else store.why_not_writable
        return look(self.portal_id)
