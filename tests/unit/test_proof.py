"""The proof of one employee: what the record and the papers prove, and every month that they do not."""

import io
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from assist_bot.contribution import ContributionMonth, check_amounts
from assist_bot.errors import OutcomeUnknown
from assist_bot.ledger import Ledger, State
from assist_bot.places import Places, prepare
from assist_bot.profile import ForeignEmployee, Profile
from assist_bot.proof import Proof, Standing, joined, proof_for
from assist_bot.proof.papers import Shelf, rewritten
from tests.unit.owing import EMPLOYER, OCTOBER, checked, draft, employee, plan, profile, row, second_employee
from tests.unit.proving import (
    acr_of,
    keep_letter,
    keep_receipt,
    months,
    pages_of,
    pay,
    receipt_of,
    receipt_pdf,
    submit,
)

SEPTEMBER, NOVEMBER = OCTOBER.previous(), OCTOBER.next()
TODAY = date(2026, 11, 20)


@pytest.fixture
def here(tmp_path: Path) -> Places:
    """Give the computer of a household that registered."""
    places = Places(tmp_path, tmp_path)
    prepare(places)
    keep_letter(places)
    return places


def prove(  # noqa: PLR0913  # what a proof is made from
    here: Places,
    first: ContributionMonth = OCTOBER,
    last: ContributionMonth = OCTOBER,
    household: Profile | None = None,
    *,
    whose: ForeignEmployee | None = None,
    today: date = TODAY,
) -> Proof:
    """Make the proof of a household's first employee."""
    household = household or profile()
    with Ledger.open(here.ledger, read_only=True) as ledger:
        return proof_for(
            household,
            whose or household.employees[0],
            ledger.entries(),
            ledger.registration(EMPLOYER),
            Shelf(here.documents, ledger.papers()),
            first=first,
            last=last,
            today=today,
        )


def standings(proof: Proof) -> dict[str, Standing]:
    """Say how each month stands."""
    return {str(each.month): each.standing for each in proof.months}


def test_a_proof_has_a_cover_the_registration_letter_and_every_receipt(here: Places) -> None:
    """With the page of each on the cover; of the passport only the end, of the employer no number."""
    for month in (SEPTEMBER, OCTOBER):
        pay(here, month)
        keep_receipt(here, month)
    proof = prove(here, SEPTEMBER)
    cover, letter, *receipts = pages_of(joined(proof))
    assert proof.missing == []
    for fact in (
        *(
            "Employer TAN MEI LING",
            "E1102070081W",
            "Employee SITI AMINAH",
            "ends in 4567",
            "since 1 February 2025",
        ),
        *("September 2026 to October 2026", "Registration letter page 2", "2 of 2 owed, RM65.20 together"),
        f"September 2026 {acr_of(SEPTEMBER)} {receipt_of(SEPTEMBER)} 7 October 2026 RM32.60 3",
        f"October 2026 {acr_of(OCTOBER)} {receipt_of(OCTOBER)} 7 November 2026 RM32.60 4",
    ):
        assert fact in cover, fact
    assert "not complete" not in cover
    assert "LETTER OF SUCCESSFUL REGISTRATION" in letter
    assert [
        receipt_of(month) in text for month, text in zip((SEPTEMBER, OCTOBER), receipts, strict=True)
    ] == [True] * 2
    assert not [number for number in ("C1234567", "850101", "PE1234567") if number in cover]


def lose_the_answer(here: Places) -> None:
    """Submit October, and lose the answer."""
    with Ledger.open(here.ledger) as ledger, ledger.submitting(EMPLOYER, checked()):
        raise KeyboardInterrupt


def settle_by_hand(here: Places) -> None:
    """Settle October on the person's word."""
    with Ledger.open(here.ledger) as ledger:
        ledger.settled_by_hand(EMPLOYER, OCTOBER, "R77")


@pytest.mark.parametrize(
    ("begun", "standing", "words"),
    [
        (lambda _: None, Standing.NOT_PAID, "Missing: no payment is on record"),
        (lambda here: submit(here, OCTOBER), Standing.NOT_PAID, f"{acr_of(OCTOBER)} waits for its payment"),
        (lose_the_answer, Standing.IN_DOUBT, "In doubt"),
        (settle_by_hand, Standing.BY_HAND, "its receipt is R77"),
        (lambda here: pay(here, OCTOBER), Standing.INCOMPLETE, "is not in the folder"),
    ],
)
def test_a_month_that_is_not_proved_is_named_on_the_cover(
    here: Places,
    begun: Callable[[Places], None],
    standing: Standing,
    words: str,
) -> None:
    """Missing, to be paid, in doubt, settled by hand, paid without its receipt: each in words, above the table too."""
    with suppress(OutcomeUnknown):
        begun(here)
    proof = prove(here, today=date(2027, 1, 1))
    (month,) = proof.months
    assert (month.standing, month.is_open) == (standing, True)
    cover = pages_of(joined(proof))[0]
    assert words in month.words
    assert "This proof is not complete" in cover
    assert f"October 2026: {month.words}" in cover


def test_a_month_that_was_never_owed_is_no_gap(here: Places) -> None:
    """Before the employment and after it, without wages, and before domestic workers were covered."""
    her = employee(employment_start=date(2021, 5, 20), employment_end=date(2021, 8, 31))
    household = profile(her, wages={"2021-07": "0.00"})
    proof = prove(here, ContributionMonth(2021, 4), ContributionMonth(2021, 9), household)
    assert standings(proof) == {
        "2021-04": Standing.NOT_OWED,
        "2021-05": Standing.NOT_OWED,
        "2021-06": Standing.NOT_PAID,
        "2021-07": Standing.NOT_OWED,
        "2021-08": Standing.NOT_PAID,
        "2021-09": Standing.NOT_OWED,
    }
    cover = pages_of(joined(proof))[0]
    for words in (
        "covered from June 2021",
        "no wages in this month",
        "the employment ended on 31 August 2021",
    ):
        assert words in cover


def test_a_month_that_is_not_due_yet_is_said_to_be_so(here: Places) -> None:
    """It is missing all the same, and from when it can be paid is told."""
    assert "due by 15 December 2026" in prove(here, NOVEMBER, NOVEMBER).months[0].words
    december = NOVEMBER.next()
    assert "can be paid from 16 December 2026" in prove(here, december, december).months[0].words


@pytest.mark.parametrize(
    ("harm", "why"),
    [(lambda path: path.write_bytes(receipt_pdf(SEPTEMBER)), "was changed"), (Path.unlink, "is gone")],
)
def test_a_receipt_that_is_not_as_it_was_kept_is_not_put_in(
    here: Places, harm: Callable[[Path], object], why: str
) -> None:
    """Changed or gone: the month is not proved, and the file is named."""
    pay(here, OCTOBER)
    harm(keep_receipt(here, OCTOBER))
    proof = prove(here)
    assert proof.months[0].standing is Standing.INCOMPLETE
    assert why in proof.missing[0]
    assert "2026/2026-10 SOCSO receipt RM32.60.pdf" in proof.missing[0]
    assert len(pages_of(joined(proof))) == 2


def test_a_letter_that_is_not_as_it_was_kept_is_missing(here: Places) -> None:
    """The cover says so, and nothing is put in its place."""
    (letter,) = here.documents.glob("*/*registration letter.pdf")
    letter.write_bytes(receipt_pdf(SEPTEMBER))
    proof = prove(here, OCTOBER, SEPTEMBER)
    assert "was changed" in proof.missing[0]
    (cover,) = pages_of(joined(proof))
    assert "Registration letter missing" in cover


def test_a_receipt_that_was_moved_or_renamed_is_found_by_its_content(here: Places) -> None:
    """A person may sort the folder as they like."""
    pay(here, OCTOBER)
    keep_receipt(here, OCTOBER).rename(here.documents / "Siti in October.pdf")
    assert prove(here).missing == []


def test_what_an_earlier_version_kept_is_taken_where_its_text_is_the_records(here: Places) -> None:
    """It has no SHA-256 on record; a file of that name about something else is not taken."""
    pay(here, OCTOBER)
    old = here.documents / "2026-10 SOCSO receipt RM32.60.pdf"
    old.write_bytes(receipt_pdf(SEPTEMBER))
    assert prove(here).months[0].standing is Standing.INCOMPLETE
    old.write_bytes(receipt_pdf(OCTOBER))
    proof = prove(here)
    assert proof.missing == []
    assert proof.months[0].paper.day == date(2026, 11, 7)


def test_a_receipt_that_the_person_put_there_is_in_it_and_the_month_stays_settled_by_hand(
    here: Places,
) -> None:
    """From an e-mail, say: it names the number that the person gave."""
    with Ledger.open(here.ledger) as ledger:
        ledger.settled_by_hand(EMPLOYER, OCTOBER, receipt_of(OCTOBER))
    (here.documents / "2026-10 SOCSO receipt from my e-mail.pdf").write_bytes(receipt_pdf(OCTOBER))
    proof = prove(here)
    assert standings(proof) == {"2026-10": Standing.BY_HAND}
    assert receipt_of(OCTOBER) in pages_of(joined(proof))[-1]


def test_a_receipt_that_cannot_be_read_is_told(here: Places) -> None:
    """It is as it was kept, and still nothing that can be put in."""
    pay(here, OCTOBER)
    keep_receipt(here, OCTOBER, receipt_pdf(OCTOBER)[:300])
    proof = prove(here)
    assert proof.missing == [f"October 2026: The receipt {receipt_of(OCTOBER)} cannot be read."]
    assert len(pages_of(joined(proof))) == 2


def test_what_a_paper_would_do_is_left_out_and_what_it_shows_stays() -> None:
    """Scripts and links go; a stamp beside them is still there."""
    writer, out = PdfWriter(clone_from=io.BytesIO(receipt_pdf(OCTOBER))), io.BytesIO()
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
    )
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    stamp = {"/Subtype": NameObject("/Stamp"), "/Contents": TextStringObject("PAID"), "/A": script}
    writer.add_annotation(0, {NameObject(name): value for name, value in stamp.items()})
    writer.write(out)
    pdf = rewritten(out.getvalue())
    assert pdf
    assert b"/JS" in out.getvalue()
    assert b"/JS" not in pdf
    assert b"(PAID)" in pdf


def test_only_what_was_paid_for_her_is_in_her_proof(here: Places) -> None:
    """Of a submission for two, her part is told beside the whole; what was paid for the other only is none."""
    both = profile(employee(), second_employee())
    rows = (row(), row("1700.00", "28.85", "8.25", name="DEWI LESTARI", identification="C7654321"))
    whole = draft(*rows, contribution=plan(employee(), second_employee()))
    with Ledger.open(here.ledger) as ledger:
        with ledger.submitting(EMPLOYER, check_amounts(whole)) as submitting:
            submitting.submitted(acr_of(OCTOBER))
        with ledger.paying(EMPLOYER, OCTOBER, acr_of(OCTOBER), Decimal("69.70")) as paying:
            paying.paid(receipt_of(OCTOBER))
    pay(here, SEPTEMBER)
    keep_receipt(here, SEPTEMBER)
    keep_receipt(here, OCTOBER)
    siti = prove(here, SEPTEMBER, household=both)
    dewi = prove(here, SEPTEMBER, household=both, whose=both.employees[1])
    assert standings(siti) == {"2026-09": Standing.PAID, "2026-10": Standing.PAID}
    assert standings(dewi) == {"2026-09": Standing.NOT_PAID, "2026-10": Standing.PAID}
    assert (siti.paid, dewi.paid) == (Decimal("65.20"), Decimal("37.10"))
    assert "RM37.10 of RM69.70" in pages_of(joined(dewi))[0]


def test_a_payment_that_is_on_record_for_nobody_is_hers_only_where_she_is_the_only_one(here: Places) -> None:
    """As after the record was made anew from the portal."""
    with Ledger.open(here.ledger) as ledger:
        ledger.reconcile(
            EMPLOYER,
            OCTOBER,
            State.PAID,
            total=Decimal("32.60"),
            acr=acr_of(OCTOBER),
            receipt=receipt_of(OCTOBER),
        )
    keep_receipt(here, OCTOBER)
    assert prove(here).missing == []
    both = profile(employee(), second_employee())
    assert "does not say for whom" in prove(here, household=both).missing[0]


def test_a_long_proof_and_a_long_name_are_all_there(here: Places) -> None:
    """Two years of months over several pages, and letters that not every font has."""
    name = "MA. CRISTINA GUADALUPE ÑUÑEZ DELA CRUZ-VILLANUEVA NGUYỄN THỊ PHƯƠNG ĐẶNG ŁUCJA"
    two_years = months("2024-11", 24)
    for month in two_years[-2:]:
        pay(here, month)
        keep_receipt(here, month)
    household = profile(employee(name=name, employment_start=date(2024, 11, 1)))
    pages = pages_of(joined(prove(here, two_years[0], two_years[-1], household)))
    text = " ".join(pages)
    assert name in text
    assert [month.name for month in two_years if f"{month.name}: Missing" not in text] == [
        month.name for month in two_years[-2:]
    ]
    assert "RM32.60 5" in text
    assert receipt_of(two_years[-1]) in pages[-1]


def test_without_any_month_the_proof_says_so(here: Places) -> None:
    """As in the month in which she came."""
    came = profile(employee(employment_start=date(2026, 11, 1)))
    proof = prove(here, NOVEMBER, OCTOBER, came)
    assert proof.missing == []
    assert "No month is to be proved yet" in pages_of(joined(proof))[0]
