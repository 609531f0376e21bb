"""Where the findings of the soak run are kept, and the work that its workers do."""

import time
from pathlib import Path

from playwright.sync_api import Browser

from tests.evidence.keeping import PROJECT, Kept, program
from tests.evidence.working import Answer, NoAnswer, Task
from tests.soak.cells import FAILED, Finding, tried
from tests.soak.measuring import measured
from tests.soak.points import Measured, Point


def kept(file: Path | None = None) -> Kept[Point, Finding]:
    """Open what was kept for the sources as they are."""
    file = file or PROJECT / ".soak" / f"{program()}.jsonl"
    return Kept(file, lambda each: Point(**each), Finding.from_json)


def do(task: Task, browser: Browser) -> Finding | Measured:
    """Try a point, or measure a run from a beginning."""
    return tried(task, browser) if isinstance(task, Point) else measured(task, browser)


def finding(point: Task, answer: Answer) -> Finding:
    """Give what was found, or in its place that the cell has failed."""
    if isinstance(answer, NoAnswer):
        return Finding(point, FAILED, wrong=answer.why, day=time.strftime("%Y-%m-%d"))
    assert isinstance(answer, Finding)
    return answer
