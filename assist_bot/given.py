"""What is given to this process when it starts: secrets, as systemd credentials or in its environment."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from assist_bot.errors import CredentialsError
from assist_bot.language import say

PASSWORD = "ASSIST_BOT_PASSWORD"  # noqa: S105  # a variable's name, as the next one
NEW_PASSWORD = "ASSIST_BOT_NEW_PASSWORD"  # noqa: S105
SECURITY_ANSWER = "ASSIST_BOT_SECURITY_ANSWER"
SECRETS = (PASSWORD, NEW_PASSWORD, SECURITY_ANSWER)
NOTIFY_URL = "ASSIST_BOT_NOTIFY_URL"
"""Where notifications go; it holds the password of whoever takes them."""

_PRIVATE = (*SECRETS, NOTIFY_URL)
DIRECTORY = "CREDENTIALS_DIRECTORY"
"""Set by systemd for a service whose unit has LoadCredential=: the folder of its credentials."""

TALKATIVE = ("DEBUG", "DEBUGP", "DEBUG_FILE", "NODE_DEBUG", "PWDEBUG", "SSLKEYLOGFILE")
"""Settings with which what drives the browser, or the browser, tells everything that is typed, the password too."""

_taken: dict[str, str] = {}


@dataclass(frozen=True)
class Secret:
    """A secret, and which source it comes from, in words."""

    value: str = field(repr=False)
    source: str


def take() -> None:
    """Take the secrets out of the environment: no program that this one starts finds them there, or is told to talk."""
    for name in _PRIVATE:
        if name in os.environ:
            _taken[name] = os.environ.pop(name)
    for name in TALKATIVE:
        os.environ.pop(name, None)


def given(name: str) -> list[Secret]:
    """Give a secret from wherever it is given, the one that counts first.

    Raises CredentialsError where systemd has a credential for it that cannot be read.
    """
    found = {
        say("the systemd credential {credential}", credential=credential(name)): _from_systemd(
            credential(name)
        ),
        name: os.environ.get(name) or _taken.get(name),
    }
    return [Secret(value, source) for source, value in found.items() if value]


def first_given(name: str) -> Secret | None:
    """Give the one that counts, or None. Raises CredentialsError, see `given`."""
    return next(iter(given(name)), None)


def credential(name: str) -> str:
    """Give the name under which systemd has what else is in a variable, such as assist-bot-password."""
    return name.lower().replace("_", "-")


def first_line(text: str) -> str:
    """Give the line on which the secret stands; what comes after it is for people."""
    return text.partition("\n")[0].rstrip("\r")


@contextmanager
def nothing_given() -> Iterator[None]:
    """Set aside whatever is given until the block ends: what is real has no place on the practice portal."""
    names = (*_PRIVATE, DIRECTORY)
    kept = {name: os.environ.pop(name) for name in names if name in os.environ}
    taken = dict(_taken)
    _taken.clear()
    try:
        yield
    finally:
        os.environ.update(kept)
        _taken.update(taken)


def _from_systemd(credential: str) -> str | None:
    folder = os.environ.get(DIRECTORY)
    if not folder:
        return None
    try:
        return first_line(Path(folder, credential).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else say("it is not text")
    raise CredentialsError(
        say(
            "The systemd credential {credential} cannot be read: {reason}.",
            credential=credential,
            reason=reason,
        ),
        say(
            "Look at LoadCredential= in the unit of the service, and at the file {credential} in {folder}.",
            credential=credential,
            folder=folder,
        ),
    )
