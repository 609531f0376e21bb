"""The program's log: terse on the terminal, fuller in a private file, and no secret in either."""

import json
import logging
import sys
import threading
import traceback
from collections.abc import Iterable
from typing import TYPE_CHECKING

from loguru import logger

from assist_bot import hiding
from assist_bot.hiding import HiddenValues
from assist_bot.places import Places

if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from threading import ExceptHookArgs
    from types import TracebackType

    from loguru import Record

_hidden = HiddenValues()
_knows_the_household = False


class _FromLibraries(logging.Handler):
    """Notes in the file what libraries log: nothing of it is for the person."""

    def emit(self, record: logging.LogRecord) -> None:
        """Pass it on, masked like our own lines."""
        error = record.exc_info[1] if record.exc_info else None
        logger.opt(exception=error).debug("{}: {}", record.name, record.getMessage())


def begin(places: Places | None, *, verbose: bool = False) -> None:
    """Send warnings (with `verbose` everything) to stderr, and everything to the file; once, at the start.

    Without `places` there is no file: for what must write nothing.
    """
    _to_the_terminal_only("DEBUG" if verbose else "WARNING")
    # What a library finds odd in a file, or in a browser that was stopped in the middle, it would tell the terminal at
    # length and in its own words.
    logging.lastResort = _FromLibraries(logging.WARNING)
    # The practice portal of a rehearsal would show an error as it is, with whatever was entered.
    logging.getLogger("fixtures").handlers = [logging.lastResort]
    sys.unraisablehook = _left_behind
    threading.excepthook = _beside_the_run
    if places is None:
        return
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


def _to_the_terminal_only(level: str) -> None:
    logger.remove()
    logger.configure(patcher=_mask)
    # diagnose would print the values of variables, passwords among them.
    logger.add(
        _to_the_terminal, level=level, format="{level.name}: {message}", diagnose=False, backtrace=False
    )


def hide(values: Iterable[str]) -> None:
    """Never write these values from now on, whatever their case, separators or escaping."""
    for value in values:
        # Errors quote what was sent: the JSON form may stand in a text that is escaped once more.
        _hidden.add([value, json.dumps(value)[1:-1]], keep_ending=False)


def hide_household(values: Iterable[str]) -> None:
    """Never write these either, which are all that the profile has; from now on errors are told by their text."""
    global _knows_the_household  # noqa: PLW0603  # there is one log, as there is one process
    hide(values)
    _knows_the_household = True


def hide_answers(values: Iterable[str]) -> None:
    """Never write these answers from now on, unless they are words that labels say as well."""
    _hidden.add_answers(values)


def _left_behind(what: "UnraisableHookArgs") -> None:
    """Note in the file what went wrong while things were put away: no run ends otherwise because of it."""
    logger.opt(exception=what.exc_value).debug("Not put away properly")


def _beside_the_run(what: "ExceptHookArgs") -> None:
    """Note in the file what ended a thread: Python would show it to the terminal as it is."""
    logger.opt(exception=what.exc_value).debug("A fault beside the run")


def _to_the_terminal(message: str) -> None:
    """Write to stderr as it is now: a progress display puts its own in place while it shows."""
    sys.stderr.write(message)


def _told(
    kind: type[BaseException] | None, error: BaseException | None, trace: "TracebackType | None"
) -> list[str]:
    """Tell an error by its text once it is known what to hide in it; before, by its kind and its place."""
    if _knows_the_household:
        return traceback.format_exception(kind, error, trace)
    return [*traceback.format_tb(trace), kind.__name__ if kind else ""]


def _mask(record: "Record") -> None:
    message = record["message"]
    if record["exception"] is not None:
        # As text it can be masked like the rest; loguru would write it past us.
        kind, error, trace = record["exception"]
        message += "\n" + "".join(_told(kind, error, trace)).rstrip()
        record["exception"] = None
    record["message"] = hiding.hide(message, _hidden.masks)
    for name, value in record["extra"].items():
        record["extra"][name] = hiding.hide(str(value), _hidden.masks)


_to_the_terminal_only("WARNING")  # until `begin`: what loguru itself sets up shows the values of variables
