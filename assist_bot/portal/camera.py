"""Pictures of a page for the review: masked at the moment they are taken, and none rather than an unmasked one."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypedDict

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from assist_bot.journal import Journal
from assist_bot.portal import apart

DRAWING = 6_000  # milliseconds a picture may take


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


class Camera:
    """Takes the pictures of one window."""

    def __init__(self) -> None:
        self._last: Picture | None = None

    def picture(self, page: Page, masks: Sequence[MaskWords]) -> bytes | None:
        """Take a picture of the whole page, identity numbers and passwords covered; none rather than an uncovered one.

        A page on which nothing has changed since its last picture is not drawn again.
        """
        with suppress(PlaywrightError):
            for _ in range(3):
                last = self._last_of(page, masks)
                before = _over_frames(page, "cover", masks, last.look if last else "")
                if last and before[0]["covered"] is None:
                    return last.data
                taken = page.screenshot(full_page=True, animations="disabled", scale="css", timeout=DRAWING)
                after = _over_frames(page, "uncover", masks)
                if after == before and len(after) == 1:
                    self._last = Picture(page, masks, str(after[0]["look"]), taken)
                if [frame["covered"] for frame in after] == [frame["covered"] for frame in before]:
                    return taken
        with suppress(PlaywrightError):
            _over_frames(page, "uncover", masks)
        return None

    def _last_of(self, page: Page, masks: Sequence[MaskWords]) -> "Picture | None":
        last = self._last
        same = last is not None and last.page is page and last.masks == masks
        return last if same and len(page.frames) == 1 else None


def _over_frames(
    page: Page, call: str, masks: Sequence[MaskWords], last: str = ""
) -> list[dict[str, str | None]]:
    query = {"masks": list(masks), "last": last}
    return [apart.ask(frame, call, query, DRAWING) for frame in page.frames]


def photograph(camera: Camera, page: Page, journal: Journal, title: str) -> None:
    """Take a picture of the page for the journal, identity numbers and passwords covered."""
    masks: list[MaskWords] = [{"pattern": mask.pattern, "shown": mask.shown} for mask in journal.masks]
    picture = camera.picture(page, masks)
    if picture is not None:
        journal.photograph(picture, title)
