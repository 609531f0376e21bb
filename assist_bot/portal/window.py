"""The browser window on the portal: asking the page, noticing trouble, sending once, taking masked pictures."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, TypedDict

from playwright.sync_api import ElementHandle, JSHandle, Page, Request, Response, Route
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from assist_bot.errors import MachineError, PortalError, PortalUnavailable
from assist_bot.portal.scripts import script

SLICE = 400  # milliseconds between two looks at what the network did while the page is being watched
GRACE = 2.0  # seconds in which the page may still come right after one of its background requests failed
CLOSED = ("Target page, context or browser has been closed", "Target closed", "has been closed")
DRAWING = 6_000  # milliseconds a picture may take
PARTS_OF_A_PAGE = ("stylesheet", "script", "image", "font", "media")  # sent twice they change nothing


class MaskWords(TypedDict):
    """What to cover in a picture: a pattern, and what is shown in its place."""

    pattern: str
    shown: str


@dataclass(frozen=True)
class Picture:
    """The last picture: of which page, what was covered on it, and a short sign of how the page looked."""

    page: Page
    masks: Sequence[MaskWords]
    look: str
    data: bytes


class Window:
    """One page of the browser, on one portal. Playwright's errors end here."""

    def __init__(self, page: Page, origin: str, patience: float) -> None:
        self.page = page
        self.origin = origin
        self.patience = patience
        self.lost = False
        self.last_words = ""
        self._broken: list[str] = []
        self._clues: list[tuple[float, str]] = []
        self._checked_client = False
        self._watched: set[Page] = set()
        self._last_picture: Picture | None = None
        self._under_way: list[Route] = []
        self.follow(page)

    def follow(self, page: Page) -> None:
        """Look at this page from now on."""
        self.page = page
        if page not in self._watched:
            self._watched.add(page)
            page.on("response", self._on_response)
            page.on("requestfailed", self._on_failed)

    def _on_response(self, response: Response) -> None:
        if not response.url.startswith(self.origin):
            return
        limit = 400 if _is_document(response.request, self.page) else 500
        if response.status >= limit:
            self._note(response.request, f"The portal answered with an error ({response.status}).")

    def _on_failed(self, request: Request) -> None:
        failure = request.failure or ""
        if request.url.startswith(self.origin) and "ERR_ABORTED" not in failure:
            self._note(request, "The connection to the portal broke off.")

    def _note(self, request: Request, words: str) -> None:
        if _is_document(request, self.page):
            self._broken.append(words)
        elif request.resource_type in ("xhr", "fetch"):
            self._clues.append((time.monotonic(), words))

    def forget_trouble(self) -> None:
        """Begin a new step: what failed before it was dealt with or did not matter."""
        self._broken.clear()
        self._clues.clear()

    def raise_trouble(self) -> None:
        """Raise PortalUnavailable when the page itself broke, or a background request did and nothing came of it."""
        words = self._broken[:1] or [told for when, told in self._clues if time.monotonic() - when > GRACE]
        if words or self.lost:
            raise PortalUnavailable(
                words[0] if words else "The portal's answer was lost.", "Try again later."
            )

    def go(self, address: str) -> None:
        """Open an address of the portal."""
        self.forget_trouble()
        with suppress(PlaywrightTimeout):
            try:
                self.page.goto(address, wait_until="domcontentloaded", timeout=self.patience * 1000)
                return
            except PlaywrightTimeout:
                raise
            except PlaywrightError as error:
                raise _unreachable(self.origin, error) from error
        raise PortalUnavailable(
            f"{self.origin} did not answer in {self.patience:.0f} seconds.", "Try again later."
        )

    def until(self, call: str, query: dict[str, Any], patience: float | None = None) -> JSHandle:
        """Ask the page again and again until it answers; after the patience, give its last, impatient answer."""
        began = time.monotonic()
        patience = self.patience if patience is None else patience
        while time.monotonic() - began < patience:
            self.raise_trouble()
            with suppress(PlaywrightTimeout):
                handle = self._ask_patiently(call, query)
                if handle is not None:
                    return handle
            if query.get("gives_up") and time.monotonic() - began > GRACE and self._hopeless(call, query):
                break
        self.raise_trouble()
        return self.ask(call, {**query, "patient": False})

    def _ask_patiently(self, call: str, query: dict[str, Any]) -> JSHandle | None:
        try:
            return self.page.wait_for_function(
                script(call), arg={**query, "patient": True}, timeout=SLICE, polling=60
            )
        except PlaywrightTimeout:
            raise
        except PlaywrightError as error:
            _raise_if_closed(error)
            return None  # the page was changing under the question

    def _hopeless(self, call: str, query: dict[str, Any]) -> bool:
        return told(self.ask(call, {**query, "patient": False}))["state"] in ("several", "disabled")

    def ask(self, call: str, query: dict[str, Any] | None = None) -> JSHandle:
        """Ask the page once. A page that is just changing is asked again when it has loaded."""
        for attempt in (1, 2, 3):
            try:
                return self.page.evaluate_handle(script(call), query or {})
            except PlaywrightError as error:
                _raise_if_closed(error)
                if attempt == 3:  # noqa: PLR2004  # the last of the three
                    raise PortalError(
                        "The portal's page could not be read.", "Run the command again."
                    ) from error
                with suppress(PlaywrightError):
                    self.page.wait_for_load_state("domcontentloaded", timeout=self.patience * 1000)
        raise AssertionError

    @contextmanager
    def sending_once(self) -> Iterator[None]:
        """Pass the portal's requests through Playwright's client, so that Chromium cannot send them a second time.

        Chromium by itself sends a form again when the connection drops without an answer. Not for forms with a file:
        the client has been seen to cut them short.
        """
        self._check_client()
        pattern = f"{self.origin}/**"
        self.page.context.route(pattern, self._send)
        try:
            yield
            self._let_it_finish()
        finally:
            self._give_up_what_is_under_way()
            with suppress(PlaywrightError):
                self.page.context.unroute(pattern, self._send)

    def _let_it_finish(self) -> None:
        """Wait for what the page sends beside; each answer has a time limit of its own."""
        with suppress(PlaywrightError):
            while self._under_way:
                self.page.wait_for_timeout(50)

    def _give_up_what_is_under_way(self) -> None:
        """Close the pages that wait for an answer: once nothing is passed on, Chromium would send it by itself."""
        for route in list(self._under_way):
            self.lost = True
            with suppress(PlaywrightError):
                route.request.frame.page.close(run_before_unload=False)

    def _send(self, route: Route) -> None:
        saves = route.request.method != "GET"
        if not saves and route.request.resource_type in PARTS_OF_A_PAGE:
            with suppress(PlaywrightError):
                route.continue_()
            return
        if saves:
            self._under_way.append(route)
        self._listen_to_the_page_before(route.request)
        try:
            answer = route.fetch(max_redirects=0, timeout=self.patience * 1000)
            with suppress(PlaywrightError):
                route.fulfill(response=answer)
        except PlaywrightError:
            self.lost = self.lost or saves
            with suppress(PlaywrightError):
                route.abort("connectionfailed")
        finally:
            if saves:
                self._under_way.remove(route)

    def _listen_to_the_page_before(self, request: Request) -> None:
        """Keep the last words of a page elsewhere, the bank's, that leads back to the portal."""
        with suppress(PlaywrightError):
            if request.is_navigation_request() and not request.frame.url.startswith(self.origin):
                self.last_words = request.frame.locator("body").inner_text(timeout=1000)

    def _check_client(self) -> None:
        """Show, before anything is sent, that the client reaches the portal: it has a certificate store of its own."""
        if self._checked_client:
            return
        try:
            self.page.context.request.get(
                f"{self.origin}/favicon.ico", max_redirects=0, timeout=self.patience * 1000
            )
        except PlaywrightError as error:
            raise MachineError(
                "The portal cannot be reached in the way that guards against sending twice; nothing was sent.",
                "A virus scanner or proxy that opens secure connections is the usual reason: let it leave the portal alone.",
            ) from error
        self._checked_client = True

    def at(self, origin: str) -> bool:
        """Say whether the window shows a page of this very origin."""
        return self.page.url.startswith(origin + "/")

    def close(self) -> None:
        """Close the page at once."""
        with suppress(PlaywrightError):
            self.page.close(run_before_unload=False)

    def picture(self, masks: Sequence[MaskWords]) -> bytes | None:
        """Take a picture of the whole page, identity numbers and passwords covered; none rather than an uncovered one.

        A page on which nothing has changed since its last picture is not drawn again.
        """
        with suppress(PlaywrightError):
            for _ in range(3):
                last = self._last_picture_of(masks)
                before = self._over_frames("cover", masks, last.look if last else "")
                if last and before[0]["covered"] is None:
                    return last.data
                taken = self.page.screenshot(
                    full_page=True, animations="disabled", scale="css", timeout=DRAWING
                )
                after = self._over_frames("uncover", masks)
                if after == before and len(after) == 1:
                    self._last_picture = Picture(self.page, masks, str(after[0]["look"]), taken)
                if [frame["covered"] for frame in after] == [frame["covered"] for frame in before]:
                    return taken
        with suppress(PlaywrightError):
            self._over_frames("uncover", masks)
        return None

    def _last_picture_of(self, masks: Sequence[MaskWords]) -> "Picture | None":
        last = self._last_picture
        same = last is not None and last.page is self.page and last.masks == masks
        return last if same and len(self.page.frames) == 1 else None

    def _over_frames(
        self, call: str, masks: Sequence[MaskWords], last: str = ""
    ) -> list[dict[str, str | None]]:
        query = {"masks": list(masks), "last": last}
        return [frame.evaluate(script(call), query) for frame in self.page.frames]


def _is_document(request: Request, page: Page) -> bool:
    try:
        return request.is_navigation_request() and request.frame == page.main_frame
    except PlaywrightError:
        return False


def _raise_if_closed(error: PlaywrightError) -> None:
    if any(words in str(error) for words in CLOSED):
        raise PortalError(
            "The browser window was closed.", "Run the command again; it goes on where the portal is."
        ) from error


def _unreachable(origin: str, error: PlaywrightError) -> PortalUnavailable:
    reason = next((word.strip(":.,") for word in str(error).split() if word.startswith("net::")), "no answer")
    return PortalUnavailable(
        f"{origin} could not be reached ({reason}).", "Check the internet connection, or try again later."
    )


def told(answer: JSHandle) -> dict[str, Any]:
    """Read what an answer of the page says, its elements apart: of these it says how many there are."""
    said: dict[str, Any] = answer.evaluate(
        """(answer) => ({...answer, elements: (answer.elements || []).length,
            hidden: (answer.hidden || []).map(Boolean)})"""
    )
    return said


def element(answer: JSHandle, name: str, index: int) -> ElementHandle | None:
    """Take one element out of a list in an answer of the page."""
    return answer.evaluate_handle(
        "(answer, [name, index]) => answer[name][index]", [name, index]
    ).as_element()


def elements(handle: JSHandle, name: str) -> list[ElementHandle | None]:
    """Read a list of elements out of an answer of the page."""
    listed = handle.get_property(name).get_properties()
    return [listed[key].as_element() for key in sorted(listed, key=int) if key.isdigit()]
