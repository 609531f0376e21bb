"""Whether anything is to be seen on a paper, and whether it is fine enough to be read."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from assist_bot.scans.pages import pages_of

COARSE = 1000
"""Pixels on the long side of a page; with fewer, the small print of a passport cannot be read."""
_LOOKED_AT = 1000
"""Pixels to which a picture is reduced, so that the noise of a scanner is evened out."""
_EDGE = 0.03
"""The part of each side that is left out: scanners leave shadows there."""
_AROUND = 15
"""Pixels around a place with which it is compared, so that a shadow over the page is no writing."""
_INK = 24
"""Steps of grey, of 255, by which writing differs at least from what is around it."""
_LEAST_INK = 0.0003
"""The part of a page that one short line covers; dust covers less."""


@dataclass(frozen=True)
class Judgement:
    """What can be said of a paper as a picture."""

    blank: bool | None
    """None where that cannot be told from here."""
    long_side: int
    """Pixels on the long side of its largest picture; 0 where it has none."""

    @property
    def coarse(self) -> bool:
        """Whether small print on it is likely not to be readable."""
        return 0 < self.long_side < COARSE


def judge(path: Path) -> Judgement:
    """Look at the pages until one is not blank. What is neither text nor a picture is not seen."""
    blank: bool | None = True
    long_side = 0
    pages = 0
    for page in pages_of(path):
        pages += 1
        long_side = max([long_side, *(max(picture.size) for picture in page.pictures)])
        if page.text or not all(map(is_blank, page.pictures)):
            return Judgement(blank=False, long_side=long_side)
        if page.not_opened or not (page.pictures or page.empty):
            blank = None
    return Judgement(blank=blank if pages else None, long_side=long_side)


def is_blank(picture: Image.Image) -> bool:
    """Say whether nothing stands on a picture: evenly lit or not, with dust or the edge of the paper on it or not."""
    grey = picture.convert("L")
    grey.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX)
    width, height = grey.size
    grey = grey.crop(
        (int(width * _EDGE), int(height * _EDGE), int(width * (1 - _EDGE)), int(height * (1 - _EDGE)))
    )
    if 0 in grey.size:
        return True
    differs = ImageChops.difference(grey, grey.filter(ImageFilter.BoxBlur(_AROUND)))
    ink = sum(differs.histogram()[_INK:])
    return ink < _LEAST_INK * grey.width * grey.height
