"""What the person sees while a run goes on, and at its end."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape

from assist_bot.cli.showing import show_amounts, show_contribution, show_facts, show_months, show_table
from assist_bot.contribution import CheckedDraft
from assist_bot.language import say
from assist_bot.outcome import Result
from assist_bot.verdict import verdict_for
from assist_bot.wording import month, sentence

if TYPE_CHECKING:
    from rich.status import Status

_END = "---"
STYLES = {"good": "green", "neutral": "cyan", "wait": "yellow", "bad": "red", "alarm": "bold red"}


class Unheard(Console):
    """A console that falls silent when nobody reads it any more (`| head`), and lets the run go on."""

    def on_broken_pipe(self) -> None:
        """Write nothing from now on; rich would leave the program here, in the middle of whatever it does."""
        self.quiet = True


class Terminal:
    """Speaks to the person on stderr, so that stdout is left for the result. `hidden` cleans every text."""

    def __init__(self) -> None:
        self.console = Unheard(stderr=True, highlight=False)
        self.hidden: Callable[[str], str] = lambda text: text
        self._status: Status | None = None

    @property
    def moves(self) -> bool:
        """Whether the terminal can redraw a line: not for a file, a dumb terminal, or a screen reader's."""
        return self.console.is_terminal and not self.console.is_dumb_terminal

    def say(self, text: str) -> None:
        """Print a line. What cannot be written, to a full disk for example, decides nothing."""
        with suppress(OSError):
            self.console.print(escape(self.hidden(text)), soft_wrap=True)

    def say_if(self, text: str) -> None:
        """Print a line where there is something to say."""
        if text:
            self.say(text)

    def alarm(self, text: str) -> None:
        """Print a line that must not be missed; where a person sits before a screen, with a bell."""
        with self._paused(), suppress(OSError):
            if self.console.is_terminal:
                self.console.bell()
            self.console.print(
                escape(self.hidden(say("WARNING: {text}", text=text))), style=STYLES["alarm"], soft_wrap=True
            )

    def show(self, title: str, text: str) -> None:
        """Print a longer text under a title."""
        with self._paused():
            self.say(f"--- {title} ---")
            self.say(text)
            self.say(_END)

    def show_contribution(self, checked: CheckedDraft) -> None:
        """Print every figure that is to be approved."""
        with self._paused():
            show_contribution(self.console, checked)

    def show_table(self, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print a table under a title."""
        with self._paused():
            show_table(self.console, title, headings, rows)

    def ask(self, question: str) -> str | None:
        """Ask for a line; None when there is nobody who could answer."""
        with self._paused():
            self.console.print(escape(question) + ": ", end="", soft_wrap=True)
            try:
                answer = input()
            except (EOFError, UnicodeError, RuntimeError):  # the last: stdin is closed
                return None
            if not sys.stdin.isatty():  # what is piped in does not end the line by itself
                self.console.print()
            return answer

    @contextmanager
    def progress(self, goal: str) -> Iterator[None]:
        """Show what is going on, from the journal's events given to `event`, until the block ends."""
        self.say(goal)
        if not self.moves:
            yield
            return
        with self.console.status(escape(goal)) as status:
            self._status = status
            try:
                yield
            finally:
                self._status = None

    def event(self, event: dict[str, Any]) -> None:
        """Show one event of the journal."""
        if event["event"] == "chapter":
            rehearsal = say("[rehearsal] ") if event.get("rehearsal") else ""
            self.say(f"  {rehearsal}{event['title']}")
        elif event["event"] == "warning":
            self.console.print(
                escape(say("  Note: {note}", note=event["text"])), style="yellow", soft_wrap=True
            )
        elif event["event"] == "step" and self._status:
            self._status.update(escape(sentence(event["verb"], event["words"])))

    def end(self, result: Result, earlier: Sequence[Path] = ()) -> None:
        """Print the result in words and a table: on stdout when all is well. `earlier`: runs that led to it."""
        stopped_at = month(result.month) if result.months else ""
        verdict = verdict_for(str(result.outcome), was_saving=False, stopped_at=stopped_at)
        out = Unheard(highlight=False) if result.exit_code == 0 else self.console
        out.print(escape(verdict.words), style=STYLES[verdict.kind])
        out.print(escape(result.message), soft_wrap=True)
        for problem in result.problems:
            example = say(" For example: {example}", example=problem.example) if problem.example else ""
            out.print(escape(f"  {problem.key}: {problem.message}.{example}"), soft_wrap=True)
        show_amounts(out, result.amounts)
        show_months(out, result.months)
        show_facts(out, result)
        for paper in result.papers:
            out.print(escape(say("Kept: {path}", path=paper)), soft_wrap=True)
        for run_folder in filter(None, (*earlier, result.run_folder)):
            out.print(escape(say("Review: {file}", file=run_folder / "review.html")), soft_wrap=True)

    @contextmanager
    def _paused(self) -> Iterator[None]:
        if self._status:
            self._status.stop()
        try:
            yield
        finally:
            if self._status:
                self._status.start()
