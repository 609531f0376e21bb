"""Paying several months on one log-in, whatever stops it in between."""

from collections.abc import Callable
from typing import Any

import pytest

from assist_bot.cli.several_months import in_turn
from assist_bot.contribution import ContributionMonth, contribution_for
from assist_bot.ledger import Ledger
from assist_bot.outcome import Outcome, Result
from flows.pay_contribution import Until, Wish
from flows.session import begin_session
from tests.flows.paying import DEWI, SECOND_EMPLOYEE, SITI, Moved, Payer, drafted, row, submitted

Settle = Callable[..., Payer]
Listener = Callable[[dict[str, Any]], None]

THREE = ("2026-08", "2026-09", "2026-10")
ALL_PAID = Moved(submissions=3, attempts=3, debits=3)


class Killed(BaseException):
    """The process is gone at this moment: no handler of failures is to see it."""


def pay_in_turn(
    payer: Payer, *months: str, until: Until = Until.RECEIPT, listener: Listener = lambda _event: None
) -> list[Result]:
    """Log in once and pay these months, as the command does."""
    wishes = [
        Wish(contribution_for(payer.home.profile, ContributionMonth.parse(month)), until, "Maybank2U")
        for month in months
    ]
    with payer.home.running("pay") as run:
        run.journal.listen(listener)
        session = begin_session(run.portal, run.credentials)
        return [result for _, result in in_turn(session, run.ledger, wishes, payer.person)]


def outcomes(results: list[Result]) -> list[tuple[str, str]]:
    """Give each month with its outcome."""
    return [(result.month, str(result.outcome)) for result in results]


def submitted_months(payer: Payer) -> list[str]:
    """List the months of all submissions, in their order."""
    return [submission.month for submission in payer.account.submissions]


def on_record(payer: Payer) -> dict[str, str]:
    """Give the ledger's word for each month."""
    with Ledger.open(payer.home.ledger_path, read_only=True) as ledger:
        return {str(entry.month): str(entry.state) for entry in ledger.entries()}


def wrong_from_the_second_on(payer: Payer) -> None:
    """Let the portal work out wrong amounts once the first month is approved."""

    def arm(question: str) -> None:
        if question == "approves_contribution":
            payer.home.practice.faults.replace(["wrong-amount"])

    payer.person.before_agreeing = arm


@pytest.mark.thorough
def test_three_months_are_paid_in_turn_on_one_log_in(payer: Settle) -> None:
    """The oldest first, each approved by itself, each payment over one ACR only; chapters name their month."""
    household = payer()
    chapters: list[str] = []

    def listener(event: dict[str, Any]) -> None:
        if event["event"] == "chapter":
            chapters.append(event["title"])

    results = pay_in_turn(household, *THREE, listener=listener)
    assert outcomes(results) == [(month, "done") for month in THREE]
    assert (household.moved, submitted_months(household)) == (ALL_PAID, [*THREE])
    assert [payment.acrs for payment in household.account.payments] == [[result.acr] for result in results]
    assert household.person.asked.count("approves_contribution") == 3
    assert len(household.account.log_ins) == 1
    assert household.account.cart == []
    assert on_record(household) == dict.fromkeys(THREE, "paid")
    assert "September 2026 (2 of 3): Choose the month" in chapters


@pytest.mark.thorough
def test_a_month_that_is_not_clean_stops_the_later_ones_and_running_again_does_the_rest_once(
    payer: Settle,
) -> None:
    """The second is drafted with a wrong amount: nothing of it is submitted, and the third is not touched."""
    household = payer()
    wrong_from_the_second_on(household)
    results = pay_in_turn(household, *THREE)
    assert outcomes(results) == [("2026-08", "done"), ("2026-09", "refused")]
    assert household.moved == Moved(drafts=1, submissions=1, attempts=1, debits=1)
    assert [draft.month for draft in household.account.drafts] == ["2026-09"]
    assert "2026-10" not in on_record(household)

    household.person.before_agreeing = lambda _question: None
    household.home.practice.faults.replace([])
    again = pay_in_turn(household, *THREE)
    assert [result.outcome for result in again] == [Outcome.NOTHING_TO_DO, Outcome.DONE, Outcome.DONE]
    assert (household.moved, submitted_months(household)) == (ALL_PAID, [*THREE])


PAID_WITHOUT_ITS_PDF = {"event": "fact", "name": "receipt"}
SECOND_BEGINS = {
    "event": "chapter",
    "title": "September 2026 (2 of 2): Look at what the portal has for this month",
}


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param(PAID_WITHOUT_ITS_PDF, id="paid"),
        pytest.param(SECOND_BEGINS, id="second begins", marks=pytest.mark.thorough),
    ],
)
def test_killed_between_two_months_the_next_run_does_the_rest_exactly_once(
    payer: Settle, moment: dict[str, str]
) -> None:
    """As the first is paid, and as the second begins: no month is submitted or paid twice."""
    household = payer()

    def listener(event: dict[str, Any]) -> None:
        if moment.items() <= event.items():
            raise Killed

    with pytest.raises(Killed):
        pay_in_turn(household, *THREE[:2], listener=listener)
    assert household.moved == Moved(submissions=1, attempts=1, debits=1)
    results = pay_in_turn(household, *THREE[:2])
    assert [result.outcome for result in results] == [Outcome.NOTHING_TO_DO, Outcome.DONE]
    assert submitted_months(household) == [*THREE[:2]]
    assert household.moved == Moved(submissions=2, attempts=2, debits=2)
    assert on_record(household) == dict.fromkeys(THREE[:2], "paid")


def test_a_draft_made_by_hand_that_is_not_to_be_replaced_stops_at_its_month(payer: Settle) -> None:
    """The month before is submitted; the draft is as it was, and the month after it is not begun."""
    by_hand = drafted(row("1400.00", "23.65", "6.75", "10.15", "40.55")) | {"month": "2026-09"}
    household = payer(drafts=[by_hand])
    household.person.refuses = ("prefers_own_draft",)
    results = pay_in_turn(household, *THREE, until=Until.ACR)
    assert outcomes(results) == [("2026-08", "submitted"), ("2026-09", "refused")]
    assert submitted_months(household) == ["2026-08"]
    (draft,) = household.account.drafts
    assert (draft.month, str(draft.lines[0].salary)) == ("2026-09", "1400.00")


def test_two_employees_of_one_name_are_told_apart_by_their_passports(payer: Settle) -> None:
    """Each has her own salary, in every month."""
    namesake = SECOND_EMPLOYEE.replace("DEWI LESTARI", "SITI AMINAH")
    household = payer(profile={"tail": namesake})
    results = pay_in_turn(household, *THREE[:2], until=Until.ACR)
    assert [result.outcome for result in results] == [Outcome.SUBMITTED] * 2
    for submission in household.account.submissions:
        salaries = {line.passport: str(line.salary) for line in submission.lines}
        assert salaries == {SITI: "1500.00", DEWI: "1700.00"}


@pytest.mark.thorough
def test_who_left_is_paid_for_up_to_her_last_month_also_where_she_is_still_listed(payer: Settle) -> None:
    """The portal does not know that she left: her row stays empty and is not billed."""
    left = SECOND_EMPLOYEE.replace("salary =", "employment_end = 2026-09-02\nsalary =")
    household = payer(profile={"tail": left})
    siti = household.account.employees[0]
    household.account.employees[1:] = [type(siti)(**{**vars(siti), "name": "DEWI LESTARI", "passport": DEWI})]
    results = pay_in_turn(household, "2026-09", "2026-10", until=Until.ACR)
    assert [result.outcome for result in results] == [Outcome.SUBMITTED] * 2
    billed = [[line.passport for line in each.lines] for each in household.account.submissions]
    assert billed == [[SITI, DEWI], [SITI]]


def test_lists_of_several_pages_are_read_to_their_end(payer: Settle) -> None:
    """Her row is on the second page of the employees, and the month on the second page of the pending list."""
    keys = [f"{2025 + (place + 10) // 12}-{(place + 10) % 12 + 1:02}" for place in range(11)]
    paid = [
        submitted(acr=f"ACR1126601527{place:02}", month=key, status="Paid") for place, key in enumerate(keys)
    ]
    household = payer(submissions=paid)
    siti = household.account.employees[0]
    household.account.employees[:0] = [
        type(siti)(**{**vars(siti), "name": f"SOMEBODY {place}", "passport": f"D{place:07}"})
        for place in range(10)
    ]
    results = pay_in_turn(household, keys[0], "2026-10", until=Until.ACR)
    assert (keys[0], keys[-1]) == ("2025-11", "2026-09")
    assert [result.outcome for result in results] == [Outcome.NOTHING_TO_DO, Outcome.SUBMITTED]
    assert results[0].acr == paid[0]["acr"]
    assert [line.passport for line in household.account.submissions[-1].lines] == [SITI]
