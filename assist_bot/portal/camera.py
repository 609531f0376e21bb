"""Pictures of a page: the only place that takes any. What is private is hidden at that moment, or there is none."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypedDict

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from assist_bot import private_fields
from assist_bot.journal import Journal
from assist_bot.portal import apart

DRAWING = 6_000  # milliseconds a picture may take
TRIES = 3
FIELDS = {
    "whole": private_fields.WHOLE,
    "ofItsOwn": private_fields.OF_ITS_OWN,
    "number": private_fields.NUMBER_OR_PHONE,
    "about": private_fields.ABOUT,
    "saysNumber": private_fields.SAYS_NUMBER,
    "readable": private_fields.READABLE,
    "inText": private_fields.NUMBERS_IN_TEXT,
}
"""How what is private is told by its label, though its value is not known."""


class MaskWords(TypedDict):
    """What to hide in a picture: a pattern, and how many of the last characters stay."""

    pattern: str
    kept: int


@dataclass(frozen=True)
class Picture:
    """The last picture: of which page, what was to be hidden on it, and a short sign of how the page looked."""

    page: Page
    masks: Sequence[MaskWords]
    look: str
    data: bytes


class Camera:
    """Takes the pictures of one window."""

    def __init__(self) -> None:
        self._last: Picture | None = None

    def picture(self, page: Page, masks: Sequence[MaskWords]) -> bytes | None:
        """Take a picture of the whole page, without what is private by its value or by its label.

        None where not everything of it was hidden all the time. A page on which nothing has changed since its last
        picture is not drawn again.
        """
        with suppress(PlaywrightError):
            for _ in range(TRIES):
                last = self._last_of(page, masks)
                before = _over_frames(page, "cover", masks, last.look if last else "")
                if last and before[0]["same"]:
                    return last.data
                if not all(frame["hidden"] for frame in before):
                    continue
                taken = _draw(page)
                after = _over_frames(page, "uncover", masks)
                if all(frame["hidden"] for frame in after):
                    if len(after) == 1 and after[0]["look"] == before[0]["look"]:
                        self._last = Picture(page, masks, after[0]["look"], taken)
                    return taken
        with suppress(PlaywrightError):
            _over_frames(page, "uncover", masks)
        return None

    def _last_of(self, page: Page, masks: Sequence[MaskWords]) -> "Picture | None":
        last = self._last
        same = last is not None and last.page is page and last.masks == masks
        return last if same and len(page.frames) == 1 else None


def _draw(page: Page) -> bytes:
    return page.screenshot(full_page=True, animations="disabled", scale="css", timeout=DRAWING)


def _over_frames(page: Page, call: str, masks: Sequence[MaskWords], last: str = "") -> list[dict[str, Any]]:
    query = {"masks": list(masks), "fields": FIELDS, "last": last}
    return [apart.ask(frame, call, query, DRAWING) for frame in page.frames]


def photograph(camera: Camera, page: Page, journal: Journal, title: str) -> None:
    """Take a picture of the page for the journal; none rather than one that shows what is private."""
    masks: list[MaskWords] = [{"pattern": mask.pattern, "kept": mask.kept} for mask in journal.masks]
    picture = camera.picture(page, masks)
    if picture is not None:
        journal.photograph(picture, title)


def picture_for_others(page: Page, words: frozenset[str]) -> bytes | None:
    """Take a picture on which these words only can be read; None where the veil did not hold all the time.

    Raises Playwright's errors.
    """
    held, taken = bool(apart.ask(page.main_frame, "veil", sorted(words), DRAWING)), b""
    try:
        if held:
            taken = _draw(page)
    finally:
        held = bool(apart.ask(page.main_frame, "unveil", None, DRAWING)) and held
    return taken if held else None
