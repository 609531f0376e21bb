"""`make robustness`: every cell of the table of changed portals; `--table` only writes the table."""

import sys
import time

from playwright.sync_api import Browser

from tests.evidence.keeping import PROJECT, Kept, program
from tests.evidence.marks import write
from tests.evidence.trying import Trying, left, say, try_all, wishes
from tests.evidence.working import Answer, NoAnswer, Task
from tests.robustness.cells import BUG, OURS, WRONG, Cell, Finding, cell_from, tried
from tests.robustness.plan import all_cells
from tests.robustness.table import MARKS, summary, table


def main() -> int:
    """Do it, and give 1 where the bot did something wrong."""
    wish = wishes("tests.robustness", __doc__)
    state = program("tests/robustness")
    known = Kept(PROJECT / ".robustness" / f"{state}.jsonl", cell_from, Finding.from_json)
    if not wish.table:
        plan(known)
        wanted = left(known, wish.only, lambda each: wish.retry and each.ended == WRONG)[:: wish.every]
        try_all(known, wanted, Trying(do, finding, line), wish.workers)
    found = summary(known.cells, known.findings.values(), state)
    write(found, table(found), MARKS, PROJECT / "docs" / "robustness.json", PROJECT / "README.md")
    wrong = [each for each in known.findings.values() if each.ended == WRONG and each.cell.who == OURS]
    for each in wrong:
        say(f"WRONG {each.name}: {each.wrong}")
    return int(bool(wrong))


def plan(known: Kept[Cell, Finding]) -> None:
    """Keep which cells there are, once for one state of the sources."""
    if not known.cells:
        known.plan(all_cells())


def do(task: Task, browser: Browser) -> Finding:
    """Try a cell."""
    assert isinstance(task, Cell)
    return tried(task, browser)


def finding(cell: Task, answer: Answer) -> Finding:
    """Give what was found; a cell without an answer has done something wrong."""
    if isinstance(answer, NoAnswer):
        return Finding(cell, WRONG, BUG, wrong=answer.why, day=time.strftime("%Y-%m-%d"))
    assert isinstance(answer, Finding)
    return answer


def line(found: Finding) -> str:
    """Tell of a cell in one line."""
    return f"{found.ended} {found.name} {found.code} {found.seconds} s {found.wrong or found.said}"


if __name__ == "__main__":
    sys.exit(main())
