"""An employee whom the month's submission left out is paid for in one of her own, when the person asks for it."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from assist_bot.contribution import contribution_for
from assist_bot.errors import ContributionRefused
from assist_bot.ledger import Entry, Ledger
from assist_bot.ledger.covering import additional_to
from flows.pay_contribution import Until
from tests.flows.paying import DEWI, SECOND_EMPLOYEE, SITI, Moved, Payer, row, submitted
from tests.sampling import sample

Settle = Callable[..., Payer]
BOTH = Moved(submissions=2, attempts=2, debits=2)


@pytest.fixture
def adding(payer: Settle) -> Payer:
    """Have a household whose month is paid for SITI, and that then names DEWI in its profile as well."""
    household = payer(profile={"tail": SECOND_EMPLOYEE})
    whole = contribution_for(household.home.profile, household.month)
    household.pays_for = replace(whole, lines=whole.lines[:1])
    household.pay()
    household.pays_for = additional_to(parts(household), whole)
    household.person.asked.clear()
    return household


def parts(household: Payer) -> tuple[Entry, ...]:
    """Give the records of the month."""
    with Ledger.open(household.home.ledger_path, read_only=True) as ledger:
        return ledger.parts(household.account.portal_id, household.month)


def test_she_is_paid_for_and_nobody_is_paid_for_twice(adding: Payer) -> None:
    """Her submission is a part of its own in the record; the row of who is paid for already stays empty."""
    paid = adding.pay(additional=True)
    assert adding.moved == BOTH
    second = adding.account.submissions[1]
    assert [(line.passport, line.salary) for line in second.lines] == [(DEWI, Decimal("1700.00"))]
    assert [(part.part, part.state, part.acr) for part in parts(adding)] == [
        (1, "paid", adding.account.submissions[0].acr),
        (2, "paid", second.acr),
    ]
    assert (paid.acr, paid.receipt) == (second.acr, adding.account.payments[1].receipt)
    assert "approves_contribution" in adding.person.asked


@pytest.mark.parametrize("until", sample([Until.DRAFT, Until.ACR], Until.DRAFT))
def test_running_it_again_goes_on_with_it(adding: Payer, until: Until) -> None:
    """From the draft, which stands beside the paid ACR, and from the ACR; never a third one."""
    adding.pay(until, additional=True)
    adding.pay(until, additional=True)
    adding.pay(additional=True)
    assert adding.moved == BOTH
    assert [part.state for part in parts(adding)] == ["paid", "paid"]
    whole = contribution_for(adding.home.profile, adding.month)
    assert additional_to(parts(adding), whole).lines == ()


@pytest.mark.thorough
def test_two_entries_that_are_on_record_are_no_contradiction(adding: Payer) -> None:
    """The month is looked at again, with both its ACRs."""
    paid = adding.pay(additional=True)
    adding.pays_for = None
    again = adding.pay()
    assert (again.was_paid_before, again.acr) == (True, paid.acr)
    assert adding.moved == BOTH


@pytest.mark.parametrize(
    "fault",
    sample(
        ["drop-after@confirm-submission", "drop-before@confirm-submission"], "drop-after@confirm-submission"
    ),
)
def test_a_lost_answer_is_looked_for_and_not_sent_again(adding: Payer, fault: str) -> None:
    """Whether it arrived or not, in the end she is paid for once."""
    adding.home.practice.faults.replace([fault])
    assert adding.tried(additional=True) == "OutcomeUnknown"
    adding.home.wait()
    adding.pay(additional=True)
    assert adding.moved == BOTH
    assert [part.state for part in parts(adding)] == ["paid", "paid"]


@pytest.mark.thorough
def test_an_acr_beside_it_that_is_not_on_record_is_left_alone(adding: Payer) -> None:
    """Nobody here can say for whom it is."""
    adding.finds(
        submissions=[
            *adding.home.practice.memory.as_json()["accounts"][adding.account.portal_id]["submissions"],
            submitted(row("1700.00", "28.85", "8.25", "12.35", "49.45", passport=DEWI, name="DEWI LESTARI")),
        ]
    )
    ending = adding.stopped(additional=True)
    assert isinstance(ending, ContributionRefused)
    assert "ACR112660152700" in ending.fact
    assert adding.moved == Moved(submissions=2, attempts=1, debits=1)


@pytest.mark.thorough
def test_a_salary_in_the_row_of_who_is_paid_for_stops_it(adding: Payer) -> None:
    """It is neither cleared nor paid for again."""
    line = row("1500.00", "25.35", "7.25", "10.85", "43.45")
    saved = "2026-11-20T10:00:00+08:00"
    adding.finds(drafts=[{"month": "2026-10", "lines": [line], "saved_at": saved, "total": "43.45"}])
    ending = adding.stopped(additional=True)
    assert isinstance(ending, ContributionRefused)
    assert "SITI AMINAH" in ending.fact
    assert (adding.moved.submissions, adding.account.drafts[0].lines[0].passport) == (1, SITI)
