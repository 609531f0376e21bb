"""Households at practice portals, for flows in a real browser."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page

from assist_bot.browser import portal_on
from assist_bot.cli.rehearsing import unregistered
from assist_bot.credentials import in_private_store
from assist_bot.journal import Journal
from assist_bot.portal.portal import Portal
from assist_bot.profile import PortalAccess
from fixtures.mock_portal.server import PracticePortal, start
from tests.flows.household import TODAY, Household, Seed, settle
from tests.flows.paying import Payer, settle_payer
from tests.flows.person import ScriptedPerson

Settle = Callable[..., Household]


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the portal long enough for a busy machine; a test that waits in vain sets it lower."""
    monkeypatch.setenv("ASSIST_BOT_PATIENCE", "8")


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the portal no longer than a test can bear where waiting is in vain."""
    monkeypatch.setenv("ASSIST_BOT_PATIENCE", "2.5")


@pytest.fixture
def practice() -> Iterator[PracticePortal]:
    """Run a practice portal and its bank, on 20 November 2026."""
    with start(clock=TODAY) as running:
        yield running


@pytest.fixture
def settled(practice: PracticePortal, tmp_path: Path, context: BrowserContext) -> Iterator[Settle]:
    """Give the function that settles a household at the practice portal.

    `settled(seed=..., command=..., salary='"1700.00"', tail="...")`: an unregistered one to be registered, if
    nothing else is said; the other words change the profile as `write_profile` has it.
    """
    folder = tmp_path / "state"
    folder.mkdir()

    def settle_here(
        seed: Seed = unregistered, command: Literal["register", "pay"] = "register", **changes: str
    ) -> Household:
        return settle(practice, folder, context, seed=seed, command=command, profile_changes=changes)

    with in_private_store(folder):
        yield settle_here


@pytest.fixture
def person(context: BrowserContext) -> ScriptedPerson:
    """Have a person who agrees to everything and approves at the bank."""
    return ScriptedPerson(context)


@pytest.fixture
def payer(settled: Settle, person: ScriptedPerson) -> Callable[..., Payer]:
    """Give the function that settles a registered household.

    `payer(profile={"tail": "..."}, drafts=[...])`: what the profile has besides, and what the portal remembers.
    """

    def settle_here(profile: dict[str, str] | None = None, **account: object) -> Payer:
        return settle_payer(settled, person, profile or {}, **account)

    return settle_here


@pytest.fixture(scope="session")
def empty_origin() -> Iterator[str]:
    """Run a server whose every page is empty."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def portal(page: Page, empty_origin: str, tmp_path: Path) -> Portal:
    """Have a portal whose page is what a test makes of it; nothing on it is waited for longer than a moment."""
    journal = Journal.begin(tmp_path, "pay", dry_run=False, now=datetime.now(UTC), version="test")
    access = PortalAccess(url=f"{empty_origin}/", portal_id="someone@example.com")
    page.goto(empty_origin)
    portal = portal_on(page, access, journal, tmp_path / "words.toml", read_only=False)
    portal.place.window.patience = 0.6
    return portal
