"""After a look the portal's word is recorded, except where it would open the way to doing something twice."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from assist_bot.errors import ContributionRefused, OutcomeUnknown
from assist_bot.ledger import Ledger, State
from tests.unit.ledger.acts import ACR, TOTAL, pay, state, submit
from tests.unit.owing import EMPLOYER, OCTOBER, checked, plan


def nothing(ledger: Ledger) -> None:
    """Leave the ledger empty, as a lost one is."""
    assert ledger.entries() == ()


def planned(ledger: Ledger) -> None:
    """Plan the month."""
    ledger.planned(EMPLOYER, plan())


def drafted(ledger: Ledger) -> None:
    """Draft the month."""
    ledger.drafted(EMPLOYER, checked())


def submitted(ledger: Ledger) -> None:
    """Submit the month."""
    submit(ledger)


def paid(ledger: Ledger) -> None:
    """Pay the month."""
    submit(ledger)
    pay(ledger)


def submission_in_doubt(ledger: Ledger) -> None:
    """Lose the answer to the submission."""
    with pytest.raises(OutcomeUnknown), ledger.submitting(EMPLOYER, checked()):
        raise KeyboardInterrupt


def payment_in_doubt(ledger: Ledger) -> None:
    """Lose the answer to the payment."""
    submit(ledger)
    with pytest.raises(OutcomeUnknown), ledger.paying(EMPLOYER, OCTOBER, ACR, TOTAL):
        raise KeyboardInterrupt


def settled(ledger: Ledger) -> None:
    """Record what the person saw."""
    ledger.settled_by_hand(EMPLOYER, OCTOBER, "R9")


def look(ledger: Ledger, found: State | None, total: Decimal = TOTAL, acr: str = ACR) -> None:
    """Record a look at the portal; an ACR only belongs to what was submitted."""
    if found in (None, State.DRAFTED):
        ledger.reconcile(EMPLOYER, OCTOBER, found, total=total)
    else:
        ledger.reconcile(
            EMPLOYER, OCTOBER, found, total=total, acr=acr, receipt="R123" if found is State.PAID else ""
        )


Before = Callable[[Ledger], None]


@pytest.mark.parametrize(
    ("before", "found", "after"),
    [
        # A lost ledger is made anew.
        (nothing, None, None),
        (nothing, State.DRAFTED, State.DRAFTED),
        (nothing, State.SUBMITTED, State.SUBMITTED),
        (nothing, State.PAID, State.PAID),
        # What a person did by hand is taken over.
        (planned, None, State.PLANNED),
        (planned, State.DRAFTED, State.DRAFTED),
        (planned, State.SUBMITTED, State.SUBMITTED),
        (drafted, None, State.PLANNED),
        (drafted, State.SUBMITTED, State.SUBMITTED),
        (drafted, State.PAID, State.PAID),
        (submitted, State.SUBMITTED, State.SUBMITTED),
        (submitted, State.PAID, State.PAID),
        # A doubt ends by what the portal shows, and by nothing else.
        (submission_in_doubt, None, State.UNKNOWN),
        (submission_in_doubt, State.DRAFTED, State.DRAFTED),
        (submission_in_doubt, State.SUBMITTED, State.SUBMITTED),
        (submission_in_doubt, State.PAID, State.PAID),
        (payment_in_doubt, None, State.UNKNOWN),
        (payment_in_doubt, State.SUBMITTED, State.UNKNOWN),
        (payment_in_doubt, State.PAID, State.PAID),
        # What was finished stays finished when the list no longer shows it.
        (submitted, None, State.SUBMITTED),
        (paid, None, State.PAID),
        (paid, State.PAID, State.PAID),
        (settled, None, State.SETTLED_BY_HAND),
        (settled, State.DRAFTED, State.SETTLED_BY_HAND),
        (settled, State.SUBMITTED, State.SETTLED_BY_HAND),
        (settled, State.PAID, State.PAID),
    ],
)
def test_a_look_leads_to(ledger: Ledger, before: Before, found: State | None, after: State | None) -> None:
    """Each state meets each thing that the portal may show."""
    before(ledger)
    look(ledger, found)
    assert state(ledger) == after


@pytest.mark.parametrize(
    ("before", "found"),
    [
        (submitted, State.DRAFTED),
        (payment_in_doubt, State.DRAFTED),
        (paid, State.DRAFTED),
        (paid, State.SUBMITTED),
    ],
)
def test_a_portal_that_is_behind_the_ledger_stops_everything(
    ledger: Ledger, before: Before, found: State
) -> None:
    """Going on would pay or submit a second time; both are shown and nothing is changed."""
    before(ledger)
    was = ledger.entry(EMPLOYER, OCTOBER)
    with pytest.raises(OutcomeUnknown, match=ACR) as stopped:
        look(ledger, found)
    assert "Do not pay again" in stopped.value.remedy
    assert ledger.entry(EMPLOYER, OCTOBER) == was


@pytest.mark.parametrize("before", [submitted, payment_in_doubt, paid])
@pytest.mark.parametrize("found", [State.SUBMITTED, State.PAID])
def test_a_second_acr_stops_everything(ledger: Ledger, before: Before, found: State) -> None:
    """Both are named."""
    before(ledger)
    with pytest.raises(ContributionRefused, match=f"ACR2, but {ACR}"):
        look(ledger, found, acr="ACR2")


@pytest.mark.parametrize("before", [submission_in_doubt, submitted, payment_in_doubt])
def test_a_total_that_changed_after_it_was_sent_stops_everything(ledger: Ledger, before: Before) -> None:
    """It is not the one that was approved."""
    before(ledger)
    with pytest.raises(ContributionRefused, match=r"RM43\.45, but RM32\.60"):
        look(ledger, State.SUBMITTED, Decimal("43.45"))


def test_what_is_found_is_recorded_with_its_numbers(ledger: Ledger) -> None:
    """A lost ledger knows afterwards what the portal shows."""
    look(ledger, State.PAID)
    entry = ledger.entry(EMPLOYER, OCTOBER)
    assert entry is not None
    assert (entry.total, entry.acr, entry.receipt) == (TOTAL, ACR, "R123")
    assert entry.note == "found paid at the portal"


@pytest.mark.parametrize("found", [State.SUBMITTED, State.PAID])
def test_looking_again_writes_nothing_new(ledger: Ledger, found: State) -> None:
    """The history is what happened, not how often it was looked at."""
    look(ledger, found)
    look(ledger, found)
    assert len(ledger.history(EMPLOYER, OCTOBER)) == 1


def test_after_a_lost_ledger_the_payment_goes_on(ledger: Ledger) -> None:
    """From the ACR that the portal shows."""
    look(ledger, State.SUBMITTED)
    pay(ledger)
    assert state(ledger) is State.PAID


def test_only_what_a_portal_can_show_is_found(ledger: Ledger) -> None:
    """Anything else is a mistake of the program."""
    with pytest.raises(ValueError, match="paying"):
        ledger.reconcile(EMPLOYER, OCTOBER, State.PAYING)
