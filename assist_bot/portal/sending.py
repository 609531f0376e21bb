"""Sending once: while something is saved, what the page sends passes through Playwright's client.

Chromium by itself sends a form again when the connection drops without an answer; the client never does. Not for
forms with a file: the client has been seen to cut them short.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import APIResponse, BrowserContext, Route
from playwright.sync_api import Error as PlaywrightError

from assist_bot.errors import MachineError
from assist_bot.language import say

# Fetched again they change nothing. A browser that is listened to forgets what it has cached, so it is kept here.
PARTS_OF_A_PAGE = ("stylesheet", "script", "font")
LEFT_ALONE = ("image", "media")
A_MOMENT = 100  # milliseconds
FOUND = 200


class Sender:
    """Passes on what the pages of one browser send to the portal. `lost` once an answer to a save was lost."""

    def __init__(self, context: BrowserContext, origin: str, patience: float) -> None:
        self.lost = False
        self._context = context
        self._origin = origin
        self._limit = patience * 1000
        self._checked = False
        self._under_way: list[Route] = []
        self._parts: dict[str, APIResponse] = {}

    @contextmanager
    def once(self) -> Iterator[None]:
        """Let what is sent inside arrive at most once. Raises MachineError beforehand when the client cannot."""
        self._check_client()
        pattern = f"{self._origin}/**"
        self._context.route(pattern, self._send)
        try:
            yield
            self._let_it_finish()
        finally:
            self._give_up_what_is_under_way()
            with suppress(PlaywrightError):
                self._context.unroute(pattern, self._send)

    def _let_it_finish(self) -> None:
        """Wait for what the page sends beside; each answer has a time limit of its own."""
        with suppress(PlaywrightError):
            while self._under_way:
                page = self._under_way[0].request.frame.page
                with suppress(PlaywrightError):
                    page.wait_for_event("requestfinished", timeout=A_MOMENT)

    def _give_up_what_is_under_way(self) -> None:
        """Close the pages that wait for an answer: once nothing is passed on, Chromium would send it by itself."""
        for route in list(self._under_way):
            self.lost = True
            with suppress(PlaywrightError):
                route.request.frame.page.close(run_before_unload=False)

    def _send(self, route: Route) -> None:
        with suppress(PlaywrightError):
            if route.request.method != "GET":
                self._save(route)
            elif route.request.resource_type in LEFT_ALONE:
                route.continue_()
            else:
                self._get(route)

    def _save(self, route: Route) -> None:
        self._under_way.append(route)
        try:
            self._fulfil(route, route.fetch(max_redirects=0, timeout=self._limit))
        except PlaywrightError:
            self.lost = True
            route.abort("connectionfailed")
        finally:
            self._under_way.remove(route)

    def _get(self, route: Route) -> None:
        kept = self._parts.get(route.request.url)
        if kept is not None:
            route.fulfill(response=kept)
            return
        try:
            answer = route.fetch(max_redirects=0, timeout=self._limit)
        except PlaywrightError:
            route.abort("connectionfailed")
            return
        if route.request.resource_type in PARTS_OF_A_PAGE and answer.status == FOUND:
            self._parts[route.request.url] = answer
        self._fulfil(route, answer)

    @staticmethod
    def _fulfil(route: Route, answer: APIResponse) -> None:
        """Hand the answer to the page; a page that has gone no longer wants it."""
        with suppress(PlaywrightError):
            route.fulfill(response=answer)

    def _check_client(self) -> None:
        """Show, before anything is sent, that the client reaches the portal: it has a certificate store of its own."""
        if self._checked:
            return
        try:
            self._context.request.get(f"{self._origin}/favicon.ico", max_redirects=0, timeout=self._limit)
        except PlaywrightError as error:
            raise MachineError(
                say(
                    "The portal cannot be reached in the way that guards against sending twice; nothing was "
                    "sent."
                ),
                say(
                    "A virus scanner or proxy that opens secure connections is the usual reason: let it "
                    "leave the portal alone."
                ),
            ) from error
        self._checked = True
