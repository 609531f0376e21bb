"""What Playwright drives the browser with: where the system lacks a library for it, that is installed or named."""

import os
import sys
from pathlib import Path

import pytest

from assist_bot.driver import ensure_driver
from assist_bot.errors import MachineError

LACKING = "node: error while loading shared libraries: libatomic.so.1: cannot open shared object file"


def program(path: Path, script: str) -> None:
    """Put a program there."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be on a computer on which Playwright's driver starts only once the library is there."""
    program(
        tmp_path / "python",
        f'[ -e "{tmp_path}/library" ] || {{ echo "/x/{LACKING}" >&2; exit 127; }}',
    )
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_a_driver_that_starts_is_left_alone() -> None:
    """Nothing is said, nothing is installed."""
    said: list[str] = []
    ensure_driver(said.append)
    assert said == []


def test_as_root_the_library_is_installed(computer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """apt-get is announced before it runs, and after it the driver starts."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(computer / "apt-get", f'[ "$3" != libatomic1 ] || : > "{computer}/library"')
    said: list[str] = []
    ensure_driver(said.append)
    assert said[-2:] == ["Running: apt-get update", "Running: apt-get install -y libatomic1"]


def test_anybody_else_is_told_what_to_type(computer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is run; the system's own words and the exact command are in the error."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    program(computer / "apt-get", "exit 1")
    with pytest.raises(MachineError) as error:
        ensure_driver(lambda _: None)
    assert LACKING.removeprefix("node: ") in error.value.fact
    assert "`sudo apt-get install -y libatomic1`" in error.value.remedy
