"""Sections, rows, windows in the page, folded parts, frames, new tabs, dialogs of the browser."""

import pytest

from assist_bot.errors import PortalChanged, PortalRejected
from tests.portal.gallery import HEAD, Gallery

FIELD = "<label>State</label><input data-is='%s'>"
HEADS = {
    "h2": "<h2>%s</h2>",
    "legend": "<legend>%s</legend>",
    "bar": "<div class='bar'>%s</div>",
    "bar in upper case": "<div class='bar up'>%s</div>",
    "heading by role": "<div role='heading'>%s</div>",
    "heading in a link": "<h4><a href='#'>%s</a></h4>",
    "nested": "<h3><span>%s</span></h3>",
}


@pytest.mark.parametrize("head", HEADS)
def test_two_sections_have_the_same_field(gallery: Gallery, head: str) -> None:
    """The one under the heading that is asked for is filled in."""
    sections = [
        f"<div>{HEADS[head] % title}{FIELD % title}</div>" for title in ("Industry", "Person", "Others")
    ]
    gallery.show("".join(sections)).section("Person").fill("State", "JOHOR")
    assert gallery.changed == {"Person": "JOHOR"}


def test_a_section_title_that_is_also_a_label_inside_it(gallery: Gallery) -> None:
    """The heading is the section, the label its field."""
    page = f"<h3>Town</h3>{FIELD % 'wrong'}<h3>State</h3><p>Where you live.</p>{FIELD % 'right'}"
    gallery.show(page).section("State").fill("State", "JOHOR")
    assert gallery.changed == {"right": "JOHOR"}


def test_two_sections_of_one_title_stop(gallery: Gallery) -> None:
    """Nothing is typed when two headings say the same."""
    portal = gallery.show(f"<h3>Person</h3>{FIELD % 'one'}<h3>Person</h3>{FIELD % 'two'}")
    with pytest.raises(PortalChanged, match="more than one"):
        portal.section("Person").fill("State", "JOHOR")
    assert gallery.changed == {}


FOLDED = {
    "details": f"<details><summary>Person</summary>{FIELD % 'right'}</details>",
    "heading that tells": f"<h3 aria-expanded='false' onclick='b.hidden=false; this.setAttribute(\"aria-expanded\", true)'>Person</h3><div id='b' hidden>{FIELD % 'right'}</div>",
    "link in a heading": f"<h3><a href='#' aria-expanded='false' onclick='b.hidden=false'>Person</a></h3><div id='b' hidden>{FIELD % 'right'}</div>",
    "bar that can be pressed": f"<div class='bar btn' onclick='b.hidden=false'>Person</div><div id='b' hidden>{FIELD % 'right'}</div><div class='bar btn'>Others</div><p>Text</p>",
    "folded by its height": f"<h3 aria-expanded='false' onclick='b.style.height=\"auto\"'>Person</h3><div id='b' style='height:0;overflow:hidden'>{FIELD % 'right'}</div>",
}


@pytest.mark.parametrize("dress", FOLDED)
def test_a_folded_section_is_opened(gallery: Gallery, dress: str) -> None:
    """Its heading is pressed first, as a person does."""
    page = f"<h2>Form</h2>{FOLDED[dress]}<h2>Others</h2>{FIELD % 'wrong'}"
    gallery.show(page).section("Person").fill("State", "JOHOR")
    assert gallery.changed == {"right": "JOHOR"}


def test_a_folded_section_without_the_field_still_stops(gallery: Gallery) -> None:
    """It is opened once, and what is not in it is not looked for elsewhere."""
    portal = gallery.show(
        f"<details><summary>Person</summary><p>Nothing</p></details><h2>Others</h2>{FIELD % 'wrong'}"
    )
    with pytest.raises(PortalChanged):
        portal.section("Person").fill("State", "JOHOR")
    assert gallery.changed == {}


MODAL = "<div style='position:fixed;inset:0;background:#0008'></div><div role='dialog' style='position:fixed;left:300px;top:60px;background:#fff;padding:30px'><h3>Add</h3>%s</div>"


def test_a_window_in_the_page_goes_before_the_page(gallery: Gallery) -> None:
    """The same field and button in the page behind it are out of reach, for a person too."""
    button = "<button data-is='%s'>Save</button>"
    portal = gallery.show(FIELD % "behind" + button % "behind" + MODAL % (FIELD % "right" + button % "right"))
    portal.fill("State", "JOHOR")
    portal.click("Save")
    assert (gallery.changed, gallery.pressed) == ({"right": "JOHOR"}, ["right"])


PAGED = """<h3>Employees</h3><table><thead><tr><th>No.</th><th>Name</th><th>Salary (RM)</th></tr></thead><tbody id="rows"></tbody></table>
<p><a href="#" onclick="show(1)">1</a> <a href="#" onclick="show(2)">2</a></p><script>
const all = [["SITI", ""], ["DEWI", ""], ["ANI", ""]];
const show = (page) => setTimeout(() => { rows.innerHTML = all.slice(2 * page - 2, 2 * page).map((one, index) =>
  `<tr><td>${2 * page - 1 + index}</td><td>${one[0]}</td><td><input data-is="${one[0]}"></td></tr>`).join(""); }, 60);
show(1);</script>"""


def test_a_row_on_the_second_page_of_a_list(gallery: Gallery) -> None:
    """The list is turned to it, and her cell under the heading is filled in."""
    portal = gallery.show(PAGED)
    portal.section("Employees").row_on_any_page("Ani").under("Salary (RM)").fill("Salary (RM)", "1500.00")
    assert gallery.changed == {"ANI": "1500.00"}


FRAME = "<iframe src='/inner' style='width:600px;height:300px'></iframe>"


def test_a_page_of_the_portal_within_the_page_is_a_part_of_it(gallery: Gallery) -> None:
    """Fields are filled in, choices made and buttons pressed in a frame; what the frame then says is seen."""
    gallery.pages["/inner"] = (
        HEAD
        + f"</head>{FIELD % 'right'}<button data-is='button' onclick='s.textContent=\"Saved.\"'>Save</button><p id='s'></p>"
    )
    portal = gallery.show(f"<h1>Portal</h1>{FRAME}")
    portal.fill("State", "JOHOR")
    assert portal.click("Save", then="Saved.") == "Saved."
    inner = gallery.page.frames[1]
    assert inner.evaluate("changed()") == {"right": "JOHOR"}


def test_the_same_field_in_the_page_and_in_a_frame_stops(gallery: Gallery) -> None:
    """Neither is guessed at."""
    gallery.pages["/inner"] = HEAD + f"</head>{FIELD % 'one'}"
    portal = gallery.show(f"<div>{FIELD % 'two'}</div>{FRAME}")
    with pytest.raises(PortalChanged, match="more than one"):
        portal.fill("State", "JOHOR")
    assert gallery.changed == gallery.page.frames[1].evaluate("changed()") == {}


def test_a_frame_of_somebody_else_is_left_alone(gallery: Gallery) -> None:
    """A page of another origin within the page is not looked at."""
    page = (
        '<iframe src="data:text/html,<label>State</label><input>" style="width:600px;height:300px"></iframe>'
    )
    portal = gallery.show(page)
    with pytest.raises(PortalChanged):
        portal.fill("State", "JOHOR")
    assert gallery.page.frames[1].evaluate("document.querySelector('input').value") == ""


def test_a_frame_of_another_host_is_left_alone(gallery: Gallery) -> None:
    """Also where it is served as the portal's pages are."""
    gallery.pages["/inner"] = HEAD + f"</head>{FIELD % 'other'}"
    portal = gallery.show("<div id='here'></div>")
    elsewhere = gallery.page.url.replace("127.0.0.1", "localhost") + "inner"
    gallery.page.evaluate(
        "(address) => { const frame = document.createElement('iframe'); frame.src = address; here.append(frame); }",
        elsewhere,
    )
    with pytest.raises(PortalChanged):
        portal.fill("State", "JOHOR")
    assert gallery.page.frames[1].url == elsewhere
    assert gallery.page.frames[1].evaluate("changed()") == {}


@pytest.mark.parametrize(
    "opens",
    ["<a href='/new' target='_blank'>Open</a>", "<button onclick='window.open(\"/new\")'>Open</button>"],
)
def test_a_new_tab_of_the_portal_is_gone_on_with(gallery: Gallery, opens: str) -> None:
    """What opens in a new tab is where a person goes on; once it closes, they are back where they were."""
    gallery.pages["/new"] = (
        HEAD + f"</head><h1>Receipt</h1>{FIELD % 'right'}<button onclick='window.close()'>Close</button>"
    )
    portal = gallery.show(f"<h1>List</h1>{opens}{FIELD % 'wrong'}")
    portal.click("Open", then="Receipt")
    portal.fill("State", "JOHOR")
    assert gallery.page.context.pages[-1].evaluate("changed()") == {"right": "JOHOR"}
    portal.click("Close")
    assert portal.see("List") == "List"
    assert gallery.changed == {}


def test_a_notice_of_the_browser_is_heard(gallery: Gallery) -> None:
    """What an alert says counts as said by the portal."""
    portal = gallery.show("<button onclick='alert(\"Your request completed successfully.\")'>Save</button>")
    assert portal.save("Save", then="Your request completed successfully.")


def test_a_refusal_in_a_notice_of_the_browser_is_quoted(gallery: Gallery) -> None:
    """It stops the run as one on the page does."""
    portal = gallery.show(
        "<button onclick='alert(\"State: this field cannot be blank.\")'>Save</button>",
        names={'message "rejected"': ["This field cannot be blank."]},
    )
    with pytest.raises(PortalRejected, match="State: this field cannot be blank"):
        portal.click("Save", then="Saved.")


def test_any_other_notice_of_the_browser_is_told(gallery: Gallery) -> None:
    """The person reads in the error what it said."""
    portal = gallery.show("<button onclick='alert(\"Choose a month first\")'>Save</button>")
    with pytest.raises(PortalChanged, match="Choose a month first"):
        portal.click("Save", then="Saved.")


def test_a_question_of_the_browser_is_never_answered_with_yes(gallery: Gallery) -> None:
    """It is answered with no, and the run stops and says what was asked."""
    portal = gallery.show(
        '<button onclick=\'if (confirm("Submit now?")) pressed.push("sent")\'>Save</button>'
    )
    with pytest.raises(PortalChanged, match=r"Submit now\?"):
        portal.save("Save", then="Saved.")
    assert gallery.pressed == []


def test_what_was_scrolled_out_of_a_window_in_the_page_is_still_there(gallery: Gallery) -> None:
    """A person scrolls back to it."""
    inner = f"<div style='height:150px;overflow:auto'><h3>Person</h3><div style='height:900px'></div>{FIELD % 'right'}</div>"
    portal = gallery.show(f"<div style='position:fixed;top:0;left:0'>{inner}</div>")
    gallery.page.evaluate("document.querySelector('[data-is]').scrollIntoView()")
    portal.section("Person").fill("State", "JOHOR")
    assert gallery.changed == {"right": "JOHOR"}


def test_a_button_that_is_just_replaced_is_looked_for_again(gallery: Gallery) -> None:
    """The page changed under the pointer: pressed is the one that is there then, once."""
    page = """<div id='p'><button data-is='old'>Next</button></div><script>
    let times = 0;
    const put = (name) => { p.innerHTML = `<button data-is='${name}'>Next</button>`; };
    document.addEventListener("mousemove", () => { if (times++ < 3) put("right"); });
    </script>"""
    gallery.show(page).click("Next")
    assert gallery.pressed == ["right"]


LISTED = "<label>State</label><div role=combobox aria-expanded=false aria-controls=l tabindex=0 data-is=right style='width:200px;border:1px solid' onclick='l.hidden=false; this.ariaExpanded=true'>Please Select</div><div id=l role=listbox hidden><div role=option onclick='this.parentNode.previousSibling.textContent=this.textContent; l.hidden=true; this.parentNode.previousSibling.ariaExpanded=false'>JOHOR</div></div>"


def test_a_list_and_a_tick_that_are_just_replaced_are_looked_for_again(gallery: Gallery) -> None:
    """A widget takes the place of what the page came with."""
    for page in (
        f"<p id='p'>{LISTED}</p>",
        "<p id='p'><input type='checkbox' data-is='right'> Same Address</p>",
    ):
        script = "<script>let times = 0, as = p.innerHTML; document.addEventListener('mousemove', () => { if (times++ < 2) p.innerHTML = as; });</script>"
        portal = gallery.show(page + script)
        if "combobox" in page:
            portal.choose("State", "JOHOR")
            assert gallery.page.locator("[role=combobox]").inner_text() == "JOHOR"
        else:
            portal.tick("Same Address")
            assert gallery.changed == {"right": True}
