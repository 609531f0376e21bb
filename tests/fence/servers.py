"""Small servers of this computer that remember what reached them."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

NOBODY = Path(__file__).with_name("nobody.pem")
"""A certificate that nobody vouches for, with its key; it is of no use for anything else."""


@dataclass
class Served:
    """A server: its pages by path, where a path leads on to, and what has reached it."""

    port: int
    sealed: bool = False
    pages: dict[str, str] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    reached: list[str] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{'https' if self.sealed else 'http'}://{self.place}"

    def forget(self) -> None:
        """Begin anew: no pages, and nobody has been here."""
        for each in (self.pages, self.leads, self.reached):
            each.clear()


@contextmanager
def serving(pages: Mapping[str, str] | None = None, *, sealed: bool = False) -> Iterator[Served]:
    """Serve these pages on a port of its own, `sealed` with a certificate that nobody vouches for."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.reached.append(f"{self.command} {self.path}")
            lead = here.leads.get(self.path)
            body = here.pages.get(self.path, "").encode()
            self.send_response(302 if lead else 200)
            if lead:
                self.send_header("Location", lead)
            kind = "application/octet-stream" if self.path.startswith("/file") else "text/html; charset=utf-8"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if sealed:
        seal = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        seal.load_cert_chain(NOBODY)
        server.socket = seal.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a browser that turns away is no news
    here = Served(server.server_port, sealed, dict(pages or {}))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
