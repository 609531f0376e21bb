"""English is preferred wherever it is offered, and nothing is lost where it is not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from assist_bot.browser import portal_on
from assist_bot.journal import Journal
from assist_bot.portal.english import prefer_english
from assist_bot.portal.portal import Portal
from assist_bot.profile import PortalAccess

HEADING = "EMPLOYER LOGIN"
MALAY = "<h2>LOG MASUK MAJIKAN</h2>"
ENGLISH = "<h2>EMPLOYER LOGIN</h2>"
LINK = '<a href="/english">EN</a> | <a href="/">BM</a>'
WITHOUT_EFFECT = '<a href="javascript:void(0)">EN</a>'
LEADS_TO_MALAY = '<a href="/">EN</a>'
PAGES = {"/english": ENGLISH + LINK}


@pytest.fixture
def portal(page: Page, tmp_path: Path) -> Portal:
    """Give a portal whose pages a test writes."""
    began = datetime(2026, 11, 20, tzinfo=UTC)
    journal = Journal.begin(tmp_path / "runs", "pay", dry_run=True, now=began, version="test")
    access = PortalAccess(portal_id="someone@example.com", url="http://127.0.0.1:9/")
    return portal_on(page, access, journal, tmp_path / "words.toml", read_only=True)


def shown(portal: Portal, body: str) -> str:
    """Open a page with this on it, prefer English, and give the heading that is there then."""
    page = portal.place.window.page

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix("http://127.0.0.1:9")
        route.fulfill(body=f"<!DOCTYPE html><body>{PAGES.get(path, body)}</body>", content_type="text/html")

    page.route("**/*", answer)
    portal.open()
    assert prefer_english(portal, portal.see(HEADING)) == HEADING
    return page.inner_text("h2")


@pytest.mark.parametrize(
    ("body", "heading"),
    [
        (MALAY + LINK, "EMPLOYER LOGIN"),
        (ENGLISH + LINK, "EMPLOYER LOGIN"),
        (MALAY, "LOG MASUK MAJIKAN"),
        (MALAY + WITHOUT_EFFECT, "LOG MASUK MAJIKAN"),
        (MALAY + LEADS_TO_MALAY, "LOG MASUK MAJIKAN"),
    ],
    ids=["offered", "english-already", "not-offered", "without-effect", "stays-malay"],
)
def test_english_is_chosen_where_it_can_be(portal: Portal, body: str, heading: str) -> None:
    """Before the log-in, in a dry run too; where it cannot be, the page goes on being read in Malay."""
    assert shown(portal, body) == heading


def test_a_read_only_portal_changes_no_language_behind_the_log_in(portal: Portal) -> None:
    """There the portal would remember it for the person."""
    assert shown(portal.logged_in(), MALAY + LINK) == "LOG MASUK MAJIKAN"
