"""Pages that mean harm, or are made so badly that it comes to the same: nothing is guessed, heard or run, and it ends."""

import pytest

from assist_bot.errors import PortalChanged, PortalError
from assist_bot.portal import camera
from tests.portal.gallery import Gallery

REPLACED = """<script>
const lie = (owner, name, value) => Object.defineProperty(owner, name, {value, configurable: true, writable: true});
const untrue = (owner, name, value) => Object.defineProperty(owner, name, {get: () => value, set: () => {}, configurable: true});
window.clean = () => {
  for (const name of ["includes", "some", "every", "filter", "find", "map", "flatMap", "forEach"]) lie(Array.prototype, name, () => true);
  for (const name of ["test", "exec"]) lie(RegExp.prototype, name, () => true);
  for (const name of ["normalize", "trim", "replace", "toLowerCase"]) lie(String.prototype, name, () => "save draft");
  for (const name of ["matches", "closest", "querySelector", "querySelectorAll", "getAttribute", "getBoundingClientRect"]) lie(Element.prototype, name, () => null);
  for (const name of ["querySelector", "querySelectorAll", "createTreeWalker", "createElement"]) lie(Document.prototype, name, () => null);
  untrue(Node.prototype, "textContent", "Save Draft");
  untrue(HTMLElement.prototype, "innerText", "Save Draft");
  window.getComputedStyle = () => ({});
  lie(JSON, "stringify", () => "{}");
  lie(JSON, "parse", () => ({}));
};
</script>"""
PRESS = "onclick='document.body.className += this.id'"


def test_what_a_page_has_replaced_is_not_used(gallery: Gallery) -> None:
    """It may have other ideas of what JavaScript and the document come with: the button is found by what a person sees."""
    portal = gallery.show(
        f"{REPLACED}<button id='wrong' {PRESS}>Delete</button><button id='right' {PRESS}>Save Draft</button>"
        "<script>clean()</script>"
    )
    portal.click("Save Draft")
    assert gallery.page.locator("body").get_attribute("class") == "right"


def test_what_pictures_have_to_hide_is_not_heard_by_the_page(gallery: Gallery) -> None:
    """A password that is to be covered is no word to the scripts of any page, the bank's for one."""
    listening = """<script>
    window.heard = [];
    const hear = (owner, name) => { const real = owner[name]; owner[name] = function (...all) { heard.push(...all.map(String)); return real.apply(this, all); }; };
    hear(JSON, "parse"); hear(String.prototype, "matchAll"); hear(String.prototype, "match"); hear(RegExp.prototype, "exec");
    hear(window, "atob"); hear(Array.prototype, "find"); hear(Array.prototype, "flatMap");
    window.RegExp = new Proxy(RegExp, {construct: (real, all) => { heard.push(String(all[0])); return new real(...all); }});
    </script>"""
    portal = gallery.show(f"{listening}<p>Hello</p><script>new RegExp('overheard')</script>")
    journal = portal.journal
    journal.hide(["Canary-4711-pass"])
    portal.photograph("Taken")
    portal.says("Hello")
    assert (journal.folder / "001-taken.png").exists()
    heard = "".join(gallery.page.evaluate("heard"))
    assert "overheard" in heard
    assert "4711" not in heard
    assert journal.masks[0].pattern not in heard


STRANGE = {
    "Cyrillic": "S\N{CYRILLIC SMALL LETTER A}ve Draft",
    "Greek": "Sav\N{GREEK SMALL LETTER EPSILON} Draft",
    "small capitals": "Save D\N{LATIN LETTER SMALL CAPITAL R}aft",
}


@pytest.mark.parametrize("letters", STRANGE)
def test_a_word_in_letters_that_only_look_alike_is_another_word(gallery: Gallery, letters: str) -> None:
    """It is not pressed, and the stop says what is the matter."""
    portal = gallery.show(f"<button data-is='wrong'>{STRANGE[letters]}</button>")
    with pytest.raises(PortalChanged, match="letters only look like the right ones"):
        portal.click("Save Draft")
    assert gallery.pressed == []


@pytest.mark.parametrize(
    "label",
    [
        "Full\u200b Na\u00adme",
        "\ufeffFull\u00a0Name\u200f",
        "\u2067Full Name\u2069",
        "\u2060Fu\u200dll Name:",
    ],
)
def test_what_nobody_sees_in_a_label_does_not_matter(gallery: Gallery, label: str) -> None:
    """Characters without width, and marks of direction that turn nothing round."""
    gallery.show(f"<label>{label}</label><input data-is='right'>").fill("Full Name", "SITI")
    assert gallery.changed == {"right": "SITI"}


def test_a_word_that_is_only_turned_round_to_look_right_is_not_pressed(gallery: Gallery) -> None:
    """What a mark of direction makes of "tfarD evaS" is still not "Save Draft"."""
    portal = gallery.show("<button data-is='wrong'>\u202etfarD evaS\u202c</button>")
    with pytest.raises(PortalChanged):
        portal.click("Save Draft")
    assert gallery.pressed == []


BUSY = {
    "after it came": "<button>Next</button><script>setTimeout(() => { for (;;); }, 100)</script>",
    "when it is pressed": "<button onclick='for (;;);'>Next</button>",
    "with alerts without end": "<button>Next</button><script>setTimeout(() => { for (;;) alert('Hello'); }, 100)</script>",
    "with alerts when it is pressed": "<button onclick='for (;;) alert(1)'>Next</button>",
}


@pytest.mark.parametrize("when", BUSY)
def test_a_page_that_never_comes_to_rest_ends_the_step(
    gallery: Gallery, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """Its script has no end; ours has."""
    monkeypatch.setattr(camera, "DRAWING", 300)
    monkeypatch.setattr("assist_bot.portal.looking.controls.PRESSING", 500)
    portal = gallery.show(BUSY[when])
    with pytest.raises(PortalError):
        portal.click("Next", then="Done")


def test_a_giant_page_is_read_or_given_up(gallery: Gallery) -> None:
    """Twenty thousand rows, and a word of a million letters."""
    rows = "<tr><td>SITI</td><td>1</td></tr>" * 20_000
    portal = gallery.show(
        f"<p>{'x' * 1_000_000}</p><table>{rows}</table><button data-is='right'>Next</button>"
    )
    try:
        portal.click("Next")
    except PortalError:
        assert gallery.pressed == []
    else:
        assert gallery.pressed == ["right"]


def test_malformed_pages_are_read_as_a_browser_shows_them(gallery: Gallery) -> None:
    """Nothing closed, nothing in its place."""
    body = "<table><label>Full Name<div><p><form><tr><input data-is=right></label></b></body><p>"
    gallery.show(body).fill("Full Name", "SITI")
    assert gallery.changed == {"right": "SITI"}
