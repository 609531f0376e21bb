"""The program in a process and with a browser of its own, to be killed for good: SIGKILL, which no handler sees."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import time_machine

from assist_bot.cli.asking import Agreeing
from assist_bot.cli.pay_wishes import PayWishes
from assist_bot.cli.paying import job as pay
from assist_bot.cli.registering import registering
from assist_bot.cli.running import Run, Wishes, execute
from assist_bot.credentials import use_private_store
from assist_bot.journal import FILE_NAME, Journal
from assist_bot.outcome import Result
from assist_bot.places import Places

MARK = "SOAK_RUN"
LASTS = 120
"""Seconds after which a run that neither ends nor is killed is ended."""
CLOSING = 5
"""Seconds that the browser of a killed run has to go by itself; it goes when its driver has lost the program."""


@dataclass(frozen=True)
class Told:
    """What the process is told: all of it can be handed to another process."""

    command: str
    folder: Path
    now: str
    patience: str
    mark: str
    kill_at_write: int = 0


@contextmanager
def running(told: Told) -> Iterator[BaseProcess]:
    """Start the program; afterwards nothing of it is left, its browser neither."""
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload([__name__])
    process = server.Process(target=program, args=(told,))
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()
        _end_what_is_left(told.mark)


def program(told: Told) -> None:
    """Run the command as the command line does, and leave with its exit code."""
    os.setsid()
    time_machine.travel(told.now).start()  # the program's clock is the practice portal's
    os.environ.update({"ASSIST_BOT_PATIENCE": told.patience, MARK: told.mark})
    said = os.open(told.folder / "said.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(said, stream.fileno())
    use_private_store(told.folder)
    profile = told.folder / "config" / "profile.toml"
    wishes = Wishes(told.command, profile, yes=True, headed=False)
    job = partial(_job, told=told)
    result = execute(wishes, job, at=Places(told.folder / "config", told.folder))
    sys.stdout.flush()
    os._exit(result.exit_code)


def _job(run: Run, told: Told) -> Result:
    if told.kill_at_write:
        run.journal.listen(killer(run.journal, told.kill_at_write))
    if told.command == "pay":
        return pay(run, PayWishes(months=("2026-10",)), Agreeing())
    run.credentials.ready_for_first_visit()
    with run.portal() as portal:
        return registering(portal, run.ledger, run.credentials, run.profile, Agreeing())


def killer(journal: Journal, at: int) -> Callable[[Any], None]:
    """Give a listener that kills this process once the journal has so many lines."""
    lines = len((journal.folder / FILE_NAME).read_bytes().splitlines())

    def listener(_event: object) -> None:
        nonlocal lines
        lines += 1
        if lines == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return listener


def browser_of(mark: str) -> int | None:
    """Find the process of the browser that a run opened; None where there is none (yet)."""
    for process in processes(mark):
        words = _read(process, "cmdline").split(b"\0")
        kinds = [word for word in words if word.startswith(b"--type=")]
        if not kinds and any(word.startswith(b"--user-data-dir=") for word in words):
            return process
    return None


def processes(mark: str) -> list[int]:
    """List the processes that a run started, and itself: those that have its mark among their settings."""
    wanted = f"{MARK}={mark}".encode()
    numbers = (int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit())
    return [number for number in numbers if wanted in _read(number, "environ").split(b"\0")]


def _read(process: int, what: str) -> bytes:
    try:
        return Path(f"/proc/{process}/{what}").read_bytes()
    except OSError:  # it has ended, or is none of ours
        return b""


def _end_what_is_left(mark: str) -> None:
    began = time.monotonic()
    while (left := processes(mark)) and time.monotonic() - began < 2 * CLOSING:
        if time.monotonic() - began > CLOSING:
            for process in left:
                _kill(process)
        time.sleep(0.05)


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return
