"""The pages of a paper, each with its text and its pictures. Pages are not drawn: what else they show is not seen."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image, ImageOps
from pypdf import PdfReader

MOST_PAGES = 12
"""Pages that are looked at; a passport has its particulars on one of the first."""
MOST_PICTURES = 20
"""Pictures on one page; some scanners cut a page into strips."""
MOST_PIXELS = 150_000_000
"""An A4 page at 1200 dpi. A picture with more is not opened: it would fill the memory."""
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
        with Image.open(path, formats=("JPEG", "PNG")) as picture:
            if too_many_pixels(*picture.size):
                return None
            return ImageOps.exif_transpose(picture)
    except Exception:  # noqa: BLE001  a damaged picture makes pillow raise nearly anything
        return None


def too_many_pixels(width: int, height: int) -> bool:
    """Say whether a picture is too large to be opened."""
    return width * height > MOST_PIXELS


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


def _page(page: pikepdf.Page, text: str) -> Page:
    named = list(page.get_images().values())[:MOST_PICTURES]
    images = [image for image in named if isinstance(image, pikepdf.Stream)]
    found = [_extracted(image) for image in images if not _ornament(image)]
    pictures = tuple(each.rotate(-page.rotation, expand=True) for each in found if each)
    empty = not found and not text and not _contents(page).strip()
    return Page(text, pictures, found.count(None), empty)


def _contents(page: pikepdf.Page) -> bytes:
    contents = page.obj.get("/Contents")
    if contents is None:
        return b""
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b" ".join(part.read_bytes() for part in parts)


def _ornament(image: pikepdf.Stream) -> bool:
    return max(int(image.get("/Width", 0)), int(image.get("/Height", 0))) < _SMALLEST_PICTURE


def _extracted(image: pikepdf.Stream) -> Image.Image | None:
    try:
        if too_many_pixels(int(image.Width), int(image.Height)):
            return None
        picture = pikepdf.PdfImage(image).as_pil_image()
        picture.load()
    except Exception:  # noqa: BLE001  a picture that is damaged, or coded as no library here knows
        return None
    return picture


def _texts_of(path: Path) -> list[str]:
    try:
        with PdfReader(path) as reader:
            return [
                page.extract_text().strip() for page, _ in zip(reader.pages, range(MOST_PAGES), strict=False)
            ]
    except Exception:  # noqa: BLE001  a damaged PDF makes pypdf raise nearly anything
        return []
