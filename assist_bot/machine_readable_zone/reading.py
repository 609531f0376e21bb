"""From a scan to the zone on it: by its text where it has any, otherwise by reading its pictures."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from assist_bot.machine_readable_zone.engine import SECONDS, engine, written_in_lines
from assist_bot.machine_readable_zone.zone import FILLER, Zone, zone_in
from assist_bot.scans.pages import pages_of

MOST_SECONDS = 60.0
"""For a whole paper, however many pages and however it lies."""
_WIDTHS = (2000, 1500, 2500, 1750, 3000, 2250, 2750, 1650)
"""Pixels. The size of the letters decides how well they are read, and how much of the scan is passport is not known."""
_TURNS = (0, 180, 90, 270)
_MANY = 8
"""Fillers in what was read: this way up, there is a zone."""
_FOR_NAMES = 4
"""How often the lines are read again for the names, which no check digit guards."""


def read_zone(path: Path) -> Zone | None:
    """Read the machine-readable zone on a scan of a passport.

    None where there is none, where it cannot be read, where a check digit is wrong, and where nothing on this
    computer reads pictures; it takes MOST_SECONDS at most. Names read from a picture are given where they were read
    twice alike.
    """
    until = time.monotonic() + MOST_SECONDS
    for page in pages_of(path):
        zone = zone_in(page.text)
        if zone:
            return zone
        for picture in page.pictures if engine() else ():
            zone = _zone_on(picture, until)
            if zone:
                return zone
    return None


def _zone_on(picture: Image.Image, until: float) -> Zone | None:
    """Read a picture until there is a zone, and its names were read twice; leave them out where they never are."""
    zone, names, again = None, set[tuple[str, str]](), 0
    for text in _readings(picture.convert("L"), until):
        found = zone_in(text)
        if found and found.surname and (not zone or found.document_number == zone.document_number):
            if (found.surname, found.given_names) in names:
                return found
            names.add((found.surname, found.given_names))
        again += zone is not None
        zone = zone or found
        if again == _FOR_NAMES:
            break
    return zone and replace(zone, surname="", given_names="")


def _readings(grey: Image.Image, until: float) -> Iterator[str]:
    """Give what is read once it is known which way up the picture has a zone; nothing where it has none."""
    for turned in _TURNS:
        text = _read(grey, turned, _WIDTHS[0], until)
        if text.count(FILLER) >= _MANY:
            yield text
            yield from (_read(grey, turned, width, until) for width in _WIDTHS[1:])
            return


def _read(grey: Image.Image, turned: int, width: int, until: float) -> str:
    left = until - time.monotonic()
    if left <= 0:
        return ""
    view = grey.rotate(turned, expand=True)
    view = view.resize((width, max(1, view.height * width // view.width)), Image.Resampling.LANCZOS)
    return written_in_lines(view, min(left, SECONDS))
