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
from assist_bot.language import mark, say, say_marked

STORE = mark("the credential store")
COMMAND = mark("the profile's command")


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
        say("There is no password for {portal_id}.", portal_id=portal_id),
        say(
            "Store it with `assist-bot credentials set`, or give it in {variable} or as the systemd "
            "credential {credential}, or name a command in the profile's [credentials].",
            variable=PASSWORD,
            credential=credential(PASSWORD),
        ),
    )


def from_command(command: tuple[str, ...]) -> Secret:
    """Give what the command of the profile prints. Raises CredentialsError."""
    return Secret(output_of(command), say_marked(COMMAND))


def that_differ(what: str, found: Sequence[Secret]) -> str:
    """Say which sources have another value than the first, which is the one that counts; "" where none has."""
    differ = [each.source for each in found if each.value != found[0].value]
    if not differ:
        return ""
    have = say("has another one") if len(differ) == 1 else say("have others")
    return say(
        "{what} comes from {source}; {others} {have}, not used.",
        what=what,
        source=found[0].source,
        others=say(" and ").join(differ),
        have=have,
    )


def _stored(portal_id: str) -> tuple[list[Secret], CredentialsError | None]:
    try:
        password = store.password(portal_id).read()
    except CredentialsError as error:
        return [], error
    return ([Secret(password, say_marked(STORE))] if password else []), None
