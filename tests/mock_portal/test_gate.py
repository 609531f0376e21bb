import pytest

from fixtures.mock_portal.app import make_portal
from fixtures.mock_portal.faults import NATURAL_STEP, Aim, Fault, Faults
from fixtures.mock_portal.practice import Practice
from fixtures.mock_portal.steps import Step
from tests.mock_portal.applicant import REGISTRATION, applicant

HOME = "/web/base/myassist"
XHR = {"X-Requested-With": "XMLHttpRequest"}


def test_every_page_has_a_name_so_that_a_fault_can_be_aimed_at_it() -> None:
    """No page can be left out by forgetting; only the desk, the theme and the waiting room pass unnamed."""
    app = make_portal(Practice())
    unnamed = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if not hasattr(app.view_functions[rule.endpoint], "named")
    }
    assert all(rule.startswith(("/practice/", "/o/", "/favicon")) for rule in unnamed)


def test_every_fault_has_a_step_of_its_own() -> None:
    """A fault without an aim still strikes somewhere."""
    assert set(NATURAL_STEP) == set(Fault)


def test_a_fault_can_be_aimed_and_counted() -> None:
    """NAME@STEP strikes once, :2 twice, :always always, and page-shaped ones each time."""
    faults = Faults(["slow@home-page", "error-after@home-page:2", "label-renamed@terms-page"])
    assert [faults.strike(Fault.SLOW, Step.HOME_PAGE) for _ in range(2)] == [True, False]
    assert [faults.strike(Fault.ERROR_AFTER, Step.HOME_PAGE) for _ in range(3)] == [True, True, False]
    assert all(faults.strike(Fault.LABEL_RENAMED, Step.TERMS_PAGE) for _ in range(5))
    assert Aim.parse("slow@home-page:always").times is None
    with pytest.raises(ValueError, match="no-such"):
        Aim.parse("no-such@home-page")


def test_a_stranger_is_led_to_the_log_in_page() -> None:
    """A page redirects; a background request says where to go."""
    person = applicant()
    person.portal.get("/c/portal/logout")
    assert person.portal.get(REGISTRATION).location == "/employer/login"
    answer = person.portal.get(f"{REGISTRATION}/employees/listing", headers=XHR)
    assert answer.json == {"go": "/employer/login"}


def test_a_stale_form_is_refused() -> None:
    """Without the token of this session nothing is saved."""
    person = applicant()
    answer = person.portal.post(f"{REGISTRATION}/employees/remove", data={"p_auth": "stale"})
    assert answer.status_code == 403
    assert "The form token is invalid or has expired." in answer.text


def test_a_session_ends_after_fifteen_idle_minutes() -> None:
    """Fourteen minutes are nothing; sixteen are the end."""
    person = applicant()
    person.practice.clock.advance(14 * 60)
    assert "Task Inbox" in person.page(HOME)
    person.practice.clock.advance(16 * 60)
    assert "EMPLOYER LOGIN" in person.page(HOME)


def test_a_session_can_be_extended() -> None:
    """EXTEND gives another fifteen minutes."""
    person = applicant()
    for _ in range(3):
        person.practice.clock.advance(14 * 60)
        person.portal.post("/c/portal/extend_session")
    assert "Task Inbox" in person.page(HOME)


@pytest.mark.parametrize(
    ("fault", "status", "saved"),
    [
        ("error-before", 500, False),
        ("error-after", 500, True),
        ("drop-before", 500, False),
        ("drop-after", 500, True),
        ("maintenance", 503, False),
        ("session-ended", 302, False),
        ("session-ended-bar", 200, False),
    ],
)
def test_a_fault_leaves_the_work_done_or_undone(fault: str, status: int, *, saved: bool) -> None:
    """Before means that nothing was saved; after means that all was, whatever the answer says."""
    person = applicant(f"{fault}@save-employer-information")
    assert person.save_employer().status_code == status
    assert (person.account.employer is not None) is saved
    assert person.practice.memory.requests[-1].step == "save-employer-information"


def test_the_bar_says_that_the_session_has_ended() -> None:
    """The page stays, its bar is told to change, and the session is over."""
    person = applicant("session-ended-bar@home-page")
    assert 'data-session-ended="1"' in person.page(HOME)
    assert "EMPLOYER LOGIN" in person.page(HOME)


def test_the_first_control_of_a_page_can_be_renamed_or_repeated() -> None:
    """The label nobody knows replaces the known one; a repeated one stands there twice."""
    person = applicant("label-renamed@employer-information-page", "label-twice@employee-information-page")
    person.save_employer()
    page = person.page(REGISTRATION)
    assert "Particulars (See Note)" in page
    assert ">Business Entity" not in page
    assert person.page(f"{REGISTRATION}/employees").count("ADD FOREIGN EMPLOYEE") == 2


def test_no_page_shows_the_marks_that_faults_go_by() -> None:
    """The marks around controls never reach a browser."""
    person = applicant()
    for path in ("", "/employees/form", "/documents/form"):
        assert "<!--" not in person.page(REGISTRATION + path)
