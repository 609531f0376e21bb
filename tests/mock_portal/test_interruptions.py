"""What stands in front of a page, or in its place."""

import pytest

from tests.mock_portal.applicant import PASSWORD, REGISTRATION, applicant

HOME = "/web/base/myassist"


def test_an_announcement_lies_over_the_page_once() -> None:
    """With CLOSE only, or with a tick to agree."""
    person = applicant("announcement@home-page", "announcement-to-agree@home-page:2")
    both = person.page(HOME)
    assert "ANNOUNCEMENT" in both
    assert "I have read and agree" in person.page(HOME)
    assert "ANNOUNCEMENT" not in person.page(HOME)


def test_an_announcement_stands_in_place_of_the_page_until_it_is_asked_for_again() -> None:
    """Its CONTINUE leads there."""
    person = applicant("announcement-page@home-page")
    assert f'href="{HOME}">CONTINUE' in person.page(HOME)
    assert "Task Inbox" in person.page(HOME)


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        ("not-found", 404, "The requested resource was not found."),
        ("access-denied", 403, "You do not have permission to view this page."),
        ("verify-email", 200, "Please verify your e-mail address."),
        ("one-time-code", 200, "A TAC was sent to your mobile phone."),
    ],
)
def test_another_page_stands_there_once(fault: str, status: int, words: str) -> None:
    """The next time it is the one that was asked for."""
    person = applicant(f"{fault}@home-page")
    answer = person.portal.get(HOME)
    assert (answer.status_code, words in answer.text) == (status, True)
    assert "Task Inbox" in person.page(HOME)


def test_a_form_can_require_more_and_have_a_puzzle_in_it_each_time() -> None:
    """Both stand in the form itself."""
    person = applicant("new-required-field@employer-information-page", "captcha@employer-information-page")
    for _ in range(2):
        form = person.page(REGISTRATION).partition('id="employer-form"')[2].partition("</form>")[0]
        assert "Household Income" in form
        assert 'title="reCAPTCHA"' in form


def test_a_bar_can_say_at_once_that_the_session_is_about_to_end() -> None:
    """The page is told to show it."""
    assert 'data-session-ending="1"' in applicant("session-ending@home-page").page(HOME)


def test_a_refusal_can_be_in_words_that_nobody_knows() -> None:
    """Nothing is saved."""
    person = applicant("unknown-message@save-employer-information")
    assert "Sila semak semula butiran ini." in person.save_employer().text
    assert person.account.employer is None


def test_terms_that_changed_stand_before_home_and_before_nothing_else() -> None:
    """Once agreed to, they lead home."""
    person = applicant()
    person.practice.faults.replace(["terms-changed"])
    person.portal.get("/c/portal/logout")
    terms = person.log_in(PASSWORD).location
    assert terms.endswith("/terms")
    answer = person.post(terms)
    assert answer.location == HOME
