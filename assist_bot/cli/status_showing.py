"""How a household stands, on one screen; as plain lines where a table's lines would be read aloud."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assist_bot.cli.status_words import Line, month_lines, notes, paper_lines, registration_line
from assist_bot.cli.terminal import STYLES
from assist_bot.language import day, say
from assist_bot.standing import Act, HouseholdStanding


def show_standing(out: Console, standing: HouseholdStanding, title: str) -> None:
    """Print all of it; what comes next stands at the end, where it is seen first."""
    out.print(
        escape(say("{title}, on {day}", title=title, day=day(standing.today))), style="bold", soft_wrap=True
    )
    lines = [registration_line(standing.registration), *paper_lines(standing.papers)]
    _show(out, [*lines, *month_lines(standing)])
    for note in notes(standing):
        out.print(escape(note), style="dim")
    if standing.next_action.act is not Act.MEND:  # what is to be mended is told as the command's end
        sentence = say("Next: {sentence}", sentence=standing.next_action.sentence)
        out.print(escape(sentence), style="bold")


def _show(out: Console, lines: Sequence[Line]) -> None:
    if out.is_dumb_terminal:
        for line in lines:
            out.print(escape(f"{line.name}: {'; '.join(line.text.splitlines())}"), soft_wrap=True)
        return
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold", max_width=32)
    table.add_column(overflow="fold")
    for line in lines:
        style = STYLES[line.kind] if line.kind != "neutral" else ""
        table.add_row(escape(line.name), escape(line.text), style=style)
    out.print(table)
