"""From what was typed to a command. What cannot be understood ends here, with exit code 2.

So does a fault of our own that nothing else has told, with exit code 1.
"""

import json
import sys
import traceback
from collections.abc import Sequence
from types import TracebackType
from typing import Any, NoReturn

from assist_bot import given
from assist_bot.cli.app import app
from assist_bot.language import say
from assist_bot.outcome import Outcome, Result


def main() -> NoReturn:
    """Run the command that was typed, and leave with its exit code."""
    sys.excepthook = _tell_place_and_kind
    try:
        _write_whatever_the_terminal_can()
        given.take()
        code = _carry_out()
    except Exception as error:  # noqa: BLE001 - about usage, or a fault of our own: both are told plainly
        _leave(_not_understood(error))
    if code == Result(Outcome.INTERRUPTED, "").exit_code:
        _leave(Result(Outcome.INTERRUPTED, say("Stopped by you before anything was begun.")))
    sys.exit(code)


def _carry_out() -> int:
    try:
        return int(app(language_first(sys.argv[1:]), prog_name="assist-bot", standalone_mode=False) or 0)
    finally:
        sys.excepthook = _tell_place_and_kind  # typer has put its own there


def language_first(arguments: Sequence[str]) -> list[str]:
    """Let `--lang ms` stand after the command, too: it is about all that is said."""
    for place, each in enumerate(arguments):
        taken = 2 if each == "--lang" else 1 if each.startswith("--lang=") else 0
        if taken:
            chosen = arguments[place : place + taken]
            return [*chosen, *arguments[:place], *arguments[place + taken :]]
    return list(arguments)


def _not_understood(error: Any) -> Result:  # noqa: ANN401 - typer brings a click of its own or uses the installed one
    """Tell a usage error; the two clicks' errors share only their shape. Whatever else there is, is our own fault."""
    if not hasattr(error, "format_message"):
        return _fault(error)
    error.show()
    said = error.format_message().rstrip(".")
    return Result(Outcome.USAGE, say("{said}. Nothing was done; --help lists what there is.", said=said))


def _fault(error: Exception) -> Result:
    kind = type(error).__name__
    _tell_place(error.__traceback__)
    told = say(
        "A fault in assist-bot itself ({kind}). Look at the portal before running it again.", kind=kind
    )
    sys.stderr.write(f"{told}\n")
    return Result(Outcome.BUG, told)


def _tell_place(trace: TracebackType | None) -> None:
    """Tell where a fault of our own is; its text, which Python itself would show, may hold what is private."""
    sys.stderr.write("".join(traceback.format_tb(trace)))


def _tell_place_and_kind(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """Tell a fault that came up while another one was told, with nothing of ours that could fail as well."""
    _tell_place(trace)
    sys.stderr.write(
        f"A fault in assist-bot itself ({kind.__name__}). Look at the portal before running it again.\n"
    )


def _leave(result: Result) -> NoReturn:
    """Leave with the result's exit code. Words were said on stderr; the object is printed where it was asked for."""
    if "--json" in sys.argv:
        print(json.dumps(result.as_json()))  # noqa: T201 - the object that --json promises
    sys.exit(result.exit_code)


def _write_whatever_the_terminal_can() -> None:
    """Let a letter that the terminal's encoding lacks become a question mark, instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # the interpreter's own can
