"""Plain words for what the journal writes tersely: steps, durations, moments, months."""

import re
from datetime import date, datetime
from decimal import Decimal

_SENTENCES = {
    "click": 'Pressed "{}"',
    "press": 'Pressed "{}"',
    "save": 'Pressed "{}"',
    "hover": 'Pointed at "{}"',
    "fill": 'Filled in "{}"',
    "choose": 'Chose in "{}"',
    "tick": 'Ticked "{}"',
    "untick": 'Cleared the tick at "{}"',
    "attach": 'Put a file in "{}"',
    "upload": 'Uploaded "{}"',
    "download": 'Downloaded "{}"',
    "open": 'Opened "{}"',
    "read": 'Read "{}"',
    "find": 'Looked for "{}"',
    "see": 'Came to "{}"',
    "expect": 'Waited for "{}"',
    "wait": 'Waited for "{}"',
    "check": 'Checked "{}"',
    "compare": 'Compared "{}"',
    "approve": 'Asked you to approve "{}"',
    "ask": 'Asked you about "{}"',
}
_KINDS = {
    "document": "a page",
    "image": "a picture",
    "media": "a film or sound",
    "font": "a font",
    "stylesheet": "a style sheet",
    "script": "a script",
    "xhr": "data",
    "fetch": "data",
    "eventsource": "data",
    "websocket": "a lasting connection",
    "ping": "a report",
    "cspviolationreport": "a report",
}
_VALUE_LABELS = {
    "fill": "Filled in",
    "choose": "Chosen",
    "attach": "File",
    "upload": "File",
}

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
        return f'Did not press "{words}"'
    if not words:
        return verb.capitalize()
    template = _SENTENCES.get(verb)
    return template.format(words) if template else f'{verb.capitalize()} "{words}"'


def kind_wanted(kind: str) -> str:
    """Name what a page wanted from a host, by the browser's word for it."""
    return _KINDS.get(kind, kind if kind == "the browser itself" else "something")


def value_label(verb: str) -> str:
    """Name what a step's value is."""
    return _VALUE_LABELS.get(verb, "Value")


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
    return f"{when.day} {when:%B %Y, %H:%M}"


def day(when: date) -> str:
    """Write a day as "5 November 2026"."""
    return f"{when.day} {when:%B %Y}"


def month(text: str) -> str:
    """Write "2026-10" as "October 2026"."""
    try:
        return f"{datetime.fromisoformat(f'{text}-01'):%B %Y}"
    except ValueError:
        return text


def amount(text: str) -> str:
    """Write the result's "1620.00" as "RM1,620.00"."""
    return f"RM{Decimal(text):,.2f}" if re.fullmatch(r"[0-9]{1,9}\.[0-9]{2}", text) else text
