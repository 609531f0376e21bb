"""What opens beside the page: dialogs of the browser, and new tabs of the portal."""

import time
from typing import Any

from playwright.sync_api import Dialog, Page

from assist_bot.portal.words import fold

MOST = 20  # dialogs are heard in one step: a page may speak without end
LONGEST = 2000  # characters of each

OPENS_A_TAB = """(element) => {
    const link = element.closest("a, area"), form = element.type === "submit" && element.form;
    return (link && link.target || form && form.target || "").toLowerCase() === "_blank";
}"""
"""Asks a link or button whether what it leads to opens in a new tab."""

OPENING = 3.0  # seconds for a new tab to open and to know its address


class Beside:
    """Hears what dialogs say, and answers every question in one with no: only a person says yes."""

    def __init__(self, origin: str) -> None:
        self.told: list[str] = []
        self.asked: list[str] = []
        self._origin = origin
        self._opened: list[Page] = []
        self._left: list[Page] = []

    def listen(self, page: Page) -> None:
        """Hear what opens from this page from now on."""
        page.on("dialog", self._on_dialog)
        page.on("popup", self._on_popup)

    def forget(self) -> None:
        """Begin a new step: what was said before it was dealt with or did not matter.

        A tab of the portal stays to be looked at: it may open slower than the step that opened it takes.
        """
        self.told.clear()
        self.asked.clear()
        self._opened = [
            each for each in self._opened if not each.is_closed() and (_is_blank(each) or self._is_ours(each))
        ]

    def _on_popup(self, page: Page) -> None:
        self._opened.append(page)

    def _on_dialog(self, dialog: Dialog) -> None:
        if dialog.page is None or self._is_ours(dialog.page):
            heard = self.told if dialog.type == "alert" else self.asked
            if len(heard) < MOST:
                heard.append(" ".join(dialog.message.split())[:LONGEST] or "Leave this page?")
        dialog.dismiss()

    def answer(self, query: dict[str, Any]) -> dict[str, Any]:
        """Answer a question to the page out of what a dialog told; {} when it told nothing about it."""
        for text in self.told:
            said = fold(text)
            for name in query["names"] if "whole" in query else ():
                if said == name or (name in said and not query["whole"]):
                    return {"state": "shown", "name": name}
            for alarm in query.get("alarms", ()):
                if any(fold(name) in said for name in alarm["names"]):
                    return {"state": "alarm", "kind": alarm["kind"], "text": text, "label": ""}
        return {}

    def await_tab(self, page: Page) -> None:
        """Wait for the tab that a press opens: until it is there, the page before it is not the one to go on with."""
        began = time.monotonic()
        while not any(each.is_closed() or not _is_blank(each) for each in self._opened):
            if page.is_closed() or time.monotonic() - began > OPENING:
                return
            page.wait_for_timeout(20)

    def page_to_look_at(self, page: Page) -> Page:
        """Give the portal's page in a new tab if one has opened; the page before it when that was closed again."""
        for opened in self._opened:
            if not opened.is_closed() and self._is_ours(opened):
                self._opened.remove(opened)
                self._left.append(page)
                return opened
        while page.is_closed() and self._left:
            page = self._left.pop()
        return page

    def _is_ours(self, page: Page) -> bool:
        return page.url.startswith(self._origin + "/")


def _is_blank(page: Page) -> bool:
    return page.url in ("", "about:blank")
