"""Only a receipt that matches what was approved proves a payment, and only a PDF that says the same goes with it."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_bot import receipt_pdf
from assist_bot.errors import OutcomeUnknown
from assist_bot.receipts import Approved, OfficialReceipt, Part, ensure_receipt_matches, parts_of
from fixtures.mock_portal import paper
from tests.unit.owing import OCTOBER

ACR = "ACR112660152714"
CONTRIBUTION, SKBBK = f"Caruman Bulanan({ACR}-10/2026)(RM32.60)", "SKBBK / LINDUNG 24 Jam (RM10.85)"
RECEIPT = OfficialReceipt(
    number="R2026110000001",
    paid_on="20/11/2026",
    kinds=f"1.{CONTRIBUTION} 2.{SKBBK}",
    employer_code="E1102070081W",
    fpx="2611201000000001",
    bank="Maybank2U",
    total=Decimal("43.45"),
)
APPROVED = Approved(OCTOBER, ACR, Decimal("43.45"), Decimal("10.85"), "E1102070081W", date(2026, 11, 20))


def test_the_vendors_example_is_read_in_parts() -> None:
    """As a receipt of August 2026 has it."""
    text = "1.Caruman Bulanan(ACR082260152714-07/2026)(RM300.00) 2.SKBBK / LINDUNG 24 Jam (RM18.45)"
    assert parts_of(text) == (
        Part("Caruman Bulanan", "ACR082260152714", "07/2026", Decimal("300.00")),
        Part("SKBBK / LINDUNG 24 Jam", "", "", Decimal("18.45")),
    )


@pytest.mark.parametrize(
    "spaced", ["1. Caruman Bulanan ( ACR1-10/2026 ) ( RM 1,032.60 )", "1.X(ACR1 - 10/2026)\n(RM1032.60),"]
)
def test_spaces_and_commas_do_not_matter(spaced: str) -> None:
    """The page may break its lines anywhere."""
    (part,) = parts_of(spaced)
    assert (part.acr, part.month, part.amount) == ("ACR1", "10/2026", Decimal("1032.60"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Caruman",
        "1.Caruman",
        "1.Caruman(RM3.5)",
        f"1.{CONTRIBUTION} and more",
        f"1.{CONTRIBUTION} " * 100,
        "1." * 5000,
    ],
)
def test_what_cannot_be_read_wholly_is_not_read_at_all(text: str) -> None:
    """A part that is passed over could be the one that is wrong."""
    with pytest.raises(ValueError, match="no "):
        parts_of(text)


@given(st.text(alphabet="1.2 (RM)ACR-/0LINDUNG\n", max_size=300))
def test_no_list_of_parts_breaks_the_reader(text: str) -> None:
    """Every text is read or refused."""
    with suppress(ValueError):
        assert parts_of(text)


@pytest.mark.parametrize(
    "approved",
    [
        APPROVED,
        replace(APPROVED, skbbk=None, employer_code="", day=None),
        replace(APPROVED, employer_code="e1102070081w"),
        replace(APPROVED, day=date(2026, 11, 21)),  # begun after midnight here, before it there
    ],
)
def test_the_receipt_of_what_was_approved_matches(approved: Approved) -> None:
    """What is not known here is not compared."""
    ensure_receipt_matches(RECEIPT, approved)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"total": Decimal("44.45")}, "it says RM44.45, approved were RM43.45"),
        ({"total": Decimal("44.45")}, "its parts do not come to its total of RM44.45"),
        ({"kinds": f"1.{CONTRIBUTION}"}, "do not come to its total"),
        ({"kinds": RECEIPT.kinds.replace(ACR, "ACR112660152799")}, f"it does not name {ACR}"),
        ({"kinds": RECEIPT.kinds.replace(ACR, ACR + "9")}, f"it does not name {ACR}"),
        ({"kinds": RECEIPT.kinds.replace("10/2026", "09/2026")}, "as of another month than 10/2026"),
        (
            {"kinds": f"1.Caruman Bulanan({ACR}-10/2026)(RM10.85) 2.SKBBK (RM32.60)"},
            "it says RM10.85 and RM32.60 for LINDUNG 24 Jam, approved were RM32.60 and RM10.85",
        ),
        ({"kinds": f"1.Caruman Bulanan({ACR}-10/2026)(RM43.45)"}, "it says RM43.45 and RM0.00"),
        (
            {"kinds": f"1.Caruman Bulanan({ACR}-10/2026)(RM38.45) 2.FCLB({ACR}-10/2026)(RM5.00)"},
            f"it is over FCLB {ACR} RM5.00 as well",
        ),
        ({"kinds": f"{RECEIPT.kinds} 3.Derma (RM0.00)"}, "it is over Derma RM0.00 as well"),
        ({"kinds": "Caruman Bulanan"}, "is no list of what was paid"),
        ({"paid_on": "18/11/2026"}, "it is of 18/11/2026, before the payment was begun"),
        ({"paid_on": "yesterday"}, 'its date "yesterday" cannot be read'),
        (
            {"employer_code": "E9999999999X"},
            "it is for the employer code E9999999999X, yours is E1102070081W",
        ),
        ({"number": " "}, "it has no number"),
        ({"fpx": ""}, "it has no FPX number"),
    ],
)
def test_any_difference_leaves_the_outcome_unknown(changes: dict[str, object], why: str) -> None:
    """It is named, and the person is told not to pay again."""
    with pytest.raises(OutcomeUnknown) as caught:
        ensure_receipt_matches(replace(RECEIPT, **changes), APPROVED)  # type: ignore[arg-type]  # any field
    assert why in caught.value.fact
    assert "Do not pay again" in caught.value.remedy


def test_a_payment_made_by_hand_may_be_over_more_than_this_month() -> None:
    """But it must name this ACR and its month, and add up."""
    september = "Caruman Bulanan(ACR102660152700-09/2026)(RM32.60)"
    together = replace(
        RECEIPT, kinds=f"1.{CONTRIBUTION} 2.{september} 3.SKBBK (RM21.70)", total=Decimal("86.90")
    )
    by_hand = replace(APPROVED, skbbk=None, day=None, alone=False)
    ensure_receipt_matches(together, by_hand)
    for wrong in (replace(together, total=Decimal("86.91")), replace(together, kinds=f"1.{september}")):
        with pytest.raises(OutcomeUnknown):
            ensure_receipt_matches(wrong, by_hand)


@pytest.mark.parametrize(
    ("kinds", "total"),
    [
        (f"1.Caruman Bulanan({ACR}-10/2026)(RM5.00) 2.FCLB (RM5.00)", "10.00"),
        (f"1.{CONTRIBUTION} 2.SKBBK (RM9.85) 3.FCLB (RM5.00)", "47.45"),
        (f"1.Caruman({ACR}-10/2026)(RM5.00) 2.Caruman(ACR1-09/2026)(RM32.60) 3.SKBBK (RM21.70)", "59.30"),
    ],
)
@pytest.mark.parametrize("skbbk", [None, Decimal("10.85")])
def test_what_was_paid_with_other_things_is_paid_in_full(
    kinds: str, total: str, skbbk: Decimal | None
) -> None:
    """A part of what was approved is no proof, whatever else the receipt is over."""
    by_hand = replace(APPROVED, skbbk=skbbk, day=None, alone=False)
    with pytest.raises(OutcomeUnknown, match="do not come to"):
        ensure_receipt_matches(replace(RECEIPT, kinds=kinds, total=Decimal(total)), by_hand)


def test_late_interest_beside_it_takes_nothing_from_the_proof() -> None:
    """Paid by hand in one go."""
    both = replace(RECEIPT, kinds=f"{RECEIPT.kinds} 3.FCLB({ACR}-10/2026)(RM5.00)", total=Decimal("48.45"))
    ensure_receipt_matches(both, replace(APPROVED, day=None, alone=False))


def letter() -> bytes:
    """Write a PDF that says nothing of a payment."""
    return paper.letter_of_acknowledgement(paper.Registration("TAN MEI LING", "CRN1", date(2026, 11, 20)))


def pdf(**changes: object) -> bytes:
    """Write the receipt's PDF as the practice portal does, with some of its facts changed."""
    facts = {
        "receipt_no": RECEIPT.number,
        "day": date(2026, 11, 20),
        "kinds": [CONTRIBUTION, SKBBK],
        "employer_code": RECEIPT.employer_code,
        "employer_name": "TAN MEI LING",
        "fpx_id": RECEIPT.fpx,
        "bank": RECEIPT.bank,
        "total": RECEIPT.total,
    }
    return paper.official_receipt(paper.Receipt(**{**facts, **changes}))  # type: ignore[arg-type]  # any field


def test_the_pdf_of_the_same_receipt_agrees() -> None:
    """Every figure of the page is in it, and no other."""
    text = receipt_pdf.text_of(pdf())
    assert text is not None
    receipt_pdf.ensure_same_receipt(text, RECEIPT)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"receipt_no": "R2026110000002"}, "the number R2026110000001 is not in it"),
        ({"fpx_id": "2611201000000002"}, "the FPX number 2611201000000001 is not in it"),
        ({"day": date(2026, 11, 19)}, "the date 20/11/2026 is not in it"),
        ({"employer_code": "E9999999999X"}, "the employer code E1102070081W is not in it"),
        ({"total": Decimal("44.45")}, "it says RM44.45"),
        ({"kinds": [CONTRIBUTION.replace("32.60", "33.60"), SKBBK]}, "RM32.60 is not in it"),
        ({"kinds": [CONTRIBUTION.replace("10/2026", "09/2026"), SKBBK]}, "10/2026 is not in it"),
        ({"kinds": [CONTRIBUTION.replace(ACR, "ACR1"), SKBBK]}, f"it names ACR1, not {ACR}"),
        ({"kinds": [CONTRIBUTION, "Caruman(ACR1-10/2026)(RM0.00)"]}, f"it names ACR1 and {ACR}"),
    ],
)
def test_a_pdf_that_contradicts_the_page_leaves_the_outcome_unknown(
    changes: dict[str, object], why: str
) -> None:
    """The difference is named."""
    text = receipt_pdf.text_of(pdf(**changes))
    assert text is not None
    with pytest.raises(OutcomeUnknown, match="contradicts the page") as caught:
        receipt_pdf.ensure_same_receipt(text, RECEIPT)
    assert why in caught.value.fact


@pytest.mark.parametrize(
    "data",
    [b"", b"<html>Sorry</html>", b"%PDF-1.7\n", pdf()[:400], pdf()[-400:], letter()],
)
def test_a_broken_pdf_is_one_that_cannot_be_read(data: bytes) -> None:
    """It neither stops the run nor counts as a contradiction."""
    assert receipt_pdf.text_of(data) is None


@given(st.integers(0, len(pdf()) - 1), st.integers(0, 255))
def test_no_changed_byte_breaks_the_reader(place: int, byte: int) -> None:
    """Whatever the file is, the answer is its text, or nothing."""
    data = bytearray(pdf())
    data[place] = byte
    assert receipt_pdf.text_of(bytes(data)) != ""


def test_a_pdf_that_takes_too_long_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run goes on without it."""
    ends = Event()
    monkeypatch.setattr(receipt_pdf, "PdfReader", lambda _file: ends.wait(60))
    assert receipt_pdf.text_of(pdf(), seconds=0.05) is None
    ends.set()


def test_a_pdf_of_many_pages_or_many_bytes_is_no_receipt() -> None:
    """It is not read at all."""
    kinds = [CONTRIBUTION, *["SKBBK (RM0.00)"] * 3000]
    assert receipt_pdf.text_of(pdf(kinds=kinds)) is None
    assert receipt_pdf.text_of(pdf() + b" " * receipt_pdf.MOST_BYTES) is None


@pytest.mark.parametrize("more", ["\n1 / 1\n", "\n20/11/2026 10:30\n", "\n2026\n"])
def test_what_is_printed_after_an_amount_is_no_part_of_it(more: str) -> None:
    """A PDF's text runs together where lines and cells end."""
    text = receipt_pdf.text_of(pdf())
    assert text is not None
    amount = f"{RECEIPT.total:.2f}"
    receipt_pdf.ensure_same_receipt(text.replace(amount, amount + more), RECEIPT)


def test_what_is_printed_after_an_acr_is_no_part_of_it() -> None:
    """In a table its month stands in a cell of its own."""
    text = receipt_pdf.text_of(pdf())
    assert text is not None
    receipt_pdf.ensure_same_receipt(text.replace(f"{ACR}-", f"{ACR}\n"), RECEIPT)
