"""A made-up household with its papers, for the demo, for tests and for trying things out.

Its dates are worked out from a day, so that nothing in it expires.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from fpdf import FPDF

PAPERS: Final = {
    "borang-1": "Borang 1: employer's registration",
    "lampiran-c": "Lampiran C: domestic worker's registration",
    "ic": "Copy of the employer's identity card",
    "next-of-kin": "Next of kin",
    "passport": "Copy of the employee's passport",
    "permit": "Copy of the employee's work permit",
}
_YEAR: Final = timedelta(days=365)

_PROFILE: Final = """\
version = 1

[portal]
url = "{portal_url}"
portal_id = "someone@example.com"
security_question = "What is the name of your favorite pet?"

[employer]
name = "TAN MEI LING"
mykad = "850101-14-5566"
email = "someone@example.com"
mobile = "+60 12-345 6789"
socso_office = "Pejabat PERKESO Petaling Jaya"

[employer.address]
lines = ["12 JALAN MERANTI", "TAMAN DAMAI"]
postcode = "46000"
city = "PETALING JAYA"
state = "SELANGOR"

[[employee]]
name = "SITI AMINAH"
passport = {{ number = "C1234567", expiry = {passport_expiry} }}
nationality = "Indonesia"
date_of_birth = {date_of_birth}
gender = "female"
occupation = "Domestic Worker"
employment_start = {employment_start}
salary = "1500.00"
work_permit = {{ number = "PE1234567", start = {permit_start}, expiry = {permit_expiry} }}

[documents]
form_1_employer = "papers/borang-1.pdf"
form_2_employee = "papers/lampiran-c.pdf"
identity_card = "papers/ic.pdf"
next_of_kin_form = "papers/next-of-kin.pdf"
passport_copy = "papers/passport.pdf"
work_permit_copy = "papers/permit.pdf"

[payment]
bank = "Maybank2U"
"""


def write_household(folder: Path, today: date, portal_url: str) -> Path:
    """Write a sound profile and its six papers into a folder; give the profile's path.

    The employee came a year and a half before `today`, aged 35; her permit holds for another 200 days.
    """
    (folder / "papers").mkdir(parents=True, exist_ok=True)
    for name, title in PAPERS.items():
        (folder / "papers" / f"{name}.pdf").write_bytes(paper(title))
    profile = folder / "profile.toml"
    profile.write_text(
        _PROFILE.format(
            portal_url=portal_url,
            date_of_birth=today - 35 * _YEAR,
            employment_start=(today - timedelta(days=550)).replace(day=1),
            passport_expiry=today + 4 * _YEAR,
            permit_start=today - timedelta(days=165),
            permit_expiry=today + timedelta(days=200),
        ),
        encoding="utf-8",
    )
    return profile


def paper(title: str) -> bytes:
    """Make a one-page PDF that says what it stands for."""
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=16)
    page.multi_cell(0, 10, f"{title}\nMade up, for practice only.")
    return bytes(page.output())
