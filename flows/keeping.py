"""What the portal hands out for good, a letter, a slip or a receipt: kept as a file, and recorded with its SHA-256."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assist_bot.filing import fingerprint, kept_as
from assist_bot.ledger import KeptPaper, Ledger, PaperKind
from assist_bot.portal.portal import Portal


@dataclass(frozen=True)
class Paper:
    """A PDF from the portal: the name for its file, what it is, and the month, number and day that it is about."""

    name: str
    kind: PaperKind
    number: str
    month: str = ""
    day: date | None = None


def keep(portal: Portal, ledger: Ledger, paper: Paper, data: bytes) -> Path:
    """Keep a paper where it outlives the run, and record it. Raises MachineError."""
    path = portal.journal.keep_for_good(paper.name, data)
    dated = paper.day.isoformat() if paper.day else ""
    ledger.paper_kept(
        KeptPaper(
            portal.access.portal_id,
            paper.kind,
            paper.month,
            paper.number,
            dated,
            kept_as(path),
            fingerprint(data),
        )
    )
    return path
