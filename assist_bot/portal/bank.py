"""The hand-over to the bank: the person signs in there; the bot waits, types nothing and takes no picture."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatch
from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from assist_bot.errors import PortalChanged, PortalError, PortalUnavailable
from assist_bot.portal.last_words import listen
from assist_bot.portal.window import Window
from assist_bot.profile import PortalAccess

# Where FPX and the banks of its list take people to sign in. Assumed; [portal] bank_hosts adds to it.
BANK_HOSTS = (
    "*.mepsfpx.com.my",
    "*.paynet.my",
    "*.maybank2u.com.my",
    "*.cimbclicks.com.my",
    "*.cimb.com.my",
    "*.pbebank.com",
    "*.rhbgroup.com",
    "*.hongleongconnect.my",
    "*.hongleongonline.com.my",
    "*.ambank.com.my",
    "*.bankislam.biz",
    "*.bankislam.com.my",
    "*.bankrakyat.com.my",
    "*.irakyat.com.my",
    "*.mybsn.com.my",
    "*.affinonline.com",
    "*.affingroup.com",
    "*.allianceonline.com.my",
    "*.agronet.com.my",
    "*.muamalat.com.my",
    "*.kfh.com.my",
    "*.hsbc.com.my",
    "*.ocbc.com.my",
    "*.uob.com.my",
    "*.sc.com",
)
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
    """What happens while the person is at the bank.

    `back` says whether the portal shows how the payment ended, also when the bank was never reached; `tell` is
    told the bank's host, and `heard` all that the bank's page says.
    """

    back: Callable[[], bool]
    tell: Callable[[str], None]
    heard: Callable[[str], None]
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


def is_bank(host: str, access: PortalAccess) -> bool:
    """Say whether a host is a bank's; the practice bank stands on this computer."""
    if access.is_loopback and host in ("127.0.0.1", "localhost", "::1"):
        return True
    return any(
        fnmatch("." + host, "*" + pattern.removeprefix("*")) for pattern in (*BANK_HOSTS, *access.bank_hosts)
    )


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


def wait_for_return(window: Window, access: PortalAccess, spoken: list[str], absence: Absence) -> str:
    """Wait until the person, having been to the bank, is back at the portal; give the bank's last words.

    `spoken` is what `listen_to_the_bank` fills.
    """
    told = False
    began = time.monotonic()
    while time.monotonic() - began < absence.minutes * 60:
        _pass_on(spoken, absence.heard)
        window.raise_trouble()
        page = _at_work(window)
        if page is not window.page:
            listen_to_the_bank(window, page, spoken)
        window.follow(page)
        # One look at the address: it may change while the page is asked what it shows.
        host, at_home = urlsplit(page.url).hostname or "", window.at(access.origin)
        if at_home and (told or absence.back()):
            _pass_on(spoken, absence.heard)
            return window.last_words
        if not told and not at_home and host:
            if not is_bank(host, access):
                raise PortalChanged(
                    f"The portal led to {host}, which is no bank that is known here; nothing was typed there. "
                    "If it is your bank, add it to bank_hosts in the profile.",
                    "Look at your bank account first.",
                )
            told = True
            absence.tell(host)
        _let_a_moment_pass(window.page)
    raise PortalUnavailable(
        f"You were not back from the bank after {absence.minutes:g} minutes.",
        "Look at your bank account first.",
    )


def _pass_on(spoken: list[str], heard: Callable[[str], None]) -> None:
    while spoken:
        heard(spoken.pop(0))


def _at_work(window: Window) -> Page:
    """Give the page on which the person is: a new tab that the bank opened, or else the same one."""
    pages = [page for page in window.page.context.pages if not page.is_closed()]
    if not pages:
        raise PortalError("The browser window was closed.", "Look at your bank account first.")
    return window.page if window.page in pages and len(pages) == 1 else pages[-1]


def _let_a_moment_pass(page: Page) -> None:
    with suppress(PlaywrightError):
        page.wait_for_event("framenavigated", timeout=200)
