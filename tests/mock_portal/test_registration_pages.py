from datetime import date

import pytest

from fixtures.mock_portal.memory import DESCRIPTIONS, Employee
from tests.mock_portal.applicant import PAPER, REGISTRATION, applicant, said

DEWI = Employee("DEWI LESTARI", "C7654321", entered_scheme=date(2019, 3, 1))


def test_a_saved_employer_gets_a_reference_and_is_shown_again() -> None:
    """Whoever comes back sees what is there already."""
    person = applicant()
    assert person.save_employer().location == f"{REGISTRATION}/employees"
    page = person.page(REGISTRATION)
    assert "CRN11202600122695" in page
    assert 'value="12 JALAN MERANTI"' in page
    assert '<option value="46000" selected>' in page


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("name", "", "This field cannot be blank."),
        ("identificationNo", "850101-14-5566", "Identification No. must be 12 digits"),
        ("mobileNo", "012-3456789", "Please enter digits only"),
        ("postcode", "80000", "Please select from the list."),
        ("email", "nobody", "Invalid Email Address"),
        ("businessEntity", "Corporation", "This portal ID is for an individual"),
        ("sameAddress", "", "This field cannot be blank."),
    ],
)
def test_an_employer_with_a_mistake_is_refused(field: str, text: str, words: str) -> None:
    """The words stand on the page, and nothing is saved."""
    person = applicant()
    assert words in person.save_employer(**{field: text}).text
    assert person.account.employer is None


def test_the_tabs_come_in_their_order() -> None:
    """Employees are not asked for before there is an employer."""
    assert "Business Registration" in applicant().page(f"{REGISTRATION}/employees")


def test_lists_load_one_after_the_other() -> None:
    """City follows State, Postcode follows City, and detail follows the business entity."""
    get = applicant().portal.get
    assert "PETALING JAYA" in said(get("/web/base/places/cities?state=SELANGOR"))["options"]
    assert "46000" in said(get("/web/base/places/postcodes?state=SELANGOR&city=PETALING JAYA"))["options"]
    path = "/web/registration/sub-business-entities?businessEntity=Individual for Domestic Worker"
    assert said(get(path))["options"] == ["Individual"]


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("workPermitExpiryDate", "19/11/2026", "Work permit has expired."),
        ("passportExpiryDate", "19/11/2026", "Passport has expired."),
        ("dateOfBirth", "1990-03-12", "Please enter a valid date (dd/mm/yyyy)."),
        ("salary", "1,500", "Please enter a valid amount."),
        ("gender", "", "This field cannot be blank."),
        ("occupation", "Astronaut", "Please select from the list."),
    ],
)
def test_an_employee_with_a_mistake_is_refused(field: str, text: str, words: str) -> None:
    """The answer names the field, and nobody is added."""
    person = applicant()
    person.save_employer()
    assert said(person.save_employee({field: text}))["errors"][field] == words
    assert person.account.employees == []


def test_a_permit_holds_on_its_last_day() -> None:
    """A permit that ends today is still valid."""
    person = applicant()
    assert "message" in said(person.save_employee({"workPermitExpiryDate": "20/11/2026"}))


def test_an_employee_known_from_elsewhere_is_found_and_not_registered_anew() -> None:
    """Her records come from the search; entering her as new is refused."""
    person = applicant(elsewhere=(DEWI,))
    found = person.page(f"{REGISTRATION}/employees/search?passport=c7654321&nationality=Indonesia")
    assert "DEWI LESTARI" in found
    assert "No Record Found." in person.page(f"{REGISTRATION}/employees/search?passport=X1&nationality=Nepal")
    new = {"name": DEWI.name, "passportNo": DEWI.passport}
    assert "already exists" in said(person.save_employee(new))["errors"]["passportNo"]
    person.save_employee(new, selected=True)
    assert person.account.employees[0].entered_scheme == date(2019, 3, 1)


def test_an_employee_can_be_changed_and_taken_out() -> None:
    """The pencil changes the row, the bin takes it out; without anybody there is no going on."""
    person = applicant()
    person.save_employer()
    person.save_employee()
    person.save_employee({"salary": "1620.00"}, row=0)
    assert [str(employee.salary) for employee in person.account.employees] == ["1620.00"]
    person.post(f"{REGISTRATION}/employees/remove", row=0)
    assert "Please add at least one employee." in person.post(f"{REGISTRATION}/employees/done").text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("paper.docx", PAPER, "File type is not allowed."),
        ("paper.pdf", b"not what it says", "File type is not allowed."),
        ("paper.pdf", b"", "File is empty."),
        ("paper.pdf", PAPER + bytes(5 * 1024 * 1024), "File size exceeds 5 MB."),
        ("", PAPER, "This field cannot be blank."),
    ],
)
def test_a_file_that_is_not_in_order_is_refused(name: str, content: bytes, words: str) -> None:
    """The file is remembered as having arrived, and is not in the listing."""
    person = applicant()
    person.save_employer()
    answer = person.upload("Next of Kins Form", content, name)
    assert said(answer)["errors"]["file"] == words
    assert [upload.accepted for upload in person.practice.memory.uploads] == [False]
    assert person.account.documents == []


@pytest.mark.parametrize("description", DESCRIPTIONS[:2])
def test_a_provided_document_must_come_back_as_it_was(description: str) -> None:
    """Another file under its description is refused, the very same bytes are taken."""
    person = applicant()
    person.save_employer()
    assert "provided to you" in said(person.upload(description))["errors"]["file"]
    assert "message" in said(person.upload(description, person.provided(description)))


def test_a_good_file_can_be_rejected() -> None:
    """The fault refuses once; the second try is taken."""
    person = applicant("upload-rejected")
    assert "errors" in said(person.upload("Next of Kins Form"))
    answer = person.upload("Next of Kins Form")
    assert said(answer)["message"] == "paper.pdf has been successfully uploaded"


def test_every_document_of_the_checklist_is_needed() -> None:
    """What is missing is named, and the checklist decides what is needed."""
    person = applicant()
    person.up_to_preview()
    person.account.documents = [one for one in person.account.documents if one.description != "Borang SIP 1"]
    page = person.post(f"{REGISTRATION}/documents/done").text
    assert "Please upload &#34;Borang SIP 1&#34; before preview page" in page
    person.account.checklist.remove("Borang SIP 1")
    assert person.post(f"{REGISTRATION}/documents/done").location == f"{REGISTRATION}/preview"
