"""Between sending and the answer whatever goes wrong leaves a doubt, which only a look or the person ends."""

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from assist_bot.clock import KUALA_LUMPUR
from assist_bot.contribution import check_amounts
from assist_bot.errors import ContributionRefused, OutcomeUnknown, PortalUnavailable, Waiting
from assist_bot.ledger import Ledger, State, recorded_skbbk
from assist_bot.ledger.looks import looks_that_count
from tests.unit.ledger.acts import ACR, TOTAL, await_receipt, pay, pay_and_decline, state, submit
from tests.unit.owing import EMPLOYER, OCTOBER, checked, draft, row


@pytest.mark.parametrize(
    "error",
    [
        KeyboardInterrupt(),
        SystemExit(3),
        ValueError("boom"),
        PortalUnavailable("The portal is down.", "Run again later."),
        OutcomeUnknown("FPX says pending.", "Wait."),
    ],
)
def test_whatever_is_raised_while_submitting_is_unknown(ledger: Ledger, error: BaseException) -> None:
    """Ctrl-C too; and it stays so until the portal was looked at."""
    with pytest.raises(OutcomeUnknown) as caught, ledger.submitting(EMPLOYER, checked()):
        raise error
    assert state(ledger) is State.UNKNOWN
    assert caught.value is error or caught.value.__cause__ is error
    with pytest.raises(ContributionRefused, match="not known"):
        submit(ledger)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), Waiting("The bank waits.", "Approve it.")])
def test_whatever_is_raised_while_paying_is_unknown(ledger: Ledger, error: BaseException) -> None:
    """Money may have moved."""
    submit(ledger)
    with pytest.raises(OutcomeUnknown), ledger.paying(EMPLOYER, OCTOBER, ACR, TOTAL):
        raise error
    entry = ledger.entry(EMPLOYER, OCTOBER)
    assert entry is not None
    assert entry.payment_in_doubt
    with pytest.raises(ContributionRefused, match=r"payment of .* not known"):
        pay(ledger)


def test_the_words_of_the_portal_are_kept(ledger: Ledger) -> None:
    """What stopped it stands in the message and in the record; a bug's own words do not."""
    with pytest.raises(OutcomeUnknown, match="The portal is down"), ledger.submitting(EMPLOYER, checked()):
        raise PortalUnavailable("The portal is down.", "Run again later.")
    ledger.nothing_moved(EMPLOYER, OCTOBER)
    with pytest.raises(OutcomeUnknown, match="ValueError") as caught, ledger.submitting(EMPLOYER, checked()):
        raise ValueError("page content with 850101-14-5566")
    assert "850101" not in str(caught.value)
    assert "850101" not in "".join(entry.note for entry in ledger.history(EMPLOYER, OCTOBER))


def test_an_end_without_an_answer_is_unknown(ledger: Ledger) -> None:
    """A flow that forgets to record the answer has none."""
    with pytest.raises(OutcomeUnknown, match="no answer"), ledger.submitting(EMPLOYER, checked()):
        pass
    assert state(ledger) is State.UNKNOWN


@pytest.mark.parametrize("nothing", ["", "  "])
def test_an_empty_number_is_no_answer(ledger: Ledger, nothing: str) -> None:
    """Neither an ACR nor a receipt."""
    with pytest.raises(OutcomeUnknown):
        submit(ledger, nothing)
    ledger.reconcile(EMPLOYER, OCTOBER, State.SUBMITTED, total=TOTAL, acr=ACR)
    with pytest.raises(OutcomeUnknown):
        pay(ledger, nothing)
    assert state(ledger) is State.UNKNOWN


def test_what_fails_after_the_answer_does_not_undo_it(ledger: Ledger) -> None:
    """A lost picture is not a lost submission."""
    with pytest.raises(PortalUnavailable):
        submit(ledger, then=PortalUnavailable("The letter could not be fetched.", "Run again."))
    assert state(ledger) is State.SUBMITTED


def test_an_answer_is_recorded_once(ledger: Ledger) -> None:
    """Paid and declined cannot both be true."""
    submit(ledger)
    with pytest.raises(RuntimeError):
        pay_and_decline(ledger)
    assert state(ledger) is State.PAID


def test_the_person_can_end_a_doubt(ledger: Ledger) -> None:
    """A submission goes back to the plan, a payment to its ACR; without a doubt there is nothing to decide."""
    with pytest.raises(ContributionRefused):
        ledger.nothing_moved(EMPLOYER, OCTOBER)
    with pytest.raises(OutcomeUnknown), ledger.submitting(EMPLOYER, checked()):
        raise KeyboardInterrupt
    assert ledger.nothing_moved(EMPLOYER, OCTOBER).state is State.PLANNED
    submit(ledger)
    with pytest.raises(OutcomeUnknown), ledger.paying(EMPLOYER, OCTOBER, ACR, TOTAL):
        raise KeyboardInterrupt
    assert ledger.nothing_moved(EMPLOYER, OCTOBER).state is State.SUBMITTED
    pay(ledger)


def test_looks_without_an_answer_are_counted_over_runs(file: Path) -> None:
    """With their times, so that the second can be asked to wait; a new doubt begins at none."""
    clock = [datetime(2026, 11, 22, 10, tzinfo=KUALA_LUMPUR)]
    with Ledger.open(file, now=lambda: clock[0]) as ledger:
        with pytest.raises(OutcomeUnknown), ledger.submitting(EMPLOYER, checked()):
            raise KeyboardInterrupt
        assert ledger.looks(EMPLOYER, OCTOBER) == ()
        ledger.reconcile(EMPLOYER, OCTOBER, None)
    first, clock[0] = clock[0], clock[0] + timedelta(hours=1)
    with Ledger.open(file, now=lambda: clock[0]) as ledger:
        ledger.reconcile(EMPLOYER, OCTOBER, None)
        assert ledger.looks(EMPLOYER, OCTOBER) == (first, clock[0])
        assert state(ledger) is State.UNKNOWN
        ledger.nothing_moved(EMPLOYER, OCTOBER)
        assert ledger.looks(EMPLOYER, OCTOBER) == ()


def test_a_receipt_that_is_awaited_is_a_doubt_until_the_next_look(ledger: Ledger) -> None:
    """The portal has it as paid: what is raised then passes, and nothing is paid again meanwhile."""
    submit(ledger)
    with pytest.raises(Waiting):
        await_receipt(ledger)
    assert state(ledger) is State.UNKNOWN
    with pytest.raises(ContributionRefused, match=r"payment of .* not known"):
        pay(ledger)
    ledger.reconcile(EMPLOYER, OCTOBER, State.PAID, total=TOTAL, acr=ACR, receipt="R123")
    assert state(ledger) is State.PAID


def test_the_parts_of_an_approved_total_are_on_record(ledger: Ledger) -> None:
    """How much of it is LINDUNG 24 Jam; of another total, or of a plan only, nothing is known."""
    with_skbbk = check_amounts(draft(row(skbbk="10.85")))
    planned = ledger.planned(EMPLOYER, with_skbbk.draft.contribution)
    assert recorded_skbbk(planned, Decimal("43.45")) is None
    drafted = ledger.drafted(EMPLOYER, with_skbbk)
    assert recorded_skbbk(drafted, Decimal("43.45")) == with_skbbk.skbbk == Decimal("10.85")
    assert recorded_skbbk(drafted, Decimal("44.45")) is None


@pytest.mark.parametrize(
    ("minutes", "count"),
    [([], 0), ([0], 1), ([0, 10], 1), ([0, 10, 29], 1), ([0, 10, 30], 2), ([0, 30, 45, 60], 3)],
)
def test_a_look_too_soon_after_the_last_one_that_counts_does_not_count(
    minutes: list[int], count: int
) -> None:
    """However often it is looked in between."""
    began = datetime(2026, 11, 22, 10, tzinfo=KUALA_LUMPUR)
    times = [began + timedelta(minutes=each) for each in minutes]
    assert len(looks_that_count(times, timedelta(minutes=30))) == count


def test_a_draft_counts_from_a_while_after_the_last_sending(file: Path) -> None:
    """Until then the portal may still be at work on it; a lost ledger knows of no sending."""
    clock = [datetime(2026, 11, 22, 10, tzinfo=KUALA_LUMPUR)]
    apart = timedelta(minutes=30)
    with Ledger.open(file, now=lambda: clock[0]) as ledger:
        assert ledger.draft_counts_from(EMPLOYER, OCTOBER, apart) is None
        with pytest.raises(OutcomeUnknown), ledger.submitting(EMPLOYER, checked()):
            raise KeyboardInterrupt
        sent, clock[0] = clock[0], clock[0] + timedelta(minutes=29)
        assert ledger.draft_counts_from(EMPLOYER, OCTOBER, apart) == sent + apart
        clock[0] += timedelta(minutes=1)
        assert ledger.draft_counts_from(EMPLOYER, OCTOBER, apart) is None
