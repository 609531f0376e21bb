"""The ledger: written before what cannot be taken back, and never begun twice."""

from decimal import Decimal
from pathlib import Path

import pytest

from assist_bot.contribution import check_amounts
from assist_bot.errors import ContributionRefused, OutcomeUnknown, Waiting
from assist_bot.ledger import Ledger, State
from tests.unit.ledger.acts import ACR, TOTAL, decline, pay, state, submit
from tests.unit.owing import EMPLOYER, OCTOBER, checked, draft, plan, row


def test_a_month_goes_from_plan_to_receipt(ledger: Ledger) -> None:
    """Every step is an event of its own, and the entry is the last of them."""
    ledger.planned(EMPLOYER, plan())
    ledger.drafted(EMPLOYER, checked())
    submit(ledger)
    pay(ledger)
    states = [entry.state for entry in ledger.history(EMPLOYER, OCTOBER)]
    assert states == ["planned", "drafted", "submitting", "submitted", "paying", "paid"]
    entry = ledger.entry(EMPLOYER, OCTOBER)
    assert entry is not None
    assert (entry.total, entry.acr, entry.receipt) == (TOTAL, ACR, "R123")
    assert entry == ledger.history(EMPLOYER, OCTOBER)[-1]
    assert entry.began <= entry.changed


def test_the_sending_is_on_disk_before_it_begins(file: Path, ledger: Ledger) -> None:
    """Another process would see it at once."""
    with ledger.submitting(EMPLOYER, checked()) as submitting:
        with Ledger.open(file, read_only=True) as other:
            assert state(other) is State.SUBMITTING
        submitting.submitted(ACR)
    with ledger.paying(EMPLOYER, OCTOBER, ACR, TOTAL) as paying:
        with Ledger.open(file, read_only=True) as other:
            assert state(other) is State.PAYING
        paying.paid("R123")


def test_what_the_portal_did_not_take_can_be_submitted_again(ledger: Ledger) -> None:
    """By its own word nothing was submitted."""
    with ledger.submitting(EMPLOYER, checked()) as submitting:
        submitting.not_taken('The portal says "This field cannot be blank."')
    assert state(ledger) is State.DRAFTED
    submit(ledger)


def test_a_declined_payment_can_be_made_again(ledger: Ledger) -> None:
    """The ACR is still to be paid."""
    submit(ledger)
    with pytest.raises(Waiting):
        decline(ledger)
    assert state(ledger) is State.SUBMITTED
    pay(ledger)
    assert state(ledger) is State.PAID


def test_nothing_is_begun_twice(ledger: Ledger) -> None:
    """Submitted and paid months refuse to be planned, drafted or submitted again."""
    submit(ledger)
    for again in (
        lambda: ledger.planned(EMPLOYER, plan()),
        lambda: ledger.drafted(EMPLOYER, checked()),
        lambda: submit(ledger),
    ):
        with pytest.raises(ContributionRefused, match=ACR):
            again()
    pay(ledger)
    for again in (lambda: submit(ledger), lambda: pay(ledger)):
        with pytest.raises(ContributionRefused, match="R123"):
            again()


@pytest.mark.parametrize(("acr", "total"), [("ACR1", TOTAL), (ACR, Decimal("43.45"))])
def test_only_what_was_submitted_is_paid(ledger: Ledger, acr: str, total: Decimal) -> None:
    """Exactly this ACR over exactly this total."""
    submit(ledger)
    with (
        pytest.raises(ContributionRefused, match="about to be paid"),
        ledger.paying(EMPLOYER, OCTOBER, acr, total),
    ):
        pytest.fail("it was begun")
    assert state(ledger) is State.SUBMITTED


def test_nothing_is_paid_that_was_not_submitted(ledger: Ledger) -> None:
    """An ACR that the ledger does not know has to be found at the portal first."""
    with pytest.raises(ContributionRefused, match=ACR):
        pay(ledger)
    ledger.planned(EMPLOYER, plan())
    with pytest.raises(ContributionRefused, match=ACR):
        pay(ledger)


def test_employers_and_months_are_kept_apart(ledger: Ledger) -> None:
    """Nothing of one is known of another."""
    submit(ledger)
    assert ledger.entry("other@example.com", OCTOBER) is None
    assert ledger.entry(EMPLOYER, OCTOBER.next()) is None
    assert [entry.month for entry in ledger.entries()] == [OCTOBER]


def test_an_accepted_difference_is_kept_in_the_record(ledger: Ledger) -> None:
    """It says later why this figure was paid."""
    other = check_amounts(draft(row(employer="18.10", employee="0.00")), Decimal("18.10"))
    ledger.drafted(EMPLOYER, other)
    with ledger.submitting(EMPLOYER, other) as submitting:
        submitting.submitted(ACR)
    entry = ledger.entry(EMPLOYER, OCTOBER)
    assert entry is not None
    assert "we expect RM32.60" in entry.note


def test_a_passport_number_is_kept_by_its_end_only(file: Path, ledger: Ledger) -> None:
    """The file knows who was paid for, and no whole identity number."""
    ledger.planned(EMPLOYER, plan())
    submit(ledger)
    assert b"C1234567" not in file.read_bytes()
    assert all('"4567"' in entry.lines for entry in ledger.history(EMPLOYER, OCTOBER))


def test_planning_again_keeps_a_draft(ledger: Ledger) -> None:
    """A run that is repeated does not forget what is at the portal."""
    ledger.planned(EMPLOYER, plan())
    ledger.drafted(EMPLOYER, checked())
    ledger.planned(EMPLOYER, plan())
    assert state(ledger) is State.DRAFTED
    submit(ledger)


def test_an_additional_submission_is_one_of_its_own(ledger: Ledger) -> None:
    """It must be asked for, begins only after the first is paid, and leaves the first as it is."""
    submit(ledger)
    with pytest.raises(ContributionRefused):
        ledger.planned(EMPLOYER, plan(), additional=True)
    pay(ledger)
    ledger.planned(EMPLOYER, plan(), additional=True)
    with ledger.submitting(EMPLOYER, checked()) as submitting:
        submitting.submitted("ACR2")
    assert [(entry.part, entry.acr, entry.state) for entry in ledger.entries()] == [
        (1, ACR, State.PAID),
        (2, "ACR2", State.SUBMITTED),
    ]
    ledger.reconcile(EMPLOYER, OCTOBER, State.PAID, total=TOTAL, acr=ACR, receipt="R123")
    assert state(ledger) is State.SUBMITTED


def test_a_receipt_that_the_person_saw_is_not_paid(ledger: Ledger) -> None:
    """It is settled by hand, and paid only once the portal shows it."""
    submit(ledger)
    entry = ledger.settled_by_hand(EMPLOYER, OCTOBER, "R9")
    assert (entry.state, entry.receipt) == (State.SETTLED_BY_HAND, "R9")
    with pytest.raises(ContributionRefused, match="R9"):
        pay(ledger)
    ledger.reconcile(EMPLOYER, OCTOBER, State.SUBMITTED, total=TOTAL, acr=ACR)
    assert state(ledger) is State.SETTLED_BY_HAND
    ledger.reconcile(EMPLOYER, OCTOBER, State.PAID, total=TOTAL, acr=ACR, receipt="R9")
    assert state(ledger) is State.PAID
    with pytest.raises(ContributionRefused):
        ledger.settled_by_hand(EMPLOYER, OCTOBER, "R10")


def test_a_read_only_ledger_writes_nothing(file: Path, ledger: Ledger) -> None:
    """A dry run is told what would be recorded; what would send something is a bug."""
    submit(ledger)
    before = file.read_bytes()
    with Ledger.open(file, read_only=True) as reader:
        seen = reader.reconcile(EMPLOYER, OCTOBER, State.PAID, total=TOTAL, acr=ACR, receipt="R1")
        assert seen is not None
        assert seen.state is State.PAID
        assert reader.planned("other@example.com", plan()).state is State.PLANNED
        assert reader.entry("other@example.com", OCTOBER) is None
        for write in (
            lambda: pay(reader),
            lambda: reader.drafted("other@example.com", checked()),
            lambda: reader.settled_by_hand(EMPLOYER, OCTOBER, "R1"),
            lambda: reader.registration_begun(EMPLOYER),
        ):
            with pytest.raises(RuntimeError, match="dry run"):
                write()
        assert state(reader) is State.SUBMITTED
    assert file.read_bytes() == before


def test_a_read_only_ledger_is_not_made(file: Path) -> None:
    """A dry run on a fresh machine leaves none behind."""
    with Ledger.open(file, read_only=True) as reader:
        assert reader.entry(EMPLOYER, OCTOBER) is None
        assert reader.reconcile(EMPLOYER, OCTOBER, None) is None
        assert reader.reconcile_registration(EMPLOYER, None) is None
    assert not file.exists()


def test_every_event_names_its_run(file: Path) -> None:
    """The run's folder has the pictures that go with it."""
    with Ledger.open(file, run_folder=Path("runs/one")) as ledger:
        submit(ledger)
        assert {entry.run_folder for entry in ledger.history(EMPLOYER, OCTOBER)} == {"runs/one"}


def test_only_what_was_sent_or_accepted_from_here_counts_as_approved(ledger: Ledger) -> None:
    """What a look at the portal found was agreed to by nobody."""
    ledger.reconcile(EMPLOYER, OCTOBER, State.SUBMITTED, total=Decimal("58.00"), acr=ACR)
    assert ledger.approved_total(EMPLOYER, OCTOBER, ACR) is None
    ledger.accepted(EMPLOYER, OCTOBER, ACR, "RM32.60")
    assert ledger.approved_total(EMPLOYER, OCTOBER, ACR) == Decimal("58.00")


def test_what_was_submitted_from_here_counts_as_approved(ledger: Ledger) -> None:
    """Also where its ACR became known by a look only."""
    with pytest.raises(OutcomeUnknown), ledger.submitting(EMPLOYER, checked()):
        pass
    ledger.reconcile(EMPLOYER, OCTOBER, State.SUBMITTED, total=TOTAL, acr=ACR)
    assert ledger.approved_total(EMPLOYER, OCTOBER, ACR) == TOTAL


def test_a_payment_of_which_only_the_person_says_that_nothing_was_taken_is_not_one_declined(
    ledger: Ledger,
) -> None:
    """The portal may never have had it."""
    submit(ledger)
    with pytest.raises(OutcomeUnknown), ledger.paying(EMPLOYER, OCTOBER, ACR, TOTAL):
        pass
    ledger.nothing_moved(EMPLOYER, OCTOBER)
    assert ledger.payments_declined(EMPLOYER, OCTOBER, ACR) == 0
    with pytest.raises(Waiting):
        decline(ledger)
    assert ledger.payments_declined(EMPLOYER, OCTOBER, ACR) == 1
