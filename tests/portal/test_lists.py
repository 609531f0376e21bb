"""A choice is made in whatever kind of list the portal shows, and what it then shows is read back."""

import pytest

from assist_bot.errors import NotOffered, PortalChanged
from tests.portal.gallery import Gallery

OPTIONS = "<option value=''>Please Select</option><option>JOHOR</option><option>KEDAH</option><option>PERAK</option>"
LIST = f"<label>State</label><select class='s2' data-is='right'>{OPTIONS}</select><label>Town</label><select class='s2' data-is='wrong'>{OPTIONS}</select>"
READY = "<script>$(() => { %s })</script>"
ASKED = """$.ajax = (asked) => { const answer = $.Deferred(), term = (asked.data.term || "").toUpperCase(); answer.abort = () => {};
  const results = ["JOHOR", "KEDAH", "PERAK"].filter((each) => each.includes(term)).map((each) => ({id: each, text: each}));
  setTimeout(() => answer.resolve({results}), 40); return answer; };"""

DRESSES = {
    "ordinary list": LIST,
    "ordinary list, joined": f"<label for='s'>State</label><p>Where you live</p><select id='s' data-is='right'>{OPTIONS}</select>",
    "ordinary list, around": f"<label>State <select data-is='right'>{OPTIONS}</select></label>",
    "list in groups": "<label>State</label><select data-is='right'><option></option><optgroup label='South'><option>JOHOR</option></optgroup><optgroup label='North'><option>KEDAH</option></optgroup></select>",
    "select2": LIST + READY % "$('.s2').select2()",
    "select2 without search": LIST + READY % "$('.s2').select2({minimumResultsForSearch: Infinity})",
    "select2 with a cross": LIST + READY % "$('.s2').select2({allowClear: true, placeholder: 'Choose'})",
    "select2, joined": LIST.replace(
        "<label>State</label><select", "<label for='s'>State</label><p>Where you live</p><select id='s'"
    )
    + READY % "$('.s2').select2()",
    "select2 that asks the portal": "<label>State</label><select id='s' data-is='right'></select>"
    + READY
    % (ASKED + "$('#s').select2({width: 260, ajax: {url: '/states', delay: 30}, minimumInputLength: 2})"),
    "select2 whose options come late": "<label>State</label><select id='s' data-is='right'><option></option></select>"
    + READY % f"$('#s').select2({{width: 260}}); setTimeout(() => $('#s').append(\"{OPTIONS}\"), 1700)",
    "radio buttons": "<div>State</div><label><input type=radio name=s data-is='right'> KEDAH</label><label><input type=radio name=s data-is='wrong'> JOHOR</label>",
    "list of its own making": """<div id='l'>State</div><div role='combobox' tabindex=0 aria-labelledby='l' aria-controls='b' aria-expanded='false'
        onclick="this.setAttribute('aria-expanded', 'true'); b.hidden = false">Please Select</div>
        <ul id='b' role='listbox' hidden><li role='option'>JOHOR</li><li role='option' onclick="pick(this)">KEDAH</li></ul>
        <input type='hidden' data-is='right' id='v'><script>const pick = (item) => { document.querySelector("[role=combobox]").textContent = item.textContent; v.value = item.textContent; b.hidden = true; }</script>""",
}


@pytest.mark.parametrize("dress", DRESSES)
def test_an_option_is_chosen(gallery: Gallery, dress: str) -> None:
    """The list of the label shows the option afterwards, and no other list was touched."""
    gallery.show(DRESSES[dress], widgets="$" in DRESSES[dress]).choose("State", "Kedah")
    chosen = {"right": "KEDAH"} if "radio" not in dress else {"right": True}
    assert (
        gallery.changed == chosen
        or gallery.page.evaluate("document.querySelector('[data-is=right]').value") == "KEDAH"
    )
    assert "wrong" not in gallery.changed


def test_lists_that_follow_from_each_other_are_chosen_in_turn(gallery: Gallery) -> None:
    """The second list is filled only after the first was chosen, and the choice waits for it."""
    page = (
        f"<label>State</label><select id='a' data-is='state'>{OPTIONS}</select><label>City</label><select id='b' data-is='city'><option></option></select>"
        + READY
        % "$('#a, #b').select2({width: 260}); $('#a').on('change', () => setTimeout(() => $('#b').append('<option>ALOR SETAR</option><option>KULIM</option>'), 400))"
    )
    portal = gallery.show(page, widgets=True)
    portal.choose("State", "KEDAH")
    portal.choose("City", "Kulim")
    assert gallery.changed == {"state": "KEDAH", "city": "KULIM"}


DECOYS = {
    "not offered": f"<label>State</label><select data-is='wrong'>{OPTIONS.replace('KEDAH', 'KEDAH DARUL AMAN')}</select>",
    "offered twice": f"<label>State</label><select data-is='wrong'>{OPTIONS}<option>Kedah</option></select>",
    "a list that takes something else": f"<label>State</label><select onchange='this.selectedIndex = 1'>{OPTIONS}</select>",
    "another list open": "<ul role='listbox'><li role='option' data-is='wrong'>KEDAH</li></ul>"
    "<div id='l'>State</div><div role='combobox' aria-labelledby='l' style='width:90px;height:20px'>Please Select</div>",
    "two lists": f"<label>State</label><select data-is='wrong'>{OPTIONS}</select><select data-is='wrong too'>{OPTIONS}</select>",
    "radio buttons of another question": "<div>State</div><input data-is='box'><div>Born in</div><label><input type=radio name=s data-is='wrong'> KEDAH</label><label><input type=radio name=s> JOHOR</label>",
}


@pytest.mark.parametrize("decoy", DECOYS)
def test_a_choice_that_is_in_doubt_is_not_made(gallery: Gallery, decoy: str) -> None:
    """What is not offered, offered twice or changed by the portal stops the run."""
    portal = gallery.show(DECOYS[decoy])
    with pytest.raises((PortalChanged, NotOffered)):
        portal.choose("State", "Kedah")
    assert gallery.changed == {}
    assert gallery.pressed == []
