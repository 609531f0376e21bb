"""What `assist-bot credentials` does by hand."""

from pathlib import Path

from assist_bot.credentials import store
from assist_bot.credentials.log_ins import LogIns
from assist_bot.language import say


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
            say("{fact} The password may be tried again all the same.", fact=error.fact), error.remedy
        ) from error


def clear(portal_id: str, state_folder: Path) -> None:
    """Forget every secret and every remembered log-in of this portal ID.

    Raises CredentialsError where the store cannot be asked.
    """
    for entry in (store.password, store.unconfirmed_password, store.security_answer):
        entry(portal_id).delete()
    LogIns(state_folder, portal_id).forget()
