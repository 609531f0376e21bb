"""A form that was pressed once arrives once, also when nobody waits for its answer any longer."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from assist_bot.portal.window import Window

FORM = b'<!DOCTYPE html><form method="post" action="/save"><button>SAVE</button></form>'


@dataclass
class SlowServer:
    """A server that answers a form only when it is told to, and counts what arrives."""

    arrived: list[str] = field(default_factory=list)
    one_is_there: threading.Event = field(default_factory=threading.Event)
    may_answer: threading.Event = field(default_factory=threading.Event)
    origin: str = ""


@pytest.fixture
def server() -> Iterator[SlowServer]:
    """Run such a server."""
    slow = SlowServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(FORM)

        def do_POST(self) -> None:
            slow.arrived.append(self.path)
            slow.one_is_there.set()
            slow.may_answer.wait(20)
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    slow.origin = f"http://127.0.0.1:{running.server_port}"
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield slow
    slow.may_answer.set()
    running.shutdown()
    running.server_close()


def test_a_form_that_is_given_up_while_it_is_under_way_is_not_sent_again(
    server: SlowServer, page: Page
) -> None:
    """Chromium would send by itself what is no longer passed on for it."""
    window = Window(page, server.origin, patience=15)
    window.go(server.origin)

    def press_and_give_up() -> None:
        with window.sender.once():
            page.get_by_role("button").click(no_wait_after=True)
            while not server.one_is_there.is_set():
                page.wait_for_timeout(20)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        press_and_give_up()
    server.may_answer.set()
    if not page.is_closed():
        page.wait_for_url("**/save")
    assert server.arrived == ["/save"]
