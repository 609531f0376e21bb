"""Employers who are not as most: what their form asks is filled in, and compared in the preview."""

from assist_bot.outcome import Outcome
from assist_bot.profile import Profile
from tests.flows.conftest import Settle
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import register_once
from tests.flows.stages import documents_of, employees_known

MORE = """"TAN MEI LING"
passport = "A1234567"
nationality = "Philippines"
telephone = "03-7955 1234"
fax = "03-7955 4321\""""


def known_but_for_the_employer(profile: Profile) -> dict[str, object]:
    """Seed one with everything but Employer Information and the submission."""
    return {
        **employees_known(profile),
        "employer": None,
        "documents": documents_of(profile),
        "checklist": ["Copy of Identity Card"],
    }


def test_an_employer_with_a_passport_a_telephone_and_a_fax(settled: Settle, person: ScriptedPerson) -> None:
    """The passport's number and nationality, and both numbers behind +60, stand at the portal as in the profile."""
    household = settled(known_but_for_the_employer, mykad="", name=MORE)
    assert register_once(household, person).outcome is Outcome.DONE
    employer = household.account.registrations[0].employer
    assert {
        name: employer[name]
        for name in ("identificationType", "identificationNo", "nationality", "telephoneNo", "faxNo")
    } == {
        "identificationType": "Passport Id",
        "identificationNo": "A1234567",
        "nationality": "Philippines",
        "telephoneNo": ["379551234"],
        "faxNo": ["379554321"],
    }
