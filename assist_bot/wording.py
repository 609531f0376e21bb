"""Plain words for what the journal writes tersely: steps, durations, moments, months."""

import re
from datetime import datetime
from decimal import Decimal

from assist_bot.language import day_and_time, mark, month_name, say, say_marked

_SENTENCES = {
    "click": mark('Pressed "{words}"'),
    "press": mark('Pressed "{words}"'),
    "save": mark('Pressed "{words}"'),
    "hover": mark('Pointed at "{words}"'),
    "fill": mark('Filled in "{words}"'),
    "choose": mark('Chose in "{words}"'),
    "tick": mark('Ticked "{words}"'),
    "untick": mark('Cleared the tick at "{words}"'),
    "attach": mark('Put a file in "{words}"'),
    "upload": mark('Uploaded "{words}"'),
    "download": mark('Downloaded "{words}"'),
    "open": mark('Opened "{words}"'),
    "read": mark('Read "{words}"'),
    "find": mark('Looked for "{words}"'),
    "see": mark('Came to "{words}"'),
    "expect": mark('Waited for "{words}"'),
    "wait": mark('Waited for "{words}"'),
    "check": mark('Checked "{words}"'),
    "compare": mark('Compared "{words}"'),
    "approve": mark('Asked you to approve "{words}"'),
    "ask": mark('Asked you about "{words}"'),
}
_KINDS = {
    "document": mark("a page"),
    "image": mark("a picture"),
    "media": mark("a film or sound"),
    "font": mark("a font"),
    "stylesheet": mark("a style sheet"),
    "script": mark("a script"),
    "xhr": mark("data"),
    "fetch": mark("data"),
    "eventsource": mark("data"),
    "websocket": mark("a lasting connection"),
    "ping": mark("a report"),
    "the browser itself": mark("the browser itself"),
    "cspviolationreport": mark("a report"),
}
_VALUE_LABELS = {
    "fill": mark("Filled in"),
    "choose": mark("Chosen"),
    "attach": mark("File"),
    "upload": mark("File"),
}
_VALUE, _SOMETHING = mark("Value"), mark("something")

# What a page may obey instead of showing: control characters, and marks that turn the writing round.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


_LONGEST_TEXT = 5000


def plain(value: object) -> str:
    """Write anything found in a journal as text that only shows, and does nothing."""
    return "" if value is None else _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", str(value)[:_LONGEST_TEXT])


def sentence(verb: str, words: str, *, left_out: bool = False) -> str:
    """Say what a step did, `Filled in "Salary (RM)"`, or in a dry run did not do."""
    if left_out:
        return say('Did not press "{words}"', words=words)
    if not words:
        return verb.capitalize()
    template = _SENTENCES.get(verb)
    return say_marked(template, words=words) if template else f'{verb.capitalize()} "{words}"'


def kind_wanted(kind: str) -> str:
    """Name what a page wanted from a host, by the browser's word for it."""
    return say_marked(_KINDS.get(kind, _SOMETHING))


def value_label(verb: str) -> str:
    """Name what a step's value is."""
    return say_marked(_VALUE_LABELS.get(verb, _VALUE))


def duration(seconds: float) -> str:
    """Write seconds as a person would: "<0.1 s", "0.4 s", "12 s", "2 min 5 s"."""
    if seconds < 0.1:  # noqa: PLR2004 - a tenth is the smallest that is shown
        return "<0.1 s"
    if seconds < 9.95:  # noqa: PLR2004 - with one more, it would read "10.0 s"
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def moment(text: str) -> str:
    """Write a moment of the journal (Kuala Lumpur time) as "22 November 2026, 10:15"."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return text
    return day_and_time(when)


def month(text: str) -> str:
    """Write "2026-10" as "October 2026"."""
    try:
        first = datetime.fromisoformat(f"{text}-01")
    except ValueError:
        return text
    return month_name(first.month, first.year)


def amount(text: str) -> str:
    """Write the result's "1620.00" as "RM1,620.00"."""
    return f"RM{Decimal(text):,.2f}" if re.fullmatch(r"[0-9]{1,9}\.[0-9]{2}", text) else text
