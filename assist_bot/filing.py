"""Where receipts, slips and letters are kept for good, and what they are called: one folder a year, plain names.

    2026/2026-10 SOCSO receipt RM32.60.pdf
    2026/2026-10 SOCSO slip ACR082260152714.pdf
    2026/2026-11-27 SOCSO registration letter.pdf

Earlier versions kept them without folders and under other names; those stay where they are, and are found there.
"""

import hashlib
import re
from datetime import date
from decimal import Decimal
from itertools import count
from pathlib import Path

from assist_bot.run_folder import write_private

ACKNOWLEDGEMENT, REGISTRATION = "SOCSO letter of acknowledgement", "SOCSO registration letter"
LETTERS = {
    "Letter of acknowledgement.pdf": ACKNOWLEDGEMENT,
    "Letter of successful registration.pdf": REGISTRATION,
    "Letter of inquiry.pdf": "SOCSO letter of inquiry",
}
"""The letters as the portal calls them, and as they are called here."""

_YEAR = re.compile(r"(\d{4})-\d{2}[ -]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2} ")
_COUNTED = re.compile(r"( \(\d+\)|-\d+)(?=\.pdf$)")
_OLD_SLIP = re.compile(r"(\d{4}-\d{2}) (?=ACR\d)")


def receipt_name(month: str, total: Decimal) -> str:
    """Name the receipt over a total in ringgit for a month such as "2026-10"."""
    return f"{month} SOCSO receipt RM{total:.2f}.pdf"


def slip_name(month: str, acr: str) -> str:
    """Name the slip of an ACR."""
    return f"{month} SOCSO slip {acr}.pdf"


def letter_name(day: date, letter: str) -> str:
    """Name a letter that the portal calls `letter` by the day on which it was fetched."""
    return f"{day} {LETTERS[letter]}.pdf"


def title_of(name: str) -> str:
    """Say what a paper is by its file's name, old or new: "SOCSO registration letter", "2026-10 SOCSO slip ACR1"."""
    plain = _COUNTED.sub("", name)
    if plain in LETTERS:
        return LETTERS[plain]
    plain = _OLD_SLIP.sub(r"\1 SOCSO slip ", _DAY.sub("", plain))
    return re.sub(r"(?<=\d)[-,](?=\d{3}\.)", "", plain).removesuffix(".pdf")


def papers_in(documents: Path) -> list[Path]:
    """List what is kept, also what earlier versions kept."""
    found = [*documents.glob("*"), *documents.glob("[0-9][0-9][0-9][0-9]/*")]
    return sorted(path for path in found if path.is_file() and not path.name.startswith("."))


def kept_as(path: Path) -> str:
    """Say where a paper stands inside the folder of documents, in the same way on every system."""
    return f"{path.parent.name}/{path.name}" if re.fullmatch(r"\d{4}", path.parent.name) else path.name


def fingerprint(data: bytes) -> str:
    """Give what tells a file's content from any other's: its SHA-256."""
    return hashlib.sha256(data).hexdigest()


def keep_paper(documents: Path, name: str, data: bytes) -> Path:
    """Keep a paper for good and give its path; nothing is overwritten. Raises OSError.

    One of the same title and content is kept once; one of the same name and another content gets a second name.
    """
    for path in papers_in(documents):
        if title_of(path.name) == title_of(name) and path.read_bytes() == data:
            return path
    year = _YEAR.match(name)
    folder = documents / year[1] if year else documents
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = _free(folder, name)
    unfinished = folder / f".{path.name}"
    write_private(unfinished, data)
    return unfinished.rename(path)


def _free(folder: Path, name: str) -> Path:
    path = folder / name
    for attempt in count(2):
        if not path.exists() and not path.is_symlink():
            return path
        path = folder / f"{Path(name).stem} ({attempt}){Path(name).suffix}"
    raise AssertionError  # count() does not end
