"""What is kept of a stop on a page of the portal: what was looked for, and the page as it may be shown to others.

Evidence never decides how a step ends: whatever fails here is noted and passed over, and nothing on the page is
pressed, typed or changed. A page elsewhere, the bank's above all, is not looked at.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from loguru import logger
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from assist_bot.errors import ContributionRefused, Ending, OutcomeUnknown, PortalError, Waiting
from assist_bot.portal import bundle
from assist_bot.portal.bundle import PageSeen
from assist_bot.portal.camera import picture_for_others
from assist_bot.portal.candidates import look_round
from assist_bot.portal.looking import Looking
from assist_bot.portal.ordinary import ordinary_words

ALIVE = 2_000  # milliseconds for a page to answer at all
TREE = 2_000


@contextmanager
def evidence(portal: Looking) -> Iterator[None]:
    """Keep what can be kept of the page when the block ends on it, and let the ending pass."""
    try:
        yield
    except (PortalError, ContributionRefused, OutcomeUnknown) as error:
        _keep(portal, error)
        raise
    except Waiting as error:
        if isinstance(error.__cause__, PortalError | ContributionRefused):
            _keep(portal, error)
        raise


def _keep(portal: Looking, error: Ending) -> None:
    if portal.journal.rehearsing:  # what the practice portal shows is in the project
        return
    try:
        bundle.write(portal.journal, portal.place.window.step, error, _seen(portal))
    except Exception as failure:  # noqa: BLE001  # evidence decides nothing, whatever becomes of it
        logger.opt(exception=failure).info("The page at the stop could not be kept")


def _seen(portal: Looking) -> PageSeen:
    window, page = portal.place.window, portal.place.window.page
    seen = PageSeen()
    if page.is_closed() or not window.at(window.origin):
        seen.notes.append("The window was not at the portal any more: nothing of its page was taken.")
        return seen
    seen.address = page.url
    with suppress(PlaywrightError):
        seen.browser = page.context.browser.version if page.context.browser else ""
    _try(seen, "whether the page answers", lambda: _is_alive(page))
    if not seen.notes:
        _try(seen, "what was looked for", lambda: _look(seen, portal))
        _try(seen, "the page's structure", lambda: _take_tree(seen, page))
        words = ordinary_words(portal.journal.people)
        _try(seen, "the picture", lambda: _take_picture(seen, page, words))
    if page.is_closed() or not window.at(window.origin):  # it has gone elsewhere meanwhile
        return PageSeen(notes=["The page went elsewhere while it was looked at: nothing of it was kept."])
    return seen


def _try(seen: PageSeen, what: str, take: Callable[[], None]) -> None:
    try:
        take()
    except Exception as error:  # noqa: BLE001  # see above
        logger.opt(exception=error).info("At the stop, not taken: {}", what)
        seen.notes.append(f"Not taken: {what} ({type(error).__name__}).")


def _is_alive(page: Page) -> None:
    page.wait_for_function("() => Boolean(document.body)", timeout=ALIVE)


def _look(seen: PageSeen, portal: Looking) -> None:
    call, query = portal.place.window.asked
    if call:
        seen.looked = look_round(portal.place.window.page, call, query)


def _take_tree(seen: PageSeen, page: Page) -> None:
    seen.tree = page.locator("body").aria_snapshot(timeout=TREE)


def _take_picture(seen: PageSeen, page: Page, words: frozenset[str]) -> None:
    taken = picture_for_others(page, words)
    if taken is None:
        seen.notes.append("Not taken: the picture (the page would not be covered).")
    else:
        seen.picture = taken
