"""A full disk: told plainly, nothing begun, nothing half recorded."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.home import Home

MOUNT = shutil.which("mount")
UMOUNT = shutil.which("umount")
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of one megabyte, where this machine lets us."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not (MOUNT and UMOUNT and AS_ROOT and sys.platform == "linux"):
        pytest.skip("only root can mount a disk")
    options = ["-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", str(disk)]
    if subprocess.run([MOUNT, *options], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    yield disk
    subprocess.run([UMOUNT, "--lazy", str(disk)], capture_output=True, check=True)


def test_a_disk_without_room_is_exit_code_9(home: Home, tiny_disk: Path) -> None:
    """Before a browser is opened, and with how much is needed."""
    profile = str(home.folder / "profile.toml")
    result = home.run("pay", "--json", "--profile", profile, ASSIST_BOT_HOME=str(tiny_disk)).result
    assert (result["outcome"], result["exit_code"]) == ("machine", 9)
    assert "50 MB" in result["message"]


def test_a_disk_that_is_quite_full_is_exit_code_9(home: Home, tiny_disk: Path) -> None:
    """Not a byte can be written, and that is said instead of a traceback."""
    (tiny_disk / "filler").write_bytes(b"")
    with (tiny_disk / "filler").open("wb") as filler:
        while room(filler.fileno()):
            os.write(filler.fileno(), b"x" * 4096)
    profile = str(home.folder / "profile.toml")
    result = home.run("pay", "--json", "--profile", profile, ASSIST_BOT_HOME=str(tiny_disk)).result
    assert result["exit_code"] == 9


def room(descriptor: int) -> bool:
    """Whether anything fits on the disk still."""
    return os.fstatvfs(descriptor).f_bavail > 0


def test_a_result_that_cannot_be_printed_still_has_its_exit_code(home: Home) -> None:
    """`assist-bot pay --json > /dev/full`: the exit code tells what the object cannot."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this machine has no /dev/full")
    with full.open("wb") as stdout:
        done = subprocess.run(
            [sys.executable, "-m", "assist_bot", "pay", "--json"],
            cwd=home.folder,
            env=home.environment | {"ASSIST_BOT_BROWSER": "/nonexistent"},
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 9
    assert b"Traceback" not in done.stderr
