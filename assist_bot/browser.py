"""Opens a browser on a private data folder, hands over the portal, and closes it whatever happens."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, BrowserType, Page, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from assist_bot import driver
from assist_bot.browser_finding import Browser, launch_arguments
from assist_bot.errors import MachineError, ProfileError
from assist_bot.journal import Journal
from assist_bot.portal import apart
from assist_bot.portal.finding import Place
from assist_bot.portal.own_words import read_own_words
from assist_bot.portal.portal import Portal
from assist_bot.portal.seen_words import remember_seen
from assist_bot.portal.stopped import evidence
from assist_bot.portal.surprises import Surprises
from assist_bot.portal.teaching import Asks, Teacher
from assist_bot.portal.window import Window
from assist_bot.portal.words import words
from assist_bot.profile import PortalAccess

PATIENCE = 30.0
"""Seconds to wait for the portal, unless `ASSIST_BOT_PATIENCE` says otherwise."""

# Chromium then hands out every PDF as a file, instead of showing some of them.
_PREFERENCES = {"plugins": {"always_open_pdf_externally": True}, "credentials_enable_service": False}


@dataclass(frozen=True)
class Opening:
    """How the browser is opened: which one, visibly or not, on which data folder.

    `own_words` and `seen_words` are files: the person's own words, and the words seen at a portal that is not on
    this computer. `asks`: the person who shows what is not found; without one, a run stops there. `attended`: a
    person is there to see it.
    """

    browser: Browser
    data_folder: Path
    own_words: Path
    headed: bool = False
    seen_words: Path | None = None
    asks: Asks | None = None
    attended: bool = False


@contextmanager
def open_portal(
    opening: Opening, access: PortalAccess, journal: Journal, *, read_only: bool
) -> Iterator[Portal]:
    """Give the portal in a fresh private browser, which is closed and removed at the end.

    Raises MachineError when the browser does not start.
    """
    with open_page(opening) as page:
        portal = portal_on(
            page,
            access,
            journal,
            opening.own_words,
            read_only=read_only,
            asks=opening.asks,
            attended=opening.headed and opening.attended,
        )
        try:
            with evidence(portal):
                yield portal
        finally:
            remember_words(opening.seen_words, portal)


@contextmanager
def open_page(opening: Opening) -> Iterator[Page]:
    """Give a page of a fresh private browser, which is closed and removed at the end.

    Raises MachineError when the browser does not start.
    """
    _remove(opening.data_folder)
    _prepare(opening.data_folder)
    try:
        with _playwright() as playwright:
            context = _launch(playwright.chromium, opening)
            try:
                yield context.pages[0] if context.pages else context.new_page()
            finally:
                with suppress(PlaywrightError):
                    context.close()
    finally:
        _remove(opening.data_folder)


def remember_words(file: Path | None, portal: Portal) -> None:
    """Keep under which names the portal showed its words; of one on this computer, or without a file, nothing."""
    if file is not None and not portal.access.is_loopback:
        remember_seen(file, portal.place.window.seen, portal.journal.day)


def portal_on(  # noqa: PLR0913  # what a portal stands on
    page: Page,
    access: PortalAccess,
    journal: Journal,
    own_words: Path,
    *,
    read_only: bool,
    asks: Asks | None = None,
    attended: bool = False,
) -> Portal:
    """Give the portal on a page of a browser that is open already; `attended` where a person sees it."""
    window = Window(page, access.origin, patience())
    place = Place(
        window,
        words(read_own_words(own_words)),
        surprises=Surprises(window, journal, attended),
        teach=Teacher(asks, own_words, journal).teach if asks else None,
    )
    return Portal(access, journal, place, read_only)


def patience() -> float:
    """Read how many seconds to wait for the portal. Raises ProfileError when the setting is no number."""
    told = os.environ.get("ASSIST_BOT_PATIENCE", "")
    try:
        seconds = float(told) if told else PATIENCE
    except ValueError:
        seconds = 0
    if not 1 <= seconds <= 600:  # noqa: PLR2004  # from a second to ten minutes
        raise ProfileError(
            f"ASSIST_BOT_PATIENCE is set to {told!r}, which is not a number of seconds from 1 to 600.",
            "Set it to a number such as 30, or remove it.",
        )
    return seconds


@contextmanager
def _playwright() -> Iterator[Playwright]:
    with ExitStack() as stack:
        try:
            playwright = stack.enter_context(sync_playwright())
            apart.prepare(playwright)
        except Exception as error:  # its driver gone, Playwright raises nothing more precise
            raise driver.does_not_start(driver.trouble() or str(error)) from error
        yield playwright


def _launch(chromium: BrowserType, opening: Opening) -> BrowserContext:
    try:
        return chromium.launch_persistent_context(
            opening.data_folder,
            executable_path=opening.browser.executable,
            headless=not opening.headed,
            args=launch_arguments(),
            accept_downloads=True,
            viewport={"width": 1280, "height": 900},
            locale="en-MY",
            timezone_id="Asia/Kuala_Lumpur",
            service_workers="block",
        )
    except PlaywrightError as error:
        reason = (error.message.splitlines() or [""])[0]
        raise MachineError(
            f"The browser {opening.browser.executable} did not start: {reason}.",
            "Start it once by hand, or set ASSIST_BOT_BROWSER to the path of another Chrome, Edge or Chromium.",
        ) from error


def _prepare(folder: Path) -> None:
    default = folder / "Default"
    try:
        default.mkdir(mode=0o700, parents=True)
        (default / "Preferences").write_text(json.dumps(_PREFERENCES), "utf-8")
    except OSError as error:
        raise MachineError(
            f"The browser's private folder {folder} cannot be made: {error.strerror}.",
            "Free some disk space.",
        ) from error


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
