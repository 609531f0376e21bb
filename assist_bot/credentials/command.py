"""The program that the profile names, which prints the password."""

import subprocess
from functools import cache

from assist_bot.errors import CredentialsError
from assist_bot.given import first_line
from assist_bot.language import say

COMMAND_SECONDS = 60
"""Long enough for a person to type a passphrase."""


def output_of(command: tuple[str, ...]) -> str:
    """Run it, once and never again in this process, and give the first line that it prints.

    No shell is involved. What it prints is never shown, nor what it says of an error: either may be the password.
    Raises CredentialsError.
    """
    trouble, printed = _run(command)
    if trouble:
        raise CredentialsError(
            say(
                "The password command of the profile, `{program}`, {trouble}.",
                program=command[0],
                trouble=trouble,
            ),
            say(
                "Try it in a terminal; it must print the password on its first line. Or store the "
                "password with `assist-bot credentials set`."
            ),
        )
    return printed


@cache
def _run(command: tuple[str, ...]) -> tuple[str, str]:
    """Give what went wrong, or what was printed. No error that holds the output leaves this function."""
    try:
        done = subprocess.run(  # noqa: S603  # the person's own profile names it
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=COMMAND_SECONDS,
        )
        printed = first_line(done.stdout.decode())
    except subprocess.TimeoutExpired:
        return say("did not end within {command_seconds} seconds", command_seconds=COMMAND_SECONDS), ""
    except OSError as error:
        return say("cannot be started: {reason}", reason=error.strerror), ""
    except UnicodeDecodeError:
        return say("did not print text"), ""
    if done.returncode < 0:
        return say("was ended by signal {signal}", signal=-done.returncode), ""
    if done.returncode:
        return say("ended with exit code {exit_code}", exit_code=done.returncode), ""
    return ("", printed) if printed else (say("printed nothing"), "")
