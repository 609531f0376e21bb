"""Ctrl-C: what is said and recorded is true, wherever it strikes."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from fixtures.mock_portal.faults import Fault
from fixtures.mock_portal.steps import Step
from tests.cli.home import ENOUGH, Home, Ran

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way there")


def ctrl_c(program: Popen[bytes], when: Callable[[], bool]) -> Ran:
    """Press Ctrl-C as a terminal does, for the whole process group, once the condition holds."""
    deadline = time.monotonic() + ENOUGH
    while not when():
        assert program.poll() is None, program.communicate()
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.05)
    os.killpg(program.pid, signal.SIGINT)
    out, err = program.communicate(timeout=ENOUGH)
    return Ran(program.returncode, out.decode(), err.decode())


def last_event(run_folder: str) -> dict[str, object]:
    """Give the journal's last line."""
    event: dict[str, object] = json.loads(
        Path(run_folder, "journal.jsonl").read_text("utf-8").splitlines()[-1]
    )
    return event


def test_ctrl_c_before_anything_is_sent_is_exit_code_130(payer: Home) -> None:
    """Nothing was submitted; the record, the journal and the review say so."""
    payer.practice.faults.replace([f"{Fault.SLOW}@{Step.CONTRIBUTION_LIST_PAGE}:always"])
    program = payer.start("pay", "--yes", "--json", "--wait-for-bank", "1")
    ran = ctrl_c(program, when=lambda: payer.state == "drafted")
    assert (ran.result["outcome"], ran.code) == ("interrupted", 130)
    assert payer.account.submissions == []
    assert payer.state == "drafted"
    assert last_event(ran.result["run_folder"])["event"] == "outcome"
    assert Path(ran.result["run_folder"], "review.html").exists()


def test_ctrl_c_inside_a_submission_is_exit_code_7(payer: Home) -> None:
    """Whether it arrived is not known, so that is what is said; the next run looks, and sends nothing twice."""
    payer.practice.faults.replace([f"{Fault.SLOW}@{Step.CONFIRM_SUBMISSION}"])
    program = payer.start("pay", "--yes", "--json", "--until", "acr")
    ran = ctrl_c(program, when=lambda: payer.state == "submitting")
    assert (ran.result["outcome"], ran.code) == ("unknown", 7)
    assert "you stopped it" in ran.result["message"]
    assert payer.state == "unknown"
    assert last_event(ran.result["run_folder"])["event"] == "outcome"
    next_run = payer.run("pay", "--yes", "--json", "--until", "acr").result
    assert next_run["outcome"] in ("submitted", "unknown")
    assert len(payer.account.submissions) <= 1
