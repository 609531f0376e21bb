"""Forgets an employee on copies of one computer, each killed at the next thing removed: `... TEMPLATE COPIES`.

The last copy is the first at which nothing was left to be killed at.
"""

import io
import os
import shutil
import signal
import sys
from pathlib import Path

import keyring

from assist_bot.cli.forgetting import command
from tests.cli.file_store import WHERE, FileStore

CHANGES = {"os.remove", "os.rename", "os.rmdir", "shutil.rmtree"}
TYPED = "SITI AMINAH\nSEVEN YEARS\n"


def killed_at(point: int, home: Path) -> None:
    """Forget, until the process is killed just before its change of that number."""
    left = point

    def count(event: str, _arguments: object) -> None:
        nonlocal left
        if event not in CHANGES:
            return
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    os.environ["ASSIST_BOT_HOME"], os.environ[WHERE] = str(home), str(home / "store.json")
    keyring.set_keyring(FileStore())
    sys.stdin = io.StringIO(TYPED)
    sys.addaudithook(count)
    command("", None, ask=True, as_json=False)


def main(template: Path, copies: Path) -> None:
    """Kill at one change after the other, in a process each, until one comes to its end."""
    for point in range(1000):
        home = copies / f"{point:03}"
        shutil.copytree(template, home)
        child = os.fork()
        if not child:
            killed_at(point, home)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
