"""A portal of one page, made for the purpose, at which a run stops."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from assist_bot.browser import portal_on
from assist_bot.journal import Journal
from assist_bot.portal.portal import Portal
from assist_bot.portal.teaching import Asks
from assist_bot.profile import PortalAccess

ORIGIN = "https://portal.test"
NOW = datetime(2026, 11, 22, 10, 15, tzinfo=ZoneInfo("Asia/Kuala_Lumpur"))


@dataclass
class Scene:
    """A page that is shown, the portal on it, and the journal and own words of the run."""

    page: Page
    portal: Portal
    journal: Journal
    own_words: Path

    @property
    def bundle(self) -> Path:
        """The folder of the stop."""
        return self.journal.folder / "stop"


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait no longer than a test can bear where waiting is in vain."""
    monkeypatch.setenv("ASSIST_BOT_PATIENCE", "1")


@pytest.fixture
def scene(page: Page, tmp_path: Path) -> Callable[..., Scene]:
    """Give the function that shows a page of this markup at the portal."""

    def show(body: str, *, asks: Asks | None = None, read_only: bool = False) -> Scene:
        markup = f'<!DOCTYPE html><html lang="en"><title>Contribution</title><body>{body}</body></html>'
        page.unroute_all()
        page.route("**/*", lambda route: route.fulfill(body=markup, content_type="text/html; charset=utf-8"))
        page.goto(f"{ORIGIN}/web/contribution/C1234567?token=abc")
        journal = Journal.begin(tmp_path / "runs", "pay", dry_run=False, now=NOW, version="test")
        access = PortalAccess(url=f"{ORIGIN}/employer/login", portal_id="someone@example.com")
        words = tmp_path / "words.toml"
        portal = portal_on(page, access, journal, words, read_only=read_only, asks=asks)
        return Scene(page, portal, journal, words)

    return show
