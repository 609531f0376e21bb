"""The calendar of a date box that cannot be typed into: leafed through as a person does."""

from contextlib import suppress
from datetime import date

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator

from assist_bot.errors import PortalChanged
from assist_bot.language import say
from assist_bot.portal.comparing import month_called
from assist_bot.portal.finding import Found

PRESSING = 10_000  # milliseconds for a control to hold still under the pointer
OPENING = 2_000  # milliseconds for the calendar to open
FADING = 1_000  # milliseconds for a calendar to have faded
LEAVES = 1_200  # months are leafed through: a hundred years


def pick_day(found: Found, day: date) -> None:
    """Open the calendar of a date box and press the day. Raises PortalChanged when none opens that is known here."""
    frame = found.element.owner_frame()
    assert frame is not None  # noqa: S101  # what was found on a page has one
    calendar = frame.locator(".ui-datepicker:visible")
    found.element.click(timeout=PRESSING)
    try:
        calendar.wait_for(timeout=OPENING)
    except PlaywrightError as error:
        raise PortalChanged(
            say("The date box cannot be typed into, and no calendar that is known here opens."),
            say("Nothing was saved with it. Enter the date by hand."),
        ) from error
    for _ in range(LEAVES):
        if _turned(calendar, day):
            break
    days = calendar.locator("td:not(.ui-datepicker-other-month) a").get_by_text(str(day.day), exact=True)
    days.click(timeout=PRESSING)


def close_calendar(found: Found) -> None:
    """See to it that no calendar lies over the page after a box was left: it may cover the next control.

    The one of the box itself fades. The one of the next box opens as that gets the focus; Escape closes it, and is
    pressed only then: without a calendar it could close a dialog of the page.
    """
    frame = found.element.owner_frame()
    if frame is None:
        return
    calendar = frame.locator("#ui-datepicker-div")
    with suppress(PlaywrightError):
        if _faded(calendar):
            return
        if frame.evaluate("() => document.activeElement.matches('.hasDatepicker')"):
            frame.page.keyboard.press("Escape")
            calendar.wait_for(state="hidden", timeout=FADING)
            frame.evaluate("() => document.activeElement.blur()")  # or a press on it would not open it again


def _faded(calendar: Locator) -> bool:
    try:
        calendar.wait_for(state="hidden", timeout=FADING)
    except PlaywrightError:
        return False
    return True


def _turned(calendar: Locator, day: date) -> bool:
    """Turn the calendar nearer to the month of the day; say whether it shows it already."""
    year, month = _shown(calendar)
    if (year, month) == (day.year, day.month):
        return True
    years, months = (
        calendar.locator("select.ui-datepicker-year"),
        calendar.locator("select.ui-datepicker-month"),
    )
    offered = [int(each) for each in years.locator("option").all_inner_texts()]
    nearest = min(offered, key=lambda each: abs(each - day.year), default=year)
    if nearest != year:
        years.select_option(str(nearest), timeout=PRESSING)
    elif year == day.year and months.count():
        months.select_option(str(day.month - 1), timeout=PRESSING)
    else:
        later = (day.year, day.month) > (year, month)
        calendar.locator(".ui-datepicker-next" if later else ".ui-datepicker-prev").click(timeout=PRESSING)
    return False


def _shown(calendar: Locator) -> tuple[int, int]:
    year, month, name = calendar.locator(".ui-datepicker-title").evaluate(
        """(title) => {
            const [year, month] = ["year", "month"].map((part) => title.querySelector(`.ui-datepicker-${part}`));
            return [year.value || year.textContent, month.value || "", month.textContent];
        }"""
    )
    return int(year), int(month) + 1 if month else month_called(name)
