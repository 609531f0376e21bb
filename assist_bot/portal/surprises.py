"""What is done about a page that nobody expected. Whatever is not answered here stops the run.

A plain notice is closed, and a session about to end is extended; neither past the point of no return, between what was
sent and its answer. What only a person can answer is left to the person at the window, and waited for.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Error as PlaywrightError

from assist_bot.errors import Waiting
from assist_bot.journal import Journal
from assist_bot.language import say
from assist_bot.portal.camera import photograph
from assist_bot.portal.window import Seen, Window

AT_MOST = {"announcement": 20, "expiring": 20, "challenge": 4}
"""How often in one run; a portal that wants more of it is not as expected."""
MINUTES = 5.0
"""How long the person has to answer what only they can."""
PRESSING = 10_000  # milliseconds for a control to hold still under the pointer
CLOSING = 3_000  # milliseconds for what was pressed to go
A_MOMENT = 300  # milliseconds between two looks at what the person does
TYPED = 3.0  # seconds after which a code that nobody goes on typing is complete
SHORTEST = 4  # characters of a code


@dataclass
class Surprises:
    """Answers what may be answered, and writes down that it did. `attended`: a person sees the window."""

    window: Window
    journal: Journal
    attended: bool = False
    minutes: float = MINUTES
    hands_are_off: bool = False

    def __post_init__(self) -> None:
        self._answered: list[str] = []

    @contextmanager
    def hands_off(self) -> Iterator[None]:
        """Press nothing by itself meanwhile: something is being sent."""
        before, self.hands_are_off = self.hands_are_off, True
        try:
            yield
        finally:
            self.hands_are_off = before

    def answer(self, said: dict[str, Any], seen: list[Seen], alarms: list[dict[str, Any]]) -> bool:
        """Answer what the page shows instead of what was looked for. False where it is for an error to tell.

        Raises Waiting when the person does not answer in time.
        """
        kind = str(said["kind"])
        if self._answered.count(kind) >= AT_MOST.get(kind, 0) or (kind == "challenge" and not self.attended):
            return False
        self._answered.append(kind)
        if kind == "challenge":
            self._leave_to_the_person(said, alarms)
        else:
            self._press(said, seen)
        return True

    def _press(self, said: dict[str, Any], seen: list[Seen]) -> None:
        notice = said["kind"] == "announcement"
        with self.journal.step("click", str(said["button"]), at="a notice" if notice else ""):
            photograph(
                self.window.camera, self.window.page, self.journal, "A notice" if notice else "Session"
            )
            with suppress(PlaywrightError):  # what is still there then is found again
                seen[0][0].click(timeout=PRESSING)
                seen[0][0].wait_for_element_state("hidden", timeout=CLOSING)
        if notice:
            self.journal.warn(
                say('The portal showed a notice, which was closed: "{said}".', said=_in_one_line(said))
            )

    def _leave_to_the_person(self, said: dict[str, Any], alarms: list[dict[str, Any]]) -> None:
        asked, began, typed = _in_one_line(said), time.monotonic(), ""
        settled_since = began
        self.journal.warn(
            say(
                'The portal asks for "{asked}". Answer it in the browser\'s window; I type nothing there '
                "and wait {minutes:g} minutes. Ctrl-C stops.",
                asked=asked,
                minutes=self.minutes,
            )
        )
        with suppress(PlaywrightError):
            self.window.page.bring_to_front()
        while time.monotonic() - began < self.minutes * 60:
            with suppress(PlaywrightError):
                self.window.page.wait_for_timeout(A_MOMENT)
            now = self.window.ask("challenge", {"alarms": alarms})
            if not now:
                return
            if now.get("typed", "") != typed:
                typed, settled_since = str(now["typed"]), time.monotonic()
            elif len(typed) >= SHORTEST and time.monotonic() - settled_since > TYPED:
                self.journal.hide([typed])
                return
        raise Waiting(
            say(
                'The portal asks for "{asked}", and it was not answered in {minutes:g} minutes.',
                asked=asked,
                minutes=self.minutes,
            ),
            say("Run the command again when you are at the computer."),
        )


def _in_one_line(said: dict[str, Any]) -> str:
    return " ".join(str(said["text"]).split())
