"""The proxy, spoken to as a browser does."""

import base64
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_bot.fence.fence import Fence
from assist_bot.fence.proxy import proxy_within, read_head
from tests.fence.servers import Served, serving


@pytest.fixture
def home() -> Iterator[Served]:
    """Serve a portal."""
    with serving({"/": "portal"}) as here:
        yield here


@pytest.fixture
def other() -> Iterator[Served]:
    """Serve something else."""
    with serving({"/": "other"}) as here:
        yield here


@contextmanager
def speaking(proxy: str) -> Iterator[socket.socket]:
    """Connect to the proxy."""
    host, _, port = proxy.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), 5) as connection:
        yield connection


def said(proxy: str, *words: str) -> str:
    """Say these to the proxy, and give all that comes back."""
    with speaking(proxy) as connection:
        for each in words:
            connection.sendall(each.encode())
        answer = b""
        with suppress(OSError):
            while chunk := connection.recv(4096):
                answer += chunk
    return answer.decode()


def plain(served: Served, path: str = "/") -> str:
    """Write what a browser says to a proxy for a page without a seal."""
    return (
        f"GET {served.origin}{path} HTTP/1.1\r\nHost: {served.place}\r\nProxy-Connection: keep-alive\r\n\r\n"
    )


def tunnel(place: str) -> str:
    """Write what a browser says to a proxy for everything else."""
    return f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n\r\n"


def test_the_portal_is_reached_and_nothing_else(home: Served, other: Served) -> None:
    """With a tunnel or without; what is turned away learns nothing of it, not even that somebody came."""
    fence = Fence(home.origin)
    with proxy_within(fence) as proxy:
        assert said(proxy, plain(home)).endswith("portal")
        inside = f"GET / HTTP/1.1\r\nHost: {home.place}\r\nConnection: close\r\n\r\n"
        assert said(proxy, tunnel(home.place), inside).endswith("portal")
        assert said(proxy, plain(other)) == ""
        assert said(proxy, tunnel(other.place)).startswith("HTTP/1.1 403")
        assert said(proxy, tunnel(f"localhost:{home.port}")).startswith("HTTP/1.1 403")
        assert said(proxy, plain(home) + plain(other)).count("HTTP/1.") == 1
    assert home.reached == ["GET /"] * 3
    assert other.reached == []
    assert [(each.host, each.times) for each in fence.turned_away] == [("127.0.0.1", 2), ("localhost", 1)]


def test_a_connection_to_the_bank_ends_with_the_hand_over(home: Served, other: Served) -> None:
    """What was open then is cut; the portal's stay."""
    fence = Fence(home.origin)
    with proxy_within(fence) as proxy, speaking(proxy) as bank, speaking(proxy) as portal:
        with fence.open_for(["127.0.0.1"]):
            for connection, place in ((bank, other.place), (portal, home.place)):
                connection.sendall(tunnel(place).encode())
                assert connection.recv(4096).startswith(b"HTTP/1.1 200")
        with suppress(ConnectionResetError):
            assert bank.recv(4096) == b""
        portal.sendall(f"GET / HTTP/1.1\r\nHost: {home.place}\r\n\r\n".encode())
        assert portal.recv(4096).startswith(b"HTTP/1.0 200")
    assert other.reached == []


def test_why_the_portal_is_not_reached_is_known() -> None:
    """In words for a person, where the browser knows only that its proxy did not get through."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        closed = f"127.0.0.1:{probe.getsockname()[1]}"
    for origin, words in (
        (f"http://{closed}", "takes no connection"),
        ("https://portal.invalid", "not known"),
    ):
        fence = Fence(origin)
        with proxy_within(fence) as proxy:
            place = closed if "http:" in origin else "portal.invalid:443"
            assert said(proxy, tunnel(place)).startswith("HTTP/1.1 502")
        assert words in next(iter(fence.trouble.values()))


@contextmanager
def household_proxy(answer: str) -> Iterator[tuple[int, list[str]]]:
    """Run a proxy as an office has one: it answers so, and then speaks for the portal itself."""
    heard: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def work() -> None:
            with suppress(OSError):
                connection, _ = server.accept()
                with connection:
                    heard.append(connection.recv(4096).decode())
                    connection.sendall(answer.encode())
                    if "200" in answer:
                        heard.append(connection.recv(4096).decode())
                        connection.sendall(b"from the portal")

        thread = Thread(target=work, daemon=True)
        thread.start()
        yield server.getsockname()[1], heard
        thread.join(5)


def test_a_household_behind_a_proxy_gets_out_through_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its name and password; its own proxy sees the portal's name and what is sealed."""
    with household_proxy("HTTP/1.1 200 OK\r\n\r\n") as (port, heard):
        monkeypatch.setenv("HTTPS_PROXY", f"http://ah%20meng:pass%40word@127.0.0.1:{port}")
        with proxy_within(Fence("https://portal.example")) as proxy:
            assert said(proxy, tunnel("portal.example:443"), "sealed").endswith("from the portal")
    login = base64.b64encode(b"ah meng:pass@word").decode()
    assert heard[0].startswith("CONNECT portal.example:443 HTTP/1.1\r\n")
    assert f"Proxy-Authorization: Basic {login}\r\n" in heard[0]
    assert heard[1] == "sealed"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "wants a name and a password"),
        ("HTTP/1.1 403 Forbidden\r\n\r\n", "does not let it through"),
        ("HTTP/1.1 503 Busy\r\n\r\n", "answered with an error (503)"),
        ("SSH-2.0-OpenSSH\r\n\r\n", "is not understood"),
    ],
)
def test_a_proxy_that_says_no_is_told_plainly(
    monkeypatch: pytest.MonkeyPatch, answer: str, words: str
) -> None:
    """Which proxy, and what it wants; nothing goes round it."""
    with household_proxy(answer) as (port, _):
        monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{port}")
        fence = Fence("https://portal.example")
        with proxy_within(fence) as proxy:
            assert said(proxy, tunnel("portal.example:443")).startswith("HTTP/1.1 502")
    assert (
        fence.trouble["portal.example"] == f"the proxy 127.0.0.1 {words}"
        or words in fence.trouble["portal.example"]
    )


def test_a_proxy_of_an_unknown_kind_is_told_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not passed over silently."""
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:1")
    fence = Fence("https://portal.example")
    with proxy_within(fence) as proxy:
        assert said(proxy, tunnel("portal.example:443")).startswith("HTTP/1.1 502")
    assert "socks5" in fence.trouble["portal.example"]


@given(
    st.binary(max_size=300) | st.text(max_size=100).map(lambda text: f"GET {text} HTTP/1.1\r\n\r\n".encode())
)
def test_whatever_is_said_to_it_names_a_place_or_nothing(head: bytes) -> None:
    """Nothing else than a refusal comes of what cannot be understood."""
    with suppress(ValueError):
        wanted = read_head(head)
        assert wanted.host
        assert wanted.port
