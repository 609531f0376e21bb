"""Questions to a page, and to the pages within it."""

import time
from typing import Any

from playwright.sync_api import ElementHandle, Frame, Page

from assist_bot.portal import apart

Answer = dict[str, Any]
PAUSE = 25  # milliseconds between two looks at a page
PAUSE_WITHIN = 100  # and at one that has others within it
RANKS = ("found", "shown", "alarm", "several", "folded", "covered", "disabled")
"""What counts most of what a page and the pages within it answer."""


class Questions:
    """Asks one page after the other. Playwright's errors pass through: the document may have changed.

    A page of the portal that stands within a page is asked as well, as if it were a part of it.
    """

    def __init__(self, patience: float) -> None:
        self._busy = max(1.0, patience) * 1000  # milliseconds for which a page may be too busy to answer
        self._answered: Frame | None = None

    def ask(self, page: Page, call: str, query: Answer, milliseconds: int = 0) -> Answer:
        """Ask, and so long as there is no answer again and again for this long; {} when there is none then.

        Of its elements an answer says how many there are.
        """
        within = _frames_within(page)
        if not within:
            return self._ask(page.main_frame, call, query, milliseconds)
        answers = {frame: self._ask(frame, call, query) for frame in (page.main_frame, *within)}
        said = self._most_telling(call, {frame: answer for frame, answer in answers.items() if answer})
        if not said and milliseconds:
            page.wait_for_timeout(PAUSE_WITHIN)
        return said

    def _ask(self, frame: Frame, call: str, query: Answer, milliseconds: int = 0) -> Answer:
        ends = time.monotonic() + milliseconds / 1000
        while True:
            asked = time.monotonic()
            said: Answer = apart.ask(frame, call, query, self._busy) or {}
            now = time.monotonic()
            if said or now >= ends:
                self._answered = frame
                return said
            # A page that takes long to look at is looked at less often.
            frame.wait_for_timeout(max(PAUSE, 2000 * (now - asked)))

    def _most_telling(self, call: str, answers: dict[Frame, Answer]) -> Answer:
        telling = sorted(answers, key=lambda frame: _rank(answers[frame]))
        if not telling:
            return {}
        best = [frame for frame in telling if _rank(answers[frame]) == _rank(answers[telling[0]])]
        if len(best) > 1 and (call == "read" or answers[best[0]].get("state") == "found"):
            seen = [line for frame in best for line in answers[frame].get("report") or []]
            return {"state": "several", "report": seen, "elements": 0, "hidden": []}
        self._answered = best[0]
        return answers[best[0]]

    def element(self, name: str, index: int) -> ElementHandle:
        """Take one element out of a list in the last answer."""
        assert self._answered is not None  # noqa: S101  # nothing is taken that was not asked for
        return apart.element(self._answered, name, index)


def _frames_within(page: Page) -> list[Frame]:
    """List the pages within the page that are the portal's own and can be seen."""
    parts = page.url.split("/")[:3]
    ours = [
        frame for frame in page.frames[1:] if frame.url == "about:srcdoc" or frame.url.split("/")[:3] == parts
    ]
    return [frame for frame in ours if frame.frame_element().is_visible()]


def _rank(answer: Answer) -> int:
    state = answer.get("state")
    if state is None:  # a text, a value, a table: one with something in it says more
        return 0 if any(answer.values()) else len(RANKS)
    return RANKS.index(state) if state in RANKS else len(RANKS)
