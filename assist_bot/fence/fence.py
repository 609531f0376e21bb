"""Which hosts the browser may contact now, and which it wanted to contact besides."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from urllib.parse import urlsplit

from assist_bot.profile.hosts import is_loopback

_MOST_HOSTS = 100
_LONGEST_NAME = 100
_REST = "(others)"
_PORTS = {"http": 80, "ws": 80, "https": 443, "wss": 443}
BY_ITSELF = "the browser itself"


@dataclass(frozen=True)
class TurnedAway:
    """A host that was not let through: for which kinds of thing, as the browser calls them, and how often."""

    host: str
    kinds: tuple[str, ...]
    times: int

    @property
    def by_a_page(self) -> bool:
        """Whether a page asked for it, and not the browser by itself."""
        return self.kinds != (BY_ITSELF,)


class Fence:
    """The rule for one browser. The proxy asks it from a thread of its own."""

    def __init__(self, origin: str) -> None:
        self._home = place_of(origin)
        self._let_through: tuple[str, ...] = ()
        self._lock = Lock()
        self._times = Counter[str]()
        self._before: dict[str, int] = {}
        self._kinds: dict[str, dict[str, None]] = {}
        self.trouble: dict[str, str] = {}
        """Why a host that is let through was not reached, in plain words."""
        self.when_closed: Callable[[], None] = lambda: None
        """Called when the hosts of a hand-over are no longer let through."""

    def lets(self, host: str, port: int, *, sealed: bool) -> bool:
        """Say whether the browser may contact this host now; `sealed` by TLS, without which only this computer is."""
        if not sealed and not is_loopback(host):
            return False
        return (host, port) == self._home or any(matches(host, each) for each in self._let_through)

    def lets_url(self, url: str) -> bool:
        """Say whether the browser may contact the host of a web address now; what names no host goes nowhere."""
        host, port = place_of(url)
        return not host or self.lets(host, port, sealed=urlsplit(url).scheme in ("https", "wss"))

    @contextmanager
    def open_for(self, hosts: Sequence[str]) -> Iterator[None]:
        """Let these hosts through as well, such as "*.bank.example": for the hand-over, and no longer."""
        self._before = dict(self._times)
        self._let_through = tuple(hosts)
        try:
            yield
        finally:
            self._let_through = ()
            self.when_closed()

    def turn_away(self, host: str) -> None:
        """Remember that a host was not let through."""
        with self._lock:
            self._times[self._known_as(host)] += 1

    def asked(self, url: str, kind: str) -> None:
        """Remember what kind of thing a page asked for, where it is not let through."""
        if not self.lets_url(url):
            with self._lock:
                self._kinds.setdefault(self._known_as(place_of(url)[0]), {})[kind] = None

    @property
    def turned_away(self) -> list[TurnedAway]:
        """What was turned away so far."""
        with self._lock:
            return [
                TurnedAway(host, tuple(self._kinds.get(host, {BY_ITSELF: None})), times)
                for host, times in self._times.items()
            ]

    @property
    def missed(self) -> list[str]:
        """The hosts that pages asked for in vain since others were let through."""
        return [
            each.host
            for each in self.turned_away
            if each.by_a_page and each.times > self._before.get(each.host, 0)
        ]

    def _known_as(self, host: str) -> str:
        """Cut what a page could make endless: names, and how many there are."""
        name = "".join(letter for letter in host if letter.isascii() and letter.isprintable())[:_LONGEST_NAME]
        known = self._times.keys() | self._kinds.keys()
        return name if name in known or len(known) < _MOST_HOSTS else _REST


def matches(host: str, pattern: str) -> bool:
    """Say whether a host is the one of a pattern, or with "*." below it."""
    name = pattern.removeprefix("*.")
    return host == name or (pattern.startswith("*.") and host.endswith(f".{name}"))


def place_of(url: str) -> tuple[str, int]:
    """Give host and port of a web address; ("", 0) where it names none."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        return "", 0
    return (parts.hostname or "", port) if port else ("", 0)
