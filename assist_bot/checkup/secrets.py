"""The credential store, and whether there is a password; which one is told nowhere."""

from collections.abc import Iterator
from pathlib import Path

from assist_bot.checkup.checking import ended_by, ok, warning
from assist_bot.credentials import check, why_not_readable
from assist_bot.errors import CredentialsError
from assist_bot.outcome import Check
from assist_bot.profile import Profile

STORE = "Credential store"
PASSWORD = "Password"  # noqa: S105  # a check's name


def look_at_store(portal_id: str) -> Iterator[Check]:
    """See whether the credential store answers."""
    trouble = why_not_readable(portal_id)
    yield warning(STORE, trouble.fact, trouble.remedy) if trouble else ok(STORE, "It can be used.")


def look_at_password(profile: Profile, state_folder: Path) -> Iterator[Check]:
    """See whether there is a password that a run would try, and where it comes from."""
    command = profile.credentials.command if profile.credentials else None
    portal_id = profile.portal.portal_id
    try:
        source = check(portal_id, command, state_folder)
    except CredentialsError as error:
        yield ended_by(PASSWORD, error)
    else:
        yield ok(PASSWORD, f"The password of {portal_id} comes from {source}.")
