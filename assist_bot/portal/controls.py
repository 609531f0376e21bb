"""How each kind of control is filled in, and what it shows afterwards."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from playwright.sync_api import ElementHandle
from playwright.sync_api import Error as PlaywrightError

from assist_bot.errors import PortalChanged
from assist_bot.language import say
from assist_bot.portal.calendar import close_calendar, pick_day
from assist_bot.portal.finding import Found, Place
from assist_bot.portal.words import fold

OPENING = 1.5  # seconds for a list to open before it is opened again
PRESSING = 10_000  # milliseconds for a control to hold still under the pointer

GONE = "not attached to the DOM"
"""What Playwright says of an element that has gone before anything was done to it."""


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
    _leave(found)
    return _typed_in(found)


def _leave(found: Found) -> None:
    """Leave a box as a person does; a calendar that opens with that, by itself, is closed again."""
    found.element.press("Tab")
    close_calendar(found)


def _typed_in(found: Found) -> str:
    """Read a box that was typed into: of a text that is too long for it, as much as a person could have typed."""
    shown, limit = found.element.evaluate("(box) => [box.value, box.maxLength ?? -1]")
    if shown is None:
        return shown_in(found)
    return str(shown).strip() if limit < 0 or len(shown) <= limit else str(shown)[:limit].strip()


def fill_date(found: Found, day: date) -> str:
    """Enter a date as the box asks for it, through its calendar where it cannot be typed into."""
    kind, read_only, hint = found.element.evaluate("(box) => [box.type, box.readOnly, box.placeholder || '']")
    if kind == "date":
        found.element.fill(day.isoformat(), timeout=PRESSING)
        return str(found.element.input_value())
    if read_only:
        pick_day(found, day)
        return shown_in(found)
    found.element.fill(_as_asked(day, hint), timeout=PRESSING)
    _leave(found)
    return _typed_in(found)


def _as_asked(day: date, hint: str) -> str:
    """Write a date in the form that a hint in the box asks for, dd/mm/yyyy where there is none."""
    asked = re.search(r"\b([dhmbty]+)([/.-])([dhmbty]+)\2([dhmbty]+)\b", hint.lower())
    if asked is None:
        return day.strftime("%d/%m/%Y")
    ways = {"d": "%d", "h": "%d", "m": "%m", "b": "%m", "y": "%Y", "t": "%Y"}
    return day.strftime(asked[2].join(ways[asked[part][0]] for part in (1, 3, 4)))


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


def choose_from_list(place: Place, found: Found, names: Sequence[str]) -> list[str]:
    """Choose in a select2 box or one like it: open it, search if it has to be searched, take the option, all as seen.

    Gives [] when chosen, else what is offered.
    """
    found.element.click(timeout=PRESSING)
    offered: list[str] = []
    for term in (*names, ""):
        said, seen = place.window.find("options", {"names": list(names)}, OPENING)
        if said["state"] == "found":
            seen[0][0].click(timeout=PRESSING)
            return []
        offered += [str(text) for text in said.get("offered") or [] if text not in offered]
        if not seen or not term:
            break
        seen[0][0].fill(term, timeout=PRESSING)  # the box in which the list is searched
    place.window.page.keyboard.press("Escape")
    return offered or ["nothing"]


def mark_radio(found: Found) -> bool:
    """Choose a radio button, through its label where the button itself is drawn over; say whether it is chosen."""
    _check(found.element)
    return found.element.is_checked()


def set_tick(found: Found) -> str:
    """Set a tick, where it is not set already."""
    if not found.element.is_checked():
        _check(found.element)
    return "ticked" if found.element.is_checked() else ""


def _check(element: ElementHandle) -> None:
    try:
        element.check(timeout=2000)
    except PlaywrightError as error:
        if GONE in str(error):
            raise
        element.evaluate("(mark) => (mark.labels && mark.labels[0] || mark).click()")


def attach_file(found: Found, path: Path) -> str:
    """Put a file into a file box and give the name and size that the box then holds."""
    found.element.set_input_files(path)
    name, size = found.element.evaluate(
        "(box) => [box.files[0] && box.files[0].name, box.files[0] && box.files[0].size]"
    )
    if name != path.name or size != path.stat().st_size:
        raise PortalChanged(
            say(
                'The file box took "{name}" ({size} bytes) instead of "{file}" ({real_size} bytes).',
                name=name,
                size=size,
                file=path.name,
                real_size=path.stat().st_size,
            ),
            say("Nothing was uploaded. Run the command again."),
        )
    return str(name)
