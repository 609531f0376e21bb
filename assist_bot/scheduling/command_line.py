"""What a timer starts: this very program, by its full path, with the folder and the profile of whoever installed it."""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from assist_bot.language import spoken


def command_line(home: Path | None, profile: Path | None) -> tuple[str, ...]:
    """Give the program and its arguments. What was named when it was installed is named again, the language too."""
    spoken_to = () if spoken() == "en" else ("--lang", spoken())
    named = [*(("--home", str(home)) if home else ()), *(("--profile", str(profile)) if profile else ())]
    return (sys.executable, "-m", "assist_bot", "schedule", "run", *named, *spoken_to)


def for_a_shell(command: Sequence[str]) -> str:
    """Write it for sh, as cron uses it; there a percent sign would end the line."""
    return shlex.join(command).replace("%", r"\%")


def for_systemd(command: Sequence[str]) -> str:
    """Write it for ExecStart=, in which quotation marks, backslashes, percent and dollar signs have a meaning.

    Of the program itself a dollar sign has none.
    """
    program, *arguments = map(_quoted, command)
    return " ".join([program, *(argument.replace("$", "$$") for argument in arguments)])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'
