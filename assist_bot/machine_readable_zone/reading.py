"""From a scan to the zone on it: by its text where it has any, otherwise by reading its pictures."""

import time
from dataclasses import replace
from pathlib import Path

from PIL import Image

from assist_bot.machine_readable_zone.engine import SECONDS, engine, written_in_lines
from assist_bot.machine_readable_zone.zone import Zone, zone_in
from assist_bot.scans.pages import pages_of

MOST_SECONDS = 60.0
"""For a whole paper, however many pages and however it lies."""
_WIDTHS = (2000, 1500, 2500, 3200)
"""Pixels. The size of the letters decides how well they are read, and how much of the scan is passport is not known."""
_OTHER_WIDTHS = (1800, 2250, 2750, 1650, 3000)
"""Pixels, for confirming the names, which no check digit guards."""


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
    grey = picture.convert("L")
    for width in _WIDTHS:
        for turned in (0, 180, 90, 270):
            zone = _read(grey, turned, width, until)
            if zone:
                return _with_names(zone, grey, turned, until)
    return None


def _with_names(zone: Zone, grey: Image.Image, turned: int, until: float) -> Zone:
    """Read the same lines at other sizes until two readings have the same names; without them where none do."""
    seen = [(zone.surname, zone.given_names)]
    for width in _OTHER_WIDTHS:
        other = _read(grey, turned, width, until)
        if other and other.document_number == zone.document_number and other.surname:
            names = (other.surname, other.given_names)
            if names in seen:
                return other
            seen.append(names)
    return replace(zone, surname="", given_names="")


def _read(grey: Image.Image, turned: int, width: int, until: float) -> Zone | None:
    left = until - time.monotonic()
    if left <= 0:
        return None
    view = grey.rotate(turned, expand=True)
    view = view.resize((width, max(1, view.height * width // view.width)), Image.Resampling.LANCZOS)
    return zone_in(written_in_lines(view, min(left, SECONDS)))
