"""The first pages of a proof: who, what is missing, and a table of the months with the page of each receipt.

In English, for the office that asks for it. Of the passport only the last four characters: whoever checks a contract
has the passport itself before them, and so they can see that it is hers without one more copy of its number.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from importlib.resources import as_file, files

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, TableHeadingsDisplay, XPos, YPos
from fpdf.fonts import FontFace

from assist_bot.contribution import ContributionMonth
from assist_bot.language import english_day
from assist_bot.money import ringgit
from assist_bot.proof.months import Month, Proof, Standing, month_in_english

TITLE = "Proof of SOCSO registration and contributions"
MADE_BY = (
    "Put together by assist-bot from the employer's own records. This cover is not a document of SOCSO (PERKESO); "
    "the registration letter and the receipts that follow it are copies of what SOCSO's ASSIST portal handed out."
)
_COLUMNS = {"Month": 32, "ACR": 36, "Receipt": 34, "Paid on": 33, "Amount": 32, "Page": 13}
_ALIGN = ("LEFT", "LEFT", "LEFT", "LEFT", "RIGHT", "RIGHT")
_GREY, _OPEN = (110, 110, 110), (160, 30, 30)

Pages = Mapping[bytes, int]
"""On which page of the whole file each paper begins."""


def cover_of(proof: Proof, pages: Pages) -> bytes:
    """Draw the cover as a PDF of one page or more."""
    pdf = _Cover(proof)
    pdf.add_page()
    pdf.set_font(size=17, style="B")
    pdf.multi_cell(0, 9, TITLE, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_font(size=10)
    pdf.multi_cell(0, 6, "For contract verification", align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(4)
    _facts(pdf, proof, pages)
    _missing(pdf, proof)
    _months(pdf, proof, pages)
    pdf.set_font(size=8)
    pdf.set_text_color(_GREY)
    pdf.multi_cell(0, 4.5, MADE_BY, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    return bytes(pdf.output())


class _Cover(FPDF):
    """An A4 page with letters for every Latin name, and a line below that says what it belongs to."""

    def __init__(self, proof: Proof) -> None:
        super().__init__()
        self.below = f"{TITLE}: {proof.employee.name}"
        with as_file(files("assist_bot") / "data" / "fonts") as fonts:
            self.add_font("DejaVu", "", fonts / "DejaVuSans.ttf")
            self.add_font("DejaVu", "B", fonts / "DejaVuSans-Bold.ttf")
        self.set_font("DejaVu")
        self.set_margins(15, 15)
        self.set_auto_page_break(auto=True, margin=18)
        self.set_creation_date(datetime.combine(proof.made_on, time(), UTC))
        self.set_title(self.below)
        self.set_lang("en")

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font(size=7)
        self.set_text_color(_GREY)
        self.cell(0, 5, self.below[:95])
        self.set_x(15)
        self.cell(0, 5, f"Page {self.page_no()}", align="R")
        self.set_text_color(0)


def _facts(pdf: FPDF, proof: Proof, pages: Pages) -> None:
    employee, letter = proof.employee, proof.letter.pdf
    end = employee.employment_end
    until = f", until {english_day(end)}" if end else ""
    owed = {each.month for each in proof.months if each.standing is not Standing.NOT_OWED}
    proved = owed - {each.month for each in proof.months if each.is_open}
    facts = {
        "Employer": proof.profile.employer.name,
        "Employer code (SOCSO)": proof.employer_code or "not on record",
        "Employee": employee.name,
        "Nationality": employee.nationality,
        "Passport": f"ends in {employee.passport.number[-4:]}",
        "Employed": f"since {english_day(employee.employment_start)}{until}",
        "Months": _range(proof.first, proof.last),
        "Registration letter": f"page {pages.get(letter, 0)}" if letter else "missing",
        "Paid and proved": f"{len(proved)} of {len(owed)} owed, {ringgit(proof.paid)} together"
        if owed
        else "nothing is owed",
        "Put together on": english_day(proof.made_on),
    }
    for name, value in facts.items():
        pdf.set_font(size=10, style="B")
        pdf.cell(52, 6, name)
        pdf.set_font(size=10)
        pdf.multi_cell(0, 6, value, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(3)


def _missing(pdf: FPDF, proof: Proof) -> None:
    if not proof.missing:
        return
    pdf.set_text_color(_OPEN)
    pdf.set_font(size=10, style="B")
    pdf.multi_cell(0, 6, "This proof is not complete:", align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_font(size=9)
    for each in proof.missing:
        pdf.multi_cell(0, 5, f"\u2022 {each}", align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_text_color(0)
    pdf.ln(3)


def _months(pdf: FPDF, proof: Proof, pages: Pages) -> None:
    if not proof.months:
        pdf.set_font(size=10)
        words = "No month is to be proved yet: the first one is not over."
        pdf.multi_cell(0, 6, words, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.ln(4)
        return
    pdf.set_font(size=9)
    with pdf.table(
        col_widths=tuple(_COLUMNS.values()),
        text_align=_ALIGN,
        line_height=5.2,
        padding=(1, 1.5),
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
        headings_style=FontFace(emphasis="BOLD"),
        repeat_headings=TableHeadingsDisplay.ON_TOP_OF_EVERY_PAGE,
    ) as table:
        heading = table.row()
        for name in _COLUMNS:
            heading.cell(name)
        for month in proof.months:
            row = table.row()
            for text, columns, style in _cells(month, pages):
                row.cell(text, colspan=columns, style=style, align="LEFT" if columns > 1 else None)
    pdf.ln(4)


def _cells(month: Month, pages: Pages) -> list[tuple[str, int, FontFace | None]]:
    """Give the cells of a month: its figures where there is a payment, and otherwise words across the columns."""
    style = FontFace(color=_OPEN) if month.is_open else None
    page = str(pages.get(month.paper.pdf, "")) if month.paper.pdf else "\u2013"
    if month.standing in (Standing.PAID, Standing.INCOMPLETE):
        paid_on = english_day(month.paper.day) if month.paper.day else "\u2013"
        figures = (month.acr or "\u2013", month.receipt or "\u2013", paid_on, _amount(month), page)
        return [(text, 1, style) for text in (month_in_english(month.month), *figures)]
    words = FontFace(color=_OPEN if month.is_open else _GREY)
    return [(month_in_english(month.month), 1, style), (month.words, 4, words), (page, 1, style)]


def _amount(month: Month) -> str:
    """Write what was paid for her; beside it the whole receipt's, where that is for others too."""
    if month.amount is None:
        return f"{ringgit(month.total)} with others" if month.total is not None else "\u2013"
    others = month.total is not None and month.total != month.amount
    return ringgit(month.amount) + (f" of {ringgit(month.total)}" if others and month.total else "")


def _range(first: ContributionMonth, last: ContributionMonth) -> str:
    if last < first:
        return "none yet"
    names = [month_in_english(each) for each in (first, last)]
    return names[0] if first == last else " to ".join(names)
