"""Gets Chromium onto a computer that has none; every command is announced before it runs."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable

from assist_bot.language import say

SECONDS = 900
"""A command that takes longer is stopped: about 170 MB are downloaded."""

SYSTEM_COMMANDS = {
    "apt-get": "apt-get install -y chromium",
    "dnf": "dnf install -y chromium",
    "zypper": "zypper install chromium",
    "pacman": "pacman -S chromium",
    "apk": "apk add chromium",
}


def by_playwright(announce: Callable[[str], None]) -> None:
    """Let Playwright download its own Chromium."""
    _run([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"], announce)


def by_the_system(announce: Callable[[str], None], package: str = "chromium") -> None:
    """Install a package of the system's, where this is root on a system with apt-get."""
    if _is_root() and shutil.which("apt-get") and _run(["apt-get", "update"], announce):
        _run(["apt-get", "install", "-y", package], announce)


def command_to_type() -> str:
    """Say what the person can type on this computer to get a browser."""
    if sys.platform == "darwin":
        return "brew install --cask google-chrome"
    if sys.platform == "win32":
        return "winget install Google.Chrome"
    for manager, command in SYSTEM_COMMANDS.items():
        if shutil.which(manager):
            return as_root(command)
    return shlex.join([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"])


def as_root(command: str) -> str:
    """Write a command as this user has to type it."""
    return command if _is_root() else f"sudo {command}"


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(command: list[str], announce: Callable[[str], None]) -> bool:
    """Run a command quietly, and say its last line where it fails."""
    announce(say("Running: {command}", command=shlex.join(command)))
    try:
        process = subprocess.Popen(  # noqa: S603  # fixed commands, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    except OSError as error:
        announce(say("It could not be started: {reason}", reason=error.strerror))
        return False
    try:
        output, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        announce(say("It did not end within {minutes} minutes.", minutes=SECONDS // 60))
        return False
    finally:
        _stop(process)
    if process.returncode:
        lines = output.strip().splitlines()
        announce(say("It failed: {reason}", reason=lines[-1] if lines else say("no reason given")))
    return process.returncode == 0


def _stop(process: subprocess.Popen[str]) -> None:
    """End a command that is still running, together with what it started (a downloader, for one)."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
