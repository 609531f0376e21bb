"""A button is found by its words in whatever it is made of, and nothing else is pressed for it."""

import pytest

from assist_bot.errors import PortalChanged
from tests.portal.gallery import Gallery

DRESSES = {
    "button": "<button data-is='right'>Save Draft</button><button data-is='wrong'>Save</button>",
    "submit": "<form><input type='submit' value='SAVE DRAFT' data-is='right'></form>",
    "input button": "<input type='button' value='Save draft' data-is='right'>",
    "picture button": "<input type='image' alt='Save Draft' data-is='right' width=40 height=20>",
    "link": "<a href='#' data-is='right'>Save Draft</a>",
    "link that runs a script": "<a href='javascript:void(0)' class='btn' data-is='right'>Save Draft</a>",
    "link without address": "<a class='btn' data-is='right'>Save Draft</a>",
    "role": "<div role='button' tabindex='0' data-is='right'>Save Draft</div>",
    "a drawn button": "<div class='btn' data-is='right'>Save Draft</div>",
    "tab": "<ul><li role='tab' data-is='right'>Save Draft</li><li role='tab' data-is='wrong'>Complete</li></ul>",
    "nested": "<a href='#' data-is='right'><span>Save</span> <b><i>Dr</i>aft</b></a>",
    "upper case by style": "<a class='up btn' data-is='right'>save draft</a>",
    "icon with a title": "<a class='btn' title='Save Draft' data-is='right'><i>&#9998;</i></a>",
    "icon read aloud": "<a class='btn' aria-label='Save Draft' data-is='right'><i>&#9998;</i></a>",
    "picture": "<a href='#' data-is='right'><img alt='Save Draft' width=20 height=20></a>",
    "icon and words": "<button data-is='right'><i class='icon-ok'></i> Save Draft</button>",
    "comes late": "<div id='p'></div><script>setTimeout(() => { p.innerHTML = \"<button data-is='right'>Save Draft</button>\" }, 250)</script>",
    "behind an overlay that goes": "<button data-is='right'>Save Draft</button><div id='o' style='position:fixed;inset:0;background:#0005'></div>"
    "<script>setTimeout(() => o.remove(), 300)</script>",
    "switched on late": "<button id='b' disabled data-is='right'>Save Draft</button><script>setTimeout(() => { b.disabled = false }, 250)</script>",
    "far down the page": "<div style='height:2000px'></div><button data-is='right'>Save Draft</button>",
    "under a bar at the edge": "<div style='height:820px'></div><button data-is='right'>Save Draft</button><div style='height:900px'></div>"
    "<div style='position:fixed;left:0;right:0;bottom:0;height:90px;background:#eee'>We use cookies</div>",
    "sign in its words": "<button data-is='right'>Save&nbsp;Draft *</button>",
    "two to one address": "<a href='/#x' data-is='right'>Save Draft</a>",
}


@pytest.mark.parametrize("dress", DRESSES)
def test_a_button_is_found_by_its_words(gallery: Gallery, dress: str) -> None:
    """It is pressed, once, and nothing else."""
    gallery.show(DRESSES[dress]).click("Save Draft")
    assert gallery.pressed == ["right"]


SAVE = "<button data-is='right'>Select</button>"
BESIDE = {
    "a column's heading": "<table><tr><th>No.</th><th>Select</th></tr></table>",
    "a column that can be sorted": "<table><tr><th>No.</th><th><a href='#' data-is='sort'>Select</a></th></tr></table>",
    "a column that is pressed itself": "<table><tr><th onclick='void 0' data-is='sort'>Select</th></tr></table>",
    "a title": "<h2>Select</h2>",
    "help": "<p>Press <b>Select</b> to go on.</p>",
    "an option": "<select><option>Select</option></select>",
    "not displayed": "<button style='display:none' data-is='wrong'>Select</button>",
    "closed window": "<div aria-hidden='true' style='display:none'><button data-is='wrong'>Select</button></div>",
    "transparent": "<button style='opacity:0' data-is='wrong'>Select</button>",
    "off screen": "<button style='position:absolute;top:-500px' data-is='wrong'>Select</button>",
    "without size": "<button style='width:0;height:0;padding:0;border:0;overflow:hidden' data-is='wrong'>Select</button>",
    "folded up": "<div style='max-height:0;overflow:hidden'><button data-is='wrong'>Select</button></div>",
    "slid away": "<div style='overflow:hidden;width:300px;white-space:nowrap'><span style='display:inline-block;width:400px'></span><button data-is='wrong'>Select</button></div>",
    "behind something": "<div style='position:relative'><button data-is='wrong'>Select</button><div style='position:absolute;inset:0;background:white'></div></div>",
    "a blind copy": "<div aria-hidden='true'><button data-is='wrong'>Select</button></div>",
    "longer": "<button data-is='wrong'>Select all</button>",
    "switched off": "<button disabled data-is='wrong'>Select</button>",
    "in a group that is switched off": "<fieldset disabled><button data-is='wrong'>Select</button></fieldset>",
    "a row of text": "<table><tr><td>Select</td></tr></table>",
}


@pytest.mark.parametrize("decoy", BESIDE)
def test_the_same_words_elsewhere_do_not_matter(gallery: Gallery, decoy: str) -> None:
    """Text is no button, and what nobody sees is nothing."""
    gallery.show(BESIDE[decoy] + "<hr>" + SAVE).click("Select")
    assert gallery.pressed == ["right"]


DECOYS = {
    "two": "<button data-is='one'>Select</button><a href='#' data-is='two'>SELECT</a>",
    "words and an icon's title": "<button data-is='one'>Select</button><a class='btn' title='Select' data-is='two'>&#9998;</a>",
    "near": "<button data-is='wrong'>Select all</button><button data-is='wrong'>Selected</button>",
    "only text": "<p>Select</p>",
    "only a title": "<h2>Select</h2><button data-is='wrong'>Go on</button>",
    "only switched off": "<button disabled data-is='wrong'>Select</button>",
    "only covered": "<button data-is='wrong'>Select</button><div style='position:fixed;inset:0;background:#0005'></div>",
    "only invisible": "<button style='visibility:hidden' data-is='wrong'>Select</button>",
    "drawn on a canvas": "<canvas width=200 height=40 data-is='wrong'></canvas><script>document.querySelector('canvas').getContext('2d').fillText('Select', 10, 20)</script>",
    "in a part of its own": "<x-part></x-part><script>customElements.define('x-part', class extends HTMLElement { constructor() { super(); this.attachShadow({mode: 'closed'}).innerHTML = '<button>Select</button>'; } })</script>",
    "said by the style sheet": "<style>#c::before { content: 'Select' }</style><button id='c' data-is='wrong'></button>",
}


@pytest.mark.parametrize("verb", ["click", "save"])
@pytest.mark.parametrize("decoy", DECOYS)
def test_where_a_person_would_hesitate_nothing_is_pressed(gallery: Gallery, decoy: str, verb: str) -> None:
    """Two of one name, a near name, or none that can be pressed: the run stops."""
    portal = gallery.show(DECOYS[decoy])
    with pytest.raises(PortalChanged):
        portal.click("Select") if verb == "click" else portal.save("Select", then="Done")
    assert gallery.pressed == []


def test_a_near_name_is_proposed_and_not_pressed(gallery: Gallery) -> None:
    """The error names what stands there instead."""
    portal = gallery.show("<button data-is='wrong'>Save as Draft</button><button>Go back</button>")
    with pytest.raises(PortalChanged, match='button "save as draft": another name') as stopped:
        portal.save("Save Draft", then="Done")
    assert "go back" not in str(stopped.value)
    assert gallery.pressed == []


PENCIL, BIN, LOUPE = (
    f"<a class='btn' data-is='{name}'><i class='icon-{name}'>&#9679;</i></a>"
    for name in ("pencil", "trash", "search")
)
UNKNOWN = "<a class='btn' data-is='unknown'><i class='i7'>&#9679;</i></a>"
ROW = "<table><tr><th>Name</th><th>Action</th></tr><tr><td>SITI</td><td>%s</td></tr><tr><td>DEWI</td><td>%s</td></tr></table>"

ICONS = {
    "the only one": (UNKNOWN, "unknown"),
    "a pencil alone": (PENCIL, "pencil"),
    "a pencil beside a bin": (BIN + PENCIL, "pencil"),
    "a pencil drawn": ("<a class='btn' data-is='svg'><svg width=16 height=16><use href='/icons.svg#pencil'></use></svg></a>" + BIN, "svg"),
    "a pencil as a picture": ("<a class='btn' data-is='img'><img src='/img/edit.png' width=16 height=16></a>" + BIN, "img"),
    "a title": (UNKNOWN + "<a class='btn' title='Edit' data-is='title'><i>&#9998;</i></a>", "title"),
    "a pencil as a sign": (BIN + "<a class='btn' data-is='sign'>&#9998;</a>", "sign"),
    "a pencil that the style sheet draws": (BIN + "<style>.i9::before { content: '\u270e'; }</style><a class='btn' data-is='drawn'><i class='i9'></i></a>", "drawn"),
    "a bin that the style sheet draws": ("<style>.i9::before { content: '\U0001f5d1'; }</style><a class='btn' data-is='drawn'><i class='i9'></i></a>", None),
    "a bin": (BIN, None),
    "a bin as a sign": ("<a class='btn' data-is='sign'>&#128465;&#65039;</a>", None),
    "a loupe": (LOUPE, None),
    "two unknown": (UNKNOWN * 2, None),
    "an unknown one and a bin": (UNKNOWN + BIN, None),
    "two pencils": (PENCIL * 2, None),
    "none": ("", None),
}  # fmt: skip


@pytest.mark.parametrize("icons", ICONS)
def test_an_icon_without_words_is_known_by_its_row_and_its_picture(gallery: Gallery, icons: str) -> None:
    """Under Action in her row stands one pencil, or one that may be it; a bin is never pressed for it."""
    held, right = ICONS[icons]
    portal = gallery.show(ROW % (held, BIN + PENCIL))
    cell = portal.row("SITI").under("Action")
    if right is None:
        with pytest.raises(PortalChanged):
            cell.click("Edit")
        assert gallery.pressed == []
    else:
        cell.click("Edit")
        assert gallery.pressed == [right]


def test_an_icon_without_words_is_never_pressed_to_save(gallery: Gallery) -> None:
    """What saves is known by its words."""
    portal = gallery.show(ROW % (UNKNOWN, PENCIL))
    with pytest.raises(PortalChanged):
        portal.row("SITI").under("Action").save("Edit", then="Done")
    assert gallery.pressed == []


def test_an_icon_in_a_section_is_found_by_its_picture(gallery: Gallery) -> None:
    """The loupe beside a search."""
    gallery.show(f"<h3>Search Employee</h3>{LOUPE}<h3>Others</h3>{PENCIL}").section("Search Employee").click(
        "Search"
    )
    assert gallery.pressed == ["search"]


def test_menus_that_open_on_hover_and_on_click(gallery: Gallery) -> None:
    """An entry is pressed after its menu has opened."""
    style = "<style>.m ul { display: none } .hover:hover ul, .open ul { display: block }</style>"
    hover = "<div class='m hover'><a href='#'>Employer</a><ul><li><a href='#' data-is='hover'>Add Contribution</a></li></ul></div>"
    click = "<div class='m' id='m'><a href='#' onclick='m.classList.add(\"open\")'>My Sites</a><ul><li><a href='#' data-is='click'>PAYMENT</a></li></ul></div>"
    portal = gallery.show(style + click + hover)
    portal.click("My Sites")
    portal.click("Payment")
    portal.hover("Employer")
    portal.click("Add Contribution")
    assert gallery.pressed == ["click", "hover"]
