"""Between the practice portal and the browser: every page, piece, style sheet and script passes the operators."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.wrappers import Request, Response

from tests.robustness.page import SCRIPT_OF_THE_TEST, Page, put_together, taken_apart

SCRIPT_ADDRESS = f"/o/theme/{SCRIPT_OF_THE_TEST}.js"
TAG_BEFORE_A_CLASS = re.compile(r"(?<=[\"' ,])(?:a|select|input)(?=\.[a-z])")


def script(name: str) -> str:
    """Read what an operator does in the page."""
    return (Path(__file__).parent / "in_the_page" / f"{name}.js").read_text("utf-8")


def as_it_is(text: str, _chance: Random) -> str:
    """Change nothing."""
    return text


@dataclass(frozen=True)
class Operator:
    """One change of the portal. `noticed` where its words are others than before, so that a person might hesitate.

    `page` changes each page and piece, `script` and `style` what the portal's own pages load; `in_the_page` is
    JavaScript that runs in each page after the portal's own.
    """

    name: str
    told: str
    noticed: bool = False
    page: Callable[[Page], None] = lambda _page: None
    script: Callable[[str, Random], str] = as_it_is
    style: Callable[[str, Random], str] = as_it_is
    in_the_page: str = ""
    answers: Callable[[WSGIApplication], WSGIApplication] | None = None


class Changed:
    """The app of the portal as the operators change it, in their order. `struck` are those that changed anything."""

    def __init__(self, app: WSGIApplication, operators: Iterable[Operator], seed: int) -> None:
        self.operators = (*operators,)
        self.seed = seed
        self.struck = {each.name for each in self.operators if each.in_the_page or each.answers}
        self.app = app
        for operator in self.operators:
            if operator.answers is not None:
                self.app = operator.answers(self.app)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        request = Request(environ)
        if request.path == SCRIPT_ADDRESS:
            together = "\n".join(
                f"if (window.portal) (function () {{\n{each.in_the_page}\n}}());" for each in self.operators
            )
            return Response(self._through("script", together), mimetype="text/javascript")(
                environ, start_response
            )
        answer = Response.from_app(self.app, environ)
        if changed := self._changed(request, answer):
            answer.set_data(changed)
        return answer(environ, start_response)

    def _changed(self, request: Request, answer: Response) -> str:
        kind = answer.mimetype or ""
        if answer.direct_passthrough and not kind.startswith("text/"):
            return ""
        if kind == "text/html":
            return self._page(_text(answer), request.path)
        if kind == "application/json":
            return self._page_in(answer, request.path)
        if request.path.startswith("/o/theme/") and request.path.endswith(".js"):
            # What the scripts look for must not depend on the tag: the operators change tags.
            return self._through("script", TAG_BEFORE_A_CLASS.sub("", _text(answer)))
        if request.path.startswith("/o/theme/"):
            return self._through("style", _text(answer))
        return ""

    def _page_in(self, answer: Response, path: str) -> str:
        told = json.loads(_text(answer))
        if not isinstance(told, dict) or "page" not in told:
            return ""
        return json.dumps({**told, "page": self._page(told["page"], path)})

    def _page(self, html: str, path: str) -> str:
        page = taken_apart(html)
        for operator in self.operators:
            before = str(page.soup)
            operator.page(replace(page, chance=Random(f"{self.seed} {operator.name} {path}")))  # noqa: S311  # a chance that can be repeated
            if str(page.soup) != before:
                self.struck.add(operator.name)
        if page.whole and page.soup.head:
            page.soup.head.append(page.make("script", src=SCRIPT_ADDRESS, defer=""))
        return put_together(page)

    def _through(self, what: str, text: str) -> str:
        for operator in self.operators:
            changed = getattr(operator, what)(text, Random(f"{self.seed} {operator.name}"))  # noqa: S311  # a chance that can be repeated
            if changed != text:
                self.struck.add(operator.name)
            text = changed
        return text


def _text(answer: Response) -> str:
    answer.direct_passthrough = False
    return answer.get_data(as_text=True)
