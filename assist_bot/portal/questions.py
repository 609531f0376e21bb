"""Questions to a page. What answers them is put into each document once, where the page's own scripts do not see it."""

from typing import Any

from playwright.sync_api import ElementHandle, JSHandle, Page
from playwright.sync_api import Error as PlaywrightError

from assist_bot.portal.scripts import answerer

Answer = dict[str, Any]


class Questions:
    """Asks one page after the other. Playwright's errors pass through: the document may have changed."""

    def __init__(self) -> None:
        self._answerer: tuple[Page, JSHandle] | None = None

    def forget(self) -> None:
        """Begin anew: the page shows another document."""
        self._answerer = None

    def ask(self, page: Page, call: str, query: Answer, milliseconds: int = 0) -> Answer:
        """Ask, and so long as there is no answer again and again for this long; {} when there is none then.

        Of its elements an answer says how many there are.
        """
        ask = "(answerer, [call, query, milliseconds]) => answerer.ask(call, query, milliseconds)"
        try:
            said = self._in(page).evaluate(ask, [call, query, milliseconds])
        except PlaywrightError:
            self.forget()
            raise
        return said or {}

    def element(self, page: Page, name: str, index: int) -> ElementHandle:
        """Take one element out of a list in the last answer."""
        take = "(answerer, [name, index]) => answerer.element(name, index)"
        element = self._in(page).evaluate_handle(take, [name, index]).as_element()
        assert element is not None
        return element

    def _in(self, page: Page) -> JSHandle:
        if self._answerer is None or self._answerer[0] is not page:
            self._answerer = page, page.evaluate_handle(answerer())
        return self._answerer[1]
