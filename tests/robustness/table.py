"""The table of the README, made from a summary, which is made from every cell that was tried: none can be left out."""

from collections.abc import Iterable
from typing import Any

from tests.evidence.marks import Marks
from tests.robustness.baselines import WAYS
from tests.robustness.cells import NOT_STRUCK, OURS, STOPPED, SURVIVED, WRONG, Cell, Finding
from tests.robustness.noticed import EXCHANGED, RENAMED, REQUIRED, ROWS, TWICE
from tests.robustness.operators import ALIKE, BY_NAME

MARKS = Marks("<!-- robustness: written by make robustness-table -->", "<!-- end of robustness -->")
PAIRS = "two of them at once"
MALAY = "in Malay, with no way to English"
ALIKE_ROWS = tuple(operator.told for operator in ALIKE)
NOTICED_ROWS = (RENAMED, TWICE, REQUIRED, EXCHANGED, ROWS, MALAY)
BY_KIND = {
    "renamed": RENAMED,
    "twice": TWICE,
    "required": REQUIRED,
    "exchanged": EXCHANGED,
    "rows": ROWS,
    "malay-only": MALAY,
}

Summary = dict[str, Any]


def row_of(cell: Cell) -> str:
    """Give the row that a cell belongs to. Raises KeyError for a change that the table does not know."""
    if len(cell.operators) > 1:
        return PAIRS
    (name,) = cell.operators
    return BY_NAME[name].told if name in BY_NAME else BY_KIND[name.partition("=")[0]]


def summary(cells: Iterable[Cell], findings: Iterable[Finding], program: str) -> Summary:
    """Sum up what was found, by who went through the flow and by row."""
    cells, findings = [*cells], [*findings]
    days = sorted(finding.day for finding in findings)
    rows = (*ALIKE_ROWS, PAIRS, *NOTICED_ROWS)
    return {
        "program": program,
        "days": [days[0], days[-1]] if days else [],
        "rows": {row: {who: _counted(who, row, cells, findings) for who in (OURS, *WAYS)} for row in rows},
        "stopped": {
            each.name: each.said
            for each in findings
            if each.ended == STOPPED and each.cell.who == OURS and row_of(each.cell) not in NOTICED_ROWS
        },
        "wrong": {each.name: each.wrong for each in findings if each.ended == WRONG},
    }


def _counted(who: str, row: str, cells: list[Cell], findings: list[Finding]) -> dict[str, int]:
    mine = [each for each in findings if (each.cell.who, row_of(each.cell)) == (who, row)]
    planned = [each for each in cells if (each.who, row_of(each)) == (who, row)]
    survived, stopped, wrong = (
        sum(each.ended == ended for each in mine) for ended in (SURVIVED, STOPPED, WRONG)
    )
    return {
        "tried": survived + stopped + wrong,
        "survived": survived,
        "stopped": stopped,
        "wrong": wrong,
        "not_struck": sum(each.ended == NOT_STRUCK for each in mine),
        "not_tried": len(planned) - len(mine),
    }


def table(found: Summary) -> str:
    """Write the table, with its sums, and below it what was not tried, and each wrong action by its name."""
    heads = ["The portal changed", *(f"{who}" for who in (OURS, *WAYS))]
    lines = [heads, ["---"] * len(heads)]
    lines += [_row(row, found["rows"][row]) for row in (*ALIKE_ROWS, PAIRS)]
    lines.append(_row("**all that a person would not notice**", _sum(found, (*ALIKE_ROWS, PAIRS))))
    lines += [_row(row, found["rows"][row]) for row in NOTICED_ROWS]
    lines.append(_row("**all that a person would notice**", _sum(found, NOTICED_ROWS)))
    written = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join([*written, "", _words(found), *_wrong(found)])


def _row(words: str, counts: dict[str, dict[str, int]]) -> list[str]:
    return [words, *(_cell(counts[who]) for who in (OURS, *WAYS))]


def _cell(counted: dict[str, int]) -> str:
    if not counted["tried"]:
        return "not tried" if counted["not_tried"] else ""
    return f"{counted['survived']} / {counted['stopped']} / {counted['wrong']}"


def _sum(found: Summary, rows: Iterable[str]) -> dict[str, dict[str, int]]:
    taken = [found["rows"][row] for row in rows]
    return {
        who: {what: sum(each[who][what] for each in taken) for what in taken[0][who]} for who in (OURS, *WAYS)
    }


def _words(found: Summary) -> str:
    everything = _sum(found, found["rows"])
    left = sum(each["not_tried"] for each in everything.values())
    tried, not_met = (sum(each[what] for each in everything.values()) for what in ("tried", "not_struck"))
    when = " to ".join(dict.fromkeys(found["days"])) or "never"
    not_yet = f" Not tried yet: {left} cells." if left else ""
    return (
        f"Survived / stopped / wrong action. {tried} cells, run on {when} with the program as it was then "
        f"(`{found['program']}`). In {not_met} more the flow did not meet the change; they are not counted.{not_yet}"
    )


def _wrong(found: Summary) -> list[str]:
    lines = [
        f"- `{name}`: {' '.join(wrong.split())[:300]}"
        for name, wrong in found["wrong"].items()
        if name.startswith(OURS)
    ]
    return ["", "Wrong actions of `assist-bot`:", "", *lines] if lines else []
