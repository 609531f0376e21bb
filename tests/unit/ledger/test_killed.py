"""Whatever is killed, and whenever: the next run knows that something had begun."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assist_bot.errors import ContributionRefused
from assist_bot.ledger import Ledger, RegistrationState, State
from tests.unit.ledger.acts import ACR, submit
from tests.unit.owing import EMPLOYER, OCTOBER, checked, plan

PROJECT = Path(__file__).parents[3]
ENOUGH = 30
"""Seconds after which a run that should long have ended is given up."""


@contextmanager
def run(file: Path, what: str) -> Iterator["subprocess.Popen[str]"]:
    """Start a run in a process of its own, which is gone afterwards."""
    command = [sys.executable, "-m", "tests.unit.ledger.runs", str(file), what]
    with subprocess.Popen(
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: "subprocess.Popen[str]") -> str:
    """Wait for the next thing that a run says."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go_on(process: "subprocess.Popen[str]") -> None:
    """Let a run that waits go on."""
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def killed_inside(file: Path, what: str) -> None:
    """Kill a run between the sending and the answer."""
    with run(file, what) as process:
        assert said(process) == "inside"
        process.kill()
        assert process.wait() == -signal.SIGKILL


def test_a_run_killed_while_submitting_leaves_it_on_disk(file: Path) -> None:
    """The next one sees it, with amount and lines, and does not submit."""
    killed_inside(file, "submit")
    with Ledger.open(file) as ledger:
        entry = ledger.entry(EMPLOYER, OCTOBER)
        assert entry is not None
        assert (entry.state, entry.total, entry.in_doubt) == (State.SUBMITTING, checked().total, True)
        assert "SITI AMINAH" in entry.lines
        with pytest.raises(ContributionRefused), ledger.submitting(EMPLOYER, checked()):
            pytest.fail("it was begun a second time")


def test_a_run_killed_while_paying_leaves_it_on_disk(file: Path) -> None:
    """The next one sees it and does not pay."""
    with Ledger.open(file) as ledger:
        submit(ledger)
    killed_inside(file, "pay")
    with Ledger.open(file) as ledger:
        entry = ledger.entry(EMPLOYER, OCTOBER)
        assert entry is not None
        assert (entry.state, entry.payment_in_doubt) == (State.PAYING, True)
        with pytest.raises(ContributionRefused), ledger.paying(EMPLOYER, OCTOBER, ACR, checked().total):
            pytest.fail("it was begun a second time")


def test_a_run_killed_while_registering_leaves_it_on_disk(file: Path) -> None:
    """The next one sees it and does not apply."""
    killed_inside(file, "register")
    with Ledger.open(file) as ledger:
        entry = ledger.registration(EMPLOYER)
        assert entry is not None
        assert (entry.state, entry.in_doubt) == (RegistrationState.SUBMITTING, True)
        with pytest.raises(ContributionRefused), ledger.registering(EMPLOYER):
            pytest.fail("it was begun a second time")


@pytest.mark.parametrize("what", ["submit", "register"])
def test_two_runs_at_once_begin_it_once(file: Path, what: str) -> None:
    """Without any lock of theirs, the second one is refused while the first is inside."""
    with run(file, what) as first:
        assert said(first) == "inside"
        with run(file, what) as second:
            assert said(second).startswith("refused: ")
            assert second.wait() == 0
        go_on(first)
        assert first.wait() == 0


def test_two_runs_that_start_together_begin_it_once(file: Path) -> None:
    """One is inside, the other is refused, whichever it is."""
    Ledger.open(file).close()
    with run(file, "submit") as one, run(file, "submit") as other:
        first_words = [said(one), said(other)]
        assert sorted(words.split(":")[0] for words in first_words) == ["inside", "refused"]


def test_a_reader_sees_what_a_killed_writer_finished(file: Path) -> None:
    """Killed in the middle of its writing, it leaves whole events and a sound file."""
    with Ledger.open(file) as ledger:
        ledger.planned(EMPLOYER, plan())
    for _ in range(3):
        before = len(Ledger.open(file, read_only=True).history(EMPLOYER, OCTOBER))
        with run(file, "write") as process:
            assert said(process) == "inside"
            go_on(process)
            with Ledger.open(file, read_only=True) as reader:
                while len(reader.history(EMPLOYER, OCTOBER)) < before + 3:
                    pass
            process.kill()
            process.wait()
        with Ledger.open(file, read_only=True) as reader:
            history = reader.history(EMPLOYER, OCTOBER)
            assert len(history) >= before + 3
            assert {entry.state for entry in history[1:]} == {State.DRAFTED}


def test_ctrl_c_in_a_process_of_its_own_leaves_unknown(file: Path) -> None:
    """The record says that it was stopped inside, and the process says so too."""
    with run(file, "submit") as process:
        assert said(process) == "inside"
        process.send_signal(signal.SIGINT)
        assert process.wait(ENOUGH) != 0
    with Ledger.open(file) as ledger:
        entry = ledger.entry(EMPLOYER, OCTOBER)
        assert entry is not None
        assert entry.state is State.UNKNOWN
        assert "you stopped it" in entry.note
