"""A credential store in one private file, for the demo and the rehearsal: no system keyring is asked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from assist_bot.places import write_private


def use_private_store(folder: Path) -> None:
    """Keep credentials in the folder, for the rest of this process."""
    keyring.set_keyring(PrivateStore(folder / "credentials.json"))


@contextmanager
def in_private_store(folder: Path) -> Iterator[None]:
    """Keep credentials in the folder until the block ends; then the store that was there before is asked again."""
    before = keyring.get_keyring()
    use_private_store(folder)
    try:
        yield
    finally:
        keyring.set_keyring(before)


class PrivateStore(KeyringBackend):
    """One JSON file that only its owner can read: {service: {user: secret}}."""

    # Never chosen by keyring itself: only use_private_store puts it in place.
    priority = 0

    def __init__(self, file: Path) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        self.file = file

    def get_password(self, service: str, username: str) -> str | None:
        """Give the secret, or None."""
        return self._read().get(service, {}).get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret; it is on the disk when this returns."""
        kept = self._read()
        kept.setdefault(service, {})[username] = password
        write_private(self.file, json.dumps(kept))

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret. Raises PasswordDeleteError where there is none."""
        kept = self._read()
        if kept.get(service, {}).pop(username, None) is None:
            raise PasswordDeleteError("There is no such entry.")
        write_private(self.file, json.dumps(kept))

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            kept: dict[str, dict[str, str]] = json.loads(self.file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise KeyringLocked(f"{self.file} cannot be read.") from error
        return kept
