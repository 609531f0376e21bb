"""A registration that is cut short anywhere is ended by running again: nothing is there twice."""

import pytest

from assist_bot.errors import OutcomeUnknown, PortalChanged, PortalError
from assist_bot.outcome import Outcome
from assist_bot.profile import Profile
from tests.flows.conftest import Settle
from tests.flows.household import Household
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import ending_of, register_again_and_again, register_once
from tests.flows.stages import documents_known, documents_of, employee_of, employer_known, welcomed
from tests.sampling import sample

CHECKLIST = ["Borang SIP 1", "Copy of Identity Card"]
SAVES = (
    "save-employer-information",
    "save-employee",
    "employees-done",
    "upload-document",
    "documents-done",
)


def short(profile: Profile) -> dict[str, object]:
    """Seed a household of which the portal asks two documents only."""
    return {**welcomed(profile), "checklist": CHECKLIST}


def assert_nothing_twice(household: Household) -> None:
    """One employee, each document once, one application."""
    account = household.account
    assert [each.passport for each in account.employees] == ["C1234567"]
    assert sorted(each.description for each in account.documents) == CHECKLIST
    assert len(account.registrations) == 1


@pytest.mark.parametrize(
    "fault",
    sample(
        [
            "error-before",
            "error-after",
            "drop-before",
            "drop-after",
            "session-ended",
            "session-ended-bar",
            "maintenance",
        ],
    ),
)
def test_a_registration_that_fails_at_every_save_is_ended_by_running_again(
    settled: Settle, person: ScriptedPerson, fault: str
) -> None:
    """Each save before the submission fails once, done or not done: each run does only what is missing."""
    household = settled(short)
    household.practice.faults.replace([f"{fault}@{step}" for step in SAVES])
    stops = register_again_and_again(household, person, at_most=len(SAVES) + 1)
    assert {stop.outcome for stop in stops} == {Outcome.PORTAL}
    assert_nothing_twice(household)


@pytest.mark.parametrize("fault", sample(["error-after", "drop-after"]))
def test_a_submission_whose_answer_is_lost_is_found_by_the_next_run(
    settled: Settle, person: ScriptedPerson, fault: str
) -> None:
    """Exit 7, and then the portal itself says that it has it: nothing is sent a second time."""
    household = settled(documents_known)
    household.practice.faults.replace([f"{fault}@submit-registration"])
    assert isinstance(ending_of(household, person), OutcomeUnknown)
    assert register_once(household, person).outcome is Outcome.NOTHING_TO_DO
    assert household.arrived("submit-registration") == 1


@pytest.mark.parametrize("fault", sample(["error-before", "drop-before", "session-ended-bar"], "drop-before"))
def test_a_submission_that_never_arrived_is_sent_again_only_on_the_persons_word(
    settled: Settle, person: ScriptedPerson, fault: str
) -> None:
    """Exit 7, a second look half an hour after the first, however often in between, and then the person decides."""
    household = settled(documents_known)
    household.practice.faults.replace([f"{fault}@submit-registration"])
    person.refuses = ("confirms_nothing_sent",)
    for _ in range(3):
        assert isinstance(ending_of(household, person), OutcomeUnknown)
        household.wait(15)
    household.wait()
    assert not isinstance(ending_of(household, person), OutcomeUnknown)
    assert household.account.registrations == []
    person.refuses = ()
    assert register_once(household, person).outcome is Outcome.DONE
    assert len(household.account.registrations) == 1


@pytest.mark.thorough
def test_a_slow_portal_that_saves_in_the_background_is_waited_for(
    settled: Settle, person: ScriptedPerson
) -> None:
    """Nothing is taken for saved before it is, and nothing is saved twice."""
    household = settled(short)
    household.practice.faults.replace(
        [f"background-save@{step}" for step in (*SAVES, "submit-registration")]
        + ["slow@cities", "slow@employee-form"]
    )
    assert register_once(household, person).outcome is Outcome.DONE
    assert_nothing_twice(household)


@pytest.mark.usefixtures("hasty")
@pytest.mark.thorough
def test_a_document_that_is_refused_is_told_in_the_portals_words(
    settled: Settle, person: ScriptedPerson
) -> None:
    """The file is refused once: quoted, and uploaded by the next run."""
    household = settled(lambda profile: {**documents_known(profile), "documents": [], "checklist": CHECKLIST})
    household.practice.faults.replace(["upload-rejected"])
    ending = ending_of(household, person)
    assert isinstance(ending, PortalError)
    assert "could not be uploaded" in ending.fact
    register_once(household, person)
    assert_nothing_twice(household)


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(
    ("fault", "step"),
    [
        ("label-renamed", "employer-information-page"),
        ("label-twice", "employee-form"),
        pytest.param("label-renamed", "documents-page", marks=pytest.mark.thorough),
        pytest.param("label-twice", "preview-page", marks=pytest.mark.thorough),
    ],
)
def test_a_page_that_is_not_as_expected_stops_the_run(
    settled: Settle, person: ScriptedPerson, fault: str, step: str
) -> None:
    """A word that is not there, or there twice, is named; nothing is guessed, nothing is submitted."""
    stages = {"employer-information-page": welcomed, "employee-form": employer_known}
    household = settled(
        lambda profile: {
            **stages.get(step, documents_known)(profile),
            **({"documents": []} if step == "documents-page" else {}),
        }
    )
    household.practice.faults.replace([f"{fault}@{step}"])
    assert isinstance(ending_of(household, person), PortalChanged)
    assert household.arrived("submit-registration", "upload-document", "save-employee") == 0


def test_a_document_that_arrived_twice_is_never_submitted(settled: Settle, person: ScriptedPerson) -> None:
    """The portal took one only after the next run had looked for it: named, and nothing is submitted."""

    def twice(profile: Profile) -> dict[str, object]:
        documents = documents_of(profile)
        return {**documents_known(profile), "documents": [*documents, {**documents[4], "number": 999}]}

    household = settled(twice)
    ending = ending_of(household, person)
    assert isinstance(ending, PortalChanged)
    assert "is uploaded 2 times" in ending.fact
    assert (person.asked, household.account.registrations) == ([], [])
    household.account.documents.pop()
    assert register_once(household, person).outcome is Outcome.DONE


def test_an_employee_who_was_saved_twice_is_never_submitted(settled: Settle, person: ScriptedPerson) -> None:
    """The same with her: the person takes out one of the two rows, and the next run goes on."""
    household = settled(
        lambda profile: {**documents_known(profile), "employees": [employee_of(profile.employees[0])] * 2}
    )
    ending = ending_of(household, person)
    assert isinstance(ending, PortalChanged)
    assert "SITI AMINAH 2 times" in ending.fact
    assert (person.asked, household.account.registrations) == ([], [])
    household.account.employees.pop()
    assert register_once(household, person).outcome is Outcome.DONE
