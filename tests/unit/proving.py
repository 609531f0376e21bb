"""A household that has paid for some months, with its papers in the folder, for tests of the proof."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from pypdf import PdfReader

from assist_bot.contribution import ContributionMonth, check_amounts
from assist_bot.filing import REGISTRATION, fingerprint, keep_paper, kept_as, letter_name, receipt_name
from assist_bot.ledger import KeptPaper, Ledger, PaperKind
from assist_bot.places import Places
from fixtures.mock_portal import paper
from tests.unit.owing import EMPLOYER, draft, plan, row

CODE = "E1102070081W"
TOTAL = Decimal("32.60")
LETTER = "Letter of successful registration.pdf"


def acr_of(month: ContributionMonth) -> str:
    """Give the ACR of a month."""
    return f"ACR0822{month.year}{month.month:02}"


def receipt_of(month: ContributionMonth) -> str:
    """Give the number of a month's receipt."""
    return f"R{month.next().year}{month.next().month:02}000042"


def receipt_pdf(month: ContributionMonth, total: Decimal = TOTAL) -> bytes:
    """Give the receipt as the portal hands it out."""
    written = f"{month.month:02}/{month.year}"
    return paper.official_receipt(
        paper.Receipt(
            receipt_of(month),
            month.next().first_day.replace(day=7),
            [f"Caruman Bulanan({acr_of(month)}-{written})(RM{total:.2f})"],
            CODE,
            "TAN MEI LING",
            "2611200915000042",
            "Maybank2U",
            total,
        )
    )


def keep(here: Places, name: str, data: bytes, told: KeptPaper) -> Path:
    """Keep a paper and record it, as a run does."""
    path = keep_paper(here.documents, name, data)
    with Ledger.open(here.ledger) as ledger:
        ledger.paper_kept(replace(told, file=kept_as(path), sha256=fingerprint(data)))
    return path


def keep_letter(here: Places) -> Path:
    """Register, and keep the letter."""
    with Ledger.open(here.ledger) as ledger:
        ledger.registration_begun(EMPLOYER)
        with ledger.registering(EMPLOYER) as registering:
            registering.registered(CODE, "CRN11202600122695")
    day = date(2025, 2, 20)
    about = paper.Registration("TAN MEI LING", "CRN11202600122695", day, CODE, ["SITI AMINAH"])
    data = paper.letter_of_successful_registration(about)
    told = KeptPaper(EMPLOYER, PaperKind.LETTER, "", REGISTRATION, f"{day}", "", "")
    return keep(here, letter_name(day, LETTER), data, told)


def submit(here: Places, month: ContributionMonth) -> None:
    """Bring a month to its ACR."""
    with Ledger.open(here.ledger) as ledger:
        checked = check_amounts(draft(row(employer="25.35", employee="7.25"), contribution=plan(month=month)))
        with ledger.submitting(EMPLOYER, checked) as submitting:
            submitting.submitted(acr_of(month))


def pay(here: Places, month: ContributionMonth) -> None:
    """Bring a month to its receipt."""
    submit(here, month)
    with Ledger.open(here.ledger) as ledger, ledger.paying(EMPLOYER, month, acr_of(month), TOTAL) as paying:
        paying.paid(receipt_of(month))


def keep_receipt(here: Places, month: ContributionMonth, pdf: bytes = b"") -> Path:
    """Keep the receipt of a month, or another PDF as its receipt."""
    told = KeptPaper(EMPLOYER, PaperKind.RECEIPT, str(month), receipt_of(month), f"{month.next()}-07", "", "")
    return keep(here, receipt_name(str(month), TOTAL), pdf or receipt_pdf(month), told)


def months(first: str, count: int) -> list[ContributionMonth]:
    """List months, the first one named as 2026-01."""
    found = [ContributionMonth.parse(first)]
    while len(found) < count:
        found.append(found[-1].next())
    return found


def pages_of(data: bytes) -> list[str]:
    """Read the text of each page, on one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]
