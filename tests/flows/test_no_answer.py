"""A portal that takes a request and never answers it is waited for as long as the patience says, and no longer."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from assist_bot.errors import PortalUnavailable
from assist_bot.portal.finding import Place, await_words
from assist_bot.portal.window import Window
from assist_bot.portal.words import words

PAGE = b"""<!DOCTYPE html><h1>Here</h1><a href="/never">AT ONCE</a>
<a href="javascript:void(0)" onclick="setTimeout(() => location = '/never', 150)">A LITTLE LATER</a>"""


@pytest.fixture
def origin() -> Iterator[str]:
    """Run a server of which one page never comes."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/never":
                over.wait(60)
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(PAGE)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    over.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("word", ["AT ONCE", "A LITTLE LATER"])
def test_a_page_that_never_comes_ends_the_run_in_plain_words(origin: str, page: Page, word: str) -> None:
    """Whether it was asked for by the press itself, or by a script that was at work while the page was looked at."""
    window = Window(page, origin, patience=1)
    window.go(origin)
    window.forget_trouble()
    window.ask("remember")
    page.get_by_text(word).click(no_wait_after=True)
    with pytest.raises(PortalUnavailable, match="did not answer"):
        await_words(Place(window, words()), ["There"], whole=False, fresh=True)
