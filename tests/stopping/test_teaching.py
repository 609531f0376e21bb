"""`assist-bot teach`: the person points at what was not found, and the next run finds it by itself."""

import tomllib
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from assist_bot import review
from assist_bot.errors import DryRunEnds, PortalChanged
from tests.stopping.conftest import Scene
from tests.stopping.pointer import Pointer

Show = Callable[..., Scene]

DONE = "Your request completed successfully."
COUNTS = "onclick=\"this.dataset.pressed = 1 + Number(this.dataset.pressed || 0)\" href='javascript:void(0)'"
RENAMED = f"<h4>Search</h4><a {COUNTS} id=right>Arrears Payment</a> <a {COUNTS} id=wrong>COMPLETE</a>"
ANSWERS = f"<script>right.addEventListener('click', () => {{ said.textContent = '{DONE}'; }})</script>"
SAVES = f"<h4>Draft</h4><a {COUNTS} id=right>KEEP AS DRAFT</a> <p id=said></p>{ANSWERS}"
LIST = """<h4>Employee Contributions</h4>
<table><tr><th>Name</th><th>Salary (RM)</th><th>Tasks</th></tr>
<tr><td>SITI AMINAH</td><td>1500.00</td>
<td><a id=right href="javascript:void(0)" onclick="this.dataset.pressed = 1">&nbsp;&nbsp;<i></i></a></td></tr></table>
<input type=button id=field value=""><label>Wages of the month</label><input id=wages>"""


def pressed(page: Page, which: str) -> str | None:
    """Say how often a link was pressed."""
    return page.locator(which).get_attribute("data-pressed")


def test_what_was_taught_is_pressed_and_found_in_the_next_run(scene: Show, page: Page) -> None:
    """The click that points presses nothing; the name is kept, told in the review, and needs no teacher any more."""
    person = Pointer(page, "#right")
    here = scene(RENAMED, asks=person)
    here.portal.click("Arrears Contribution")
    assert pressed(page, "#right") == "1"
    assert person.shown == [("Arrears Contribution", "Arrears Payment")]
    assert tomllib.loads(here.own_words.read_text("utf-8"))["Arrears Contribution"]["english"] == [
        "Arrears Payment"
    ]
    assert "Taught by you" in review.write(here.journal.folder).read_text("utf-8")
    again = scene(RENAMED)
    again.portal.click("Arrears Contribution")
    assert pressed(page, "#right") == "1"


def test_a_taught_name_that_stands_there_twice_stops_as_ever(scene: Show, page: Page) -> None:
    """Having been taught is no reason to guess."""
    scene(RENAMED, asks=Pointer(page, "#right")).portal.click("Arrears Contribution")
    twice = scene(f"{RENAMED}<button>Arrears Payment</button>")
    with pytest.raises(PortalChanged, match="more than one"):
        twice.portal.click("Arrears Contribution")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"at": "#wrong"}, 'is what the guide calls "complete"'),
        ({"at": "#twin"}, "more than one"),
        ({"at": "#bare"}, "no words by which it could be found again"),
        ({"at": "#right", "agrees": False}, "Nothing was learnt"),
        ({"at": "#right", "points": False}, ""),
    ],
)
def test_nothing_is_learnt_that_is_not_sure(
    scene: Show, page: Page, changes: dict[str, str], why: str
) -> None:
    """Another word's name, a name that stands there twice, no name, no agreement: it stops, and nothing is pressed."""
    person = Pointer(page, **changes)  # type: ignore[arg-type]
    twins = "<button id=twin>Other</button><button>Other</button><button id=bare>&nbsp;&nbsp;&nbsp;</button>"
    here = scene(RENAMED + twins, asks=person)
    with pytest.raises(PortalChanged, match="does not show"):
        here.portal.click("Arrears Contribution")
    assert why in person.heard[-1]
    assert not here.own_words.exists()
    assert pressed(page, "#right") is pressed(page, "#wrong") is None


def test_what_saves_takes_its_words_typed(scene: Show, page: Page) -> None:
    """Not typed, nothing is pressed or learnt; typed, it is recorded in the words and in the journal."""
    here = scene(SAVES, asks=Pointer(page, "#right", types="yes"))
    with pytest.raises(PortalChanged, match="does not show"):
        here.portal.save("Save Draft", DONE, with_file=True)
    assert not here.own_words.exists()
    assert pressed(page, "#right") is None
    typed = scene(SAVES, asks=Pointer(page, "#right"))
    typed.portal.save("Save Draft", DONE, with_file=True)
    assert pressed(page, "#right") == "1"
    entry = tomllib.loads(typed.own_words.read_text("utf-8"))["Save Draft"]
    assert entry["added"]["KEEP AS DRAFT"]["confirmed_by_hand"] is True
    assert "confirmed by typing it" in (typed.journal.folder / "journal.jsonl").read_text("utf-8")


def test_in_a_dry_run_what_saves_is_learnt_and_not_pressed(scene: Show, page: Page) -> None:
    """It can be taught beforehand."""
    here = scene(SAVES, asks=Pointer(page, "#right"), read_only=True)
    with pytest.raises(DryRunEnds):
        here.portal.save("Save Draft", DONE, with_file=True)
    assert here.own_words.exists()
    assert pressed(page, "#right") is None


def test_a_control_without_a_name_is_known_by_its_column(scene: Show, page: Page) -> None:
    """Pointing at the pencil teaches what its column is called now; the row is the employee's."""
    person = Pointer(page, "#right")
    row = scene(LIST, asks=person).portal.section("Employee Contributions").row("SITI AMINAH")
    row.under("Action").click("Edit")
    assert pressed(page, "#right") == "1"
    assert person.shown == [("Action", "Tasks")]
    scene(LIST).portal.section("Employee Contributions").row("SITI AMINAH").under("Action").click("Edit")
    assert pressed(page, "#right") == "1"


def test_a_box_and_a_section_are_taught_as_well(scene: Show, page: Page) -> None:
    """By pointing at the box, or at the heading."""
    here = scene(LIST, asks=Pointer(page, "#wages"))
    here.portal.fill("Salary of the month", "1500")
    assert page.locator("#wages").input_value() == "1500"
    here = scene(LIST, asks=Pointer(page, "h4"))
    here.portal.section("Contributions of Employees").fill("Salary of the month", "1620")
    assert page.locator("#wages").input_value() == "1620"


def test_a_row_cannot_be_taught(scene: Show, page: Page) -> None:
    """It is known by what stands in it: the person is told, and not asked to point."""
    person = Pointer(page, "#right")
    here = scene(LIST, asks=person)
    with pytest.raises(PortalChanged):
        here.portal.row("DEWI LESTARI").under("Action").click("Edit")
    assert person.heard == ["A row is known by what stands in it, which cannot be taught."]
    assert not here.own_words.exists()
