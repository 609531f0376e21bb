import os
import struct
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from assist_bot.demo_household import paper
from assist_bot.errors import ProfileError
from assist_bot.profile import load, papers_for
from tests.people import write_profile

TODAY = date(2026, 11, 20)
PORTAL = "http://127.0.0.1:5000/employer/login"
KEY = "documents.passport_copy"
ANOTHER = """
[[employee]]
name = "DEWI LESTARI"
passport = { number = "C7654321", expiry = 2030-04-30 }
nationality = "Indonesia"
date_of_birth = 1992-05-01
gender = "female"
employment_start = 2025-02-01
salary = "1500.00"
work_permit = { number = "PE7654321", start = 2026-02-01, expiry = 2027-06-30 }
"""


def png() -> bytes:
    """Make the smallest picture that is one."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def locked_pdf() -> bytes:
    """Make a PDF that asks for a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(paper("Passport"))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def said_of_papers(folder: Path, **changes: str) -> dict[str, str]:
    """Give what `register` refuses about the papers as they now lie in the folder."""
    profile = folder / "profile.toml"
    if changes or not profile.exists():
        write_profile(folder, TODAY, PORTAL, **changes)
    with pytest.raises(ProfileError) as caught:
        load(profile, "register", TODAY)
    return {problem.key: problem.message for problem in caught.value.problems}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("passport.pdf", b"", "is empty"),
        ("passport.pdf", b"hello", "holds something else"),
        ("passport.pdf", b"PK\x03\x04 a document", "holds Word or ZIP"),
        ("passport.pdf", png(), "named .pdf but holds PNG"),
        ("passport.jpg", b"\0\0\0\x18ftypheic", "HEIC"),
        ("passport.docx", b"PK\x03\x04", "type that the portal does not take"),
        ("passport", paper("Passport"), "type that the portal does not take"),
        ("passport.pdf", paper("Passport") + b"\0" * 5 * 1024 * 1024, "over 5 MB"),
        ("passport.pdf", paper("Passport")[:300], "damaged"),
        ("passport.pdf", b"%PDF-1.4\n%%EOF\n", "damaged"),
        ("passport.pdf", locked_pdf(), "locked with a password"),
        ("passport.png", png()[:-12], "damaged"),
        ("passport.jpg", b"\xff\xd8\xff\xe0 cut off", "damaged"),
    ],
)
def test_a_paper_that_cannot_be_handed_in_is_refused(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    """Papers are judged by what is in them, and only `register` insists."""
    profile = write_profile(tmp_path, TODAY, PORTAL, passport_copy=f'"papers/{name}"')
    (tmp_path / "papers" / name).write_bytes(content)
    assert said in said_of_papers(tmp_path)[KEY]
    assert [warning.key for warning in load(profile, "pay", TODAY).warnings] == [KEY]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("scan.PNG", png()),
        ("scan.jpeg", b"\xff\xd8\xff\xe0 a picture \xff\xd9"),
        ("scan.pdf", b"\n" + paper("x")),
    ],
)
def test_papers_of_each_allowed_type_are_taken(tmp_path: Path, name: str, content: bytes) -> None:
    """PDF, JPEG and PNG, in capitals or not."""
    profile = write_profile(tmp_path, TODAY, PORTAL, passport_copy=f'"papers/{name}"')
    (tmp_path / "papers" / name).write_bytes(content)
    assert load(profile, "register", TODAY).warnings == ()


def test_a_paper_that_is_a_folder_or_absent_is_refused(tmp_path: Path) -> None:
    """Both say where they looked."""
    said = said_of_papers(tmp_path, passport_copy='"papers"', work_permit_copy='"papers/gone.pdf"')
    assert f"is a folder: {tmp_path / 'papers'}" in said[KEY]
    assert str(tmp_path / "papers" / "gone.pdf") in said["documents.work_permit_copy"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_paper_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    """Rights are checked before a browser opens."""
    profile = write_profile(tmp_path, TODAY, PORTAL)
    (tmp_path / "papers" / "passport.pdf").chmod(0)
    assert profile.exists()
    assert "cannot be read" in said_of_papers(tmp_path)[KEY]


def test_a_path_that_no_disk_can_hold_is_refused(tmp_path: Path) -> None:
    """A name that is too long ends as a problem, not as a traceback."""
    assert "cannot be read" in said_of_papers(tmp_path, passport_copy=f'"{"x" * 300}.pdf"')[KEY]


def test_the_same_file_given_twice_is_refused(tmp_path: Path) -> None:
    """By its path, and by what is in it."""
    said = said_of_papers(tmp_path, passport_copy='"papers/permit.pdf"')
    assert said == {"documents.work_permit_copy": "is the same paper as documents.passport_copy"}
    write_profile(tmp_path, TODAY, PORTAL)
    (tmp_path / "papers" / "ic.pdf").write_bytes((tmp_path / "papers" / "borang-1.pdf").read_bytes())
    assert said_of_papers(tmp_path) == {
        "documents.identity_card": "is the same paper as documents.form_1_employer"
    }


def test_papers_that_are_not_named_are_asked_for(tmp_path: Path) -> None:
    """By the guide's own description; paying goes on without them."""
    said = said_of_papers(tmp_path, next_of_kin_form="")
    assert said == {"documents.next_of_kin_form": 'is missing: the paper for "Next of Kins Form"'}
    assert load(tmp_path / "profile.toml", "pay", TODAY).profile.documents.next_of_kin_form is None


def test_the_six_papers_come_in_the_guides_order_and_words(tmp_path: Path) -> None:
    """Two of the guide's eight are provided by the portal."""
    papers = papers_for(load(write_profile(tmp_path, TODAY, PORTAL), "register", TODAY).profile)
    assert [paper.description for paper in papers] == [
        "Form 1 - Employer Registered",
        "Form 2 - Employee Registered",
        "Copy of Identity Card",
        "Next of Kins Form",
        "Worker's Passport copy",
        "Worker's Work Permit copy",
    ]
    assert [paper.path.parent for paper in papers] == [tmp_path / "papers"] * 6


def test_an_employees_own_papers_go_beside_the_common_ones(tmp_path: Path) -> None:
    """Each has her own passport; what both share is uploaded once."""
    own = (
        '[employee.documents]\npassport_copy = "papers/dewi.pdf"\nwork_permit_copy = "papers/dewi-permit.pdf"'
    )
    profile = write_profile(tmp_path, TODAY, PORTAL, tail=ANOTHER + own)
    for name in ("dewi", "dewi-permit"):
        (tmp_path / "papers" / f"{name}.pdf").write_bytes(paper(name))
    loaded = load(profile, "register", TODAY)
    assert [paper.key for paper in papers_for(loaded.profile)] == [
        "documents.form_1_employer",
        "documents.form_2_employee",
        "documents.identity_card",
        "documents.next_of_kin_form",
        "documents.passport_copy",
        "employee[2].documents.passport_copy",
        "documents.work_permit_copy",
        "employee[2].documents.work_permit_copy",
    ]
    assert {warning.key for warning in loaded.warnings} == {
        "documents.form_2_employee",
        "documents.next_of_kin_form",
    }


def test_one_employees_paper_given_for_another_is_refused(tmp_path: Path) -> None:
    """The same passport copy under two employees is a slip."""
    own = '[employee.documents]\npassport_copy = "papers/passport.pdf"'
    said = said_of_papers(tmp_path, tail=ANOTHER + own)
    assert said == {"employee[2].documents.passport_copy": "is the same paper as documents.passport_copy"}


def test_an_employee_who_has_left_needs_no_papers(tmp_path: Path) -> None:
    """Her own papers may be gone."""
    own = 'employment_end = 2026-01-31\n[employee.documents]\npassport_copy = "papers/gone.pdf"'
    loaded = load(write_profile(tmp_path, TODAY, PORTAL, tail=ANOTHER + own), "register", TODAY)
    assert loaded.warnings == ()
    assert len(papers_for(loaded.profile)) == 6


def test_papers_in_the_home_folder_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """~ is the home folder, as everywhere else."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "mine.pdf").write_bytes(paper("Mine"))
    profile = write_profile(tmp_path, TODAY, PORTAL, passport_copy='"~/mine.pdf"')
    assert load(profile, "register", TODAY).profile.documents.passport_copy == tmp_path / "mine.pdf"
