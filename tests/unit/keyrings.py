"""Real keyring back ends that behave like the stores people have."""

from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class NoStore(fail.Keyring):
    """What keyring uses on a computer that has no store."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves it untyped


class MemoryStore(KeyringBackend):
    """A store that works, and counts what is written to it."""

    priority: float = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        self.kept: dict[tuple[str, str], str] = {}
        self.writes = 0

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret or None."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""
        self.writes += 1
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret."""
        self.writes += 1
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


class LockedStore(MemoryStore):
    """A store whose owner has not unlocked it."""

    def get_password(self, service: str, username: str) -> str | None:
        """Refuse."""
        raise KeyringLocked(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Refuse."""
        raise KeyringLocked(f"{service} {username} {password}")


class ForgetfulStore(MemoryStore):
    """A store that takes everything and keeps nothing, as keyring's "null" does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Lose the secret."""


class PlainFile(MemoryStore):
    """A store that keyring does not recommend, as it does not recommend a file in plain text."""

    priority = 0.5


def chain_of(*stores: KeyringBackend) -> ChainerBackend:
    """Make the chain that keyring puts in place where it finds several stores."""

    class Chain(ChainerBackend):
        """The chain of these."""

        backends = stores

    return Chain()  # type: ignore[no-untyped-call]  # keyring leaves it untyped
