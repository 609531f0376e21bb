"""The state of each month, by the record and the date."""

from datetime import date
from decimal import Decimal

import pytest

from assist_bot.ledger import Entry, State
from assist_bot.standing import Facts, MonthStanding, MonthState, standing_of
from tests.unit.owing import employee, profile, second_employee
from tests.unit.standing.households import (
    ACR,
    DEWI,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    SITI,
    entry,
    facts,
    judged,
    states,
)

NEW = profile(employee(employment_start=date(2026, 9, 1)))
TWO = profile(employee(employment_start=date(2026, 9, 1)), second_employee(employment_start=date(2026, 9, 1)))


def october(*entries: Entry, today: date = date(2026, 11, 10), household: object = None) -> MonthStanding:
    """Give how October stands."""
    found = judged(*entries, today=today, household=household or NEW)  # type: ignore[arg-type]
    return next(each for each in found.months if each.month == OCTOBER)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 10, 15), "not_due"),
        (date(2026, 10, 16), "due"),
        (date(2026, 11, 15), "due"),
        (date(2026, 11, 16), "late"),
    ],
)
def test_a_month_of_which_nothing_is_on_record_goes_by_the_date(today: date, state: str) -> None:
    """It opens on its 16th, is due by the 15th of the next, and late from the day after."""
    assert october(today=today).state == state
    assert october(entry(OCTOBER, State.PLANNED), today=today).state == state


@pytest.mark.parametrize(
    ("recorded", "state"),
    [
        (State.DRAFTED, "draft"),
        (State.SUBMITTING, "in_doubt"),
        (State.SUBMITTED, "unpaid"),
        (State.PAYING, "in_doubt"),
        (State.UNKNOWN, "in_doubt"),
        (State.PAID, "paid"),
        (State.SETTLED_BY_HAND, "settled_by_hand"),
    ],
)
@pytest.mark.parametrize("today", [date(2026, 11, 10), date(2027, 3, 1)])
def test_what_is_on_record_goes_before_the_date(recorded: State, state: str, today: date) -> None:
    """In time and when it is late."""
    assert october(entry(OCTOBER, recorded), today=today).state == state


def test_a_late_month_has_an_estimate_of_the_interest_and_what_is_expected() -> None:
    """Also one with a draft or an ACR; one that is paid or in doubt has none."""
    late = october(today=date(2026, 12, 20))
    assert (late.totals, late.late_at_least) == ((Decimal("32.60"), Decimal("43.45")), Decimal("5.00"))
    for state in (State.DRAFTED, State.SUBMITTED):
        assert october(entry(OCTOBER, state), today=date(2026, 12, 20)).late_at_least == Decimal("5.00")
    for state in (State.PAID, State.UNKNOWN, State.SETTLED_BY_HAND):
        assert october(entry(OCTOBER, state), today=date(2026, 12, 20)).late_at_least == 0
    assert october(entry(OCTOBER, State.SUBMITTED)).late_at_least == 0


def test_a_month_without_wages_is_not_owed() -> None:
    """Unless something was sent for it all the same."""
    unpaid_leave = profile(employee(employment_start=date(2026, 9, 1)), wages={"2026-10": "0.00"})
    assert october(household=unpaid_leave).state == "not_owed"
    assert october(entry(OCTOBER, State.SUBMITTED), household=unpaid_leave).state == "unpaid"


def test_an_employee_whom_the_submission_left_out_keeps_the_month_open() -> None:
    """She stands in a part of her own; once she is paid for too, the month is paid."""
    left = october(entry(OCTOBER, State.PAID), household=TWO, today=date(2026, 12, 20))
    assert [(part.state, part.employees) for part in left.parts] == [
        ("paid", ("SITI AMINAH",)),
        ("late", ("DEWI LESTARI",)),
    ]
    assert (left.state, left.only_additional) == ("late", True)
    both = (entry(OCTOBER, State.PAID), entry(OCTOBER, State.PAID, DEWI, part=2))
    assert october(*both, household=TWO).state == "paid"
    assert october(entry(OCTOBER, State.PAID, SITI, DEWI), household=TWO).state == "paid"
    drafted = (entry(OCTOBER, State.PAID), entry(OCTOBER, State.DRAFTED, DEWI, part=2))
    assert [part.state for part in october(*drafted, household=TWO).parts] == ["paid", "draft"]
    doubted = (entry(OCTOBER, State.PAID), entry(OCTOBER, State.UNKNOWN, DEWI, part=2))
    assert october(*doubted, household=TWO).state == "in_doubt"


def test_the_months_are_those_of_employment_and_the_next_one() -> None:
    """From her first to the one that opens next; what is on record beyond them is there too."""
    assert states(judged(household=NEW)) == {"2026-09": "due", "2026-10": "due", "2026-11": "not_due"} | {
        "2026-09": "late"
    }
    gone = profile(employee(employment_start=date(2026, 9, 1), employment_end=date(2026, 10, 3)))
    assert list(states(judged(household=gone))) == ["2026-09", "2026-10"]
    earlier = judged(entry(SEPTEMBER.previous(), State.PAID), household=gone)
    assert states(earlier)["2026-08"] == "paid"
    coming = profile(employee(employment_start=date(2027, 2, 1)))
    assert states(judged(household=coming)) == {"2027-02": "not_due"}


def test_without_a_profile_the_record_is_told_and_without_a_record_nothing_is_made_up() -> None:
    """A plan alone says nothing then; a month that nobody can have paid is not due."""
    known = facts(entry(SEPTEMBER, State.PAID), entry(OCTOBER, State.PLANNED))
    assert states(standing_of(Facts(known.today, None, known.recorded))) == {
        "2026-09": "paid",
        "2026-10": "not_known",
    }
    assert states(standing_of(Facts(known.today, NEW, recorded=None))) == {
        "2026-09": "not_known",
        "2026-10": "not_known",
        str(NOVEMBER): "not_due",
    }


def test_what_is_shown_of_a_submission_is_what_is_on_record() -> None:
    """Its ACR, receipt, total and day."""
    (part,) = october(entry(OCTOBER, State.PAID)).parts
    assert (part.acr, part.receipt, part.totals) == (ACR, "R123", (Decimal("32.60"),))
    assert (part.state, part.since) == (MonthState.PAID, date(2026, 11, 2))
