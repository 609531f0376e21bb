from io import BytesIO

import pytest
from pypdf import PdfReader

from fixtures.mock_portal.faults import Fault
from tests.mock_portal.applicant import EMPLOYER, REGISTRATION, SITI, Applicant, applicant

LETTER = f"{REGISTRATION}/letter/1/Letter_of_successful_registration.pdf"
CODE = "E1102070081W"


@pytest.fixture
def ready() -> Applicant:
    """Give an employer who has only to submit."""
    person = applicant()
    person.up_to_preview()
    return person


def test_the_preview_shows_everything_that_was_entered(ready: Applicant) -> None:
    """Nothing is submitted that the person could not read before."""
    page = ready.page(f"{REGISTRATION}/preview")
    for text in (*EMPLOYER.values(), *SITI.values()):
        if text not in ("true", "1500.00"):
            assert text in page
    assert "1,500.00" in page


def test_nothing_is_submitted_before_the_preview_is_reached() -> None:
    """A request out of order leads back to what is missing."""
    person = applicant()
    person.save_employer()
    assert person.post(f"{REGISTRATION}/submit").location == f"{REGISTRATION}/employees"
    assert person.account.registrations == []


def test_a_registration_ends_with_code_reference_and_letters(ready: Applicant) -> None:
    """The success panel and, later, the first tab and the Task Inbox show them."""
    page = ready.submit()
    assert "Has Been Submitted Successfully." in page
    for shown in (page, ready.page(REGISTRATION)):
        assert CODE in shown
        assert "CRN11202600122695" in shown
        assert "Letter of acknowledgement.pdf" in shown
    assert "Letter of successful registration.pdf" in ready.page("/web/base/myassist")


def test_the_letters_are_papers_with_text(ready: Applicant) -> None:
    """The letter names the employer, the code and the employee."""
    ready.submit()
    text = PdfReader(BytesIO(ready.portal.get(LETTER).data)).pages[0].extract_text()
    for words in ("LIM BEE HOON", CODE, "SITI AMINAH"):
        assert words in text


def test_a_second_submission_is_accepted_and_remembered(ready: Applicant) -> None:
    """The portal does not protect anybody from registering twice."""
    ready.submit()
    ready.submit()
    first, second = ready.account.registrations
    assert first.reference != second.reference
    assert ready.account.employer_code == CODE


def test_a_held_case_waits_for_the_officer(ready: Applicant) -> None:
    """There is neither code nor letter until the officer has decided; an inquiry comes first."""
    ready.practice.faults.replace([Fault.HELD_FOR_OFFICER])
    assert "Your Request will be routed to UO" in ready.submit()
    assert ready.account.employer_code is None
    assert ready.portal.get(LETTER).status_code == 404
    decide = {"portal_id": ready.account.portal_id, "decision": "inquire"}
    ready.portal.post("/practice/decide", json=decide)
    assert "Letter of inquiry.pdf" in ready.page("/web/base/myassist")
    ready.portal.post("/practice/decide", json={**decide, "decision": "approve"})
    assert CODE in ready.page(REGISTRATION)
    assert ready.portal.get(LETTER).status_code == 200
    assert [mail.subject for mail in ready.practice.memory.mails] == [
        "Inquiry about your registration",
        "Employer's Registration",
    ]
