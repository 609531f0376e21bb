"""Giving a secret to the program, as systemd or a shell would."""

import os
import tempfile
from pathlib import Path

import pytest


def give(name: str, secret: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a secret: under a name in small letters as a systemd credential, otherwise as a variable."""
    if not name.islower():
        monkeypatch.setenv(name, secret)
        return
    folder = os.environ.get("CREDENTIALS_DIRECTORY") or tempfile.mkdtemp(
        dir=Path(os.environ["ASSIST_BOT_HOME"]).parent
    )
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", folder)
    Path(folder, name).write_text(f"{secret}\n")
