"""The checklist as the person sees it, section by section."""

from collections.abc import Sequence

from rich.console import Console

from assist_bot.cli.doctor_showing import show_rows
from assist_bot.language import say
from assist_bot.outcome import ChecklistSection, Standing

STYLES = {
    Standing.THERE: "green",
    Standing.LOOK: "yellow",
    Standing.MISSING: "bold yellow",
    Standing.WRONG: "bold red",
}


def show_checklist(out: Console, sections: Sequence[ChecklistSection]) -> None:
    """Print each item under its section: how it stands, what was found, and what to do."""
    words = {
        Standing.THERE: say("there"),
        Standing.LOOK: say("look"),
        Standing.MISSING: say("MISSING"),
        Standing.WRONG: say("WRONG"),
    }
    for section in sections:
        rows = [
            (words[item.state], STYLES[item.state], f"{item.name}: {item.message}", item.remedy)
            for item in section.items
        ]
        show_rows(out, rows, section.title)
        out.print()
