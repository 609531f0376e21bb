"""What stands in the credential store for a portal ID, by what it is; no secret is handed out."""

from pathlib import Path

from assist_bot.credentials import store
from assist_bot.credentials.log_ins import LogIns
from assist_bot.credentials.managing import clear
from assist_bot.language import mark, say_marked

_ENTRIES = {
    mark("the password"): store.password,
    mark("a new password that is not confirmed yet"): store.unconfirmed_password,
    mark("the answer to the security question"): store.security_answer,
}


def stored(portal_id: str) -> tuple[str, ...]:
    """Say what is stored; nothing on a computer without a store. Raises CredentialsError where it is locked."""
    try:
        return tuple(say_marked(what) for what, entry in _ENTRIES.items() if entry(portal_id).read())
    except store.NoStore:
        return ()


def clear_all(portal_id: str, state_folder: Path) -> None:
    """Forget every secret and every remembered log-in, also on a computer without a store."""
    try:
        clear(portal_id, state_folder)
    except store.NoStore:
        LogIns(state_folder, portal_id).forget()
