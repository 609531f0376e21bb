"""Trying the cells of a table that have no result yet, well mixed, and telling of each."""

import argparse
import hashlib
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from tests.evidence.keeping import PROJECT, CellT, FoundT, Kept
from tests.evidence.working import Answer, Do, Task, all_done


def wishes(name: str, about: str | None) -> argparse.Namespace:
    """Read the command line of a long table."""
    parser = argparse.ArgumentParser(prog=f"python -m {name}", description=about)
    parser.add_argument("--table", action="store_true", help="write the table of what was found so far")
    parser.add_argument("--retry", action="store_true", help="try cells again that failed")
    parser.add_argument("--only", default="", metavar="TEXT", help="only cells with this in their name")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every n-th of these cells")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="cells at a time")
    return parser.parse_args()


def left(kept: Kept[CellT, FoundT], only: str, again: Callable[[FoundT], bool]) -> list[CellT]:
    """List the cells to be tried, well mixed, so that also a run that was cut short has some of every kind.

    They are those without a result, and those that are to be tried `again`.
    """
    wanted = [
        cell
        for cell in kept.cells
        if only in cell.name and (cell.name not in kept.findings or again(kept.findings[cell.name]))
    ]
    return sorted(wanted, key=lambda cell: hashlib.sha256(cell.name.encode()).digest())


class Trying(NamedTuple):
    """How a table tries its cells: `do` is what a worker does, `finding` makes of its answer what is kept of it."""

    do: Do
    finding: Callable[[Task, Answer], Any]
    line: Callable[[Any], str]


def try_all(kept: Kept[CellT, FoundT], wanted: list[CellT], how: Trying, at_once: int) -> None:
    """Try them, keep each result as it comes, and tell of it in one line."""
    done = 0

    def told(cell: Task, answer: Answer) -> None:
        nonlocal done
        found = how.finding(cell, answer)
        kept.add(found)
        done += 1
        say(f"[{done} of {len(wanted)}] {how.line(found)}")

    say(f"{len(wanted)} cells to try; {len(kept.findings)} are kept in {kept.file.relative_to(PROJECT)}")
    all_done(wanted, how.do, told, at_once)


def say(line: str) -> None:
    """Tell how far it has come."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
