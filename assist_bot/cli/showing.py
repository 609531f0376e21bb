"""Figures and facts as tables; as plain lines where a table's lines would be read aloud."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from assist_bot.contribution import CheckedDraft
from assist_bot.money import ringgit
from assist_bot.outcome import NOT_BEGUN, AmountsResult, MonthResult, Result
from assist_bot.verdict import verdict_for
from assist_bot.wording import month as in_words

FIGURES = ("Salary", "Employer", "Employee's share", "SKBBK", "Total")


def show_contribution(out: Console, checked: CheckedDraft) -> None:
    """Print every figure of a contribution, employee by employee, and how wages are made up."""
    title = f"Contribution for {checked.month.name}"
    rows = [
        (row.name, row.salary, row.employer, row.employee, row.amounts.skbbk, row.total)
        for row in checked.rows
    ]
    figures = [(name, [ringgit(figure) for figure in each]) for name, *each in rows]
    if out.is_dumb_terminal:
        said = [f"{name}: {_in_words(FIGURES, each)}" for name, each in figures]
        _say(out, title, *said, f"Total: {ringgit(checked.total)}", *_notes(checked))
        return
    table = Table(title=title, caption="\n".join(_notes(checked)) or None)
    table.add_column("Employee")
    for heading in FIGURES:
        table.add_column(heading, justify="right")
    for name, each in figures:
        table.add_row(escape(name), *each)
    table.add_section()
    table.add_row("Total", "", "", "", "", ringgit(checked.total), style="bold")
    out.print(table)


def show_amounts(out: Console, amounts: Sequence[AmountsResult]) -> None:
    """Print the figures that are owed on wages, one set for each case that there is."""
    figures = [
        (
            each.name,
            [ringgit(figure) for figure in (each.employer, each.employee_share, each.skbbk, each.total)],
        )
        for each in amounts
    ]
    if out.is_dumb_terminal:
        _say(out, *(f"{name}: {_in_words(FIGURES[1:], each)}" for name, each in figures))
    elif figures:
        table = Table("", *(Column(heading, justify="right") for heading in FIGURES[1:]))
        for name, each in figures:
            table.add_row(escape(name), *each)
        out.print(table)


def show_table(out: Console, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows of text; the first of each says what the row is about."""
    if out.is_dumb_terminal:
        _say(out, title, *(f"{name}: {_in_words(headings[1:], texts)}" for name, *texts in rows))
        return
    table = Table(title=title)
    for place, heading in enumerate(headings):
        one_word = not any(" " in row[place] for row in rows)
        table.add_column(heading, overflow="fold", no_wrap=one_word or place == 0)
    for row in rows:
        table.add_row(*map(escape, row))
    out.print(table)


def show_months(out: Console, months: Sequence[MonthResult]) -> None:
    """Print what became of each of several months."""
    rows = [
        (
            in_words(each.month),
            verdict_for(each.outcome, was_saving=False).words if each.outcome != NOT_BEGUN else "Not begun",
            ringgit(each.total) if each.total is not None else "",
            each.acr,
            each.receipt,
        )
        for each in months
    ]
    if rows:
        show_table(out, "The months", ("Month", "Outcome", "Total", "ACR", "Receipt"), rows)


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
        "Reference": result.reference,
        "Employer code": result.employer_code,
        "Month": "" if result.months else result.month,
        "ACR": result.acr,
        "Total": ringgit(result.total) if result.total is not None else "",
        "Receipt": result.receipt,
    }
    yield from ((name, value) for name, value in named.items() if value)
    for line in result.lines:
        yield line.employee, f"salary {ringgit(line.salary)}, contribution {ringgit(line.total)}"
    yield from (("Letter", Path(letter).name) for letter in result.letters)


def _notes(checked: CheckedDraft) -> list[str]:
    parts = [
        f"{line.employee.name}: {' + '.join(ringgit(part) for part in line.parts)}"
        for line in checked.draft.contribution.lines
        if len(line.parts) > 1
    ]
    return [*parts, *checked.accepted_differences]


def _in_words(words: Sequence[str], figures: Sequence[str]) -> str:
    return ", ".join(f"{word} {figure}" for word, figure in zip(words, figures, strict=True) if figure)


def _say(out: Console, *lines: str) -> None:
    for line in lines:
        out.print(escape(line), soft_wrap=True)
