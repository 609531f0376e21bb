"""A gallery: small pages, each with one control in one of the dresses in which a portal may show it.

What the bot is to find bears `data-is="right"`; whatever else can be changed or pressed bears another name. The page
itself remembers what was pressed and what was changed.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Page
from xstatic.pkg import jquery, jquery_ui, select2

from assist_bot.journal import Journal
from assist_bot.portal.finding import Place
from assist_bot.portal.portal import Portal
from assist_bot.portal.window import Window
from assist_bot.portal.words import Words
from assist_bot.profile import PortalAccess

PATIENCE = 0.5
"""Seconds for which a page is looked at before it is said not to show something."""

WIDGETS = {
    "/jquery.js": Path(jquery.BASE_DIR) / "jquery.min.js",
    "/jquery-ui.js": Path(jquery_ui.BASE_DIR) / "jquery-ui.min.js",
    "/jquery-ui.css": Path(jquery_ui.BASE_DIR) / "jquery-ui.min.css",
    "/select2.js": Path(select2.BASE_DIR) / "select2.min.js",
    "/select2.css": Path(select2.BASE_DIR) / "select2.min.css",
}

HEAD = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Gallery</title><style>
body { font: 14px Arial; margin: 20px; } label { display: block; } input, select, textarea { width: 260px; }
input[type=checkbox], input[type=radio] { width: auto; } .red { color: red; } .btn { cursor: pointer; color: blue; }
.up { text-transform: uppercase; } .row { display: flex; gap: 20px; } .far { margin-top: 60px; }
.only-read-aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; }
table { border-collapse: collapse; } td, th { border: 1px solid #ccc; padding: 4px; }
</style><script>
window.pressed = [];
document.addEventListener("click", (event) => {
  const each = event.target.closest && event.target.closest("[data-is]");
  if (each && !each.matches("input:not([type=submit], [type=button], [type=image]), select, textarea")) pressed.push(each.dataset.is);
}, true);
window.addEventListener("submit", (event) => event.preventDefault());
window.changed = () => Object.fromEntries([...document.querySelectorAll("[data-is]")].flatMap((each) => {
  if (["checkbox", "radio"].includes(each.type)) return each.checked !== each.defaultChecked ? [[each.dataset.is, each.checked]] : [];
  if (each.type === "file") return each.files.length ? [[each.dataset.is, each.files[0].name]] : [];
  if (each.tagName === "SELECT") return each.selectedIndex > 0 ? [[each.dataset.is, each.selectedOptions[0].text]] : [];
  return each.value !== undefined && each.matches("input, textarea") && each.value !== each.defaultValue ? [[each.dataset.is, each.value]] : [];
}));
</script>"""
SCRIPTS = """<link rel="stylesheet" href="/jquery-ui.css"><link rel="stylesheet" href="/select2.css">
<script src="/jquery.js"></script><script src="/jquery-ui.js"></script><script src="/select2.js"></script>"""


class Gallery:
    """The pages on show, in one window, with the bot before them."""

    def __init__(self, page: Page, origin: str, pages: dict[str, str], journal: Journal) -> None:
        self.page = page
        self.pages = pages
        self._origin = origin
        self._journal = journal

    def show(
        self, body: str, *, widgets: bool = False, names: Mapping[str, list[str]] | None = None
    ) -> Portal:
        """Put up a page and give the portal on it; `names` are the other names of its words."""
        self.pages["/"] = HEAD + (SCRIPTS if widgets else "") + f"</head><body>{body}</body></html>"
        self.page.goto(self._origin + "/")
        words = Words({word: {"english": others} for word, others in (names or {}).items()})
        access = PortalAccess(url=self._origin + "/", portal_id="someone@example.com")
        return Portal(access, self._journal, Place(Window(self.page, self._origin, PATIENCE), words))

    @property
    def pressed(self) -> list[str]:
        """What was pressed, in order."""
        return list(self.page.evaluate("pressed"))

    @property
    def changed(self) -> dict[str, object]:
        """What no longer shows what it showed when the page came: its new value."""
        return dict(self.page.evaluate("changed()"))


@contextmanager
def serving() -> Iterator[tuple[str, dict[str, str]]]:
    """Serve the pages of a gallery on this computer: give their origin, and the pages by path to be filled in."""
    pages: dict[str, str] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            known = path in pages or path in WIDGETS
            body = pages[path].encode() if path in pages else WIDGETS[path].read_bytes() if known else b""
            self.send_response(200 if known else 404)
            kinds = {"js": "text/javascript", "css": "text/css"}
            self.send_header("Content-Type", kinds.get(path.rsplit(".")[-1], "text/html; charset=utf-8"))
            self.send_header("Content-Length", str(len(body)))
            if path in WIDGETS:
                self.send_header("Cache-Control", "max-age=3600")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", pages
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
