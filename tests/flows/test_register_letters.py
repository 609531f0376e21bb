"""The letters in the Task Inbox are collected; they show that an application arrived where the form does not say it."""

import pytest

from assist_bot.errors import OutcomeUnknown
from assist_bot.filing import fingerprint, papers_in
from assist_bot.ledger import Ledger, RegistrationState
from assist_bot.outcome import Outcome
from fixtures.mock_portal.registering import decide
from tests.flows.conftest import Settle
from tests.flows.household import Household
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import ending_of, register_once
from tests.flows.stages import documents_known
from tests.flows.test_register import LETTERS, letters_in


def silent(household: Household) -> None:
    """Let the registration's pages say nothing about what was submitted; only the Task Inbox has the letters."""
    household.account.registration_status = "none"


def recorded(household: Household) -> RegistrationState | None:
    """Read what the ledger says about the registration."""
    with Ledger.open(household.ledger_path) as ledger:
        entry = ledger.registration(household.account.portal_id)
    return entry.state if entry else None


@pytest.mark.parametrize("keeps_its_record", [True, False])
def test_letters_in_the_task_inbox_are_collected_and_nothing_is_sent_again(
    settled: Settle, person: ScriptedPerson, keeps_its_record: bool
) -> None:
    """Where the form does not say that it was submitted; also on another computer, which has no record of it."""
    household = settled(documents_known)
    code = register_once(household, person).employer_code
    silent(household)
    if not keeps_its_record:
        household.ledger_path.unlink()
    result = register_once(household, person)
    assert result.outcome is Outcome.NOTHING_TO_DO
    assert result.employer_code == (code if keeps_its_record else "")
    assert letters_in([*result.letters]) == LETTERS
    assert len(household.account.registrations) == 1
    assert recorded(household) is RegistrationState.REGISTERED


def test_a_submission_whose_answer_is_lost_is_known_by_its_letter(
    settled: Settle, person: ScriptedPerson
) -> None:
    """Exit 7, and then the letter of acknowledgement ends the doubt without a question."""
    household = settled(documents_known)
    household.practice.faults.replace(["drop-after@submit-registration"])
    assert isinstance(ending_of(household, person), OutcomeUnknown)
    silent(household)
    assert register_once(household, person).outcome is Outcome.NOTHING_TO_DO
    assert person.asked == ["approves_registration"]
    assert len(household.account.registrations) == 1


def test_a_case_that_is_held_is_waited_for_by_the_record_until_its_letters_come(
    settled: Settle, person: ScriptedPerson
) -> None:
    """The portal said it would be routed to an officer, and says nothing more until the letters are there."""
    household = settled(documents_known)
    household.practice.faults.replace(["held-for-officer"])
    reference = register_once(household, person).reference
    silent(household)
    waiting = register_once(household, person)
    assert (waiting.outcome, waiting.reference, waiting.letters) == (Outcome.WAITING, reference, ())
    decide(household.practice.practice, household.account, "approve")
    silent(household)
    result = register_once(household, person)
    assert (result.outcome, letters_in([*result.letters])) == (Outcome.NOTHING_TO_DO, LETTERS)
    assert household.arrived("submit-registration") == 1


def kept(household: Household) -> list[str]:
    """List what is kept for good, and hold each file against its SHA-256 on record."""
    documents = household.folder / "documents"
    with Ledger.open(household.ledger_path) as ledger:
        on_record = {paper.file: paper.sha256 for paper in ledger.papers()}
    files = {path.relative_to(documents).as_posix(): path for path in papers_in(documents)}
    assert on_record == {name: fingerprint(path.read_bytes()) for name, path in files.items()}
    return sorted(files)


def test_a_case_held_for_an_officer_is_waited_for_and_its_letters_are_collected_later(
    settled: Settle, person: ScriptedPerson
) -> None:
    """Exit 8 with what to expect; each run fetches the letters that came, one made anew too."""
    household = settled(documents_known)
    household.practice.faults.replace(["held-for-officer"])
    held = register_once(household, person)
    assert held.outcome is Outcome.WAITING
    assert "officer" in held.message
    assert (held.employer_code, held.letters, kept(household)) == ("", (), [])
    for _ in range(2):  # both under one name
        decide(household.practice.practice, household.account, "inquire")
    waiting = register_once(household, person)
    assert waiting.outcome is Outcome.WAITING
    assert letters_in([*waiting.letters]) == {"SOCSO letter of inquiry"}
    (inquiry,) = kept(household)
    assert inquiry == f"2026/{household.practice.clock.now():%Y-%m-%d} SOCSO letter of inquiry.pdf"
    household.wait(24 * 60)
    decide(household.practice.practice, household.account, "approve")
    result = register_once(household, person)
    assert (result.outcome, result.employer_code) == (Outcome.NOTHING_TO_DO, household.account.employer_code)
    assert len(result.letters) == 3
    letter = f"2026/{household.practice.clock.now():%Y-%m-%d} SOCSO registration letter"
    before = kept(household)
    assert {inquiry, f"{letter}.pdf"} < set(before)
    household.account.registrations[-1].employer["name"] = "TAN MEI LIN"
    register_once(household, person)
    assert {*before, f"{letter} (2).pdf"} < set(kept(household))
    assert household.arrived("submit-registration") == 1
    assert person.asked == ["approves_registration"]
