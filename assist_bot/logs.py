"""The program's log: terse on the terminal, fuller in a private file, and no secret in either."""

import html
import json
import re
import sys
import traceback
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from loguru import logger

from assist_bot.places import Places

if TYPE_CHECKING:
    from loguru import Record

SHORTEST_HIDDEN = 4
"""A shorter value stands in too many ordinary words."""

_hidden: set[str] = set()


def begin(places: Places, *, verbose: bool = False) -> None:
    """Send warnings (with `verbose` everything) to stderr, and everything to the file; once, at the start."""
    logger.remove()
    logger.configure(patcher=_mask)
    # diagnose would print the values of variables, passwords among them.
    logger.add(
        _to_the_terminal,
        level="DEBUG" if verbose else "WARNING",
        format="{level.name}: {message}",
        diagnose=False,
        backtrace=False,
    )
    logger.add(
        places.log_file,
        level="DEBUG",
        format="{time:YYYY-MM-DDTHH:mm:ss.SSSZ} {level.name} {name}:{line} {message}",
        encoding="utf-8",
        rotation="1 MB",
        retention=5,
        diagnose=False,
        backtrace=False,
    )


def hide(values: Iterable[str]) -> None:
    """Never write these values from now on, whatever their case, separators or escaping."""
    for value in values:
        if len(value) >= SHORTEST_HIDDEN:
            _hidden.update(_spellings(value))


def masked(text: str) -> str:
    """The text without any value that was hidden."""
    # The longest first: one value may be part of another.
    for pattern in sorted(_hidden, key=len, reverse=True):
        text = re.sub(pattern, "••••", text, flags=re.IGNORECASE)
    return text


def _spellings(value: str) -> Iterable[str]:
    """Patterns for a value as people, Python, JSON, a web address and a web page write it."""
    for spelling in (value, json.dumps(value)[1:-1], quote(value), quote_plus(value), html.escape(value)):
        # A text inside a text has more backslashes each time.
        yield r"\\*".join(re.escape(character) for character in spelling)
    bare = re.sub(r"[\s-]", "", value)
    if len(bare) >= SHORTEST_HIDDEN:
        yield r"[\s-]*".join(re.escape(character) for character in bare)


def _to_the_terminal(message: str) -> None:
    """Write to stderr as it is now: a progress display puts its own in place while it shows."""
    sys.stderr.write(message)


def _mask(record: "Record") -> None:
    message = record["message"]
    if record["exception"] is not None:
        # As text it can be masked like the rest; loguru would write it past us.
        kind, error, trace = record["exception"]
        message += "\n" + "".join(traceback.format_exception(kind, error, trace)).rstrip()
        record["exception"] = None
    record["message"] = masked(message)
    for name, value in record["extra"].items():
        record["extra"][name] = masked(str(value))
