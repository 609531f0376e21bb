"""The pages of a paper, each with its text and its pictures. Pages are not drawn: what else they show is not seen."""

import logging
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image, ImageOps
from pypdf import PageObject, PdfReader

MOST_PAGES = 12
"""Pages that are looked at; a passport has its particulars on one of the first."""
MOST_PICTURES = 20
"""Pictures on one page; some scanners cut a page into strips."""
MOST_PIXELS = 80_000_000
"""An A4 page at 900 dpi. A picture with more is not opened: it would fill the memory."""
_PACKED = "/FlateDecode"
_BOUNDED = {_PACKED, "/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"}
"""Ways of coding of which it is known beforehand how much comes out, or can be counted."""
_MOST_BYTES_A_PIXEL = 8
_AT_ONCE = 1_000_000
_SMALLEST_PICTURE = 32
"""Pixels; what is smaller on both sides is an ornament."""

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it has to say is said in our own words


@dataclass(frozen=True)
class Page:
    """What was found on a page: text that is stored as text, and pictures, upright and in the page's order."""

    text: str
    pictures: tuple[Image.Image, ...]
    not_opened: int = 0
    """Pictures that could not be opened."""
    empty: bool = False
    """Whether nothing at all is put on the page."""


def pages_of(path: Path) -> Iterator[Page]:
    """Give the pages of a PDF, JPEG or PNG, one after the other. One that cannot be opened has no pages."""
    if path.suffix.lower() == ".pdf":
        yield from _pages_of_pdf(path)
        return
    picture = opened(path)
    yield Page("", (picture,)) if picture else Page("", (), not_opened=1)


def opened(path: Path) -> Image.Image | None:
    """Open a picture and turn it as its camera says; None where it is damaged or far too large."""
    try:
        with _no_bombs(), Image.open(path, formats=("JPEG", "PNG")) as picture:
            return None if _too_many_pixels(*picture.size) else ImageOps.exif_transpose(picture)
    except Exception:  # noqa: BLE001  a damaged picture makes pillow raise nearly anything
        return None


def extracted(image: pikepdf.Stream) -> Image.Image | None:
    """Take a picture out of a PDF; None where it is damaged, far too large, or coded as no library here knows."""
    try:
        if _too_many_pixels(int(image.Width), int(image.Height)) or _swells(image):
            return None
        with _no_bombs():
            picture = pikepdf.PdfImage(image).as_pil_image()
            picture.load()
    except Exception:  # noqa: BLE001  a damaged PDF makes pikepdf and pillow raise nearly anything
        return None
    return picture


def _too_many_pixels(width: int, height: int) -> bool:
    return width * height > MOST_PIXELS


@contextmanager
def _no_bombs() -> Iterator[None]:
    """Let pillow refuse at once where it would warn that a picture is suspiciously large."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def _swells(image: pikepdf.Stream) -> bool:
    """Say whether more comes out of a packed picture than it has pixels, or nobody can say beforehand how much."""
    given = image.get("/Filter", pikepdf.Array())
    filters = [str(each) for each in (given if isinstance(given, pikepdf.Array) else [given])]
    if not set(filters) <= _BOUNDED or filters.count(_PACKED) > 1:
        return True
    if _PACKED not in filters:
        return False
    left = (int(image.Width) + 1) * int(image.Height) * _MOST_BYTES_A_PIXEL
    unpacking, data = zlib.decompressobj(), image.read_raw_bytes()
    while data and left >= 0:
        left -= len(unpacking.decompress(data, _AT_ONCE))
        data = unpacking.unconsumed_tail
    return left < 0


def _pages_of_pdf(path: Path) -> Iterator[Page]:
    texts = _texts_of(path)
    try:
        with pikepdf.open(path) as pdf:
            for place, page in enumerate(pdf.pages):
                if place == MOST_PAGES:
                    return
                yield _page(page, texts[place] if place < len(texts) else "")
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, OSError):
        return


def _page(page: pikepdf.Page, text: str | None) -> Page:
    named = list(page.get_images().values())[:MOST_PICTURES]
    images = [image for image in named if isinstance(image, pikepdf.Stream)]
    found = [extracted(image) for image in images if not _ornament(image)]
    pictures = tuple(each.rotate(-page.rotation, expand=True) for each in found if each)
    return Page(text or "", pictures, found.count(None), empty=text is None and not found)


def _ornament(image: pikepdf.Stream) -> bool:
    return max(int(image.get("/Width", 0)), int(image.get("/Height", 0))) < _SMALLEST_PICTURE


def _texts_of(path: Path) -> list[str | None]:
    """Give the text of each page; None for a page on which nothing at all is put."""
    try:
        with PdfReader(path) as reader:
            return [_text_of(page) for page, _ in zip(reader.pages, range(MOST_PAGES), strict=False)]
    except Exception:  # noqa: BLE001  a damaged PDF makes pypdf raise nearly anything
        return []


def _text_of(page: PageObject) -> str | None:
    contents = page.get_contents()
    return page.extract_text().strip() if contents is not None and contents.get_data().strip() else None
