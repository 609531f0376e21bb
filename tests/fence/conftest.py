"""A browser behind the fence, as a run has it, and servers of this computer around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, BrowserType, Page

from assist_bot.browser import portal_on
from assist_bot.browser_finding import ensure_browser
from assist_bot.browser_starting import listen_what_is_asked, prepare, start
from assist_bot.fence.fence import Fence
from assist_bot.fence.proxy import proxy_within
from assist_bot.journal import Journal
from assist_bot.portal.portal import Portal
from assist_bot.profile import PortalAccess
from tests.fence.servers import Served, serving


@dataclass
class Scene:
    """The portal's server and another one, the fence between, and a page of the browser."""

    home: Served
    other: Served
    fence: Fence
    page: Page
    folder: Path

    def portal(self, url: str = "") -> Portal:
        """Give the portal on this page; nothing is waited for longer than a moment."""
        access = PortalAccess(
            url=url or f"{self.home.origin}/employer/login", portal_id="someone@example.com"
        )
        journal = Journal.begin(self.folder, "pay", dry_run=False, now=datetime.now(UTC), version="test")
        portal = portal_on(
            self.page, access, journal, self.folder / "words.toml", read_only=False, fence=self.fence
        )
        portal.place.window.patience = 3
        return portal

    def turned_away(self) -> dict[str, tuple[str, ...]]:
        """Give what was turned away so far: hosts and kinds."""
        return {each.host: each.kinds for each in self.fence.turned_away}


@pytest.fixture(scope="session")
def _around() -> Iterator[tuple[Served, Served]]:
    with serving() as home, serving() as other:
        yield home, other


@pytest.fixture(scope="session")
def _behind(
    _around: tuple[Served, Served], browser_type: BrowserType, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Fence, BrowserContext]]:
    fence = Fence(_around[0].origin)
    folder = tmp_path_factory.mktemp("browser") / "data"
    prepare(folder)
    with proxy_within(fence) as proxy:
        context = start(browser_type, ensure_browser(print), folder, proxy, headed=False)
        listen_what_is_asked(context, fence)
        yield fence, context
        context.close()


@pytest.fixture
def scene(
    _around: tuple[Served, Served],
    _behind: tuple[Fence, BrowserContext],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Scene]:
    """Give a fresh page, and servers that have not been reached."""
    monkeypatch.setenv("ASSIST_BOT_PATIENCE", "3")
    for served in _around:
        served.forget()
    fence, context = _behind
    page = context.new_page()
    yield Scene(*_around, fence, page, tmp_path)
    for each in context.pages:
        each.close()
