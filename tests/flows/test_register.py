"""A registration from the first tab to the letters: what the portal remembers is what the profile says."""

from dataclasses import asdict
from pathlib import Path

import pytest
from pypdf import PdfReader

from assist_bot.demo_household import paper
from assist_bot.errors import ContributionRefused, PortalChanged, PortalRejected, ProfileError
from assist_bot.filing import ACKNOWLEDGEMENT, REGISTRATION, title_of
from assist_bot.ledger import Ledger, RegistrationState
from assist_bot.outcome import Outcome
from fixtures.mock_portal.memory import DESCRIPTIONS, Document
from tests.flows.conftest import Settle
from tests.flows.household import Household
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import ending_of, register_once
from tests.flows.stages import (
    contents_of,
    documents_known,
    documents_of,
    employee_of,
    employees_known,
    employer_known,
    employer_of,
    welcomed,
)

DEWI = """
[[employee]]
name = "DEWI LESTARI"
passport = { number = "C7654321", expiry = 2030-04-30 }
nationality = "Indonesia"
date_of_birth = 1988-01-31
gender = "male"
employment_start = 2026-03-01
salary = "1700.50"
work_permit = { number = "PE7654321", start = 2026-03-01, expiry = 2027-02-28 }
"""
SAVES = (
    "save-employer-information",
    "save-employee",
    "employees-done",
    "upload-document",
    "documents-done",
    "submit-registration",
)
LETTERS = {ACKNOWLEDGEMENT, REGISTRATION}


def assert_remembered(household: Household) -> None:
    """Hold everything that the portal remembers against the profile, field by field."""
    account, profile = household.account, household.profile
    assert account.employer == employer_of(profile)
    remembered = [asdict(employee) for employee in account.employees]
    for employee, expected in zip(remembered, map(employee_of, profile.employees), strict=True):
        assert {name: employee[name] for name in expected} == expected
    documents = {each.description: (each.file_name, each.content) for each in account.documents}
    assert documents == contents_of(profile)
    assert len(account.documents) == len(DESCRIPTIONS)


def letters_in(paths: tuple[str, ...] | list[str]) -> set[str]:
    """Give the titles of the letters that were kept, each a readable PDF."""
    for path in paths:
        assert PdfReader(path).pages[0].extract_text()
    return {title_of(path.rpartition("/")[2]) for path in paths}


def test_the_portal_remembers_what_the_profile_says_field_by_field(
    settled: Settle, person: ScriptedPerson
) -> None:
    """Employer, employee and eight documents, each saved once, submitted once, with code, reference, letters."""
    household = settled(welcomed)
    result = register_once(household, person)
    assert_remembered(household)
    account = household.account
    assert result.outcome is Outcome.DONE
    assert (result.employer_code, result.reference) == (account.employer_code, account.reference)
    assert letters_in([*result.letters]) == LETTERS
    assert [household.arrived(step) for step in SAVES] == [1, 1, 1, 8, 1, 1]
    assert person.asked == ["approves_registration"]
    with Ledger.open(household.ledger_path) as ledger:
        entry = ledger.registration(account.portal_id)
    assert entry is not None
    assert (entry.state, entry.employer_code) == (RegistrationState.REGISTERED, account.employer_code)


def test_a_finished_registration_run_again_changes_nothing_and_brings_the_letters(
    settled: Settle, person: ScriptedPerson
) -> None:
    """Exit 0, nothing asked, nothing sent, and the letters are downloaded."""
    household = settled(documents_known)
    register_once(household, person)
    before, asked = household.arrived(*SAVES), list(person.asked)
    result = register_once(household, person)
    assert result.outcome is Outcome.NOTHING_TO_DO
    assert (household.arrived(*SAVES), person.asked) == (before, asked)
    assert letters_in([*result.letters]) == LETTERS


def test_what_is_there_already_is_not_done_again(settled: Settle, person: ScriptedPerson) -> None:
    """A run goes on where the portal is, whoever brought it there: here two of the eight documents are missing."""
    household = settled(lambda profile: {**employees_known(profile), "documents": documents_of(profile)[1:7]})
    assert register_once(household, person).outcome is Outcome.DONE
    assert [household.arrived(step) for step in SAVES] == [0, 0, 1, 2, 1, 1]
    assert_remembered(household)


@pytest.mark.thorough
def test_what_changed_in_the_profile_is_saved_anew(settled: Settle, person: ScriptedPerson) -> None:
    """Only the address is another than the portal's: Employer Information is saved again, the rest is not."""
    household = settled(
        lambda profile: {
            **documents_known(profile),
            "employer": {**employer_of(profile), "postalAddress1": "99 JALAN LAMA"},
        }
    )
    assert register_once(household, person).outcome is Outcome.DONE
    assert [household.arrived(step) for step in SAVES] == [1, 0, 1, 0, 1, 1]
    assert_remembered(household)


def test_two_employees_are_registered_in_one_application(settled: Settle, person: ScriptedPerson) -> None:
    """Both stand in the listing with their own facts, and the papers they share are uploaded once."""
    household = settled(
        lambda profile: {**employer_known(profile), "documents": documents_of(profile)}, tail=DEWI
    )
    assert register_once(household, person).outcome is Outcome.DONE
    assert_remembered(household)
    assert len(household.account.registrations[0].employees) == 2


@pytest.mark.thorough
def test_papers_of_two_employees_may_have_the_same_file_name(
    settled: Settle, person: ScriptedPerson, tmp_path: Path
) -> None:
    """Each employee's passport copy is uploaded, though both files are called alike."""
    (tmp_path / "hers").mkdir()
    hers = tmp_path / "hers" / "passport.pdf"
    hers.write_bytes(paper("Another passport"))
    household = settled(
        lambda profile: {**employees_known(profile), "checklist": ["Worker's Passport copy"]},
        tail=f'{DEWI}documents = {{ passport_copy = "{hers}" }}',
    )
    assert register_once(household, person).outcome is Outcome.DONE
    assert {(each.file_name, each.content) for each in household.account.documents} == {
        ("passport.pdf", hers.read_bytes()),
        ("passport.pdf", (household.folder / "config/papers/passport.pdf").read_bytes()),
    }


def test_an_employee_known_from_another_employer_is_selected_and_not_registered_as_new(
    settled: Settle, person: ScriptedPerson
) -> None:
    """The search finds her; her record is taken and brought up to date."""
    household = settled(lambda profile: {**employer_known(profile), "documents": documents_of(profile)})
    siti = household.profile.employees[0]
    household.practice.memory.seed([], [{**employee_of(siti), "entered_scheme": "2019-03-01"}])
    assert register_once(household, person).outcome is Outcome.DONE
    assert household.account.employees[0].entered_scheme is not None
    assert_remembered(household)


def test_records_of_somebody_else_under_her_passport_number_are_not_taken(
    settled: Settle, person: ScriptedPerson
) -> None:
    """The portal knows the number under another name: stop, and save nobody."""
    household = settled(employer_known)
    siti = household.profile.employees[0]
    household.practice.memory.seed([], [{**employee_of(siti), "name": "SOMEBODY ELSE"}])
    ending = ending_of(household, person)
    assert isinstance(ending, PortalChanged)
    assert "SOMEBODY ELSE" in ending.fact
    assert household.account.employees == []


def test_the_checklist_on_the_page_decides_what_is_uploaded(settled: Settle, person: ScriptedPerson) -> None:
    """What the portal does not ask for is not sent."""
    wanted = ["Copy of Identity Card", "Borang Pendaftaran DS"]
    household = settled(lambda profile: {**employees_known(profile), "checklist": wanted})
    assert register_once(household, person).outcome is Outcome.DONE
    assert [each.description for each in household.account.documents] == wanted


def test_a_required_paper_that_the_profile_lacks_stops_with_its_name(
    settled: Settle, person: ScriptedPerson
) -> None:
    """The portal asks for a paper nobody knew of: exit 3, named; once the person has uploaded it, it goes on."""
    household = settled(lambda profile: {**employees_known(profile), "checklist": ["Marriage Certificate"]})
    ending = ending_of(household, person)
    assert isinstance(ending, ProfileError)
    assert "Marriage Certificate" in ending.fact
    assert household.arrived("upload-document", "submit-registration") == 0
    household.account.documents.append(
        Document(
            950, "nikah.pdf", "Marriage Certificate", "", household.practice.clock.now(), 9, b"%PDF-1.4\n"
        )
    )
    assert register_once(household, person).outcome is Outcome.DONE


@pytest.mark.thorough
def test_an_expired_permit_is_quoted_from_the_portal(settled: Settle, person: ScriptedPerson) -> None:
    """The portal has the last word on what is valid, and its words are the person's to read."""
    household = settled(employer_known)
    household.practice.clock.set("2027-10-20")
    ending = ending_of(household, person)
    assert isinstance(ending, PortalRejected)
    assert "Work permit has expired." in ending.fact
    assert household.account.employees == []


def test_a_preview_that_differs_from_the_profile_is_not_submitted(
    settled: Settle, person: ScriptedPerson
) -> None:
    """Something was saved by hand with other facts: all is named, and stopped before the person is asked."""
    other = {"gender": "M", "salary": "1400.00", "work_permit": "PE999", "occupation": "Driver"}
    household = settled(
        lambda profile: {
            **documents_known(profile),
            "employees": [{**employee_of(profile.employees[0]), **other}],
        }
    )
    ending = ending_of(household, person)
    assert isinstance(ending, PortalChanged)
    for label in ("Gender (M/F)", "Salary (RM)", "Work Permit No.", "Occupation"):
        assert label in ending.fact
    assert "Date of Birth" not in ending.fact
    assert person.asked == []
    assert household.account.registrations == []


def test_an_employee_whom_the_profile_does_not_name_is_not_submitted(
    settled: Settle, person: ScriptedPerson
) -> None:
    """Somebody stands in the listing of whom the profile says nothing: never submitted in passing."""
    stranger = {"name": "RATNA SARI", "passport": "X9999999"}
    household = settled(
        lambda profile: {
            **documents_known(profile),
            "employees": [employee_of(profile.employees[0]), stranger],
        }
    )
    ending = ending_of(household, person)
    assert isinstance(ending, PortalChanged)
    assert "RATNA SARI" in ending.fact
    assert household.account.registrations == []


def test_a_registration_that_the_person_does_not_approve_is_not_submitted(
    settled: Settle, person: ScriptedPerson
) -> None:
    """The person reads the preview and says no: everything stays saved, nothing is submitted."""
    household = settled(documents_known)
    person.refuses = ("approves_registration",)
    assert isinstance(ending_of(household, person), ContributionRefused)
    assert "TAN MEI LING" in str(person.told["approves_registration"])
    assert household.arrived("submit-registration") == 0
    person.refuses = ()
    assert register_once(household, person).outcome is Outcome.DONE
