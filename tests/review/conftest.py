from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from assist_bot import review
from assist_bot.errors import DryRunEnds
from assist_bot.journal import Journal
from assist_bot.outcome import LineResult, Outcome, Problem, Result

NOW = datetime(2026, 11, 22, 10, 15, tzinfo=ZoneInfo("Asia/Kuala_Lumpur"))
LONG = "averyverylongwordwithoutanyplacetobreakitanywhere" * 4


@pytest.fixture
def begin(tmp_path: Path) -> Callable[..., Journal]:
    """Begin the journal of a run of this test."""

    def begin_one(*, dry_run: bool = False) -> Journal:
        return Journal.begin(tmp_path / "runs", "pay", dry_run=dry_run, now=NOW, version="0.1.0")

    return begin_one


@pytest.fixture
def picture(page: Page) -> bytes:
    """Take a picture of a page that is wider than a telephone."""
    page.set_viewport_size({"width": 1280, "height": 700})
    page.set_content("<h1>Employer Contribution Pending List</h1>")
    return page.screenshot()


@pytest.fixture
def dry_run(begin: Callable[..., Journal], picture: bytes) -> Path:
    """Write the review of a dry run with everything that a review can show."""
    journal = begin(dry_run=True)
    journal.chapter("Log in")
    with journal.step("click", "LOGIN"):
        journal.photograph(picture, "Home page")
    journal.chapter("Save Draft")
    with journal.step("fill", "Salary (RM)", section="Employee Contributions", at="SITI Action") as step:
        step.value("1500.00")
        step.read_back("1,500.00")
        step.note(LONG)
    _stop_before_saving(journal, picture)
    journal.not_done("Save Draft was not pressed", "A dry run saves nothing.")
    journal.warn("The work permit expires in 70 days.")
    journal.turned_away("cdn.example", ["image", "websocket"], 3)
    journal.turned_away("update.example", ["the browser itself"], 1)
    with journal.rehearsal():
        journal.chapter("Submit")
        with journal.step("save", "Submit", saves=True):
            journal.photograph(picture, "Receipt")
        journal.fact("ACR", "PRACTICE-ACR")
        journal.keep("receipt.pdf", b"%PDF")
    journal.end(_result())
    return review.write(journal.folder)


def _stop_before_saving(journal: Journal, picture: bytes) -> None:
    try:
        with journal.step("save", "Save Draft", section=LONG):
            journal.photograph(picture, "Before Save Draft")
            raise DryRunEnds('Stopped before "Save Draft".', "A dry run saves nothing.")  # noqa: TRY301 - as a flow does
    except DryRunEnds:
        pass


def _result() -> Result:
    line = LineResult(
        "SITI AMINAH", Decimal(1500), Decimal("18.70"), Decimal(0), Decimal(0), Decimal("18.70")
    )
    return Result(
        Outcome.DRY_RUN,
        "The draft would be saved with RM18.70.",
        month="2026-10",
        total=Decimal("18.70"),
        lines=(line,),
        reference=f"REF-{LONG}",
        employer_code="E1234567890X",
        letters=("letter.pdf",),
        problems=(Problem("employee[1].passport.expiry", "Expired.", "2030-04-30"),),
    )
