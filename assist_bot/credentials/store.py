"""The system's credential store, through keyring, with its failures put into plain words."""

import contextlib
import secrets
from dataclasses import dataclass

import keyring
from keyring.backends import null
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError

from assist_bot.errors import CredentialsError, Ending

SERVICE = "assist-bot"


class NoStore(CredentialsError):
    """This computer has no credential store that can be used."""


@dataclass(frozen=True)
class Entry:
    """One secret in the store."""

    user: str

    def read(self) -> str | None:
        """Give the secret, or None. Raises CredentialsError where the store cannot be asked."""
        try:
            return keyring.get_password(SERVICE, self.user) or None
        except Exception as error:
            raise _in_plain_words(error) from error

    def write(self, secret: str) -> None:
        """Keep the secret and see that it is there; raises CredentialsError otherwise."""
        try:
            keyring.set_password(SERVICE, self.user, secret)
        except Exception as error:
            raise _in_plain_words(error) from error
        # keyring's "null" back end takes everything and keeps nothing.
        if self.read() != secret:
            raise _no_store("The credential store did not keep what was put into it.")

    def delete(self) -> None:
        """Forget the secret, if there is one. Raises CredentialsError where the store cannot be asked."""
        try:
            if keyring.get_password(SERVICE, self.user) is not None:
                keyring.delete_password(SERVICE, self.user)
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
    if isinstance(keyring.get_keyring(), null.Keyring):
        return _no_store("The credential store that is set keeps nothing.")
    try:
        password(portal_id).read()
    except CredentialsError as error:
        return error
    return None


def _in_plain_words(error: Exception) -> Ending:
    """Back ends raise errors of their own making beside keyring's, so all of them end here."""
    if isinstance(error, Ending):
        return error
    if isinstance(error, NoKeyringError):
        return _no_store("This computer has no credential store.")
    if isinstance(error, KeyringLocked):
        return CredentialsError(
            "The credential store is locked.",
            "Unlock it (log in to the desktop, or open the keyring application), then run this again; "
            "or give the password in ASSIST_BOT_PASSWORD.",
        )
    return _no_store(f"The credential store does not answer ({type(error).__name__}).")


def _no_store(fact: str) -> NoStore:
    return NoStore(
        fact,
        "Set one up (GNOME Keyring, KWallet, macOS Keychain, Windows Credential Manager), "
        "or give the password in ASSIST_BOT_PASSWORD, or name a command in the profile's [credentials].",
    )
