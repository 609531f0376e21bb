"""A paper that is too large, made smaller in its own place. The original stays beside it; legibility comes first."""

import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image

from assist_bot.language import say
from assist_bot.profile.paper_files import LARGEST, fault_in
from assist_bot.scans.judging import judge
from assist_bot.scans.pages import extracted, opened

FLOOR = 1200
"""Pixels on the long side that are always kept: an A4 page at 100 dpi, where small print can just be read."""
_ORIGINAL = "original, before shrinking"
"""In the name of what is kept; the same in every language, so that it is found again."""
_HALF_DONE = ".assist-bot-shrinking-"
_SIZES = (2480, 2000, 1600, FLOOR)
"""Pixels on the long side, tried one after the other: A4 at 210, 170, 140 and 100 dpi."""
_QUALITIES = (80, 60)
"""Of a JPEG; below, letters begin to fray."""
_COLOURS = (256, 16)
"""Of a PNG, which cannot be coded more coarsely in any other way."""


class CannotShrink(Exception):
    """Nothing was changed. The text says why, in one sentence."""


@dataclass(frozen=True)
class Shrunk:
    """What became of a paper: sizes in bytes, and where the original is."""

    before: int
    after: int
    original: Path


def shrink(path: Path) -> Shrunk:
    """Put a copy of at most 5 MB in the paper's place, and keep the original beside it under a name that says so.

    The copy has the same pages, is not blank where the original is not, and no picture in it has fewer pixels on its
    long side than FLOOR, or than it had. Raises CannotShrink where there is no such copy; then nothing was changed.
    """
    path = path.resolve()
    try:
        before = path.stat().st_size
        for content in _copies(path):
            if len(content) <= LARGEST:
                return Shrunk(before, len(content), _put_in_place(path, content))
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CannotShrink(say("This computer refused it ({why}).", why=why)) from error
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError) as error:
        raise CannotShrink(say("What is in it cannot be taken apart.")) from error
    raise CannotShrink(say("Made as small as can still be read, it is over 5 MB."))


def originals_of(path: Path) -> list[Path]:
    """List the originals that are kept beside a paper."""
    kept = (each for each in path.parent.iterdir() if each.suffix == path.suffix)
    return sorted(each for each in kept if each.name.startswith(f"{path.stem} ({_ORIGINAL}"))


def original_of(path: Path) -> Path:
    """Give a free name for the original, such as "passport (original, before shrinking).pdf"."""
    numbers = ("", *(f", {number}" for number in range(2, 100)))
    names = (f"{path.stem} ({_ORIGINAL}{number}){path.suffix}" for number in numbers)
    return next(each for each in map(path.with_name, names) if not each.exists())


def _copies(path: Path) -> Iterator[bytes]:
    """Give smaller and smaller copies, the finest first."""
    if path.suffix.lower() == ".pdf":
        yield from _copies_of_pdf(path)
        return
    picture = opened(path)
    if picture is None:
        raise CannotShrink(say("It cannot be opened as a picture."))
    coded = _as_png if path.suffix.lower() == ".png" else _as_jpeg
    for size in _SIZES:
        yield from coded(_reduced(picture, size))


def _as_jpeg(picture: Image.Image) -> Iterator[bytes]:
    plain = picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
    for quality in _QUALITIES:
        yield _coded(plain, "JPEG", quality=quality, optimize=True)


def _as_png(picture: Image.Image) -> Iterator[bytes]:
    plain = picture.convert("RGB")
    for colours in _COLOURS:
        yield _coded(plain.quantize(colours, Image.Quantize.FASTOCTREE), "PNG")


def _coded(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)  # without what the camera wrote into it, such as the place
    return out.getvalue()


def _reduced(picture: Image.Image, size: int) -> Image.Image:
    """Reduce a picture to so many pixels on its long side; one that has no more is left as it is."""
    smaller = picture.copy() if picture.mode in ("L", "RGB") else picture.convert("RGB")
    smaller.thumbnail((size, size), Image.Resampling.LANCZOS)
    return smaller


def _copies_of_pdf(path: Path) -> Iterator[bytes]:
    """Code the pictures in a PDF anew; its pages, its text and its drawings stay as they are."""
    for size in _SIZES:
        for quality in _QUALITIES:
            with pikepdf.open(path) as pdf:
                coded = [_coded_anew(image, size, quality) for image in _images(pdf)]
                out = io.BytesIO()
                pdf.remove_unreferenced_resources()
                pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
            yield out.getvalue()
            if not any(coded):  # another size would not change that
                return


def _images(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == pikepdf.Name.Image
    ]


def _coded_anew(image: pikepdf.Stream, size: int, quality: int) -> bool:
    """Replace a picture by a smaller JPEG of it, where that is smaller; what cannot be taken out stays as it is."""
    picture = None if image.get("/ImageMask") else extracted(image)
    if picture is None or picture.mode == "1":  # black and white is coded more tightly than a JPEG is
        return False
    smaller = _reduced(picture, size)
    content = _coded(smaller, "JPEG", quality=quality, optimize=True)
    if len(content) >= len(image.read_raw_bytes()):
        return False
    image.write(content, filter=pikepdf.Name.DCTDecode)
    image.Width, image.Height, image.BitsPerComponent = *smaller.size, 8
    image.ColorSpace = pikepdf.Name.DeviceGray if smaller.mode == "L" else pikepdf.Name.DeviceRGB
    for key in ("/Decode", "/DecodeParms", "/Intent"):
        if key in image:
            del image[key]
    return True


def _put_in_place(path: Path, content: bytes) -> Path:
    """Look at the copy as at any paper, keep the original, and only then put the copy in its place."""
    for left in path.parent.glob(f"{_HALF_DONE}*"):  # by a kill
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_HALF_DONE, suffix=path.suffix)
    copy = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _ensure_as_good(copy, path)
        original = original_of(path)
        shutil.copy2(path, original)
        copy.replace(path)
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
    return original


def _ensure_as_good(copy: Path, path: Path) -> None:
    if fault_in(copy) or _pages(copy) != _pages(path):
        raise CannotShrink(say("The smaller copy could not be read again."))
    if judge(copy).blank and not judge(path).blank:
        raise CannotShrink(say("On the smaller copy nothing could be seen any more."))


def _pages(path: Path) -> int:
    if path.suffix.lower() != ".pdf":
        return 1
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)
