"""What was typed is read back as a person reads it; what the portal changed or cut short stops the run."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assist_bot.errors import PortalChanged
from tests.portal.gallery import Gallery

BOX = "<label>Value</label><input data-is='right' %s>"
REWRITTEN: dict[str, tuple[str, str | Decimal]] = {
    "capitals": ("onchange='this.value = this.value.toUpperCase()'", "tan mei ling"),
    "spaces": ("onchange='this.value = this.value.trim().replace(/ +/g, \" \")'", "TAN  MEI  LING"),
    "phone with a dash": ("onchange='this.value = \"012-345 6789\"'", "123456789"),
    "phone with its country": ("onchange='this.value = \"+60 12-345 6789\"'", "123456789"),
    "amount with RM": ("onchange='this.value = \"RM 1,500.00\"'", Decimal(1500)),
    "whole amount": ("type='number' onchange='this.value = \"1500\"'", Decimal("1500.00")),
    "identity number": ("onchange='this.value = \"850101-14-5566\"'", "850101145566"),
}


@pytest.mark.parametrize("case", REWRITTEN)
def test_what_the_portal_writes_otherwise_is_the_same(gallery: Gallery, case: str) -> None:
    """Nobody would call it another value."""
    attributes, wanted = REWRITTEN[case]
    gallery.show(BOX % attributes).fill("Value", wanted)


SPOILED: dict[str, tuple[str, str | Decimal]] = {
    "cut short by the box": ("maxlength='8'", "TAN MEI LING"),
    "cut short by the page": ("onchange='this.value = this.value.slice(0, 8)'", "TAN MEI LING"),
    "a nought lost": ("onchange='this.value = Number(this.value)'", "01000"),
    "an identity number with its nought lost": ("onchange='this.value = Number(this.value)'", "000101145566"),
    "a digit lost": ("oninput='this.value = \"12345678\"'", "123456789"),
    "sen lost": ("onchange='this.value = Math.floor(this.value)'", Decimal("1500.50")),
    "another amount": ("onchange='this.value = \"15,00\"'", Decimal(1500)),
    "emptied": ("onchange='this.value = \"\"'", "TAN"),
    "letters taken out": ("onchange='this.value = this.value.replace(/[^0-9]/g, \"\")'", "C1234567"),
}


@pytest.mark.parametrize("case", SPOILED)
def test_what_the_portal_changed_or_cut_short_stops(gallery: Gallery, case: str) -> None:
    """Both values are told."""
    attributes, wanted = SPOILED[case]
    with pytest.raises(PortalChanged, match="after"):
        gallery.show(BOX % attributes).fill("Value", wanted)


FILES = {
    "plain": "<label>Document</label><input type='file' data-is='right'>",
    "hidden behind a button": "<div><button type='button' onclick='f.click()'>Browse</button><input type='file' id='f' style='display:none' data-is='right'></div>",
    "its label is the button": "<div><label for='f' class='btn'>Choose file</label><input type='file' id='f' style='opacity:0;width:1px' data-is='right'></div>",
    "one of two, by its label": "<label for='f'>Document</label><input type='file' id='f' data-is='right'><label for='g'>Photo</label><input type='file' id='g' data-is='wrong'>",
    "one of two, by its place": "<p>Document</p><input type='file' data-is='right'><p>Photo</p><input type='file' data-is='wrong'>",
}


@pytest.mark.parametrize("dress", FILES)
def test_a_file_goes_into_its_box(gallery: Gallery, dress: str, tmp_path: Path) -> None:
    """The box holds the file, also where a button is drawn before it."""
    paper = tmp_path / "passport.pdf"
    paper.write_bytes(b"%PDF-1.4")
    replace(gallery.show(FILES[dress]), papers=frozenset({paper})).attach("Document", paper)
    assert gallery.changed == {"right": "passport.pdf"}


@pytest.mark.parametrize(
    "page",
    [
        "<input type='file' data-is='a'><input type='file' data-is='b'>",
        "<label for='f'>Photo</label><input id='f' type='file' data-is='a'><p>Document</p><input type='file' data-is='b'><input type='file' data-is='c'>",
    ],
)
def test_of_two_file_boxes_none_is_guessed(gallery: Gallery, page: str, tmp_path: Path) -> None:
    """Nothing is attached to either."""
    paper = tmp_path / "passport.pdf"
    paper.write_bytes(b"%PDF-1.4")
    portal = replace(gallery.show(page), papers=frozenset({paper}))
    with pytest.raises(PortalChanged):
        portal.attach("Document", paper)
    assert gallery.changed == {}


def test_text_that_can_be_edited_in_place_is_read_back(gallery: Gallery) -> None:
    """A box that is no box of a form works like one."""
    gallery.show(
        "<label>Remarks</label><div contenteditable='true' id='e' style='width:200px;height:30px;border:1px solid'></div>"
    ).fill("Remarks", "Hello")
    assert gallery.page.locator("#e").inner_text() == "Hello"
