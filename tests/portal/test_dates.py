"""A date goes in however the portal asks for it, and is read back."""

from datetime import date

import pytest

from assist_bot.errors import PortalChanged
from tests.portal.gallery import Gallery

DAY = date(1990, 3, 31)
BOX = "<label>Date of Birth</label><input id='d' data-is='right' %s><label>Year</label><select data-is='wrong'><option>1990</option><option value='11'>December</option></select>"
CALENDAR = "<script>$('#d').datepicker({dateFormat: 'dd/mm/yy', showOtherMonths: true, selectOtherMonths: true, %s})</script>"
LISTS = "changeMonth: true, changeYear: true, yearRange: '-90:+20', defaultDate: '01/02/1980'"

DRESSES = {
    "typed": (BOX % "", "31/03/1990"),
    "typed, as the box asks": (BOX % "placeholder='yyyy-mm-dd'", "1990-03-31"),
    "plain date box": (BOX % "type='date'", "1990-03-31"),
    "calendar, typed": (BOX % "" + CALENDAR % LISTS, "31/03/1990"),
    "calendar, another form": (BOX % "placeholder='dd-mm-yyyy'" + (CALENDAR % LISTS).replace("dd/mm/yy", "dd-mm-yy"), "31-03-1990"),
    "calendar only": (BOX % "readonly" + CALENDAR % LISTS, "31/03/1990"),
    "calendar only, month in words": (BOX % "readonly" + (CALENDAR % LISTS).replace("dd/mm/yy", "d M yy"), "31 Mar 1990"),
    "calendar only, few years at once": (BOX % "readonly" + CALENDAR % "changeYear: true, defaultDate: '01/02/2001'", "31/03/1990"),
    "calendar only, without lists": (BOX % "readonly" + CALENDAR % "defaultDate: '01/11/1989'", "31/03/1990"),
    "the portal writes it otherwise": (BOX % "onchange='this.value = \"31 March 1990\"'", "31 March 1990"),
}  # fmt: skip


@pytest.mark.parametrize("dress", DRESSES)
def test_a_date_is_entered(gallery: Gallery, dress: str) -> None:
    """The box of the label holds the day, and nothing else on the page was touched."""
    page, shown = DRESSES[dress]
    gallery.show(page, widgets="$" in page).fill_date("Date of Birth", DAY)
    assert gallery.changed == {"right": shown}


DECOYS = {
    "another calendar": BOX % "readonly onclick='document.getElementById(\"c\").hidden = false'"
    + "<table id='c' hidden><tr><td data-is='pressed'>31</td></tr></table>",
    "the portal changes it": BOX % "onchange='this.value = \"03/31/1990\"'",
    "the box asks for the month first": BOX % "placeholder='(MM/DD/YYYY)'",
    "the portal cuts it short": BOX % "maxlength='8'",
}


@pytest.mark.parametrize("decoy", DECOYS)
def test_a_date_that_is_not_taken_as_it_is_stops(gallery: Gallery, decoy: str) -> None:
    """A calendar of another make is not guessed at, and another date is not left unsaid."""
    portal = gallery.show(DECOYS[decoy], widgets="$" in DECOYS[decoy])
    with pytest.raises(PortalChanged):
        portal.fill_date("Date of Birth", DAY)
    assert gallery.pressed == []


def test_a_window_in_the_page_stays_open_when_a_date_is_typed(gallery: Gallery) -> None:
    """No key is pressed that would close it."""
    page = f"<div id='w' title='Employee'>{BOX % ''}</div><script>$('#w').dialog(); $('#d').datepicker({{dateFormat: 'dd/mm/yy'}})</script>"
    gallery.show(page, widgets=True).fill_date("Date of Birth", DAY)
    assert gallery.page.locator("#w").is_visible()
    assert gallery.changed["right"] == "31/03/1990"


@pytest.mark.parametrize("how", ["", "readonly"])
def test_the_calendar_of_the_next_box_is_closed_again(gallery: Gallery, how: str) -> None:
    """It opens as a box is left for the next, over what stands below; that is filled in all the same."""
    below = "<div style='margin-top: 90px'><label>Town</label><input data-is='town'></div>"
    script = (
        "<script>$('#d').datepicker({dateFormat: 'dd/mm/yy', changeYear: true, changeMonth: true})</script>"
    )
    page = f"<label>Name</label><input data-is='name'>{BOX % how}{below}{script}"
    portal = gallery.show(page, widgets=True)
    portal.fill("Name", "SITI")
    portal.fill("Town", "IPOH")
    portal.fill_date("Date of Birth", DAY)
    assert gallery.changed == {"name": "SITI", "right": "31/03/1990", "town": "IPOH"}
