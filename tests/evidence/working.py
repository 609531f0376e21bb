"""Workers, each with a browser of its own; one that hangs is ended, and there is a word in place of its answer."""

import logging
import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from assist_bot.browser_finding import ensure_browser, launch_arguments
from assist_bot.portal.apart import prepare
from tests.browsers import choose_the_small_one

LONGEST = 900
"""Seconds that one thing may take; one that takes longer is given up."""

Task = Any
Answer = Any
Do = Callable[[Task, Browser], Answer]


@dataclass(frozen=True)
class NoAnswer:
    """Why there is no answer."""

    why: str


def work(calls: Connection, do: Do) -> None:
    """Take tasks until there are no more, and answer each with what came of it."""
    choose_the_small_one()
    # A page that is closed with an answer under way leaves a task of the driver's behind, which is told at length.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    found = ensure_browser(lambda _line: None)
    with sync_playwright() as playwright:
        prepare(playwright)
        browser = playwright.chromium.launch(executable_path=found.executable, args=launch_arguments())
        while (wanted := calls.recv()) is not None:
            if not browser.is_connected():
                browser = playwright.chromium.launch(
                    executable_path=found.executable, args=launch_arguments()
                )
            calls.send(do(wanted, browser))


@dataclass
class Worker:
    """A process that works, and what it works at since when."""

    do: Do
    at: Task | None = None
    since: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        here = multiprocessing.get_context("spawn")
        self.calls, theirs = here.Pipe()
        self.process = here.Process(target=work, args=(theirs, self.do))
        self.process.start()
        theirs.close()

    def give(self, wanted: Task) -> None:
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


def all_done(wanted: Sequence[Task], do: Do, told: Callable[[Task, Answer], None], at_once: int = 2) -> None:
    """Have everything done, `at_once` things at a time, and tell of each as it is done.

    `do` must be a function that another process can import. Where there is no answer, NoAnswer stands for it.
    """
    left = list(wanted)
    workers = [Worker(do) for _ in range(min(at_once, len(left)))]
    try:
        while left or any(worker.at is not None for worker in workers):
            for worker in workers:
                if worker.at is None and left:
                    worker.give(left.pop(0))
            for place, answer in _answers(workers):
                at, workers[place].at = workers[place].at, None
                if isinstance(answer, NoAnswer):
                    workers[place] = Worker(do)
                told(at, answer)
    finally:
        for worker in workers:
            worker.end()


def _answers(workers: list[Worker]) -> Iterator[tuple[int, Answer]]:
    """Give each answer there is, or in its place why there will be none."""
    busy = [worker for worker in workers if worker.at is not None]
    ready = wait([worker.calls for worker in busy], timeout=1)
    for place, worker in enumerate(workers):
        if worker.calls in ready:
            try:
                yield place, worker.calls.recv()
            except (EOFError, OSError):
                yield place, NoAnswer("the worker broke down")
        elif worker.at is not None and time.monotonic() - worker.since > LONGEST:
            worker.process.kill()
            yield place, NoAnswer(f"it did not end within {LONGEST} seconds")
