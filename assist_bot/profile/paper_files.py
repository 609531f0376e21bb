"""Whether a file can be handed in as a paper: judged by what is in it, not only by its name."""

import logging
from pathlib import Path

from pypdf import PdfReader

from assist_bot.language import mark, say, say_marked

# What pypdf has to say about a damaged file is said here in our own words, not on the terminal beside them.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

LARGEST = 5 * 1024 * 1024
"""Bytes; the portal takes papers up to 5 MB."""
_KINDS = {".pdf": "PDF", ".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
_BEGINNINGS = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"PK\x03\x04": mark("Word or ZIP"),
    b"\xd0\xcf\x11\xe0": mark("old Word"),
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"BM": "BMP",
}
_PDF_BEGINS_WITHIN = 1024
SOMETHING_ELSE = mark("something else")
_AGAIN = mark("Scan it again, or print it to a new PDF.")


def fault_in(path: Path) -> tuple[str, str] | None:
    """Say what is wrong with a paper and what to do, or None where it can be handed in."""
    try:
        if path.is_dir():
            return say("is a folder: {path}", path=path), say("Name the file in it.")
        if not path.exists():
            return say("is not there: {path}", path=path), say("Put the paper there, or name where it is.")
        if not path.is_file():
            return say("is not an ordinary file: {path}", path=path), say("Name a PDF, JPEG or PNG file.")
        if path.stat().st_size > LARGEST:
            return (
                say("is over 5 MB, the most that the portal takes"),
                say("Scan it in black and white, or at 150 dpi."),
            )
        content = path.read_bytes()
    except (OSError, ValueError):
        return say("cannot be read: {path}", path=path), say(
            "Check that the file opens and that you have the right to read it."
        )
    return _fault_in_content(path, content) if content else (say("is empty"), say_marked(_AGAIN))


def _fault_in_content(path: Path, content: bytes) -> tuple[str, str] | None:
    named, found = _KINDS.get(path.suffix.lower()), kind_of(content)
    if named is None:
        return (
            say("is of a type that the portal does not take: {file}", file=path.name),
            say("Save it as .pdf, .jpg, .jpeg or .png."),
        )
    if found != named:
        return (
            say(
                "is named {ending} but holds {found}",
                ending=path.suffix,
                found=say_marked(found or SOMETHING_ELSE),
            ),
            say("Save it as a real {named} file.", named=named),
        )
    if found == "PDF":
        return _fault_in_pdf(path)
    if (found == "JPEG" and b"\xff\xd9" not in content) or (found == "PNG" and b"IEND" not in content):
        return say("is damaged: its end is missing"), say_marked(_AGAIN)
    return None


def kind_of(content: bytes) -> str | None:
    """Tell a file's type by how it begins; None where it is none that is known here."""
    if b"%PDF-" in content[:_PDF_BEGINS_WITHIN]:
        return "PDF"
    if content[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return mark("HEIC, a phone's own format")
    return next((kind for beginning, kind in _BEGINNINGS.items() if content.startswith(beginning)), None)


def _fault_in_pdf(path: Path) -> tuple[str, str] | None:
    try:
        with PdfReader(path) as reader:
            if reader.is_encrypted:
                return (
                    say("is a PDF locked with a password, which SOCSO cannot open"),
                    say("Print it to a new PDF without one."),
                )
            pages = len(reader.pages)
    except Exception:  # noqa: BLE001  a damaged PDF makes pypdf raise nearly anything
        return say("is damaged: its pages cannot be read"), say_marked(_AGAIN)
    return None if pages else (say("has no pages"), say_marked(_AGAIN))
