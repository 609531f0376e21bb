"""Two workers, each with a browser of its own; one that hangs is ended, and its cell has failed."""

import logging
import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait

from playwright.sync_api import Browser, sync_playwright

from assist_bot.browser_finding import ensure_browser, launch_arguments
from tests.browsers import choose_the_small_one
from tests.soak.cells import FAILED, Finding, tried
from tests.soak.measuring import measured
from tests.soak.points import Measured, Point

LONGEST = 900
"""Seconds that one cell may take; one that takes longer has failed."""

Work = Point | str


def work(calls: Connection) -> None:
    """Take points to try, or beginnings to measure, until there are no more; answer each with what was found."""
    choose_the_small_one()
    # A page that is closed with an answer under way leaves a task of the driver's behind, which is told at length.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    found = ensure_browser(lambda _line: None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.executable, args=launch_arguments())
        while (wanted := calls.recv()) is not None:
            if not browser.is_connected():
                browser = playwright.chromium.launch(
                    executable_path=found.executable, args=launch_arguments()
                )
            calls.send(_done(wanted, browser))


def _done(wanted: Work, browser: Browser) -> Finding | Measured:
    return measured(wanted, browser) if isinstance(wanted, str) else tried(wanted, browser)


@dataclass
class Worker:
    """A process that works, and what it works at since when."""

    at: Work | None = None
    since: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        here = multiprocessing.get_context("spawn")
        self.calls, theirs = here.Pipe()
        self.process = here.Process(target=work, args=(theirs,))
        self.process.start()
        theirs.close()

    def give(self, wanted: Work) -> None:
        """Hand it the next."""
        self.at, self.since = wanted, time.monotonic()
        self.calls.send(wanted)

    def end(self) -> None:
        """Let it go home, or end it where it does not."""
        if self.at is None and self.process.is_alive():
            self.calls.send(None)
            self.process.join(20)
        self.process.kill()
        self.process.join()


def all_done(
    wanted: Sequence[Work], told: Callable[[Work, Finding | Measured], None], at_once: int = 2
) -> None:
    """Have everything done, `at_once` things at a time, and tell of each as it is done."""
    left = list(wanted)
    workers = [Worker() for _ in range(min(at_once, len(left)))]
    try:
        while left or any(worker.at is not None for worker in workers):
            for worker in workers:
                if worker.at is None and left:
                    worker.give(left.pop(0))
            for place, answer in _answers(workers):
                at, workers[place].at = workers[place].at, None
                if isinstance(answer, str):
                    workers[place] = Worker()
                if at is not None:
                    told(at, _not_done(at, answer) if isinstance(answer, str) else answer)
    finally:
        for worker in workers:
            worker.end()


def _answers(workers: list[Worker]) -> Iterator[tuple[int, Finding | Measured | str]]:
    """Give each answer there is, or in its place why there will be none."""
    busy = [worker for worker in workers if worker.at is not None]
    ready = wait([worker.calls for worker in busy], timeout=1)
    for place, worker in enumerate(workers):
        if worker.calls in ready:
            try:
                yield place, worker.calls.recv()
            except EOFError:
                yield place, "the worker broke down"
        elif worker.at is not None and time.monotonic() - worker.since > LONGEST:
            worker.process.kill()
            yield place, f"it did not end within {LONGEST} seconds"


def _not_done(at: Work, why: str) -> Finding:
    if isinstance(at, Point):
        return Finding(at, FAILED, wrong=why, day=time.strftime("%Y-%m-%d"))
    raise RuntimeError(f"{at} could not be measured: {why}")
