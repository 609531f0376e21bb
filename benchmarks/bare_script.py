"""What somebody would write in an hour: the same pages and the same clicks; no journal, no pictures, no checks.

As a program of its own: `python -m benchmarks.bare_script URL PORTAL_ID PASSWORD BROWSER`.
"""

import sys
from collections.abc import Mapping
from types import MappingProxyType

from playwright.sync_api import Locator, Page, sync_playwright

from assist_bot.browser_finding import launch_arguments

ONE_EMPLOYEE = MappingProxyType({"SITI AMINAH": "1500.00"})
"""The salary of each employee, in ringgit."""


def pay(
    page: Page, url: str, portal_id: str, password: str, salaries: Mapping[str, str] = ONE_EMPLOYEE
) -> None:
    """Pay October for these employees, from the log-in to the receipt's PDF."""
    log_in(page, url, portal_id, password)
    look_everywhere(page)
    submit(page, salaries)
    add_to_cart(page)
    pay_at_bank(page)


def log_in(page: Page, url: str, portal_id: str, password: str) -> None:
    """Log in."""
    page.goto(url, wait_until="domcontentloaded")
    page.get_by_placeholder("Email Address").fill(portal_id)
    press(page, "NEXT")
    page.get_by_placeholder("Password").fill(password)
    press(page, "LOGIN")


def look_everywhere(page: Page) -> None:
    """At the pending list, the drafts, the unpaid ACRs and the payments, without reading any of them."""
    go_to_contribution(page)
    page.get_by_text("Search", exact=True).hover()
    press(page, "Add Contribution Draft")
    page.get_by_text("Contribution Draft Listing").wait_for()
    page.locator("a", has_text="My Sites").click()
    press(page, "PAYMENT")
    page.get_by_text("Payment List").wait_for()
    press(page, "Payment History FPX")
    page.get_by_text("FPX Transaction").wait_for()


def go_to_contribution(page: Page) -> None:
    """From anywhere to the pending list."""
    page.locator("a", has_text="My Sites").click()
    press(page, "SOCSO – Contribution")
    go_to_pending_list(page)


def go_to_pending_list(page: Page) -> None:
    """From a page of contributions to the pending list."""
    page.get_by_text("Employer Contribution", exact=True).hover()
    press(page, "Add Contribution (Portal)")
    page.get_by_text("Employer Contribution Pending List").wait_for()


def submit(page: Page, salaries: Mapping[str, str]) -> None:
    """From the menu to the ACR and its slip, with a look at the pending list before and after."""
    go_to_contribution(page)
    press(page, "ARREARS CONTRIBUTION")
    page.locator("select").select_option("10/2026")
    press(page, "SELECT")
    for name, salary in salaries.items():
        row = page.get_by_role("row").filter(has_text=name)
        row.locator("a").click()
        row.get_by_role("textbox").fill(salary)
    press(page, "SAVE DRAFT")
    page.get_by_text("Your request completed successfully.").wait_for()
    go_to_pending_list(page)
    page.get_by_role("row").filter(has_text="10/2026").locator("a").click()
    for word in ("COMPLETE", "SUBMIT", "CONFIRM"):
        press(page, word)
    save(page, "PRINT ACR")
    go_to_pending_list(page)


def add_to_cart(page: Page) -> None:
    """From the menu to the summary of the cart."""
    page.locator("a", has_text="My Sites").click()
    press(page, "PAYMENT")
    page.get_by_role("checkbox").first.check()  # late interest may stand below it
    for word in ("ADD TO CART", "PROCEED TO SUMMARY", "CONTINUE"):
        press(page, word)


def pay_at_bank(page: Page) -> None:
    """Choose the bank, be signed for there, and take the receipt."""
    for place, option in enumerate(("B2C", "Maybank2U")):
        page.locator(".select2-selection").nth(place).click()
        page.get_by_role("option", name=option).click()
    press(page, "PROCEED")
    page.get_by_text("RESIT RASMI").wait_for()
    save(page, "PRINT RECEIPT")


def press(page: Page, word: str) -> None:
    """Press what says this word."""
    named(page, word).click()


def save(page: Page, word: str) -> None:
    """Take the file that a link hands out."""
    with page.expect_download() as coming:
        press(page, word)
    coming.value.path()


def named(page: Page, word: str) -> Locator:
    """Find the link or button that says this word."""
    return page.locator("a").get_by_text(word, exact=True).or_(page.locator(f'a:text-is("{word}")')).first


def main() -> None:
    """Start a browser, pay, and close it."""
    url, portal_id, password, browser = sys.argv[1:]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=launch_arguments())
        pay(chromium.new_page(), url, portal_id, password)
        chromium.close()


if __name__ == "__main__":
    main()
