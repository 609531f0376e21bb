"""The program with which Playwright drives the browser: it comes with the package, and needs the system's libraries."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable

from assist_bot import browser_installing
from assist_bot.errors import MachineError
from assist_bot.language import say

SECONDS = 60
LIBRARY = "libatomic1"
"""What it needs and a small Debian lacks."""


def ensure_driver(announce: Callable[[str], None]) -> None:
    """Make sure that it starts; as root on Debian the library it lacks is installed, announced beforehand.

    Raises MachineError with the command to type where it does not start all the same.
    """
    if trouble():
        announce(
            say(
                "What Playwright drives the browser with lacks a library of the system, so that is installed."
            )
        )
        browser_installing.by_the_system(announce, LIBRARY)
    remaining = trouble()
    if remaining:
        raise does_not_start(remaining)


def trouble() -> str:
    """Say why it does not start, in the system's words; "" when it does."""
    try:
        done = subprocess.run(  # a fixed command
            [sys.executable, "-m", "playwright", "--version"],
            capture_output=True,
            check=False,
            text=True,
            timeout=SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        return type(error).__name__
    said = done.stderr.strip().splitlines() or [say("exit code {exit_code}", exit_code=done.returncode)]
    return said[-1].rpartition("/")[2] if done.returncode else ""


def does_not_start(why: str) -> MachineError:
    """Make the error for a driver that does not start."""
    return MachineError(
        say("The program with which Playwright drives the browser does not start: {why}.", why=why),
        say("Type `{command}`, then run this again.", command=_command_to_type()),
    )


def _command_to_type() -> str:
    if shutil.which("apt-get"):
        return browser_installing.as_root(f"apt-get install -y {LIBRARY}")
    return shlex.join([sys.executable, "-m", "playwright", "--version"])
