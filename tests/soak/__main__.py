"""`make soak`: every cell of the table of evidence, gone on with where it was left; `--table` only writes the table."""

import argparse
import hashlib
import sys

from tests.soak.cells import FAILED, NOT_STRUCK, Finding
from tests.soak.keeping import PROJECT, Kept, program
from tests.soak.points import MONTHS, Measured, Point, points
from tests.soak.seeds import BEGINNINGS
from tests.soak.table import summary, write
from tests.soak.working import Work, all_done

MONTHS_CELLS = 20
"""Cells of months at random, each with a number of its own."""


def main() -> int:
    """Do it, and give 1 where a cell failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--table", action="store_true", help="write the table of what was found so far")
    parser.add_argument("--retry", action="store_true", help="try cells again that failed")
    parser.add_argument("--only", default="", metavar="TEXT", help="only cells with this in their name")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every n-th of these cells")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="cells at a time")
    wish = parser.parse_args()
    kept = Kept()
    if not wish.table:
        plan(kept)
        try_all(kept, left(kept, wish.only, retry=wish.retry)[:: wish.every], wish.workers)
    found = summary(kept.points, kept.findings.values(), program())
    write(found, PROJECT / "docs" / "evidence.json", PROJECT / "README.md")
    for name, wrong in found["failed"].items():
        say(f"FAILED {name}: {wrong}")
    return int(bool(found["failed"]))


def plan(kept: Kept) -> None:
    """Find out which points there are, once for one state of the sources."""
    if kept.points:
        return
    say(f"Measuring a run from each of {len(BEGINNINGS)} beginnings")
    runs: dict[str, Measured] = {}

    def told(seed: Work, run: Finding | Measured) -> None:
        assert isinstance(seed, str)
        assert isinstance(run, Measured)
        runs[seed] = run

    all_done([*BEGINNINGS], told)
    at_random = [Point("pay", MONTHS, "random", str(number)) for number in range(1, MONTHS_CELLS + 1)]
    kept.plan([*points({seed: runs[seed] for seed in BEGINNINGS}), *at_random])


def left(kept: Kept, only: str, *, retry: bool) -> list[Point]:
    """List the cells to be tried, well mixed, so that also a run that was cut short has some of every kind.

    They are those without a result, and on request those that failed.
    """
    again = {name for name, finding in kept.findings.items() if retry and finding.ended == FAILED}
    wanted = [
        point
        for point in kept.points
        if only in point.name and (point.name not in kept.findings or point.name in again)
    ]
    return sorted(wanted, key=lambda point: hashlib.sha256(point.name.encode()).digest())


def try_all(kept: Kept, wanted: list[Point], at_once: int) -> None:
    """Try them, keep each result as it comes, and tell of it."""
    done = 0

    def told(_point: Work, finding: Finding | Measured) -> None:
        nonlocal done
        assert isinstance(finding, Finding)
        kept.add(finding)
        done += 1
        mark = {FAILED: "FAILED ", NOT_STRUCK: "(not struck) "}.get(finding.ended, "")
        say(f"[{done} of {len(wanted)}] {mark}{finding.point.name} {finding.codes} {finding.seconds} s")

    say(f"{len(wanted)} cells to try; {len(kept.findings)} are kept in {kept.file.relative_to(PROJECT)}")
    all_done(wanted, told, at_once)


def say(line: str) -> None:
    """Tell how far it has come."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
