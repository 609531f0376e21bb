"""A household's computer, on which `assist-bot` is started as a person or a script would start it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assist_bot.contribution import ContributionMonth
from assist_bot.ledger import Entry, Ledger
from fixtures.mock_portal.memory import Account
from fixtures.mock_portal.server import PracticePortal
from tests.cli.file_store import WHERE
from tests.people import write_profile

PROJECT = Path(__file__).parents[2]
PORTAL_ID = "someone@example.com"
PASSWORD = "Temp-1234"
NOW = "2026-11-20"
OCTOBER = ContributionMonth.parse("2026-10")
ENOUGH = 400
"""Seconds after which a program that should long have ended is given up."""


@dataclass(frozen=True)
class Ran:
    """What a program said, and its exit code."""

    code: int
    stdout: str
    stderr: str

    @property
    def result(self) -> dict[str, Any]:
        """The one object on stdout; it names the exit code truly."""
        assert self.stdout.count("\n") == 1, self.stdout
        result: dict[str, Any] = json.loads(self.stdout)
        assert result["exit_code"] == self.code
        assert {"outcome", "message"} < set(result)
        assert "Traceback" not in self.stderr, self.stderr
        return result


@dataclass
class Home:
    """Folders, a credential store, and a portal that the profile names."""

    folder: Path
    practice: PracticePortal
    settings: dict[str, str] = field(default_factory=dict)
    program: tuple[str, ...] = ("-m", "assist_bot")

    @property
    def account(self) -> Account:
        """What the portal remembers of this employer."""
        return self.practice.memory.accounts[PORTAL_ID]

    @property
    def entry(self) -> Entry | None:
        """What the ledger says about October."""
        if not (self.folder / "ledger.sqlite").exists():
            return None
        with Ledger.open(self.folder / "ledger.sqlite", read_only=True) as ledger:
            return ledger.entry(PORTAL_ID, OCTOBER)

    @property
    def state(self) -> str:
        """The ledger's word for October, "" where it has none."""
        return str(self.entry.state) if self.entry else ""

    @property
    def store(self) -> dict[str, str]:
        """What stands in the credential store."""
        file = self.folder / "store.json"
        kept: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
        return kept

    def keep(self, password: str) -> None:
        """Put a password into the credential store."""
        self.put({"": password})

    def put(self, secrets: dict[str, str]) -> None:
        """Put these into the credential store, by what stands after the portal ID in the name of their entry."""
        kept = {f"assist-bot {PORTAL_ID}{ending}": secret for ending, secret in secrets.items()}
        (self.folder / "store.json").write_text(json.dumps(kept))

    def write_profile(self, url: str = "", **changes: str) -> Path:
        """Write the profile where it is looked for."""
        return write_profile(self.folder, self.practice.clock.today(), url or self.practice.url, **changes)

    def run(self, *arguments: str, stdin: str = "", **settings: str) -> Ran:
        """Run `assist-bot` to its end, with this on stdin and these settings beside the usual ones."""
        program = self.start(*arguments, **settings)
        try:
            out, err = program.communicate(stdin.encode(), timeout=ENOUGH)
        except subprocess.TimeoutExpired:
            program.kill()
            raise
        return Ran(program.returncode, out.decode(), err.decode())

    def start(self, *arguments: str, **settings: str) -> "subprocess.Popen[bytes]":
        """Start `assist-bot` in a process group of its own, as a terminal does."""
        return subprocess.Popen(
            [sys.executable, *self.program, *arguments],
            cwd=self.folder,
            env=self.environment | settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    @property
    def environment(self) -> dict[str, str]:
        """What a program finds in its environment: nothing of the person who runs the tests."""
        passed_on = ("PATH", "LANG", "TMPDIR", "ASSIST_BOT_BROWSER", "PLAYWRIGHT_BROWSERS_PATH", "SYSTEMROOT")
        return {
            **{name: os.environ[name] for name in passed_on if name in os.environ},
            "HOME": str(self.folder),
            "PYTHONPATH": str(PROJECT),
            "PYTHON_KEYRING_BACKEND": "tests.cli.file_store.FileStore",
            WHERE: str(self.folder / "store.json"),
            "ASSIST_BOT_HOME": str(self.folder),
            "ASSIST_BOT_NOW": NOW,
            "ASSIST_BOT_PATIENCE": "10",
            **self.settings,
        }
