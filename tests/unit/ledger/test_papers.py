"""The record of the papers that are kept: never rewritten, and the last one of each counts."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assist_bot.ledger import KeptPaper, Ledger, PaperKind
from tests.unit.ledger.acts import submit
from tests.unit.owing import EMPLOYER

RECEIPT = KeptPaper(
    EMPLOYER, PaperKind.RECEIPT, "2026-10", "R1", "2026-11-20", "2026/2026-10 SOCSO receipt RM32.60.pdf", "aa"
)
LETTER = KeptPaper(
    EMPLOYER, PaperKind.LETTER, "", "SOCSO letter of inquiry", "2026-11-20", "2026/inquiry.pdf", "bb"
)


def test_a_paper_is_on_record_once(file: Path, ledger: Ledger) -> None:
    """However often it is found kept."""
    for _ in range(3):
        ledger.paper_kept(RECEIPT)
    assert ledger.papers() == (RECEIPT,)
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT count(*) FROM paper_event").fetchone() == (1,)


def test_a_receipt_that_is_fetched_again_takes_the_place_of_the_one_before(ledger: Ledger) -> None:
    """A letter of another content is one more letter."""
    again, second = replace(RECEIPT, file="2026/again.pdf", sha256="cc"), replace(LETTER, sha256="dd")
    for paper in (RECEIPT, LETTER, again, second):
        ledger.paper_kept(paper)
    assert ledger.papers() == (LETTER, again, second)


@pytest.mark.parametrize("change", ["UPDATE paper_event SET sha256 = ''", "DELETE FROM paper_event"])
def test_what_was_kept_cannot_be_rewritten(file: Path, ledger: Ledger, change: str) -> None:
    """Not even by another program that opens the file in good faith."""
    ledger.paper_kept(RECEIPT)
    with closing(sqlite3.connect(file)) as other, pytest.raises(sqlite3.IntegrityError, match="append only"):
        other.execute(change)


def as_an_earlier_version_left_it(file: Path) -> None:
    """Make a ledger with a submission, in the form that has no place for papers."""
    with Ledger.open(file) as ledger:
        submit(ledger)
    with closing(sqlite3.connect(file)) as other:
        other.executescript("DROP TABLE paper_event; PRAGMA user_version = 1")


def test_the_ledger_of_an_earlier_version_is_read_as_it_is(file: Path) -> None:
    """A reader changes nothing."""
    as_an_earlier_version_left_it(file)
    before = file.read_bytes()
    with Ledger.open(file, read_only=True) as ledger:
        assert ledger.papers() == ()
        assert len(ledger.entries()) == 1
    assert file.read_bytes() == before


def test_the_ledger_of_an_earlier_version_takes_papers_from_then_on(file: Path) -> None:
    """Nothing of what stands in it is lost."""
    as_an_earlier_version_left_it(file)
    with Ledger.open(file) as ledger:
        ledger.paper_kept(RECEIPT)
    with Ledger.open(file, read_only=True) as ledger:
        assert ledger.papers() == (RECEIPT,)
        assert len(ledger.entries()) == 1


def test_a_read_only_ledger_records_no_paper(file: Path) -> None:
    """A dry run's."""
    Ledger.open(file).close()
    with Ledger.open(file, read_only=True) as ledger:
        ledger.paper_kept(RECEIPT)
        assert ledger.papers() == ()
