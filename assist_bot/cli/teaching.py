"""`assist-bot teach`: the same command again in a visible window, in which the person points at what was not found."""

from collections.abc import Callable
from dataclasses import replace

from assist_bot.cli.running import Wishes, exit_with, has_display
from assist_bot.language import mark, say_marked
from assist_bot.outcome import Outcome, Result

NO_WINDOW = Result(
    Outcome.MACHINE,
    mark(
        "There is no screen here on which a window could open; nothing was begun. Teach at a "
        "computer with a screen, or write the name into words.toml in your configuration folder "
        "by hand."
    ),
)


def command(wishes: Wishes, same: Callable[[Wishes], None]) -> None:
    """Run the `same` command, and leave with its exit code; where no window can open, before anything is touched."""
    if not has_display():
        exit_with(replace(NO_WINDOW, message=say_marked(NO_WINDOW.message)))
    same(wishes)
