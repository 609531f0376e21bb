"""The checks and the portal's words as tables; as plain lines where a table's lines would be read aloud."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assist_bot.language import mark, say, say_marked
from assist_bot.outcome import Check, State, WordResult
from assist_bot.portal.surveying import Sight
from assist_bot.portal.words import Name

STATES = {
    State.OK: (mark("ok"), "green"),
    State.WARNING: (mark("warning"), "yellow"),
    State.PROBLEM: (mark("PROBLEM"), "bold red"),
    State.NOT_CHECKED: ("-", "dim"),
}
SIGHTS = {
    Sight.AS_EXPECTED: (mark("as expected"), "green"),
    Sight.OTHER_NAME: (mark("other name"), "cyan"),
    Sight.MISSING: (mark("MISSING"), "bold red"),
    Sight.AMBIGUOUS: (mark("AMBIGUOUS"), "bold red"),
}


def show_checks(out: Console, checks: Sequence[Check]) -> None:
    """Print each check: how it stands, what was found, and what to do."""
    rows = [(*STATES[each.state], f"{say_marked(each.name)}: {each.message}", each.remedy) for each in checks]
    show_rows(out, rows)


def show_words(out: Console, words: Sequence[WordResult]) -> None:
    """Print for each page which words it shows as expected, and one by one those that it does not."""
    for page, found in groupby(words, key=lambda each: each.page):
        of_page = list(found)
        expected = [each.word for each in of_page if each.sight == Sight.AS_EXPECTED]
        others = [each for each in of_page if each.sight != Sight.AS_EXPECTED]
        rows = [(*SIGHTS[Sight(each.sight)], _named(each), "") for each in others]
        if expected:
            rows.insert(0, (*SIGHTS[Sight.AS_EXPECTED], ", ".join(dict.fromkeys(expected)), ""))
        show_rows(out, rows, page)


def show_never_seen(out: Console, names: Sequence[Name]) -> None:
    """Print the English names that are assumed and were never seen at the portal, and how many there are in Malay."""
    english = [each.name for each in names if each.language == "english"]
    malay = len(names) - len(english)
    rows = [(mark("English"), "dim", ", ".join(english), "")] if english else []
    if malay:
        rows.append((mark("Malay"), "dim", say("{malay} names; --json lists them.", malay=malay), ""))
    if rows:
        show_rows(out, rows, say("Assumed, and never seen at the portal"))


def _named(each: WordResult) -> str:
    where = say(', under "{section}"', section=each.section) if each.section else ""
    shown = f": {each.shown}" if each.shown else ""
    return f'{say_marked(each.kind)} "{each.word}"{where}{shown}'


def show_rows(out: Console, rows: Sequence[tuple[str, str, str, str]], title: str = "") -> None:
    """Print rows of a state, its style, what was found and a remedy, under a title."""
    if out.is_dumb_terminal:
        for line in filter(
            None,
            [title, *(f"{say_marked(state)}: {told} {remedy}".strip() for state, _, told, remedy in rows)],
        ):
            out.print(escape(line), soft_wrap=True)
        return
    table = Table(
        title=title or None, title_justify="left", show_header=False, show_edge=False, pad_edge=False
    )
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for state, style, told, remedy in rows:
        table.add_row(f"[{style}]{say_marked(state)}[/]", escape(f"{told}\n→ {remedy}" if remedy else told))
    out.print(table)
