"""Section 7 of the practice portal: from the pending list to the ACR."""

from datetime import date
from decimal import Decimal

import pytest

from fixtures.mock_portal.contribution_months import late_interest, months_offered
from fixtures.mock_portal.memory import Account, Employee
from tests.mock_portal.household import DEWI, SITI, household
from tests.mock_portal.test_paper import text_of


@pytest.mark.parametrize(("today", "newest"), [("2026-11-15", "10/2026"), ("2026-11-16", "11/2026")])
def test_the_month_itself_is_offered_from_its_16th(today: str, newest: str) -> None:
    """The list of months starts with the newest that may be paid."""
    page = household(clock=today).page("/web/contribution/arrears")
    assert page.index(newest) < page.index("09/2026")
    assert ("11/2026" in page) is (newest == "11/2026")


def test_months_go_back_to_the_first_employment() -> None:
    """No month is offered before anybody was employed."""
    employee = Employee("SITI AMINAH", "C1234567", employment_start=date(2026, 8, 20))
    account = Account("a@example.com", employees=[employee])
    assert months_offered(account, date(2026, 11, 20)) == [date(2026, month, 1) for month in (11, 10, 9, 8)]


def test_who_was_not_employed_in_the_month_is_not_listed() -> None:
    """A month lists those who worked in it."""
    page = household().page("/web/contribution/employees?month=02/2026")
    assert "SITI AMINAH" in page
    assert "DEWI LESTARI" not in page


def test_a_draft_is_answered_with_the_amounts() -> None:
    """SOCSO works the amounts out; a row without a salary is not billed."""
    home = household()
    answer = home.save("2026-10", "1,500", "").json
    assert answer is not None
    assert answer["message"] == "Your request completed successfully."
    assert answer["total"] == "43.45"
    siti = {"salary": "1500.00", "employer": "25.35", "employee": "7.25", "skbbk": "10.85", "total": "43.45"}
    assert answer["lines"]["C1234567"] == siti
    assert home.account.drafts[0].lines[1].salary is None


def test_an_employer_without_skbbk_has_no_such_column() -> None:
    """Whether LINDUNG 24 Jam applies is a setting of the account."""
    home = household(skbbk=False)
    answer = home.save("2026-10", "1500").json
    assert answer is not None
    assert answer["total"] == "32.60"
    assert "SKBBK (RM)" not in home.page("/web/contribution/employees?month=10/2026")
    assert "SKBBK (RM)" in household().page("/web/contribution/employees?month=10/2026")


def test_a_salary_that_is_no_number_is_refused() -> None:
    """Nothing is saved, and the row is named."""
    home = household()
    assert home.save("2026-10", "abc", "1500").json == {"errors": {"C1234567": "Invalid Salary."}}
    assert home.account.drafts == []


def test_a_draft_is_found_again_with_its_figures() -> None:
    """The pending list, the draft list and the month itself all lead to what was saved."""
    home = household()
    home.save("2026-10", "1620.50")
    assert "Incomplete" in home.page("/web/contribution/add")
    assert "/web/contribution/draft/2026-10" in home.page("/web/contribution/drafts")
    assert "1620.50" in home.page("/web/contribution/draft/2026-10")
    assert "1620.50" in home.page("/web/contribution/employees?month=10/2026")


def test_nothing_can_be_completed_without_a_salary() -> None:
    """The page stays and says what is missing."""
    home = household()
    home.save("2026-10", "", "")
    answer = home.post("/web/contribution/complete", month="2026-10")
    assert "Please enter the salary" in answer.text


def test_confirming_makes_an_acr_and_its_slip() -> None:
    """The draft becomes a submission that waits for payment."""
    home = household()
    acr = home.submit("2026-10", "1500", "1700")
    assert home.account.drafts == []
    pending = home.page("/web/contribution/add")
    assert "Pending Payment" in pending
    assert acr in home.page(f"/web/contribution/acr/{acr}")
    slip = text_of(home.portal.get(f"/web/contribution/acr/{acr}/pdf").data)
    assert acr in slip
    assert "DEWI LESTARI 1700.00" in slip


def test_the_same_month_can_be_submitted_twice() -> None:
    """Nothing on the portal prevents it: both are remembered, also when one form arrives twice."""
    home = household()
    first = home.submit("2026-10", "1500")
    home.post("/web/contribution/confirm")
    third = home.submit("2026-10", "1500")
    assert len({first, third, *(row.acr for row in home.account.submissions)}) == 3
    assert {row.month for row in home.account.submissions} == {"2026-10"}


def test_a_stale_form_saves_nothing() -> None:
    """The form token is checked."""
    home = household()
    home.p_auth = "stale"
    assert home.save("2026-10", "1500").status_code == 403
    assert home.account.drafts == []


def test_many_submissions_are_spread_over_pages() -> None:
    """The pending list has a pager."""
    home = household(employees=[{**SITI, "employment_start": "2025-01-01"}])
    for month in range(1, 13):
        home.submit(f"2025-{month:02d}", "1500")
    assert "01/2025" not in home.page("/web/contribution/add")
    assert "01/2025" in home.page("/web/contribution/add?page=2")


def test_the_registration_comes_first() -> None:
    """Without a registration there is nothing to contribute to."""
    home = household(registration_status="held")
    assert "registration is not complete" in home.page("/web/contribution/arrears")


@pytest.mark.parametrize(
    ("fault", "page", "missing"),
    [
        ("month-not-offered", "/web/contribution/arrears", "10/2026"),
        ("employee-not-listed", "/web/contribution/employees?month=10/2026", "SITI AMINAH"),
    ],
)
def test_what_a_fault_hides_is_not_on_the_page(fault: str, page: str, missing: str) -> None:
    """The rest is there."""
    assert missing in household().page(page)
    hidden = household(faults=(fault,)).page(page)
    assert missing not in hidden
    assert "09/2026" in hidden or DEWI["name"] in hidden


def test_a_wrong_amount_is_saved_as_it_is_shown() -> None:
    """The fault makes the draft a ringgit dearer."""
    answer = household(faults=("wrong-amount",)).save("2026-10", "1500").json
    assert answer is not None
    assert (answer["total"], answer["lines"]["C1234567"]["employer"]) == ("44.45", "26.35")


def test_an_amount_can_change_after_the_draft() -> None:
    """The draft says one thing, the summary and the ACR another."""
    home = household(faults=("amount-changed",))
    home.submit("2026-10", "1500")
    assert home.account.submissions[0].total == Decimal("44.45")
    assert "44.45" in home.page("/web/contribution/summary")


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2026, 11, 15), "0.00"), (date(2026, 11, 16), "5.00"), (date(2028, 11, 15), "15.00")],
)
def test_late_interest_is_rounded_up_to_five_ringgit(today: date, expected: str) -> None:
    """RM100 for October 2026: 6% a year by the day, nothing up to the 15th."""
    assert late_interest(Decimal(100), date(2026, 10, 1), today) == Decimal(expected)
