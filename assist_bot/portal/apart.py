"""Asks a page from a world apart: nothing that its own scripts have replaced is used there, and they hear none of it.

A page may have replaced what JavaScript comes with, by carelessness or to listen; and what pictures have to hide is
part of what is asked. Playwright keeps such a world for selectors of one's own. So a question is a selector, and its
answer the text of an element that stands nowhere on the page.
"""

import json
from base64 import b64encode
from collections.abc import Callable
from typing import Any, TypeVar

from playwright.sync_api import ElementHandle, Frame, Playwright
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from assist_bot.portal.scripts import engine

NAME = "assist-bot"
T = TypeVar("T")


def prepare(playwright: Playwright) -> None:
    """Let every page that is opened from now on answer."""
    playwright.selectors.register(NAME, script=engine(), content_script=True)


def ask(frame: Frame, call: str, query: object, milliseconds: float) -> Any:  # noqa: ANN401  # what JSON can hold
    """Ask once; None where there is no answer yet. Raises Playwright's errors, also where the page is too busy."""
    question = _selector({"call": call, "query": query})
    told = _quietly(lambda: frame.text_content(question, timeout=milliseconds))
    return json.loads(told or "null")


def element(frame: Frame, name: str, index: int) -> ElementHandle:
    """Take one element out of a list in the last answer. Raises Playwright's error where the page has changed since."""
    question = _selector({"taken": [name, index]})
    taken = _quietly(lambda: frame.query_selector(question))
    if taken is None:
        raise PlaywrightError("The page has changed.")
    return taken


def _selector(question: dict[str, object]) -> str:
    return f"{NAME}={b64encode(json.dumps(question).encode()).decode()}"


def _quietly(act: Callable[[], T]) -> T:
    """Let Playwright's errors pass without the question, which they would tell in full."""
    try:
        return act()
    except PlaywrightTimeout:
        trouble: PlaywrightError = PlaywrightTimeout("The page did not answer in time.")
    except PlaywrightError as error:
        trouble = PlaywrightError((error.message.splitlines() or [""])[0].partition(f"{NAME}=")[0])
    raise trouble
