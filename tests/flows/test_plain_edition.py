"""The practice portal in HTML alone: both flows run on it as they are."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from playwright.sync_api import Page

from fixtures.mock_portal.plain import EDITION
from fixtures.mock_portal.server import PracticePortal, start
from tests.flows.conftest import Settle
from tests.flows.household import TODAY
from tests.flows.paying import DEWI, SECOND_EMPLOYEE, SITI, Moved, Payer
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import register_once
from tests.flows.stages import employee_of, employer_of
from tests.soak.seeds import TWO_DOCUMENTS


@pytest.fixture
def practice() -> Iterator[PracticePortal]:
    """Run the plain edition."""
    with start(clock=TODAY, edition=EDITION) as running:
        yield running


def test_a_month_is_paid_for_two_employees(payer: Callable[..., Payer]) -> None:
    """Each row is opened by a page load of its own, and keeps what was typed into the other."""
    household = payer(profile={"tail": SECOND_EMPLOYEE})
    household.pay()
    assert household.moved == Moved(submissions=1, attempts=1, debits=1)
    salaries = {line.passport: line.salary for line in household.account.submissions[0].lines}
    assert salaries == {SITI: Decimal("1500.00"), DEWI: Decimal("1700.00")}
    assert [household.home.arrived(step) for step in ("save-draft", "confirm-submission", "proceed")] == [
        1,
        1,
        1,
    ]


def test_a_household_is_registered(settled: Settle, person: ScriptedPerson) -> None:
    """From the temporary password to the letters; what the portal remembers is what the profile says."""
    household = settled()
    household.account.checklist = TWO_DOCUMENTS
    result = register_once(household, person)
    account, profile = household.account, household.profile
    assert (result.exit_code, account.registration_status) == (0, "registered")
    assert account.employer == employer_of(profile)
    remembered, expected = vars(account.employees[0]), employee_of(profile.employees[0])
    assert {name: remembered[name] for name in expected} == expected
    assert {document.description for document in account.documents} == {*TWO_DOCUMENTS}


def test_its_pages_have_no_scripts(practice: PracticePortal, page: Page) -> None:
    """Neither jQuery nor its widgets are asked for, and a log-in is two ordinary forms."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.goto(practice.url)
    page.get_by_placeholder("Email Address").fill("someone@example.com")
    page.get_by_role("button", name="NEXT").click()
    page.get_by_placeholder("Password").fill("Temp-1234")
    page.get_by_role("button", name="LOGIN").click()
    page.get_by_role("heading", name="Terms of Use").wait_for()
    assert "script" not in asked
    assert asked.count("document") == 4
