"""Where the findings on changed portals are kept, and the work that the workers do."""

import time

from playwright.sync_api import Browser

from tests.evidence.keeping import PROJECT, Kept, program, sources
from tests.evidence.working import Answer, NoAnswer, Task
from tests.robustness.cells import BUG, WRONG, Cell, Finding, cell_from, tried


def state() -> str:
    """Give one short word for the program, its practice portal and the operators as they are."""
    return program("tests/robustness")


def kept() -> Kept[Cell, Finding]:
    """Open what was kept for this state."""
    return _opened(state())


def kept_of_others() -> Kept[Cell, Finding]:
    """Open what was kept of those that are compared: they are the same as long as the portal and the operators are."""
    return _opened(f"compared-{sources('fixtures', 'tests/robustness')}")


def _opened(name: str) -> Kept[Cell, Finding]:
    return Kept(PROJECT / ".robustness" / f"{name}.jsonl", cell_from, Finding.from_json)


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
