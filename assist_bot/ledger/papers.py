"""The record of what is kept for good: which file holds which receipt, slip or letter, and its SHA-256."""

from dataclasses import dataclass
from enum import StrEnum

from assist_bot.ledger.record import OnRecord

_ADD = """
    INSERT INTO paper_event (employer, kind, month, number, dated, file, sha256, changed, run_folder)
    VALUES (:employer, :kind, :month, :number, :dated, :file, :sha256, :changed, :run_folder)
"""
_ALL = "SELECT * FROM paper_event ORDER BY id"


class PaperKind(StrEnum):
    """What a paper is; a slip is that of an ACR."""

    RECEIPT = "receipt"
    SLIP = "slip"
    LETTER = "letter"


@dataclass(frozen=True)
class KeptPaper:
    """One paper: its month ("" for a letter), its number (a letter's title), the ISO day on it ("" where not known).

    `file` stands inside the folder of documents, with a slash on every system.
    """

    employer: str
    kind: PaperKind
    month: str
    number: str
    dated: str
    file: str
    sha256: str


class KeptPapers(OnRecord):
    """The part of the ledger that is about the papers that are kept."""

    def paper_kept(self, paper: KeptPaper) -> None:
        """Record a paper that was kept, unless it is on record just so. A read-only ledger records nothing."""
        if self._record.read_only or paper in self.papers():
            return
        with self._record.writing():
            now = self._record.now().isoformat()
            event = {name: str(value) for name, value in vars(paper).items()}
            self._record.append(_ADD, event | {"changed": now, "run_folder": self._record.run_folder})

    def papers(self) -> tuple[KeptPaper, ...]:
        """List the papers, the last one that was kept last.

        A receipt or slip that was fetched again takes the place of the one before, and so does the very same letter.
        """
        found: dict[tuple[str, ...], KeptPaper] = {}
        for row in self._record.rows(_ALL):
            paper = KeptPaper(
                row["employer"],
                PaperKind(row["kind"]),
                *(row[name] for name in ("month", "number", "dated", "file", "sha256")),
            )
            same = paper.sha256 if paper.kind is PaperKind.LETTER else ""
            key = (paper.employer, paper.kind, paper.month, paper.number, same)
            found.pop(key, None)
            found[key] = paper
        return tuple(found.values())
