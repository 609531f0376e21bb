"""Figures and facts as tables; as plain lines where a table's lines would be read aloud."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from assist_bot.contribution import CheckedDraft
from assist_bot.language import mark, say, say_marked
from assist_bot.money import ringgit
from assist_bot.outcome import NOT_BEGUN, AmountsResult, MonthResult, Result
from assist_bot.verdict import verdict_for
from assist_bot.wording import month as in_words

_BETWEEN = " | "  # what rich draws between two columns is as wide
FIGURES = (mark("Salary"), mark("Employer"), mark("Employee's share"), "SKBBK", mark("Total"))


def show_contribution(out: Console, checked: CheckedDraft) -> None:
    """Print every figure of a contribution, employee by employee, and how wages are made up."""
    title = say("Contribution for {month}", month=checked.month.name)
    rows = [
        (row.name, row.salary, row.employer, row.employee, row.amounts.skbbk, row.total)
        for row in checked.rows
    ]
    figures = [(name, [ringgit(figure) for figure in each]) for name, *each in rows]
    if out.is_dumb_terminal:
        said = [f"{name}: {_in_words(FIGURES, each)}" for name, each in figures]
        _say(out, title, *said, say("Total: {total}", total=ringgit(checked.total)), *_notes(checked))
        return
    table = Table(title=title, caption="\n".join(_notes(checked)) or None)
    table.add_column(say("Employee"))
    for heading in FIGURES:
        table.add_column(say_marked(heading), justify="right")
    for name, each in figures:
        table.add_row(escape(name), *each)
    table.add_section()
    table.add_row(say("Total"), "", "", "", "", ringgit(checked.total), style="bold")
    out.print(table)


def show_amounts(out: Console, amounts: Sequence[AmountsResult]) -> None:
    """Print the figures that are owed on wages, one set for each case that there is."""
    figures = [
        (
            say_marked(each.name),
            [ringgit(figure) for figure in (each.employer, each.employee_share, each.skbbk, each.total)],
        )
        for each in amounts
    ]
    if out.is_dumb_terminal:
        _say(out, *(f"{name}: {_in_words(FIGURES[1:], each)}" for name, each in figures))
    elif figures:
        table = Table("", *(Column(say_marked(heading), justify="right") for heading in FIGURES[1:]))
        for name, each in figures:
            table.add_row(escape(name), *each)
        out.print(table)


def show_table(out: Console, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows of text; the first of each says what the row is about. No figure is ever broken in two."""
    widths = _widths([headings, *rows], out.width)
    if out.is_dumb_terminal or not widths:
        _say(out, title, *(_in_a_line(headings, row) for row in rows))
        return
    table = Table(title=title, show_edge=False, pad_edge=False)
    for heading, width in zip(headings, widths, strict=True):
        table.add_column(heading, width=width)
    for row in rows:
        table.add_row(*map(escape, row))
    out.print(table)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Give each column its longest word, and the room that is left to the first that can use it; [] without room."""
    columns = list(zip(*rows, strict=True))
    widths = [max(len(word) for text in column for word in text.split()) for column in columns]
    spare = room - sum(widths) - len(_BETWEEN) * (len(widths) - 1)
    if spare < 0:
        return []
    for place, column in enumerate(columns):
        wished = max(len(line) for text in column for line in text.splitlines())
        more = min(wished - widths[place], spare)
        widths[place] += more
        spare -= more
    return widths


def _in_a_line(headings: Sequence[str], row: Sequence[str]) -> str:
    said = [
        f"{heading}: {', '.join(text.splitlines())}"
        for heading, text in zip(headings[1:], row[1:], strict=True)
        if text
    ]
    return f"{row[0]}. {'; '.join(said)}"


def show_months(out: Console, months: Sequence[MonthResult]) -> None:
    """Print what became of each of several months."""
    rows = [
        (
            in_words(each.month),
            verdict_for(each.outcome, was_saving=False).words
            if each.outcome != NOT_BEGUN
            else say("Not begun"),
            ringgit(each.total) if each.total is not None else "",
            each.acr,
            each.receipt,
        )
        for each in months
    ]
    if rows:
        headings = say("Month"), say("Outcome"), say("Total"), "ACR", say("Receipt")
        show_table(out, say("The months"), headings, rows)


def show_facts(out: Console, result: Result) -> None:
    """Print what a result holds beside its message."""
    rows = list(_facts(result))
    if out.is_dumb_terminal:
        _say(out, *(f"{name}: {value}" for name, value in rows))
    elif rows:
        table = Table(show_header=False)
        for name, value in rows:
            table.add_row(escape(name), escape(value))
        out.print(table)


def _facts(result: Result) -> Iterator[tuple[str, str]]:
    named = {
        say("Reference"): result.reference,
        say("Employer code"): result.employer_code,
        say("Month"): "" if result.months else in_words(result.month),
        "ACR": result.acr,
        say("Total"): ringgit(result.total) if result.total is not None else "",
        say("Receipt"): result.receipt,
    }
    yield from ((name, value) for name, value in named.items() if value)
    for line in result.lines:
        yield (
            line.employee,
            say(
                "salary {salary}, contribution {total}",
                salary=ringgit(line.salary),
                total=ringgit(line.total),
            ),
        )
    yield from ((say("Letter"), Path(letter).name) for letter in result.letters)


def _notes(checked: CheckedDraft) -> list[str]:
    parts = [
        f"{line.employee.name}: {' + '.join(ringgit(part) for part in line.parts)}"
        for line in checked.draft.contribution.lines
        if len(line.parts) > 1
    ]
    return [*parts, *checked.accepted_differences]


def _in_words(words: Sequence[str], figures: Sequence[str]) -> str:
    return ", ".join(f"{say_marked(word)} {figure}" for word, figure in zip(words, figures, strict=True))


def _say(out: Console, *lines: str) -> None:
    for line in lines:
        out.print(escape(line), soft_wrap=True)
