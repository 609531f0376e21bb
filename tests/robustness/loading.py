"""Other ways for the same pages to come: late, in the background, as pages of their own, in pages, in frames."""

from collections.abc import Iterable
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from bs4 import BeautifulSoup
from werkzeug.wrappers import Request, Response

from tests.robustness.changing import Operator, script
from tests.robustness.page import Page, classes

FRAME = """<!DOCTYPE html>
<html><head><title>ASSIST</title>
<style>html, body, iframe {{ margin: 0; border: 0; width: 100%; height: 99vh }}</style></head>
<body><iframe src="{address}"></iframe></body></html>"""


def late(page: Page) -> None:
    """Let each section come a moment later."""
    for panel in page.all(".sectionPanel, .login-box"):
        panel["data-late"] = str(page.chance.randrange(200, 1500))
        panel["style"] = f"{panel.get('style') or ''}; --late: 1"
    page.top.append(page.make("style", "[data-late] { visibility: hidden; height: 0; overflow: hidden; }"))


def sites_in_new_tabs(page: Page) -> None:
    """Open each of My Sites in a new tab."""
    for link in page.all(".dropdown-menu a[href^='/web']"):
        link["target"] = "_blank"


def pages_of_one_row(page: Page) -> None:
    """Let the portal's own list in pages have one row on each."""
    for table in page.all("[data-rows]"):
        table["data-rows"] = "1"


class InAFrame:
    """Shows every page inside a frame of another one."""

    def __init__(self, app: WSGIApplication) -> None:
        self.app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with the frame where a page for the whole window is asked for, else with what belongs there."""
        request = Request(environ)
        if request.method == "GET" and request.headers.get("Sec-Fetch-Dest") == "document":
            frame = FRAME.format(address=request.full_path)
            return Response(frame, mimetype="text/html")(environ, start_response)
        return self.app(environ, start_response)


def out_of_the_frame(page: Page) -> None:
    """Lead to the bank in the whole window."""
    for form in page.all("#to-bank"):
        form["target"] = "_top"


class AsPages:
    """Shows what opened in front of a page as a page of its own, in place of the one from which it was opened."""

    def __init__(self, app: WSGIApplication) -> None:
        self.app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        request = Request(environ)
        if request.args.get("alone") != "1":
            return self.app(environ, start_response)
        piece = Response.from_app(self.app, environ)
        before = urlsplit(request.headers.get("Referer", ""))
        there = {**environ, "PATH_INFO": before.path, "QUERY_STRING": before.query, "REQUEST_METHOD": "GET"}
        around = Response.from_app(self.app, there)
        page = _in_place(around.get_data(as_text=True), piece.get_data(as_text=True), before.path)
        around.set_data(page)
        return around(environ, start_response)


def _in_place(around: str, piece: str, back: str) -> str:
    page = BeautifulSoup(around, "html5lib")
    inner = BeautifulSoup(piece, "html5lib")
    content = page.select_one("#content")
    assert content is not None
    for close in inner.select(".modal-header .close-modal"):
        close.decompose()
    for cancel in inner.select("a.close-modal"):
        cancel["href"] = back
    for title in inner.select(".modal-header h3"):
        title.name = "h2"
    for box in inner.select(".modal-shade, .modal, .modal-header, .modal-body"):
        box.unwrap()
    for part in content.select("script[src], link"):
        (page.head or content).append(part.extract())
    content.clear()
    assert inner.body is not None
    content.extend(list(inner.body.contents))
    content["data-back"] = back
    return str(page)


def open_as_pages(page: Page) -> None:
    """Let what opens in front of a page be a page of its own."""
    for link in page.all(".opens-modal"):
        link["href"] = f"{link['data-address']}?alone=1"
        link["class"] = " ".join(each for each in classes(link) if each != "opens-modal")


GO_BACK = (
    "function refresh(message) {",
    """function refresh(message) {
    var back = $("#content").data("back");
    if (back) { sessionStorage.setItem("told", message); window.location = back; return; }""",
)
LATE = Operator("late", "sections that come later", page=late, in_the_page=script("come_late"))
LATE_WIDGETS = Operator(
    "late-widgets",
    "widgets that come later",
    script=lambda text, _chance: text.replace(
        "    widgets(document);", "    setTimeout(function () { widgets(document); }, 900);"
    ),
)
DIMMED = Operator("dimmed", "an overlay that comes and goes", in_the_page=script("dim"))
BACKGROUND = Operator(
    "background",
    "pages loaded in the background",
    script=lambda text, _chance: text.replace(
        'window.location = $(this).data("address");', 'window.visit($(this).data("address"));'
    ),
    in_the_page=script("in_the_background"),
)
NEW_TABS = Operator("new-tabs", "sites in new tabs", page=sites_in_new_tabs)
PAGED = Operator("paged", "tables spread over pages", page=pages_of_one_row, in_the_page=script("turn_pages"))
FRAMED = Operator("framed", "every page inside a frame", page=out_of_the_frame, answers=InAFrame)
ALONE = Operator(
    "alone",
    "dialogs made pages of their own",
    page=open_as_pages,
    script=lambda text, _chance: text.replace(*GO_BACK),
    in_the_page=script("tell"),
    answers=AsPages,
)
