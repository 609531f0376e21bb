"""How each kind of control is filled in, and what it shows afterwards."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from playwright.sync_api import ElementHandle
from playwright.sync_api import Error as PlaywrightError

from assist_bot.errors import PortalChanged
from assist_bot.portal.finding import Found, Place
from assist_bot.portal.words import fold

OPENING = 1.5  # seconds for a list to open before it is opened again
PRESSING = 10_000  # milliseconds for a control to hold still under the pointer


def shown_in(found: Found) -> str:
    """Read what a control shows: its value, or the text of what is chosen."""
    return str(
        found.element.evaluate(
            """(element) => {
                if (element.matches("select")) return element.selectedOptions[0] ? element.selectedOptions[0].text : "";
                if (element.matches("input, textarea")) return element.value;
                const copy = element.cloneNode(true);
                copy.querySelectorAll(".select2-selection__clear").forEach((part) => part.remove());
                return copy.textContent;
            }"""
        )
    ).strip()


def fill_text(found: Found, text: str) -> str:
    """Type into a box, leave it as a person does, and give what it then shows."""
    found.element.fill(text, timeout=PRESSING)
    found.element.press("Tab")
    return shown_in(found)


def fill_date(place: Place, found: Found, day: date) -> str:
    """Enter a date as dd/mm/yyyy, through the calendar where the box cannot be typed into."""
    kind, read_only = found.element.evaluate("(box) => [box.type, box.readOnly]")
    if kind == "date":
        found.element.fill(day.isoformat())
        return str(found.element.input_value())
    if read_only:
        _pick_from_calendar(place, found, day)
    else:
        found.element.fill(day.strftime("%d/%m/%Y"))
        found.element.press("Escape")
        found.element.press("Tab")
        with suppress(PlaywrightError):  # it fades away, and may lie over the next control until then
            place.window.page.locator("#ui-datepicker-div").wait_for(state="hidden", timeout=1000)
    return shown_in(found)


def _pick_from_calendar(place: Place, found: Found, day: date) -> None:
    found.element.click(timeout=PRESSING)
    calendar = place.window.page.locator("select:visible")
    years = calendar.filter(has=place.window.page.locator(f'option:text-is("{day.year}")'))
    years.last.select_option(label=str(day.year))
    calendar.filter(has=place.window.page.locator('option[value="11"]')).last.select_option(
        str(day.month - 1)
    )
    cells = place.window.page.locator("td:visible").get_by_text(str(day.day), exact=True)
    cells.last.click(timeout=PRESSING)


def same_date(shown: str, day: date) -> bool:
    """Say whether the portal shows this date, in any of the ways in which it writes dates."""
    ways = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d %b %Y", "%d %B %Y")
    return shown.strip().casefold() in {day.strftime(way).casefold() for way in ways}


def same_text(shown: str, wanted: str) -> bool:
    """Compare as a person would: letter case, spacing and the writing of amounts do not matter."""
    if fold(shown).replace(" ", "") == fold(wanted).replace(" ", ""):
        return True
    with suppress(InvalidOperation):
        return Decimal(shown.replace(",", "")) == Decimal(wanted.replace(",", ""))
    return False


def offered_by(found: Found) -> list[str]:
    """List what a drop-down offers, without its invitation to choose."""
    select = found.hidden or found.element
    texts = select.evaluate(
        "(select) => [...(select.options || [])].filter((o) => o.value !== '').map((o) => o.text.trim())"
    )
    return [str(text) for text in texts]


def choose_native(found: Found, names: Sequence[str]) -> list[str]:
    """Choose in an ordinary drop-down; gives [] when chosen, else what is offered."""
    offered = offered_by(found)
    hits = [text for text in offered if fold(text) in names]
    if len(hits) != 1:
        return offered or ["nothing"]
    found.element.select_option(label=hits[0], timeout=PRESSING)
    return []


def choose_select2(place: Place, found: Found, names: Sequence[str]) -> list[str]:
    """Choose in a select2 box: open it, take the option, all as seen; gives [] when chosen, else what is offered."""
    found.element.click(timeout=PRESSING)
    said, seen = place.window.find("options", {"names": list(names)}, OPENING)
    if said["state"] == "found":
        seen[0][0].click(timeout=PRESSING)
        return []
    offered = [str(text) for text in said.get("offered") or []]
    place.window.page.keyboard.press("Escape")
    return offered or ["nothing"]


def mark_radio(found: Found) -> str:
    """Choose a radio button, through its label where the button itself is drawn over."""
    _check(found.element)
    return "chosen" if found.element.is_checked() else ""


def set_tick(found: Found) -> str:
    """Set a tick, where it is not set already."""
    if not found.element.is_checked():
        _check(found.element)
    return "ticked" if found.element.is_checked() else ""


def _check(element: ElementHandle) -> None:
    try:
        element.check(timeout=2000)
    except PlaywrightError:
        element.evaluate("(mark) => (mark.labels && mark.labels[0] || mark).click()")


def attach_file(found: Found, path: Path) -> str:
    """Put a file into a file box and give the name and size that the box then holds."""
    found.element.set_input_files(path)
    name, size = found.element.evaluate(
        "(box) => [box.files[0] && box.files[0].name, box.files[0] && box.files[0].size]"
    )
    if name != path.name or size != path.stat().st_size:
        raise PortalChanged(
            f'The file box took "{name}" ({size} bytes) instead of "{path.name}" ({path.stat().st_size} bytes).',
            "Nothing was uploaded. Run the command again.",
        )
    return str(name)
