"""The papers of the practice portal can be read and compared."""

import io
from datetime import date
from decimal import Decimal

from pypdf import PdfReader

from fixtures.mock_portal import paper


def text_of(pdf: bytes) -> str:
    """Read the text out of a PDF, on one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_a_provided_form_has_the_same_bytes_each_time() -> None:
    """A form that comes back unchanged can be recognised."""
    first = paper.provided_sip_1("ALI BIN ABU", "850101145566")
    assert first == paper.provided_sip_1("ALI BIN ABU", "850101145566")
    assert first != paper.provided_pendaftaran_ds("ALI BIN ABU", "850101145566")
    assert first != paper.provided_sip_1("AHMAD BIN ABU", "850101145566")


def test_a_letter_says_who_and_under_which_code() -> None:
    """The employer code and reference can be read in the letter."""
    registration = paper.Registration(
        "ALI BIN ABU", "CRN11202600000001", date(2026, 11, 20), "E1102070081W", ["SITI AMINAH"]
    )
    text = text_of(paper.letter_of_successful_registration(registration))
    for fact in ("ALI BIN ABU", "CRN11202600000001", "20/11/2026", "E1102070081W", "SITI AMINAH"):
        assert fact in text


def test_the_receipt_has_every_field_in_the_portals_words() -> None:
    """RESIT RASMI names payment, employer, bank and sum."""
    receipt = paper.Receipt(
        receipt_no="R2026110000001",
        day=date(2026, 11, 20),
        kinds=["Caruman Bulanan(ACR082260152714-07/2026)(RM300.00)", "SKBBK / LINDUNG 24 Jam (RM18.45)"],
        employer_code="E1102070081W",
        employer_name="ALI BIN ABU",
        fpx_id="2611201200000001",
        bank="Maybank2U",
        total=Decimal("318.45"),
    )
    text = text_of(paper.official_receipt(receipt))
    assert "RESIT RASMI" in text
    for label, value in receipt.fields():
        assert f"{label} {value}" in text
    assert "1.Caruman Bulanan(ACR082260152714-07/2026)(RM300.00) 2.SKBBK / LINDUNG 24 Jam (RM18.45)" in text


def test_the_acr_slip_shows_each_employee_and_the_total() -> None:
    """The slip can be compared with what was approved."""
    line = paper.AcrLine(
        "C1234567", "SITI AMINAH", Decimal(1500), Decimal("25.35"), Decimal("7.25"), Decimal("10.85")
    )
    slip = paper.AcrSlip(
        "ACR112600000001", "10/2026", "E1102070081W", "ALI BIN ABU", date(2026, 11, 20), [line]
    )
    text = text_of(paper.acr_slip(slip))
    assert "C1234567 SITI AMINAH 1500.00 25.35 7.25 10.85 43.45" in text
    assert "Total Amount (RM) 43.45" in text
