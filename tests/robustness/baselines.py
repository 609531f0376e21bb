"""Two other ways to go through the flow `pay`, for comparison: recorded ids, and locators by role and text.

Neither reads anything back or compares an amount; both pay the month of all employees of the household.
"""

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from assist_bot.cli.rehearsing import PASSWORD
from benchmarks import bare_script
from tests.flows.paying import DEWI, SITI
from tests.soak.scene import Scene

PATIENCE = 5000  # milliseconds, as long as the flow itself has here
SALARIES = {("SITI AMINAH", SITI): "1500.00", ("DEWI LESTARI", DEWI): "1700.00"}
PREFIX = "_addcontribution_WAR_contributionportlet_"


def by_role_and_text(page: Page, url: str, portal_id: str) -> None:
    """Pay as somebody would who wrote the script by hand."""
    salaries = {name: salary for (name, _), salary in SALARIES.items()}
    bare_script.pay(page, url, portal_id, PASSWORD, salaries)


def by_recorded_ids(page: Page, url: str, portal_id: str) -> None:
    """Pay as a recorder of CSS selectors would have written it down."""
    _log_in(page, url, portal_id)
    _draft(page)
    _submit(page)
    _pay(page)


def _log_in(page: Page, url: str, portal_id: str) -> None:
    page.goto(url, wait_until="domcontentloaded")
    page.locator("#_58_login").fill(portal_id)
    page.locator("a.next-stage").click()
    page.locator("#_58_password").fill(PASSWORD)
    page.locator("form.log-in-password a.submits").click()


def _draft(page: Page) -> None:
    page.locator(".top-right .opens:nth-child(2) a.dropdown-toggle").click()
    page.locator(".dropdown-menu a[href='/web/contribution/home']").click()
    page.locator("#navigation > ul > li:nth-child(2) > a").hover()
    page.locator("#navigation a[href='/web/contribution/add']").click()
    page.locator("a.goes[data-address='/web/contribution/arrears']").click()
    page.locator(f"#{PREFIX}contributionMonth").select_option("10/2026")
    page.locator("a.select-month").click()
    for (_, passport), salary in SALARIES.items():
        row = page.locator(f"tr.employee[data-passport={passport}]")
        row.locator("a.edits").click()
        row.locator("input[name=salary]").fill(salary)
    page.locator("a.saves-draft").click()
    page.locator(".portal-message.alert-success").wait_for()


def _submit(page: Page) -> None:
    page.locator("#contribution-form a.submits").click()
    page.locator("a.opens-modal[data-address='/web/contribution/confirmation']").click()
    page.locator("#confirmword").click()
    page.locator("a.goes[data-address='/web/payment/payment']").click()


def _pay(page: Page) -> None:
    page.locator("tbody tr:first-child input[name=payable]").check()
    page.locator("form[action='/web/payment/cart'] a.submits").click()
    page.locator("a.goes[data-address='/web/payment/summary']").click()
    page.locator("a.goes[data-address='/web/payment/method']").click()
    for name, place in (("businessModel", 1), ("bankList", 9)):
        page.locator(f"select[name$={name}] + .select2-container").click()
        page.locator(f".select2-results__option:nth-child({place + 1})").click()
    page.locator("form[action='/web/payment/proceed'] a.submits").click()
    page.locator(".receipt").wait_for()


WAYS = {"recorded ids": by_recorded_ids, "role and text": by_role_and_text}


def run(way: str, scene: Scene) -> str:
    """Pay in this way at the portal of a scene, where the bank signs by itself; say what stopped it, if anything."""
    scene.practice.practice.bank_signs = True
    page = scene.home.context.new_page()
    page.set_default_timeout(PATIENCE)
    try:
        WAYS[way](page, scene.practice.url, scene.home.account.portal_id)
    except PlaywrightError as error:
        return error.message.splitlines()[0]
    finally:
        page.close()
    return ""
