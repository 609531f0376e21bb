"""Cover and papers as one file, with the page of each paper on the cover and in the outline."""

import io

from pypdf import PdfReader, PdfWriter

from assist_bot.proof.cover import TITLE, cover_of
from assist_bot.proof.months import Proof


def joined(proof: Proof) -> bytes:
    """Give the whole proof as one PDF: the cover, the registration letter, the receipts in the order of the months."""
    papers = _papers(proof)
    lengths = {paper: len(PdfReader(io.BytesIO(paper)).pages) for paper in papers}
    page = 1 + len(PdfReader(io.BytesIO(cover_of(proof, dict.fromkeys(papers, 100)))).pages)
    pages = dict[bytes, int]()
    for paper in papers:
        pages[paper] = page
        page += lengths[paper]
    writer = PdfWriter()
    writer.append(io.BytesIO(cover_of(proof, pages)), outline_item=TITLE, import_outline=False)
    for paper, title in papers.items():
        writer.append(io.BytesIO(paper), outline_item=title, import_outline=False)
    writer.add_metadata({"/Title": f"{TITLE}: {proof.employee.name}"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _papers(proof: Proof) -> dict[bytes, str]:
    """Give each paper once, in order, with its title: one receipt may be over several months."""
    papers = {proof.letter.pdf: "Registration letter"} if proof.letter.pdf else {}
    for month in proof.months:
        if month.paper.pdf in papers:
            papers[month.paper.pdf] += f", {month.month.name}"
        elif month.paper.pdf:
            papers[month.paper.pdf] = f"Receipt {month.month.name}"
    return papers
