"""Finds the paper that belongs to a record, and takes it only where its content is the one on record.

What an earlier version kept has no SHA-256 on record: it is taken where its text names what the record names.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pypdf import PageObject, PdfWriter

from assist_bot.filing import REGISTRATION, fingerprint, papers_in, title_of
from assist_bot.ledger import Entry, KeptPaper, PaperKind
from assist_bot.receipt_pdf import read_in_time

_PAID_ON = re.compile(r"TARIKHBAYARAN\W*(\d{2}/\d{2}/\d{4})")


@dataclass(frozen=True)
class Paper:
    """A PDF to be put in, and the day on it; or why there is none."""

    pdf: bytes | None = None
    day: date | None = None
    why: str = ""


NO_PAPER = Paper()


@dataclass(frozen=True)
class Shelf:
    """The folder of documents, and what the record says of one employer's papers."""

    documents: Path
    on_record: tuple[KeptPaper, ...]

    def receipt_of(self, entry: Entry) -> Paper:
        """Find the receipt of a submission."""
        number, month = entry.receipt, str(entry.month)
        if not number:
            return Paper(why="The portal handed out no receipt.")
        known = [
            each
            for each in self.on_record
            if (each.kind, each.month, each.number) == (PaperKind.RECEIPT, month, number)
        ]
        if known:
            return self._as_recorded(known[-1], f"The receipt {number}")
        named = [
            path for path in papers_in(self.documents) if path.name.startswith(f"{month} SOCSO receipt ")
        ]
        return self._by_text(named, [number, entry.acr]) or Paper(
            why=f"The receipt {number} is not in the folder."
        )

    def registration_letter(self, employer_code: str) -> Paper:
        """Find the last letter of successful registration."""
        letters = [each for each in self.on_record if each.kind is PaperKind.LETTER]
        known = [each for each in letters if each.number == REGISTRATION]
        if known:
            return self._as_recorded(known[-1], "The registration letter")
        named = [path for path in papers_in(self.documents) if title_of(path.name) == REGISTRATION]
        return self._by_text(named[::-1], [employer_code]) or Paper(
            why="The registration letter is not in the folder."
        )

    def _as_recorded(self, paper: KeptPaper, name: str) -> Paper:
        """Take the file whose content is on record, wherever the person has put it inside the folder."""
        place = self.documents / paper.file
        for path in [*filter(Path.is_file, [place]), *papers_in(self.documents)]:
            data = path.read_bytes()
            if fingerprint(data) != paper.sha256:
                continue
            pdf = rewritten(data)
            day = date.fromisoformat(paper.dated) if paper.dated else None
            return Paper(pdf, day, "" if pdf else f"{name} cannot be read.")
        changed = "was changed since it was kept" if place.is_file() else "is gone"
        return Paper(why=f"{name} ({paper.file}) {changed}.")

    def _by_text(self, paths: Sequence[Path], words: Sequence[str]) -> Paper | None:
        for path in paths:
            data = path.read_bytes()
            text = _squeezed(read_in_time(data, _text) or "")
            if text and all(_squeezed(word) in text for word in words) and (pdf := rewritten(data)):
                return Paper(pdf, _day_in(text))
        return None


def rewritten(data: bytes) -> bytes | None:
    """Give the pages of a PDF as a sound one of its own, without scripts; None where it cannot be read."""
    return read_in_time(data, _copied)


def _copied(pages: Sequence[PageObject]) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    for page in pages:
        writer.add_page(page)
    for page in writer.pages:
        shown = [
            each.get_object() for each in page.get("/Annots", ())
        ]  # a stamp or a signature may be one of them
        for each in (page, *shown):
            for acting in ("/A", "/AA"):
                each.pop(acting, None)
    writer.write(out)
    return out.getvalue()


def _text(pages: Sequence[PageObject]) -> str:
    return "\n".join(page.extract_text() for page in pages)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).upper()


def _day_in(text: str) -> date | None:
    found = _PAID_ON.search(text)
    try:
        return datetime.strptime(found[1], "%d/%m/%Y").date() if found else None  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None
