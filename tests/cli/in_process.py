"""A household's computer on which commands run in this process, for what needs neither a browser nor a portal."""

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from assist_bot.cli.app import app
from assist_bot.demo_household import write_household
from tests.cli.home import NOW, PASSWORD, PORTAL_ID, Ran
from tests.unit.keyrings import MemoryStore

NOBODY = "http://127.0.0.1:9/employer/login"


@dataclass
class Computer:
    """Folders, a profile and a credential store."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __post_init__(self) -> None:
        self.folder.mkdir(mode=0o700)
        for name in ("ASSIST_BOT_HOME", "HOME"):
            self.monkeypatch.setenv(name, str(self.folder))
        self.monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
        self.monkeypatch.setenv("ASSIST_BOT_BROWSER", "/nonexistent")
        self.monkeypatch.chdir(self.folder)
        self.now(NOW)
        self.write_profile()
        store = MemoryStore()
        store.set_password("assist-bot", PORTAL_ID, PASSWORD)
        self.use(store)

    def now(self, moment: str) -> None:
        """Set the clock."""
        self.monkeypatch.setenv("ASSIST_BOT_NOW", moment)

    def use(self, store: KeyringBackend) -> None:
        """Put a credential store in place."""
        keyring.set_keyring(store)

    def write_profile(self, tail: str = "") -> None:
        """Write the profile where it is looked for, with this at its end."""
        profile = write_household(self.folder, date.fromisoformat(NOW), NOBODY)
        profile.write_text(f"{profile.read_text()}\n{tail}\n")

    def run(self, *arguments: str, stdin: str = "") -> Ran:
        """Run `assist-bot` to its end, with this on stdin."""
        self.monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            app(arguments, standalone_mode=False)
        said = self.capsys.readouterr()
        return Ran(int(left.value.code or 0), said.out, said.err)
