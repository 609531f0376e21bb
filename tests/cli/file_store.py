"""Credential stores for programs that a test starts: chosen by PYTHON_KEYRING_BACKEND, kept in one file."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

WHERE = "TEST_CREDENTIAL_STORE"


class FileStore(KeyringBackend):
    """A store that works: a JSON file, {"service user": secret}."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        self.file = Path(os.environ[WHERE])

    def get_password(self, service: str, username: str) -> str | None:
        """Give the secret, or None."""
        return self.kept.get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""
        self._keep({**self.kept, f"{service} {username}": password})

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret."""
        kept = self.kept
        if kept.pop(f"{service} {username}", None) is None:
            raise PasswordDeleteError
        self._keep(kept)

    @property
    def kept(self) -> dict[str, str]:
        """Everything in the store."""
        if not self.file.exists():
            return {}
        kept: dict[str, str] = json.loads(self.file.read_text())
        return kept

    def _keep(self, kept: dict[str, str]) -> None:
        self.file.write_text(json.dumps(kept))


class LockedStore(FileStore):
    """A store whose owner has not unlocked it."""

    def get_password(self, service: str, username: str) -> str | None:
        """Refuse."""
        raise KeyringLocked(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Refuse."""
        raise KeyringLocked(f"{service} {username} {password}")
