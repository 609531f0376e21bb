"""Where the password comes from: four sources, of which the first that has one counts.

1. the credential store, into which a new password is put;
2. a systemd credential;
3. the environment;
4. the command of the profile, which is run only where none of the others has one.

The first three cost nothing to ask, so all of them are asked, and what they have is compared.
"""

from collections.abc import Sequence

from assist_bot import logs
from assist_bot.credentials import store
from assist_bot.credentials.command import output_of
from assist_bot.errors import CredentialsError
from assist_bot.given import PASSWORD, Secret, credential, given

STORE = "the credential store"
COMMAND = "the profile's command"


def find(portal_id: str, command: tuple[str, ...] | None) -> list[Secret]:
    """Give the password that holds, and after it those of the sources that do not count.

    Raises CredentialsError with all the ways to give one.
    """
    found, trouble = _stored(portal_id)
    found += given(PASSWORD)
    if not found and command:
        found = [from_command(command)]
    if found:
        logs.hide(each.value for each in found)
        return found
    raise trouble or CredentialsError(
        f"There is no password for {portal_id}.",
        f"Store it with `assist-bot credentials set`, or give it in {PASSWORD} or as the systemd credential "
        f"{credential(PASSWORD)}, or name a command in the profile's [credentials].",
    )


def from_command(command: tuple[str, ...]) -> Secret:
    """Give what the command of the profile prints. Raises CredentialsError."""
    return Secret(output_of(command), COMMAND)


def that_differ(what: str, found: Sequence[Secret]) -> str:
    """Say which sources have another value than the first, which is the one that counts; "" where none has."""
    differ = [each.source for each in found if each.value != found[0].value]
    if not differ:
        return ""
    have = "has another one" if len(differ) == 1 else "have others"
    return f"{what} comes from {found[0].source}; {' and '.join(differ)} {have}, not used."


def _stored(portal_id: str) -> tuple[list[Secret], CredentialsError | None]:
    try:
        password = store.password(portal_id).read()
    except CredentialsError as error:
        return [], error
    return ([Secret(password, STORE)] if password else []), None
