"""First visit and registration as a person sees them, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from fixtures.mock_portal.memory import Employee
from fixtures.mock_portal.server import PracticePortal, start
from fixtures.mock_portal.visits import COOKIE
from tests.mock_portal.applicant import PASSWORD, PORTAL_ID, TEMPORARY

READY = {
    "portal_id": PORTAL_ID,
    "password": PASSWORD,
    "first_visit": False,
    "employer": {"name": "LIM BEE HOON"},
}
REGISTRATION = "/web/registration/registration"


@pytest.fixture
def portal() -> Iterator[PracticePortal]:
    """Run a portal with the account to play with."""
    with start(clock="2026-11-20") as running:
        yield running


def sign_in(portal: PracticePortal, page: Page) -> None:
    """Give the browser a session of somebody who has the first visit behind."""
    portal.memory.seed([READY], [])
    visit = portal.practice.visits.resume(None, portal.clock.now())
    portal.practice.visits.renew(visit, PORTAL_ID)
    page.context.add_cookies([{"name": COOKIE, "value": visit.key, "url": portal.origin}])


def choose(page: Page, label: str, option: str) -> None:
    """Choose from the dropdown under a label, as a person does."""
    group = page.locator(".control-group:visible").filter(has_text=label).first
    group.locator("span.select2-selection").click()
    page.get_by_role("option", name=option, exact=True).click()
    expect(page.locator("#overlay")).to_be_hidden()


def test_a_newcomer_comes_from_log_in_to_home(portal: PracticePortal, page: Page) -> None:
    """Every page of the first visit can be used by hand, nothing is loaded from elsewhere, nothing fails."""
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(portal.url)
    page.get_by_placeholder("Email Address").fill(PORTAL_ID)
    page.get_by_text("NEXT").click()
    page.get_by_placeholder("Password").fill(TEMPORARY)
    page.get_by_text("LOGIN", exact=True).click()
    page.get_by_text("I Agree").click()
    page.locator("#password1").fill(PASSWORD)
    page.locator("#password2").fill(PASSWORD)
    page.get_by_text("SAVE").click()
    page.get_by_role("combobox").select_option("Write my own question.")
    page.locator("[name=reminderQueryCustomQuestion]").fill("Which tree?")
    page.locator("#reminderQueryAnswer").fill("Teak")
    page.get_by_text("SAVE").click()
    choose(page, "State", "PERAK")
    choose(page, "City", "IPOH")
    choose(page, "Postcode", "30100")
    page.get_by_text("SAVE & CONTINUE").click()
    page.get_by_text("DONE").click()
    expect(page.get_by_text("Task Inbox")).to_be_visible()
    assert portal.memory.accounts[PORTAL_ID].information["postcode"] == "30100"
    assert all(url.startswith(portal.origin) for url in asked)
    assert failed == []


def test_an_employee_from_elsewhere_is_selected_and_saved(portal: PracticePortal, page: Page) -> None:
    """Search, SELECT, complete the form, SAVE: she stands in the listing."""
    sign_in(portal, page)
    portal.memory.elsewhere_registered.append(Employee("DEWI LESTARI", "C7654321"))
    page.goto(portal.origin + REGISTRATION + "/employees")
    expect(page.get_by_text("No Record Found.")).to_be_visible()
    page.get_by_text("ADD FOREIGN EMPLOYEE").click()
    page.locator(".search-passport").fill("C7654321")
    choose(page, "Nationality", "Indonesia")
    page.locator("#searchEmployeeInfo").click()
    page.get_by_text("SELECT", exact=True).click()
    fields = {"passportExpiryDate": "30/04/2030", "workPermitNo": "PE1", "salary": "1500"}
    fields |= {"employmentStartDate": "01/02/2025", "workPermitStartDate": "01/02/2026"}
    for name, text in fields.items():
        page.locator(f"input[name$='{name}']").fill(text)
    page.get_by_text("SAVE", exact=True).click()
    expect(page.get_by_text("This field cannot be blank.")).to_be_visible()
    page.locator("input[name$='workPermitExpiryDate']").fill("31/01/2027")
    page.get_by_text("SAVE", exact=True).click()
    expect(page.get_by_role("cell", name="DEWI LESTARI")).to_be_visible()
    expect(page.get_by_text("Your request completed successfully.")).to_be_visible()


def test_a_file_is_uploaded_in_the_modal(portal: PracticePortal, page: Page) -> None:
    """The message names the file, the listing shows it, and the checklist has its tick."""
    sign_in(portal, page)
    page.goto(portal.origin + REGISTRATION + "/documents")
    page.get_by_text("ADD DOCUMENT").click()
    choose(page, "Description", "Next of Kins Form")
    page.locator("input[type=file]").set_input_files(
        {"name": "kin.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 next of kin"}
    )
    page.locator(".modal").get_by_text("ADD DOCUMENT").click()
    expect(page.get_by_text("kin.pdf has been successfully uploaded")).to_be_visible()
    ticked = page.get_by_role("listitem").filter(has_text="Next of Kins Form").get_by_role("checkbox")
    expect(ticked).to_be_checked()


def test_a_background_save_of_a_whole_page_ends_where_it_should(portal: PracticePortal, page: Page) -> None:
    """The overlay stays until the work is done, then the next page comes."""
    sign_in(portal, page)
    portal.memory.accounts[PORTAL_ID].employees.append(Employee("DEWI LESTARI", "C7654321"))
    portal.faults.replace(["background-save@employees-done"])
    page.goto(portal.origin + REGISTRATION + "/employees")
    page.get_by_text("SAVE & CONTINUE").click()
    expect(page.locator("#overlay")).to_be_visible()
    expect(page.get_by_text("Supporting Document(s) Checklist")).to_be_visible()
    assert portal.memory.accounts[PORTAL_ID].employees_done


def test_the_yellow_bar_warns_and_extends(portal: PracticePortal, page: Page) -> None:
    """The bar counts down a minute; EXTEND takes it away; left alone, it says that it is over."""
    page.clock.install()
    sign_in(portal, page)
    page.goto(f"{portal.origin}/web/base/myassist")
    page.clock.fast_forward("14:10")
    bar = page.locator("#session-bar")
    expect(bar).to_contain_text("Due to inactivity, your session will expire in 00:00:")
    page.get_by_role("link", name="EXTEND").click()
    expect(bar).to_be_hidden()
    page.clock.fast_forward("14:01")
    page.clock.run_for("01:05")
    expect(bar).to_have_text("Due to inactivity, your session has expired.")


def test_a_lost_answer_is_told_where_the_person_looks(portal: PracticePortal, page: Page) -> None:
    """The modal stays open and says that the request failed."""
    sign_in(portal, page)
    portal.faults.replace(["error-before@save-employee"])
    page.goto(portal.origin + REGISTRATION + "/employees")
    page.get_by_text("ADD FOREIGN EMPLOYEE").click()
    page.get_by_role("checkbox").check()
    page.get_by_text("SAVE", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("Your request failed to complete.")
