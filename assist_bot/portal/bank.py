"""The hand-over to the bank: the person signs in there; the bot waits, types nothing and takes no picture."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from assist_bot.errors import PortalChanged, PortalError, PortalUnavailable
from assist_bot.fence.fence import place_of
from assist_bot.language import say
from assist_bot.portal.last_words import listen
from assist_bot.portal.window import Window

_DECLINED = (
    "declined",
    "cancelled",
    "canceled",
    "unsuccessful",
    "not successful",
    "rejected",
    "ditolak",
    "dibatalkan",
)
_NO = "\0"
_LAST_WORDS = 2000
_APPROVED = ("approved", "debited", "successful", "diluluskan", "berjaya")


@dataclass(frozen=True)
class Absence:
    """What happens while the person is at the bank, for so many minutes at most.

    `arrived` is told the bank's host, `heard` all that the bank's page says, and `turned_away` each host that it
    asked for in vain, with whether that was for a page or only for a part of one.
    """

    arrived: Callable[[str], None]
    heard: Callable[[str], None]
    turned_away: Callable[[str, bool], None]
    minutes: float


@dataclass(frozen=True)
class Returned:
    """How the person came back: what the portal then shows ("": none of what was expected), the bank's last words."""

    seen: str
    bank_said: str

    @property
    def declined(self) -> bool:
        """Whether the bank's own last words were a no, and nothing in them was a yes."""
        words = self.bank_said.lower()
        for no in _DECLINED:
            words = words.replace(no, _NO)
        return _NO in words and not any(yes in words for yes in _APPROVED)


def listen_to_the_bank(window: Window, page: Page, spoken: list[str]) -> None:
    """Keep what the page says wherever it leads: its last words elsewhere than at the portal are the bank's.

    All that it says there is added to `spoken`.
    """

    def heard(payload: str) -> None:
        origin, text = json.loads(payload)
        if origin != window.origin and text.strip():
            window.last_words = text[:_LAST_WORDS]
            spoken.append(text)

    listen(page, heard)


def wait_for_return(window: Window, spoken: list[str], absence: Absence, back: Callable[[], bool]) -> str:
    """Wait until the person, having been to the bank, is back at the portal; give the bank's last words.

    `spoken` is what `listen_to_the_bank` fills; `back` says whether the portal shows how the payment ended, also when
    the bank was never reached.
    """
    told = False
    began = time.monotonic()
    turned_away = set[str]()
    while time.monotonic() - began < absence.minutes * 60:
        _pass_on(spoken, absence.heard)
        if told:
            _tell_what_was_turned_away(window, turned_away, absence.turned_away)
        elif window.strayed:
            raise _no_bank(place_of(window.strayed[0])[0])
        window.raise_trouble()
        page = _at_work(window)
        if page is not window.page:
            listen_to_the_bank(window, page, spoken)
        window.follow(page)
        # One look at the address: it may change while the page is asked what it shows.
        host, at_home, known = (
            place_of(page.url)[0],
            window.at(window.origin),
            window.fence.lets_url(page.url),
        )
        if at_home and (told or back()):
            _pass_on(spoken, absence.heard)
            return window.last_words
        if not told and not at_home and host:
            if not known:
                raise _no_bank(host)
            told = True
            absence.arrived(host)
        _let_a_moment_pass(window.page)
    raise PortalUnavailable(
        say("You were not back from the bank after {minutes:g} minutes.", minutes=absence.minutes),
        say("Look at your bank account first."),
    )


def _no_bank(host: str) -> PortalChanged:
    return PortalChanged(
        say(
            "The portal led to {host}, which is no bank that is known here; nothing was typed there. "
            'If it is your bank, write under [portal] in the profile: bank_hosts = ["{host}"]',
            host=host,
        ),
        say("Look at your bank account first."),
    )


def _tell_what_was_turned_away(
    window: Window, told: set[str], turned_away: Callable[[str, bool], None]
) -> None:
    """Tell each host at once, and once."""
    strayed = {place_of(origin)[0] for origin in window.strayed}
    window.strayed.clear()
    for host in (strayed | set(window.fence.missed)) - told:
        told.add(host)
        turned_away(host, host in strayed)


def _pass_on(spoken: list[str], heard: Callable[[str], None]) -> None:
    while spoken:
        heard(spoken.pop(0))


def _at_work(window: Window) -> Page:
    """Give the page on which the person is: a new tab that the bank opened, or else the same one."""
    pages = [page for page in window.page.context.pages if not page.is_closed()]
    if not pages:
        raise PortalError(say("The browser window was closed."), say("Look at your bank account first."))
    return window.page if window.page in pages and len(pages) == 1 else pages[-1]


def _let_a_moment_pass(page: Page) -> None:
    with suppress(PlaywrightError):
        page.wait_for_event("framenavigated", timeout=200)
