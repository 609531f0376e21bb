"""A person before the window who points with the mouse, and answers by a script."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page


@dataclass
class Pointer:
    """Points at what `at` selects, with a real mouse while the page waits for it; `agrees` to what is lit up.

    `types` is what they type for what saves: None the words themselves. `heard` and `shown` are what they were told
    and asked.
    """

    page: Page
    at: str
    agrees: bool = True
    types: str | None = None
    points: bool = True
    heard: list[str] = field(default_factory=list)
    shown: list[tuple[str, str]] = field(default_factory=list)

    def will_point(self, looked_for: str) -> bool:
        """Move the mouse there and click, a moment after the window has begun to wait for it."""
        self.heard.append(looked_for)
        if not self.points:
            return False
        self.page.on("console", self._click)
        self.page.evaluate("void setTimeout(() => console.log('now'), 500)")
        return True

    def confirms(self, word: str, name: str) -> bool:
        """Look at what is lit up."""
        self.shown.append((word, name))
        return self.agrees

    def confirms_by_typing(self, word: str, name: str) -> bool:
        """Type the words."""
        self.shown.append((word, name))
        return self.agrees and self.types in (None, name)

    def is_told(self, why: str) -> None:
        """Listen."""
        self.heard.append(why)

    def _click(self, message: ConsoleMessage) -> None:
        if message.text != "now":
            return
        self.page.remove_listener("console", self._click)
        box = self.page.locator(self.at).bounding_box()
        assert box is not None
        self.page.mouse.move(1, 1)
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)
        self.page.mouse.down()
        self.page.mouse.up()
