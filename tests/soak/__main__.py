"""`make soak`: every cell of the table of evidence, gone on with where it was left; `--table` only writes the table."""

import sys

from tests.evidence.keeping import PROJECT, Kept, program
from tests.evidence.marks import write
from tests.evidence.trying import Trying, left, say, try_all, wishes
from tests.evidence.working import Answer, Task, all_done
from tests.soak.cells import FAILED, NOT_STRUCK, Finding
from tests.soak.keeping import do, finding, kept
from tests.soak.points import MONTHS, Measured, Point, points
from tests.soak.seeds import BEGINNINGS
from tests.soak.table import MARKS, summary, table

MONTHS_CELLS = 20
"""Cells of months at random, each with a number of its own."""


def main() -> int:
    """Do it, and give 1 where a cell failed."""
    wish = wishes("tests.soak", __doc__)
    known = kept()
    if not wish.table:
        plan(known)
        wanted = left(known, wish.only, lambda each: wish.retry and each.ended == FAILED)[:: wish.every]
        try_all(known, wanted, Trying(do, finding, line), wish.workers)
    found = summary(known.cells, known.findings.values(), program())
    write(found, table(found), MARKS, PROJECT / "docs" / "evidence.json", PROJECT / "README.md")
    for name, wrong in found["failed"].items():
        say(f"FAILED {name}: {wrong}")
    return int(bool(found["failed"]))


def plan(known: Kept[Point, Finding]) -> None:
    """Find out which points there are, once for one state of the sources."""
    if known.cells:
        return
    say(f"Measuring a run from each of {len(BEGINNINGS)} beginnings")
    runs: dict[str, Measured] = {}

    def told(seed: Task, run: Answer) -> None:
        assert isinstance(run, Measured), f"{seed} could not be measured: {run}"
        runs[seed] = run

    all_done([*BEGINNINGS], do, told)
    at_random = [Point("pay", MONTHS, "random", str(number)) for number in range(1, MONTHS_CELLS + 1)]
    known.plan([*points({seed: runs[seed] for seed in BEGINNINGS}), *at_random])


def line(found: Finding) -> str:
    """Tell of a cell in one line."""
    mark = {FAILED: "FAILED ", NOT_STRUCK: "(not struck) "}.get(found.ended, "")
    return f"{mark}{found.name} {found.codes} {found.seconds} s"


if __name__ == "__main__":
    sys.exit(main())
