"""Where the password comes from: the credential store, else the environment, else the profile's command."""

import os
import subprocess
from dataclasses import dataclass

from assist_bot.credentials import store
from assist_bot.errors import CredentialsError

COMMAND_SECONDS = 60
"""Long enough for a person to type a passphrase."""


@dataclass(frozen=True)
class Found:
    """A password, and where it was found."""

    password: str
    source: str


def find(portal_id: str, command: tuple[str, ...] | None) -> Found:
    """Give the password that holds. Raises CredentialsError with all the ways to give one."""
    trouble: CredentialsError | None = None
    try:
        if password := store.password(portal_id).read():
            return Found(password, "the credential store")
    except CredentialsError as error:
        trouble = error
    if password := os.environ.get("ASSIST_BOT_PASSWORD"):
        return Found(password, "ASSIST_BOT_PASSWORD")
    if command:
        return Found(_output_of(command), "the profile's command")
    raise trouble or CredentialsError(
        f"There is no password for {portal_id}.",
        "Store it with `assist-bot credentials set`, or give it in ASSIST_BOT_PASSWORD, "
        "or name a command in the profile's [credentials].",
    )


def _output_of(command: tuple[str, ...]) -> str:
    """Give the first line that the command prints. What it prints is never shown: it may be the password."""
    try:
        done = subprocess.run(  # noqa: S603  # the person's own profile names it; no shell is involved
            command, capture_output=True, check=False, timeout=COMMAND_SECONDS, stdin=subprocess.DEVNULL
        )
        password = done.stdout.decode().partition("\n")[0].rstrip("\r")
    except subprocess.TimeoutExpired:
        raise _command_failed(command, f"did not end within {COMMAND_SECONDS} seconds") from None
    except OSError as error:
        raise _command_failed(command, f"cannot be started: {error.strerror}") from None
    except UnicodeDecodeError:
        raise _command_failed(command, "did not print text") from None
    if done.returncode:
        raise _command_failed(command, f"ended with exit code {done.returncode}")
    if not password:
        raise _command_failed(command, "printed nothing")
    return password


def _command_failed(command: tuple[str, ...], what: str) -> CredentialsError:
    return CredentialsError(
        f"The password command of the profile, `{command[0]}`, {what}.",
        "Try it in a terminal; it must print the password on its first line. "
        "Or store the password with `assist-bot credentials set`.",
    )
