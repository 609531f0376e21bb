"""One application is sent once, and its record says how far it came."""

import pytest

from assist_bot.errors import ContributionRefused, OutcomeUnknown, PortalUnavailable
from assist_bot.ledger import Ledger, RegistrationState
from tests.unit.owing import EMPLOYER

CODE, REFERENCE = "E1102070081W", "CRN11201800122695"


def state(ledger: Ledger) -> RegistrationState | None:
    """Give the state of the registration."""
    entry = ledger.registration(EMPLOYER)
    return None if entry is None else entry.state


def register(ledger: Ledger) -> None:
    """Register."""
    with ledger.registering(EMPLOYER) as registering:
        registering.registered(CODE, REFERENCE)


def test_a_registration_keeps_code_reference_and_letters(ledger: Ledger) -> None:
    """From the first page to the letters."""
    ledger.registration_begun(EMPLOYER)
    register(ledger)
    ledger.letters_kept(EMPLOYER, ["Letter of acknowledgement.pdf"])
    entry = ledger.registration(EMPLOYER)
    assert entry is not None
    assert (entry.state, entry.employer_code, entry.reference) == ("registered", CODE, REFERENCE)
    assert entry.letters == ("Letter of acknowledgement.pdf",)
    assert entry.began <= entry.changed


def test_beginning_again_changes_nothing(ledger: Ledger) -> None:
    """A run that is repeated does not forget what was reached."""
    register(ledger)
    ledger.registration_begun(EMPLOYER)
    assert state(ledger) is RegistrationState.REGISTERED


def test_a_registration_is_not_sent_twice(ledger: Ledger) -> None:
    """The refusal names the employer code."""
    register(ledger)
    with pytest.raises(ContributionRefused, match=CODE):
        register(ledger)


def test_a_held_registration_is_not_sent_twice(ledger: Ledger) -> None:
    """It is with an officer."""
    with ledger.registering(EMPLOYER) as registering:
        registering.held("", REFERENCE)
    assert state(ledger) is RegistrationState.HELD
    with pytest.raises(ContributionRefused, match="officer"):
        register(ledger)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), PortalUnavailable("It is down.", "Wait.")])
def test_a_lost_answer_is_unknown_and_nothing_is_sent_again(ledger: Ledger, error: BaseException) -> None:
    """Ctrl-C too."""
    with pytest.raises(OutcomeUnknown), ledger.registering(EMPLOYER):
        raise error
    assert state(ledger) is RegistrationState.UNKNOWN
    with pytest.raises(ContributionRefused, match="not known"):
        register(ledger)


def test_what_the_portal_did_not_take_can_be_sent_again(ledger: Ledger) -> None:
    """By its own word nothing was sent."""
    with ledger.registering(EMPLOYER) as registering:
        registering.not_taken('Please upload "Next of Kins Form" before preview page')
    assert state(ledger) is RegistrationState.BEGUN
    register(ledger)


def test_the_portals_word_ends_a_doubt(ledger: Ledger) -> None:
    """Finding nothing does not."""
    with pytest.raises(OutcomeUnknown), ledger.registering(EMPLOYER):
        raise KeyboardInterrupt
    ledger.reconcile_registration(EMPLOYER, None)
    assert state(ledger) is RegistrationState.UNKNOWN
    ledger.reconcile_registration(EMPLOYER, RegistrationState.REGISTERED, employer_code=CODE)
    assert state(ledger) is RegistrationState.REGISTERED


def test_a_lost_ledger_learns_from_the_portal(ledger: Ledger) -> None:
    """And keeps what it learnt when the portal shows less later."""
    ledger.reconcile_registration(EMPLOYER, RegistrationState.HELD, reference=REFERENCE)
    ledger.reconcile_registration(EMPLOYER, RegistrationState.REGISTERED, employer_code=CODE)
    entry = ledger.registration(EMPLOYER)
    assert entry is not None
    assert (entry.employer_code, entry.reference) == (CODE, REFERENCE)
