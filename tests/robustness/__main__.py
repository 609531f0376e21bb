"""`make robustness`: every cell of the table of changed portals; `--table` only writes the table."""

import sys

from tests.evidence.keeping import PROJECT
from tests.evidence.marks import write
from tests.evidence.trying import Trying, left, say, try_all, wishes
from tests.robustness.cells import OURS, WRONG, Cell, Finding
from tests.robustness.keeping import do, finding, kept, kept_of_others, state
from tests.robustness.plan import all_cells
from tests.robustness.table import MARKS, summary, table


def main() -> int:
    """Do it, and give 1 where the bot did something wrong."""
    wish = wishes("tests.robustness", __doc__)
    cells: list[Cell] = []
    findings: list[Finding] = []
    for known, ours in ((kept(), True), (kept_of_others(), False)):
        if not known.cells:
            known.plan([cell for cell in all_cells() if (cell.who == OURS) is ours])
        if not wish.table:
            wanted = left(known, wish.only, lambda each: wish.retry and each.ended == WRONG)[:: wish.every]
            try_all(known, wanted, Trying(do, finding, line), wish.workers)
        cells += known.cells
        findings += known.findings.values()
    found = summary(cells, findings, state())
    write(found, table(found), MARKS, PROJECT / "docs" / "robustness.json", PROJECT / "README.md")
    wrong = [each for each in findings if each.ended == WRONG and each.cell.who == OURS]
    for each in wrong:
        say(f"WRONG {each.name}: {each.wrong}")
    return int(bool(wrong))


def line(found: Finding) -> str:
    """Tell of a cell in one line."""
    return f"{found.ended} {found.name} {found.code} {found.seconds} s {found.wrong or found.said}"


if __name__ == "__main__":
    sys.exit(main())
