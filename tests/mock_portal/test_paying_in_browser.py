"""Contribution and payment as a person sees them, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from fixtures.mock_portal.server import PracticePortal, start
from fixtures.mock_portal.visits import COOKIE
from tests.mock_portal.household import PORTAL_ID, SITI, registered


@pytest.fixture
def portal() -> Iterator[PracticePortal]:
    """Run a portal with a registered employer, whose bank signs by itself."""
    with start(clock="2026-11-10", bank_signs=True) as running:
        running.memory.seed([registered()], [])
        yield running


def sign_in(portal: PracticePortal, page: Page) -> None:
    """Give the browser a session that is logged in."""
    visit = portal.practice.visits.resume(None, portal.clock.now())
    portal.practice.visits.renew(visit, PORTAL_ID)
    page.context.add_cookies([{"name": COOKIE, "value": visit.key, "url": portal.origin}])


def fill_draft(portal: PracticePortal, page: Page) -> None:
    """Open October and type a salary."""
    sign_in(portal, page)
    page.goto(f"{portal.origin}/web/contribution/add")
    page.get_by_text("ARREARS CONTRIBUTION").click()
    page.locator("select").select_option("10/2026")
    page.get_by_text("SELECT", exact=True).click()
    row = page.get_by_role("row").filter(has_text=SITI["name"])
    row.locator("a").click()
    row.get_by_role("textbox").fill("1500")


def test_a_month_is_paid_from_the_pencil_to_the_receipt(portal: PracticePortal, page: Page) -> None:
    """Every button that a person needs is there and works."""
    fill_draft(portal, page)
    page.get_by_text("SAVE DRAFT").click()
    expect(page.get_by_text("Your request completed successfully.")).to_be_visible()
    expect(page.locator("#contribution-total")).to_have_text("43.45")
    for word in ("COMPLETE", "SUBMIT", "CONFIRM", "PROCEED TO PAYMENT"):
        page.get_by_text(word, exact=True).click()
    page.get_by_role("checkbox").check()
    for word in ("ADD TO CART", "PROCEED TO SUMMARY", "CONTINUE"):
        page.get_by_text(word, exact=True).click()
    for place, option in enumerate(("B2C", "Maybank2U")):
        page.locator("span[role=combobox]").nth(place).click()
        page.get_by_role("option", name=option).click()
    page.get_by_text("PROCEED", exact=True).click()
    expect(page.get_by_text("RESIT RASMI")).to_be_visible()
    assert portal.memory.accounts[PORTAL_ID].payments[0].status == "Successful"


def test_a_background_save_keeps_the_overlay_until_it_is_done(portal: PracticePortal, page: Page) -> None:
    """The amounts are not there before the overlay has gone."""
    portal.faults.replace(["background-save@save-draft"])
    fill_draft(portal, page)
    with page.expect_response("**/save-draft"):
        page.get_by_text("SAVE DRAFT").click()
    expect(page.locator("#overlay")).to_be_visible()
    expect(page.locator("#contribution-total")).to_have_text("0.00")
    expect(page.locator("#contribution-total")).to_have_text("43.45")
    expect(page.locator("#overlay")).to_be_hidden()


def test_a_session_that_ends_in_the_background_leads_to_the_log_in_page(
    portal: PracticePortal, page: Page
) -> None:
    """Nothing is saved."""
    portal.faults.replace(["session-ended@save-draft"])
    fill_draft(portal, page)
    page.get_by_text("SAVE DRAFT").click()
    page.wait_for_url(portal.url)
    assert portal.memory.accounts[PORTAL_ID].drafts == []


def test_a_long_list_of_employees_shows_ten_at_a_time(portal: PracticePortal, page: Page) -> None:
    """The eleventh stands on the second page."""
    staff = [{"name": f"WORKER {number:02d}", "passport": f"C{number:07d}"} for number in range(1, 12)]
    portal.memory.seed([{**registered(), "employees": [*staff[:-1], {**SITI}]}], [])
    sign_in(portal, page)
    page.goto(f"{portal.origin}/web/contribution/arrears")
    page.locator("select").select_option("10/2026")
    page.get_by_text("SELECT", exact=True).click()
    expect(page.get_by_text("WORKER 10")).to_be_visible()
    expect(page.get_by_text(SITI["name"])).to_be_hidden()
    page.locator("#employee-pager").get_by_text("2").click()
    expect(page.get_by_text(SITI["name"])).to_be_visible()
