"""The system's credential store, through keyring, with its failures put into plain words."""

import contextlib
import secrets
from dataclasses import dataclass

import keyring
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError

from assist_bot import logs
from assist_bot.credentials.private_store import PrivateStore
from assist_bot.errors import CredentialsError, Ending
from assist_bot.given import PASSWORD, credential
from assist_bot.language import say

SERVICE = "assist-bot"
RECOMMENDED = 1
"""The least priority of what keyring recommends; files that anybody can read have less."""


class NoStore(CredentialsError):
    """This computer has no credential store that can be used."""


@dataclass(frozen=True)
class Entry:
    """One secret in the store."""

    user: str

    def read(self) -> str | None:
        """Give the secret, or None. Raises CredentialsError where the store cannot be asked."""
        try:
            secret = _back_end().get_password(SERVICE, self.user) or None
        except Exception as error:
            raise _in_plain_words(error) from error
        logs.hide([secret] if secret else [])
        return secret

    def write(self, secret: str) -> None:
        """Keep the secret and see that it is there; raises CredentialsError otherwise."""
        logs.hide([secret])
        try:
            _back_end().set_password(SERVICE, self.user, secret)
        except Exception as error:
            raise _in_plain_words(error) from error
        if self.read() != secret:
            raise _no_store(say("The credential store did not keep what was put into it."))

    def delete(self) -> None:
        """Forget the secret, if there is one. Raises CredentialsError where the store cannot be asked."""
        try:
            back_end = _back_end()
            if back_end.get_password(SERVICE, self.user) is not None:
                back_end.delete_password(SERVICE, self.user)
        except PasswordDeleteError:
            return
        except Exception as error:
            raise _in_plain_words(error) from error


def password(portal_id: str) -> Entry:
    """Name the password that holds."""
    return Entry(portal_id)


def unconfirmed_password(portal_id: str) -> Entry:
    """Name the new password that the portal has not been seen to accept."""
    return Entry(f"{portal_id}#unconfirmed-password")


def security_answer(portal_id: str) -> Entry:
    """Name the answer to the security question."""
    return Entry(f"{portal_id}#security-answer")


def why_not_writable(portal_id: str) -> CredentialsError | None:
    """Say what stands in the way of keeping a secret; None where a trial entry was kept."""
    trial = Entry(f"{portal_id}#trial")
    try:
        trial.write(secrets.token_hex(8))
    except CredentialsError as error:
        return error
    with contextlib.suppress(CredentialsError):
        trial.delete()
    return None


def why_not_readable(portal_id: str) -> CredentialsError | None:
    """Say what stands in the way of asking the store; None where it answers. Nothing is written."""
    try:
        password(portal_id).read()
    except CredentialsError as error:
        return error
    return None


def _back_end() -> KeyringBackend:
    """Give what keyring has chosen. Raises NoStore where that keeps nothing, or keeps it for others to read."""
    chosen = keyring.get_keyring()
    if isinstance(chosen, PrivateStore):
        return chosen
    for each in chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]:
        if isinstance(each, fail.Keyring):
            raise _no_store(say("This computer has no credential store."))
        if isinstance(each, null.Keyring):
            raise _no_store(say("The credential store that is set keeps nothing."))
        if each.priority < RECOMMENDED:
            raise _no_store(
                say(
                    "The credential store that is set, {module}.{name}, is not used: keyring recommends none "
                    "that keeps secrets where others can read them.",
                    module=type(each).__module__,
                    name=type(each).__name__,
                )
            )
    return chosen


def _in_plain_words(error: Exception) -> Ending:
    """Back ends raise errors of their own making beside keyring's, so all of them end here."""
    if isinstance(error, Ending):
        return error
    if isinstance(error, NoKeyringError):
        return _no_store(say("This computer has no credential store."))
    if isinstance(error, KeyringLocked):
        return CredentialsError(
            say("The credential store is locked."),
            say(
                "Unlock it (log in to the desktop, or open the keyring application), then run this "
                "again; or give the password in {variable}.",
                variable=PASSWORD,
            ),
        )
    return _no_store(say("The credential store does not answer ({kind}).", kind=type(error).__name__))


def _no_store(fact: str) -> NoStore:
    return NoStore(
        fact,
        say(
            "Set one up (GNOME Keyring, KWallet, macOS Keychain, Windows Credential Manager), or "
            "give the password in {variable} or as the systemd credential {credential} "
            "(LoadCredential=), or name a command in the profile's [credentials].",
            variable=PASSWORD,
            credential=credential(PASSWORD),
        ),
    )
