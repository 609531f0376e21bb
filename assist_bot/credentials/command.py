"""The program that the profile names, which prints the password."""

import subprocess
from functools import cache

from assist_bot.errors import CredentialsError
from assist_bot.given import first_line

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
            f"The password command of the profile, `{command[0]}`, {trouble}.",
            "Try it in a terminal; it must print the password on its first line. "
            "Or store the password with `assist-bot credentials set`.",
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
        return f"did not end within {COMMAND_SECONDS} seconds", ""
    except OSError as error:
        return f"cannot be started: {error.strerror}", ""
    except UnicodeDecodeError:
        return "did not print text", ""
    if done.returncode < 0:
        return f"was ended by signal {-done.returncode}", ""
    if done.returncode:
        return f"ended with exit code {done.returncode}", ""
    return ("", printed) if printed else ("printed nothing", "")
