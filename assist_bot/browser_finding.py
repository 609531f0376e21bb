"""Which browser the bot uses on this computer, and how to get one where there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assist_bot import browser_installing, driver
from assist_bot.errors import MachineError
from assist_bot.language import say

LOOK_SECONDS = 30
WHERE_PLAYWRIGHT_KEEPS_ITS_OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""

NAMES = {
    "Chrome": ("google-chrome-stable", "google-chrome", "chrome"),
    "Edge": ("microsoft-edge-stable", "microsoft-edge", "msedge"),
    "Chromium": ("chromium", "chromium-browser"),
}
"""What each is called on the PATH."""

KNOWN_PLACES = {
    "Chrome": (
        "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"Google\Chrome\Application\chrome.exe",
    ),
    "Edge": (
        "/opt/microsoft/msedge/msedge",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        r"Microsoft\Edge\Application\msedge.exe",
    ),
    "Chromium": (
        "/usr/lib/chromium/chromium",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"Chromium\Application\chrome.exe",
    ),
}
"""Where each stands when it is not on the PATH: Linux, macOS, and below the program folders of Windows."""


@dataclass(frozen=True)
class Browser:
    """A program to give to Playwright, and what it is called."""

    executable: str
    name: str


def find_browser() -> Browser | None:
    """Find the browser: `ASSIST_BOT_BROWSER`, else Chrome, Edge or Chromium, else Playwright's download.

    Raises MachineError where `ASSIST_BOT_BROWSER` names no program: what was asked for is not replaced.
    """
    asked_for = os.environ.get("ASSIST_BOT_BROWSER")
    if asked_for:
        program = shutil.which(os.path.expanduser(asked_for))  # noqa: PTH111  # a bare name stays one
        if not program:
            raise MachineError(
                say(
                    "ASSIST_BOT_BROWSER is {asked_for}, and that is no program that can be started.",
                    asked_for=asked_for,
                ),
                say("Set it to the full path of Chrome, Edge or Chromium, or leave it unset."),
            )
        return Browser(program, "ASSIST_BOT_BROWSER")
    return next(_installed(), None) or _downloaded()


def ensure_browser(announce: Callable[[str], None]) -> Browser:
    """Find the browser, or install one where there is none; `announce` is told each command beforehand.

    Raises MachineError with the command to type where none can be installed.
    """
    return find_browser() or install_browser(announce)


def install_browser(announce: Callable[[str], None]) -> Browser:
    """Get Chromium: from Playwright, else as root from the system's package manager.

    Raises MachineError with the command to type where neither can.
    """
    announce(say("No Chrome, Edge or Chromium was found on this computer, so Chromium is installed."))
    for install in (browser_installing.by_playwright, browser_installing.by_the_system):
        install(announce)
        browser = find_browser()
        if browser:
            return browser
    raise MachineError(
        say("There is no browser on this computer, and none could be installed."),
        say(
            "Type `{command}`, then run this again; or set ASSIST_BOT_BROWSER to the path of a "
            "Chrome, Edge or Chromium.",
            command=browser_installing.command_to_type(),
        ),
    )


def launch_arguments() -> list[str]:
    """Tell how to start it, so that it talks to the portal only and sends nothing again by itself."""
    quiet = [
        "--disable-auto-reload",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-quic",
        "--disable-sync",
        "--no-default-browser-check",
        "--no-first-run",
    ]
    # Chromium's sandbox does not work for root, and only there is it given up.
    return [*quiet, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else quiet


def _installed() -> Iterator[Browser]:
    windows = [os.environ.get(name) for name in ("LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)")]
    folders = ["", *filter(None, windows)]
    for name, programs in NAMES.items():
        paths = [str(Path(folder, place)) for place in KNOWN_PLACES[name] for folder in folders]
        for candidate in (*programs, *paths):
            program = shutil.which(candidate)
            if program and not _is_a_snap(Path(program)):
                yield Browser(program, name)


def _is_a_snap(program: Path) -> bool:
    """Whether it is a snap, or Ubuntu's stand-in for one: those may not use the bot's private folder."""
    with program.open("rb") as file:
        start = file.read(4096)
    return program.resolve().name == "snap" or (start.startswith(b"#!") and b"/snap/bin" in start)


def _downloaded() -> Browser | None:
    """Playwright's own Chromium, where it was downloaded and finds the system's libraries."""
    # Asked in a process of its own: Playwright cannot be started twice in one.
    try:
        answer = _output_of(sys.executable, "-c", WHERE_PLAYWRIGHT_KEEPS_ITS_OWN)
        program = shutil.which(answer) if answer else None
        # On Windows a browser answers --version with a window; there it needs no libraries either.
        if program and (sys.platform == "win32" or _output_of(program, "--version")):
            return Browser(program, "Playwright's Chromium")
    except (OSError, subprocess.SubprocessError):
        pass
    return None


def _output_of(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, text=True, timeout=LOOK_SECONDS)  # noqa: S603  # fixed commands
    return done.stdout.strip()


def main() -> int:
    """Find or install a browser and what drives it, for `make`; 0 or the exit code of what is to be mended."""
    try:
        driver.ensure_driver(print)
        browser = ensure_browser(print)
    except MachineError as error:
        print(error, file=sys.stderr)  # noqa: T201  # this is a command
        return 9
    print(f"Browser: {browser.name} ({browser.executable})")  # noqa: T201  # this is a command
    return 0


if __name__ == "__main__":
    sys.exit(main())
