"""What a page elsewhere, the bank's, said last before it led back to the portal."""

from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

_HEAR = "heardByThePerson"
_WORLD = "listening"
_LONGEST = 20_000
# The page tells it by itself: once it has begun to lead back, Chromium answers no question about it any more.
_LISTEN = f"""
const said = () => JSON.stringify([location.origin, document.body.innerText.slice(0, {_LONGEST})]);
const watcher = new MutationObserver(() => document.body && {_HEAR}(said()));
if (window === window.top) watcher.observe(document, {{subtree: true, childList: true, characterData: true}});
"""


def listen(page: Page, heard: Callable[[str], None]) -> None:
    """Call back with what each document of this page says from now on: JSON text, [origin, text].

    Only reads, in a world of its own that the page's own scripts do not see. A page that cannot be listened to
    says nothing, which leaves the outcome unknown.
    """
    with suppress(PlaywrightError):
        session = page.context.new_cdp_session(page)
        session.on("Runtime.bindingCalled", lambda event: _pass_on(event, heard))
        session.send("Runtime.enable")
        session.send("Runtime.addBinding", {"name": _HEAR, "executionContextName": _WORLD})
        session.send("Page.enable")
        session.send("Page.addScriptToEvaluateOnNewDocument", {"worldName": _WORLD, "source": _LISTEN})


def _pass_on(event: dict[str, str], heard: Callable[[str], None]) -> None:
    if event["name"] == _HEAR:
        heard(event["payload"])
