"""Opens a browser on a private data folder, hands over the portal, and closes it whatever happens."""

import os
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, Playwright, sync_playwright

from assist_bot import driver
from assist_bot.browser_finding import Browser
from assist_bot.browser_starting import listen_what_is_asked, prepare, start
from assist_bot.errors import ProfileError
from assist_bot.fence.fence import Fence
from assist_bot.fence.proxy import proxy_within
from assist_bot.journal import Journal
from assist_bot.language import say
from assist_bot.leftovers import remove
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
    opening: Opening,
    access: PortalAccess,
    journal: Journal,
    *,
    read_only: bool,
    papers: Collection[Path] = (),
) -> Iterator[Portal]:
    """Give the portal in a fresh private browser, which is closed and removed at the end.

    `papers` are the files that may be uploaded. Raises MachineError when the browser does not start.
    """
    fence = Fence(access.origin)
    with _telling_what_was_turned_away(fence, journal), open_page(opening, fence) as page:
        portal = portal_on(
            page,
            access,
            journal,
            opening.own_words,
            read_only=read_only,
            asks=opening.asks,
            attended=opening.headed and opening.attended,
            fence=fence,
            papers=papers,
        )
        try:
            with evidence(portal):
                yield portal
        finally:
            remember_words(opening.seen_words, portal)


@contextmanager
def open_page(opening: Opening, fence: Fence) -> Iterator[Page]:
    """Give a page of a fresh private browser that goes where the fence lets it; it is closed and removed at the end.

    Raises MachineError when the browser does not start.
    """
    remove(opening.data_folder)
    prepare(opening.data_folder)
    try:
        with proxy_within(fence) as proxy, _playwright() as playwright:
            context = start(
                playwright.chromium, opening.browser, opening.data_folder, proxy, headed=opening.headed
            )
            listen_what_is_asked(context, fence)
            try:
                yield context.pages[0] if context.pages else context.new_page()
            finally:
                with suppress(PlaywrightError):
                    context.close()
    finally:
        remove(opening.data_folder)


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
    fence: Fence | None = None,
    papers: Collection[Path] = (),
) -> Portal:
    """Give the portal on a page of a browser that is open already; `attended` where a person sees it."""
    window = Window(page, access.origin, patience(), fence)
    place = Place(
        window,
        words(read_own_words(own_words)),
        surprises=Surprises(window, journal, attended),
        teach=Teacher(asks, own_words, journal).teach if asks else None,
    )
    return Portal(access, journal, place, read_only, frozenset(papers))


def patience() -> float:
    """Read how many seconds to wait for the portal. Raises ProfileError when the setting is no number."""
    told = os.environ.get("ASSIST_BOT_PATIENCE", "")
    try:
        seconds = float(told) if told else PATIENCE
    except ValueError:
        seconds = 0
    if not 1 <= seconds <= 600:  # noqa: PLR2004  # from a second to ten minutes
        raise ProfileError(
            say(
                "ASSIST_BOT_PATIENCE is set to {told!r}, which is not a number of seconds from 1 to 600.",
                told=told,
            ),
            say("Set it to a number such as 30, or remove it."),
        )
    return seconds


@contextmanager
def _telling_what_was_turned_away(fence: Fence, journal: Journal) -> Iterator[None]:
    try:
        yield
    finally:
        for each in fence.turned_away:
            journal.turned_away(each.host, each.kinds, each.times)


@contextmanager
def _playwright() -> Iterator[Playwright]:
    with ExitStack() as stack:
        try:
            playwright = stack.enter_context(sync_playwright())
            apart.prepare(playwright)
        except Exception as error:  # its driver gone, Playwright raises nothing more precise
            raise driver.does_not_start(driver.trouble() or str(error)) from error
        yield playwright
