import pytest

from tests.mock_portal.applicant import PASSWORD, TEMPORARY, newcomer

TERMS = "/web/base/first-visit/terms"
NEW_PASSWORD = "/web/base/first-visit/password"
REMINDER = "/web/base/first-visit/reminder"


def test_no_other_page_is_reached_before_the_first_visit_is_done() -> None:
    """Whatever is asked for, the page whose turn it is comes."""
    person = newcomer()
    person.log_in(TEMPORARY)
    for path in ("/web/registration/registration", NEW_PASSWORD, "/web/contribution/add"):
        assert "Terms of Use" in person.page(path)


@pytest.mark.parametrize(
    ("first", "again", "words"),
    [
        ("", "", "This field cannot be blank."),
        (PASSWORD, "Good-Pass-78", "The passwords you entered do not match."),
        ("Ab1-", "Ab1-", "That password does not meet the password policy."),
        ("nouppercase-1", "nouppercase-1", "That password does not meet the password policy."),
        ("NoDigitAtAll-", "NoDigitAtAll-", "That password does not meet the password policy."),
        ("NoSymbol12345", "NoSymbol12345", "That password does not meet the password policy."),
        ("Long-Pass-1" * 2, "Long-Pass-1" * 2, "That password does not meet the password policy."),
        (TEMPORARY, TEMPORARY, "That password does not meet the password policy."),
    ],
)
def test_a_password_against_the_policy_is_refused(first: str, again: str, words: str) -> None:
    """The temporary password still holds after a refusal."""
    person = newcomer()
    person.log_in(TEMPORARY)
    person.post(TERMS)
    assert words in person.post(NEW_PASSWORD, password1=first, password2=again).text
    assert person.account.password is None


def test_a_question_of_ones_own_is_kept() -> None:
    """The last option takes the person's own words."""
    person = newcomer()
    person.log_in(TEMPORARY)
    person.post(TERMS)
    person.post(NEW_PASSWORD, password1=PASSWORD, password2=PASSWORD)
    own = {"reminderQueryQuestion": "Write my own question.", "reminderQueryAnswer": "Teak"}
    assert "Please choose a reminder query." in person.post(REMINDER, **own).text
    person.post(REMINDER, **own, reminderQueryCustomQuestion="Which tree?")
    assert (person.account.question, person.account.answer) == ("Which tree?", "Teak")


def test_an_interrupted_first_visit_goes_on_where_it_was() -> None:
    """The next log-in, with the new password, leads to the page that is still to do."""
    person = newcomer()
    person.log_in(TEMPORARY)
    person.post(TERMS)
    person.post(NEW_PASSWORD, password1=PASSWORD, password2=PASSWORD)
    person.portal.get("/c/portal/logout")
    assert person.log_in(PASSWORD).location == REMINDER


def test_the_basic_information_must_be_complete() -> None:
    """A city that is not in the state is refused; what was right is kept."""
    person = newcomer()
    person.first_visit()
    person.account.first_visit_stage = "information"
    assert "This field cannot be blank." in person.basic_information(name="").text
    assert "Please select from the list." in person.basic_information(city="IPOH").text


def test_the_first_visit_ends_at_home() -> None:
    """Afterwards the account is an ordinary one with a security phrase."""
    person = newcomer()
    person.first_visit()
    assert not person.account.first_visit
    assert person.account.security_phrase == "blue kite"
    assert "Task Inbox" in person.page("/web/base/first-visit/terms")
