"""What goes up to the portal and what is taken from it: the household's own papers, and PDFs."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from assist_bot.errors import PortalChanged, PortalUnavailable, ProfileError
from assist_bot.portal import reading
from tests.portal.gallery import Gallery

BOX = "<label for='f'>Document</label><input type='file' id='f' data-is='box'>"
LINK = "<a href='/letter' download='../../letter.pdf'>Letter</a>"
PDF = "%PDF-1.4\nletter"
PROGRAM = Path(__file__).parents[2] / "assist_bot"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Have a paper."""
    file = tmp_path / "passport.pdf"
    file.write_text("%PDF-1.4\npassport")
    return file


def test_a_file_that_the_profile_does_not_name_is_not_uploaded(
    gallery: Gallery, paper: Path, tmp_path: Path
) -> None:
    """Whatever a flow asks for: the box stays empty."""
    other = tmp_path / "id_ed25519"
    other.write_text("private")
    portal = replace(gallery.show(BOX), papers=frozenset({paper}))
    with pytest.raises(ProfileError, match="no paper that the profile names"):
        portal.attach("Document", other)
    assert gallery.changed == {}
    portal.attach("Document", paper)
    assert gallery.changed == {"box": "passport.pdf"}


def test_a_file_that_the_portal_handed_out_is_uploaded_until_it_is_changed(
    gallery: Gallery, tmp_path: Path
) -> None:
    """What counts is the content, not the name or the folder."""
    portal = gallery.show(BOX + LINK)
    gallery.pages["/letter"] = PDF
    kept = tmp_path / "Borang SIP 1.pdf"
    kept.write_bytes(portal.download("Letter"))
    portal.attach("Document", kept)
    assert gallery.changed == {"box": kept.name}
    kept.write_text(PDF + "!")
    with pytest.raises(ProfileError):
        portal.attach("Document", kept)


def test_only_one_line_of_the_program_puts_files_into_boxes() -> None:
    """A new verb cannot forget the check: it has no other way than the one that is checked."""
    lines = [
        f"{file.name}: {line.strip()}"
        for file in sorted(PROGRAM.rglob("*.py"))
        for line in file.read_text("utf-8").splitlines()
        if re.search(r"set_input_files|set_files|file_chooser|\battach_file\b", line)
    ]
    assert lines == [
        "controls.py: def attach_file(found: Found, path: Path) -> str:",
        "controls.py: found.element.set_input_files(path)",
        'filling.py: step.read_back(self._on("file", label, partial(controls.attach_file, path=path)))',
    ]


@pytest.mark.parametrize(
    "content", ["<html>Your session has expired</html>", "MZ\x90\x00This program", "", " " * 2000 + PDF]
)
def test_what_is_no_pdf_is_not_taken_for_one(gallery: Gallery, content: str) -> None:
    """By its content, whatever the portal calls it."""
    portal = gallery.show(LINK)
    gallery.pages["/letter"] = content
    with pytest.raises(PortalChanged, match="is no PDF"):
        portal.download("Letter")


def test_a_file_that_is_far_too_large_is_not_read(gallery: Gallery, monkeypatch: pytest.MonkeyPatch) -> None:
    """It costs no memory, and stops the step."""
    monkeypatch.setattr(reading, "LARGEST", 10)
    portal = gallery.show(LINK)
    gallery.pages["/letter"] = PDF
    with pytest.raises(PortalUnavailable, match="far too large"):
        portal.download("Letter")
