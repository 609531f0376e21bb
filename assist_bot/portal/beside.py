"""What opens beside the page: dialogs of the browser, and new tabs of the portal."""

from typing import Any

from playwright.sync_api import Dialog, Page

from assist_bot.portal.words import fold

MOST = 20  # dialogs are heard in one step: a page may speak without end
LONGEST = 2000  # characters of each


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
        """Begin a new step: what opened before it was dealt with or did not matter."""
        self.told.clear()
        self.asked.clear()
        self._opened.clear()

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
