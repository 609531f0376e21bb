"""The browser window on the portal: opening it, asking the page, noticing trouble."""

import time
from contextlib import suppress
from typing import Any

from playwright.sync_api import ElementHandle, Page, Request, Response
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from assist_bot.errors import PortalChanged, PortalError, PortalUnavailable
from assist_bot.fence.fence import Fence, place_of
from assist_bot.language import say
from assist_bot.portal.alarms import refused
from assist_bot.portal.beside import Beside
from assist_bot.portal.camera import Camera
from assist_bot.portal.questions import Answer, Questions
from assist_bot.portal.sending import Sender
from assist_bot.profile.hosts import origin_of

SLICE = 400  # milliseconds between two looks at what the network did while the page is being watched
LOOKS = 5  # times a page may change between a question and its answer
LOWEST_ERROR, LOWEST_FAULT = 400, 500  # of the numbers with which a server answers
QUOTING = 2_000  # milliseconds for the page that comes with an error to be there
CHANGING = 50  # milliseconds between two looks at a page that is just changing
GRACE = 2.0  # seconds in which the page may still come right after one of its background requests failed
ELSEWHERE = 4  # times as long as for the portal is a bank waited for
CLOSED = ("Target page, context or browser has been closed", "Target closed", "has been closed")

Seen = tuple[ElementHandle, ElementHandle | None]
"""An element as it is seen, and the hidden one for which it stands, if it does."""


class Window:
    """One page of the browser, on one portal. Playwright's errors end here."""

    def __init__(self, page: Page, origin: str, patience: float, fence: Fence | None = None) -> None:
        self.page = page
        self.origin = origin
        self.fence = fence or Fence(origin)
        self.strayed: list[str] = []
        """Origins to which the page was led and that are not let through."""
        self.patience = patience
        self.sender = Sender(page.context, origin, patience)
        self.camera = Camera()
        self.beside = Beside(origin)
        self.last_words = ""
        self.asked: tuple[str, dict[str, Any]] = "", {}
        """What the page was asked last and waited upon: the call and its query."""
        self._coming: list[Request] = []  # pages that were asked for and have not begun to come
        self.handed_out: set[str] = set()
        """The fingerprints of the files that the portal handed out."""
        self.step: dict[str, Any] = {}
        """The last step: its verb and words, and where on the page."""
        self.seen: set[tuple[str, str]] = set()
        """Words, each with the name under which it was found here."""
        self._questions = Questions(patience)
        self._broken: list[str] = []
        self._refused = 0
        self._clues: list[tuple[float, str]] = []
        self._watched: set[Page] = set()
        self.follow(page)

    def follow(self, page: Page) -> None:
        """Look at this page from now on."""
        self.page = page
        if page not in self._watched:
            self._watched.add(page)
            self.beside.listen(page)
            page.on("request", self._on_request)
            page.on("response", self._on_response)
            page.on("requestfailed", self._on_failed)

    def _on_request(self, request: Request) -> None:
        """Stop waiting for a page that never comes: Chromium answers no question while it waits for one."""
        page = self.page
        if not _is_document(request, page):
            return
        if not self.fence.lets_url(request.url):
            self.strayed.append(origin_of(request.url))
            return
        times = 1 if request.url.startswith(self.origin) else ELSEWHERE
        limit = (self.patience * times + GRACE) * 1000
        self._coming.append(request)
        try:
            page.wait_for_event("response", lambda each: each.request == request, timeout=limit)
        except PlaywrightTimeout:
            self._give_up(page, request)
        except PlaywrightError:
            return  # the page has gone
        finally:
            self._coming.remove(request)

    def _give_up(self, page: Page, request: Request) -> None:
        with suppress(PlaywrightError):
            if request.failure is None:
                host = place_of(request.url)[0] or "The portal"
                self._broken.append(
                    say(
                        "{host} did not answer in {seconds:.0f} seconds or more.",
                        host=host,
                        seconds=self.patience,
                    )
                )
                page.context.new_cdp_session(page).send("Page.stopLoading")

    def _on_response(self, response: Response) -> None:
        if not response.url.startswith(self.origin):
            return
        document = _is_document(response.request, self.page)
        if document and response.status >= LOWEST_ERROR:
            self._refused = response.status
        elif not document and response.status >= LOWEST_FAULT:
            self._note(
                response.request, say("The portal answered with an error ({status}).", status=response.status)
            )

    def _on_failed(self, request: Request) -> None:
        failure = request.failure or ""
        if request.url.startswith(self.origin) and "ERR_ABORTED" not in failure:
            self._note(request, say("The connection to the portal broke off."))

    def _note(self, request: Request, words: str) -> None:
        if _is_document(request, self.page):
            self._broken.append(words)
        elif request.resource_type in ("xhr", "fetch"):
            self._clues.append((time.monotonic(), words))

    def forget_trouble(self) -> None:
        """Begin a new step: what failed before it was dealt with or did not matter."""
        self._broken.clear()
        self.strayed.clear()
        self._clues.clear()
        self._refused = 0
        self.beside.forget()

    def raise_trouble(self) -> None:
        """Raise PortalUnavailable when the page itself broke, or a background request did and nothing came of it.

        Raises PortalChanged when the page asked something in a dialog of the browser, or leads away from the portal.
        """
        if self.strayed:
            raise _led_away(self.strayed[0], self.origin)
        if self.beside.asked:
            raise PortalChanged(
                say(
                    'The portal asked in a window of the browser: "{question}".',
                    question=self.beside.asked[0],
                ),
                say("It was answered with no. Do this step at the portal yourself."),
            )
        if self._refused and not self.sender.lost:
            raise refused(self._refused, self._quote())
        words = self._broken[:1] or [told for when, told in self._clues if time.monotonic() - when > GRACE]
        if words or self.sender.lost:
            raise PortalUnavailable(
                words[0] if words else say("The portal's answer was lost."), say("Try again later.")
            )

    def _quote(self) -> str:
        """Read what the page says that came with an error; nothing where it does not come."""
        with suppress(PlaywrightError):
            self.page.wait_for_load_state("domcontentloaded", timeout=QUOTING)
            return str(self._questions.ask(self.page, "quote", {})["text"])
        return ""

    def go(self, address: str) -> None:
        """Open an address of the portal."""
        self.forget_trouble()
        try:
            self.page.goto(address, wait_until="domcontentloaded", timeout=self.patience * 1000)
        except PlaywrightTimeout as error:
            raise PortalUnavailable(
                say(
                    "{origin} did not answer in {seconds:.0f} seconds.",
                    origin=self.origin,
                    seconds=self.patience,
                ),
                say("Try again later."),
            ) from error
        except PlaywrightError as error:
            if self.strayed:
                raise _led_away(self.strayed[0], self.origin) from error
            raise self._unreachable(error) from error

    def _unreachable(self, error: PlaywrightError) -> PortalUnavailable:
        words = (word.strip(":.,") for word in str(error).split())
        said = next((word for word in words if word.startswith("net::")), "no answer")
        return PortalUnavailable(
            say(
                "{origin} could not be reached ({reason}).",
                origin=self.origin,
                reason=self.fence.trouble.get(place_of(self.origin)[0], said),
            ),
            say(
                "Check the internet connection, or try again later. If this computer reaches the "
                "internet through a proxy, name it in HTTPS_PROXY."
            ),
        )

    def until(self, call: str, query: dict[str, Any], patience: float | None = None) -> Answer:
        """Ask the page again and again until it answers; after the patience, give its last, impatient answer."""
        self.asked = call, query
        began = time.monotonic()
        patience = self.patience if patience is None else patience
        while time.monotonic() - began < patience:
            self.raise_trouble()
            self._look_beside()
            said = self.beside.answer(query) or self._ask_patiently(call, query)
            if said:
                return said
            if query.get("gives_up") and time.monotonic() - began > GRACE and self._hopeless(call, query):
                break
        self.raise_trouble()
        told = {"told": self.beside.told[0]} if self.beside.told else {}
        last = self.ask(call, {**query, "patient": False})
        self.raise_trouble()
        return {**last, **told}

    def _look_beside(self) -> None:
        page = self.beside.page_to_look_at(self.page)
        if page is not self.page:
            self.follow(page)

    def find(
        self, call: str, query: dict[str, Any], patience: float | None = None
    ) -> tuple[Answer, list[Seen]]:
        """Ask as `until` does, and take the elements as well; asked again when the page changed in between."""
        for _ in range(LOOKS):
            said = self.until(call, query, patience)
            try:
                return said, self.taken(said)
            except PlaywrightError as error:
                _raise_if_closed(error)
        raise PortalError(say("The portal's page did not come to rest."), say("Run the command again."))

    def taken(self, said: Answer) -> list[Seen]:
        """Take the elements of the last answer, each with the hidden one that it stands for."""
        return [
            (self._element("elements", index), self._element("hidden", index) if hidden else None)
            for index, hidden in enumerate(said.get("hidden") or [False] * said.get("elements", 0))
        ]

    def _element(self, name: str, index: int) -> ElementHandle:
        return self._questions.element(name, index)

    def _ask_patiently(self, call: str, query: dict[str, Any]) -> Answer:
        try:
            return self._questions.ask(self.page, call, {**query, "patient": True}, SLICE)
        except PlaywrightError as error:
            _raise_if_closed(error)
            return {}  # the page was changing under the question

    def _hopeless(self, call: str, query: dict[str, Any]) -> bool:
        with suppress(PlaywrightError):
            said = self._questions.ask(self.page, call, {**query, "patient": False})
            return said.get("state") in ("several", "disabled") or said.get("kind") == "required"
        return False

    def ask(self, call: str, query: dict[str, Any] | None = None) -> Answer:
        """Ask the page once. A page that is just changing is asked again when it has loaded."""
        began = time.monotonic()
        while True:
            try:
                return self._questions.ask(self.page, call, query or {})
            except PlaywrightError as error:
                _raise_if_closed(error)
                if not self._coming and time.monotonic() - began > self.patience:
                    self.raise_trouble()
                    raise PortalError(
                        say("The portal's page could not be read."), say("Run the command again.")
                    ) from error
                with suppress(PlaywrightError):
                    self.page.wait_for_load_state("domcontentloaded", timeout=self.patience * 1000)
                    self.page.wait_for_timeout(CHANGING)  # a page within it may still be changing

    def at(self, origin: str) -> bool:
        """Say whether the window shows a page of this very origin."""
        return self.page.url.startswith(origin + "/")

    def close(self) -> None:
        """Close the page at once."""
        with suppress(PlaywrightError):
            self.page.close(run_before_unload=False)


def _is_document(request: Request, page: Page) -> bool:
    try:
        return request.is_navigation_request() and request.frame == page.main_frame
    except PlaywrightError:
        return False


def _raise_if_closed(error: PlaywrightError) -> None:
    if any(words in str(error) for words in CLOSED):
        raise PortalError(
            say("The browser window was closed."),
            say("Run the command again; it goes on where the portal is."),
        ) from error


def _led_away(where: str, origin: str) -> PortalChanged:
    return PortalChanged(
        say(
            "The portal led to {where}, and the browser may go nowhere but to {origin}; nothing of "
            "it was opened.",
            where=where,
            origin=origin,
        ),
        say(
            "Somebody may be pretending to be the portal: check its address in the profile. If SOCSO "
            "has moved it, write the new one there."
        ),
    )
