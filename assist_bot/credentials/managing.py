"""What `assist-bot credentials` does by hand."""

from pathlib import Path

from assist_bot.credentials import sources, store
from assist_bot.credentials.keeping import Credentials
from assist_bot.credentials.log_ins import LogIns
from assist_bot.errors import CredentialsError


def set_password(portal_id: str, password: str, state_folder: Path) -> None:
    """Store the password that holds, and let it be tried whatever became of earlier tries.

    If the portal refused this very one before, nobody knows which one holds: a new one that was being set is tried
    again, too. Raises CredentialsError where it cannot be stored; it may be tried all the same, from wherever it comes.
    """
    log_ins = LogIns(state_folder, portal_id)
    if log_ins.was_rejected(password):
        log_ins.forgive_all()
    log_ins.begin_anew(password)
    try:
        store.password(portal_id).write(password)
    except store.NoStore as error:
        raise store.NoStore(
            f"{error.fact} The password may be tried again all the same.", error.remedy
        ) from error


def check(portal_id: str, source_command: tuple[str, ...] | None, state_folder: Path) -> str:
    """Where the password would come from, in words. Raises CredentialsError as a run would."""
    Credentials.open(portal_id, source_command, state_folder, read_only=True).passwords_to_try()
    try:
        return sources.find(portal_id, source_command).source
    except CredentialsError:
        return "the credential store (a new password that is not confirmed yet)"


def clear(portal_id: str, state_folder: Path) -> None:
    """Forget every secret and every remembered log-in of this portal ID.

    Raises CredentialsError where the store cannot be asked.
    """
    for entry in (store.password, store.unconfirmed_password, store.security_answer):
        entry(portal_id).delete()
    LogIns(state_folder, portal_id).forget()
