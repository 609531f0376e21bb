"""What is done about a page that nobody expected: a plain notice is closed, anything else stops the run.

Nothing is pressed past the point of no return: between what was sent and its answer.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from assist_bot.journal import Journal
from assist_bot.portal.camera import photograph
from assist_bot.portal.window import Seen, Window

NOTICES = 8  # that are closed in one run; a portal with more of them is not as expected
PRESSING = 10_000  # milliseconds for a control to hold still under the pointer
CLOSING = 3_000  # milliseconds for what was closed to go


@dataclass
class Surprises:
    """Answers what may be answered without asking anybody, and writes down that it did."""

    window: Window
    journal: Journal
    closed: int = 0
    hands_are_off: bool = False

    @contextmanager
    def hands_off(self) -> Iterator[None]:
        """Press nothing by itself meanwhile: something is being sent."""
        before, self.hands_are_off = self.hands_are_off, True
        try:
            yield
        finally:
            self.hands_are_off = before

    def answer(self, said: dict[str, Any], seen: list[Seen]) -> bool:
        """Answer what the page shows instead of what was looked for. False where it is for an error to tell."""
        if said["kind"] != "announcement" or self.closed == NOTICES:
            return False
        self._close(said, seen)
        return True

    def _close(self, said: dict[str, Any], seen: list[Seen]) -> None:
        self.closed += 1
        text = " ".join(str(said["text"]).split())
        with self.journal.step("click", str(said["button"]), at="a notice"):
            photograph(self.window.camera, self.window.page, self.journal, "A notice")
            with suppress(PlaywrightError):  # what is still there then is found again
                seen[0][0].click(timeout=PRESSING)
                seen[0][0].wait_for_element_state("hidden", timeout=CLOSING)
        self.journal.warn(f'The portal showed a notice, which was closed: "{text}".')
