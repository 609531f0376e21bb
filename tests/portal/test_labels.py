"""A box is found by the label that a person reads beside it, however it is joined to it."""

import pytest

from assist_bot.errors import PortalChanged
from tests.portal.gallery import Gallery

BOX = '<input data-is="right">'
OTHER = '<label>Town</label><input data-is="wrong">'

DRESSES = {
    "above": f"<div><label>Full Name</label>{BOX}</div><div>{OTHER}</div>",
    "above, in a line of text": f"<div><span>Full Name</span><br>{BOX}</div><div>{OTHER}</div>",
    "flat, one after the other": f"<label>Full Name</label>{BOX}{OTHER}",
    "left": f'<div class="row"><span>Full Name</span>{BOX}</div><div class="row"><span>Town</span><input data-is="wrong"></div>',
    "cell beside": f'<table><tr><td>Full Name</td><td>{BOX}</td></tr><tr><td>Town</td><td><input data-is="wrong"></td></tr></table>',
    "cell two further": f"<table><tr><td>Full Name</td><td>:</td><td>{BOX}</td></tr></table>{OTHER}",
    "cell above": f'<table><tr><td>Town</td><td>Full Name</td></tr><tr><td><input data-is="wrong"></td><td>{BOX}</td></tr></table>',
    "first cell above": f'<table><tr><td>Full Name</td><td>Town</td></tr><tr><td>{BOX}</td><td><input data-is="wrong"></td></tr></table>',
    "row's heading": f'<table><tr><th>Full Name</th><td>{BOX}</td></tr><tr><th>Town</th><td><input data-is="wrong"></td></tr></table>',
    "bare text": "<p>Town <input data-is='wrong'> Full Name <input data-is='right'></p>",
    "around": f"<label>Full Name {BOX}</label>{OTHER}",
    "around, in a span": f"<label><span>Full Name</span> {BOX}</label>{OTHER}",
    "for": f'{OTHER}<label for="n">Full Name</label><p>As in your passport, please.</p><input id="n" data-is="right">',
    "for, far away": '<div class="row"><label for="n">Full Name</label><label>Town</label></div><div><input data-is="wrong"></div><div class="far"><input id="n" data-is="right"></div>',
    "aria-label": f'{OTHER}<input aria-label="Full Name" data-is="right">',
    "aria-labelledby": f'<b id="t">Full Name</b>{OTHER}<div><input aria-labelledby="t" data-is="right"></div>',
    "placeholder": f'{OTHER}<input placeholder="Full Name" data-is="right">',
    "title": f'{OTHER}<input title="Full Name" data-is="right">',
    "definition list": f"<dl><dt>Full Name</dt><dd>{BOX}</dd><dt>Town</dt><dd><input data-is='wrong'></dd></dl>",
    "legend": f"<fieldset><legend>Full Name</legend>{BOX}</fieldset>{OTHER}",
    "required": f'<label>Full Name <span class="red">*</span></label>{BOX}{OTHER}',
    "required, before": f'<label><span class="red">*</span> Full Name:</label>{BOX}{OTHER}',
    "required, beside": f'<div><span>Full Name</span> <span class="red">*</span></div>{BOX}{OTHER}',
    "required, read aloud": f'<label>Full Name <span class="only-read-aloud">required</span></label>{BOX}{OTHER}',
    "help icon": f'<label>Full Name <i title="As in your passport">?</i></label>{BOX}{OTHER}',
    "help sign": f"<label>Full Name ⓘ</label>{BOX}{OTHER}",
    "help link": f'<label>Full Name</label> <a href="#" data-is="help">Help</a>{BOX}{OTHER}',
    "help link inside": f'<label>Full Name <a href="#" data-is="help">What is this?</a></label>{BOX}{OTHER}',
    "tooltip": f'<label title="As in your passport">Full Name</label>{BOX}{OTHER}',
    "closed tooltip": f'<label>Full Name <span style="display:none">As in your passport</span></label>{BOX}{OTHER}',
    "hint below the label": f"<div><label>Full Name</label><small>As in your passport</small>{BOX}</div><div>{OTHER}</div>",
    "unit": f"<label>Full Name</label><span>RM</span> {BOX}{OTHER}",
    "nested spans": f"<div><span>Full <b>Na</b><i>me</i></span></div>{BOX}{OTHER}",
    "upper case by style": f'<label class="up">Full name</label>{BOX}{OTHER}',
    "other spacing": f"<label> FULL&nbsp;&nbsp;NAME\n:</label>{BOX}{OTHER}",
    "floating": '<div style="position:relative"><input data-is="right"><span style="position:absolute;left:8px;top:2px">Full Name</span></div>'
    '<div style="position:relative"><input data-is="wrong"><span style="position:absolute;left:8px;top:2px">Town</span></div>',
    "text area": f'<label>Full Name</label><textarea data-is="right"></textarea>{OTHER}',
    "number box": f'<label>Full Name</label><input type="tel" data-is="right">{OTHER}',
    "fixed prefix": f'<label>Full Name</label><div class="row"><input value="+60" readonly data-is="prefix">{BOX}</div>{OTHER}',
}


@pytest.mark.parametrize("dress", DRESSES)
def test_a_text_box_is_found_by_its_label(gallery: Gallery, dress: str) -> None:
    """The box of the label is filled in, and no other."""
    gallery.show(DRESSES[dress]).fill("Full Name", "12345678")
    assert gallery.changed == {"right": "12345678"}


TWICE = "<label>State</label><input data-is='one'><label>State</label><input data-is='two'>"
DECOYS = {
    "two of one label": TWICE,
    "one joined to its label, one not": '<label for="a">State</label><input id="a" data-is="one"><div class="far"><label>State</label><input data-is="two"></div>',
    "one by its hint, one by its label": '<input placeholder="State" data-is="one"><div class="far"><label>State</label><input data-is="two"></div>',
    "end of a sentence": "<label>Town</label><p>It follows from the <b>State</b></p><input data-is='wrong'>",
    "end of a sentence, in a link": "<label>Town</label><p>It follows from the <a href='#' data-is='link'>State</a></p><input data-is='wrong'>",
    "box of another label": '<div>State</div><input aria-label="Town" data-is="wrong">',
    "box of another label, for": '<div>State</div><input id="t" data-is="wrong"><label for="t">Town</label>',
    "only its column": "<table><tr><th>Town</th><th>State</th></tr><tr><td><input data-is='wrong'></td><td>JOHOR</td></tr></table>",
    "only its column, last": "<table><tr><th>No.</th><th>State</th></tr></table><input data-is='wrong'>",
    "a column of two": "<table><tr><th>State</th></tr><tr><td><input data-is='one'></td></tr><tr><td><input data-is='two'></td></tr></table>",
    "label after its box": "<div><input data-is='wrong'><span>State</span></div><div><input data-is='wrong too'><span>Town</span></div>",
    "read-only value": "<div>State</div><div>JOHOR</div><label>Town</label><input data-is='wrong'>",
    "switched off, another beside": "<label>State</label><input disabled value='JOHOR' data-is='off'><input data-is='wrong'>",
    "left column's value is text": "<div class='row'><div style='width:300px'>State</div><div><br><br><br><input data-is='wrong'></div></div>",
    "a list instead": "<div>State</div><ul><li>JOHOR</li></ul><input data-is='wrong'>",
    "a longer label": "<label>State of birth</label><input data-is='wrong'>",
    "a shorter label": "<label>Sta</label><input data-is='wrong'>",
    "an invisible label": "<label style='display:none'>State</label><input data-is='wrong'>",
    "a label out of sight": "<span style='position:absolute;left:-999px'>State</span><input data-is='wrong'>",
    "a folded-up label": "<div style='height:0;overflow:hidden'><label>State</label></div><input data-is='wrong'>",
    "far below": "<div>State</div><div style='height:400px'></div><input data-is='wrong'>",
    "a heading with nothing of its own": "<h3>State</h3><div class='row'><div><label>Town</label><input data-is='wrong'></div></div>",
}


@pytest.mark.parametrize("decoy", DECOYS)
def test_where_a_person_would_hesitate_nothing_is_typed(gallery: Gallery, decoy: str) -> None:
    """No box is taken for one that it may not be."""
    portal = gallery.show(DECOYS[decoy])
    with pytest.raises(PortalChanged):
        portal.fill("State", "JOHOR")
    assert gallery.changed == {}


BESIDE = {
    "a help paragraph": "<p>The <b>State</b> is where you live.</p>",
    "a help paragraph that ends so": "<p>Choose first your <b>State</b></p>",
    "a link": "<p><a href='#' data-is='link'>State</a></p>",
    "a column's heading": "<table><tr><th>No.</th><th>State</th></tr><tr><td>1</td><td>JOHOR</td></tr></table>",
    "a column's heading, empty": "<table><thead><tr><th>No.</th><th>State</th></tr></thead></table>",
    "a section's title": "<h2>State</h2>",
    "a button": "<button type='button' data-is='button'>State</button>",
    "an option": "<select data-is='list'><option>State</option><option>Town</option></select>",
    "not displayed": "<div style='display:none'><label>State</label><input data-is='wrong'></div>",
    "hidden": "<div style='visibility:hidden'><label>State</label><input data-is='wrong'></div>",
    "transparent": "<div style='opacity:0'><label>State</label><input data-is='wrong'></div>",
    "without size": "<label>State</label><input style='width:0;height:0;border:0;padding:0' data-is='wrong'>",
    "off screen": "<div style='position:absolute;left:-9999px'><label>State</label><input data-is='wrong'></div>",
    "off its frame": "<div style='overflow:hidden;width:200px;position:relative;height:50px'><div style='position:absolute;left:900px'>"
    "<label>State</label><input data-is='wrong'></div></div>",
    "folded up": "<div style='height:0;overflow:hidden'><label>State</label><input data-is='wrong'></div>",
    "folded up, its box rising out of it": "<div style='height:0;overflow:hidden;line-height:10px'><label style='display:inline'>State</label><input data-is='wrong'></div>",
    "a blind copy": "<div aria-hidden='true'><label>State</label><input data-is='wrong'></div>",
    "behind something": "<div style='position:relative'><label>State</label><input data-is='wrong'>"
    "<div style='position:absolute;inset:0;background:white'></div></div>",
    "closed details": "<details><summary>More</summary><label>State</label><input data-is='wrong'></details>",
    "another section": "<h2>Industry</h2><label>State</label><input data-is='wrong'><h2>Person</h2>",
}


@pytest.mark.parametrize("decoy", BESIDE)
def test_what_a_person_would_not_confuse_does_not_matter(gallery: Gallery, decoy: str) -> None:
    """The same words elsewhere, or an invisible copy, neither mislead nor stop the bot."""
    right = "<div><label>State</label><input data-is='right'></div>"
    portal = gallery.show(f"{BESIDE[decoy]}<div class='far'></div>{right}")
    (portal.section("Person") if decoy == "another section" else portal).fill("State", "JOHOR")
    assert gallery.changed == {"right": "JOHOR"}
    assert gallery.pressed == []


def test_a_near_name_is_proposed_and_not_taken(gallery: Gallery) -> None:
    """The error tells what stands there instead, so that the person can name it."""
    portal = gallery.show(
        "<label>Full Name of Person</label><input data-is='wrong'><label>Town</label><input>"
    )
    with pytest.raises(PortalChanged, match="full name of person"):
        portal.fill("Full Name", "SITI")
    assert gallery.changed == {}


def test_several_boxes_of_one_label_are_filled_in_order(gallery: Gallery) -> None:
    """An address has several boxes under one label, which is joined to the first or to none."""
    three = "<input id='a' data-is='1'><br><input data-is='2'><br><input data-is='3'>"
    for label in ("<label>Postal Address *</label>", "<label for='a'>Postal Address</label>"):
        portal = gallery.show(f"{label}{three}<label>Town</label><input data-is='wrong'>")
        portal.fill_lines("Postal Address", ["12 JALAN MERANTI", "TAMAN DAMAI"])
        assert gallery.changed == {"1": "12 JALAN MERANTI", "2": "TAMAN DAMAI"}


def test_lines_in_a_second_column_are_filled_too(gallery: Gallery) -> None:
    """The label stands left, its boxes below each other to the right of it."""
    boxes = "".join(f"<div><input data-is='{number}'></div>" for number in (1, 2))
    portal = gallery.show(f"<table><tr><td>Postal Address</td><td>{boxes}</td></tr></table>")
    portal.fill_lines("Postal Address", ["A", "B"])
    assert gallery.changed == {"1": "A", "2": "B"}
