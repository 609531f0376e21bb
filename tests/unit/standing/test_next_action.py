"""What comes next: one thing, the most urgent one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import MachineError, ProfileError
from assist_bot.ledger import Entry, RegistrationState, State
from assist_bot.standing import Act, Facts, MonthState, NextAction, standing_of
from tests.unit.owing import employee, profile, second_employee
from tests.unit.standing.households import (
    DEWI,
    NOVEMBER,
    OCTOBER,
    PERMIT,
    REGISTERED,
    SEPTEMBER,
    SITI,
    TODAY,
    entry,
    facts,
    paid_before,
)

EXPIRING = {**PERMIT, "expiry": date(2026, 11, 12)}
EXPIRED = {**PERMIT, "expiry": date(2026, 3, 1)}


def act(known: Facts) -> NextAction:
    """Give the next action."""
    return standing_of(known).next_action


def test_a_month_that_is_due_is_to_be_paid() -> None:
    """With the day and the command; once it is paid nothing is to be done until the next one opens."""
    due = act(facts(*paid_before(OCTOBER)))
    assert (due.act, due.command, due.by) == (
        Act.PAY,
        "assist-bot pay --month 2026-10",
        date(2026, 11, 15),
    )
    assert due.sentence == "Pay October 2026 by 15 November 2026, with `assist-bot pay --month 2026-10`."
    done = act(facts(*paid_before(NOVEMBER)))
    assert (done.act, done.command, done.by) == (Act.NOTHING, "", date(2026, 11, 16))
    assert "until 16 November 2026" in done.sentence


def test_late_months_go_first_and_several_are_one_command() -> None:
    """The oldest is named; one alone has its own command."""
    one = act(facts(*paid_before(SEPTEMBER)))
    assert (one.command, one.months) == ("assist-bot pay --month 2026-09", (SEPTEMBER,))
    several = act(facts(*paid_before(SEPTEMBER.previous())))
    assert (several.command, len(several.months)) == ("assist-bot pay --arrears", 2)
    assert "August 2026" in several.sentence


def test_somebody_who_was_left_out_is_paid_for_additionally() -> None:
    """A command without --additional would find nothing to do."""
    two = profile(
        employee(employment_start=date(2026, 10, 1)), second_employee(employment_start=date(2026, 10, 1))
    )
    left = act(facts(entry(OCTOBER, State.PAID, SITI), household=two))
    assert left.command == "assist-bot pay --month 2026-10 --additional"
    unpaid = act(facts(entry(OCTOBER, State.SUBMITTED, SITI), household=two))
    assert unpaid.command == "assist-bot pay --month 2026-10"
    begun = facts(
        entry(OCTOBER, State.PAID, SITI), entry(OCTOBER, State.SUBMITTED, DEWI, part=2), household=two
    )
    assert act(begun).months == (OCTOBER,)


def test_a_doubt_goes_before_every_payment() -> None:
    """Its sentence says that the portal is looked at first, and never to pay by hand."""
    doubt = act(facts(*paid_before(SEPTEMBER), entry(OCTOBER, State.UNKNOWN)))
    assert (doubt.act, doubt.months) == (Act.LOOK, (OCTOBER,))
    assert "do not pay it by hand" in doubt.sentence


def test_what_cannot_be_read_is_mended_first() -> None:
    """The record before the profile, in the error's own words."""
    broken = ProfileError("The profile is wrong.", "Mend it."), MachineError("The ledger is damaged.", "Do.")
    mend = act(replace(facts(), hindrances=broken))
    assert (mend.act, mend.sentence) == (Act.MEND, "The ledger is damaged. Do.")


def test_a_log_in_that_could_lock_the_account_goes_before_what_needs_one() -> None:
    """And whoever is not let in any more is sent to SOCSO."""
    held = act(replace(facts(), log_ins_held_back=True))
    assert (held.act, held.command) == (Act.LOG_IN, "assist-bot credentials set")
    assert "1-300-22-8000" in held.sentence


@pytest.mark.parametrize(
    ("state", "kind", "command"),
    [
        (None, Act.REGISTER, "assist-bot register"),
        (RegistrationState.BEGUN, Act.REGISTER, "assist-bot register"),
        (RegistrationState.SUBMITTING, Act.LOOK, "assist-bot register"),
        (RegistrationState.UNKNOWN, Act.LOOK, "assist-bot register"),
        (RegistrationState.HELD, Act.WAIT, "assist-bot register"),
    ],
)
def test_registering_goes_before_paying(state: RegistrationState | None, kind: Act, command: str) -> None:
    """Unless contributions are on record: then the household is registered."""
    known = replace(facts(), registration=replace(REGISTERED, state=state) if state else None)
    assert (act(known).act, act(known).command) == (kind, command)
    paying = facts(*paid_before(OCTOBER), registration=known.registration)
    assert act(paying).act is Act.PAY


def test_a_portal_id_that_was_asked_for_is_waited_for() -> None:
    """Until the first visit."""
    asked = replace(facts(), registration=None, awaited_since=date(2026, 11, 9))
    assert (act(asked).act, act(asked).command) == (Act.WAIT, "")
    assert act(replace(asked, first_visit_done=True)).act is Act.REGISTER


def test_a_paper_that_expires_stands_in_line_by_its_day() -> None:
    """Before a month that is due later, after one that is due earlier or late; it has no command."""
    soon, gone = (profile(employee(work_permit=paper)) for paper in (EXPIRING, EXPIRED))
    first = act(facts(*paid_before(OCTOBER), household=soon))
    assert (first.act, first.command) == (Act.RENEW, "")
    assert "work permit expires on 12 November 2026" in first.sentence
    assert "Immigration Department" in first.sentence
    assert act(facts(*paid_before(SEPTEMBER), household=gone)).act is Act.PAY
    assert "expired on 1 March 2026" in act(facts(*paid_before(OCTOBER), household=gone)).sentence
    year = {"number": "C1234567", "expiry": TODAY + timedelta(days=200)}
    far = profile(employee(passport=year, work_permit=PERMIT))
    assert act(facts(*paid_before(NOVEMBER), household=far)).act is Act.NOTHING


def test_nobody_employed_is_nothing_to_do() -> None:
    """Once the months of whoever has left are paid."""
    left = profile(employee(employment_start=date(2026, 9, 1), employment_end=date(2026, 9, 30)))
    assert act(facts(entry(SEPTEMBER, State.PAID), household=left)).sentence == "There is nothing to do."
    assert act(Facts(TODAY)).act is Act.NOTHING


MONTHS = [OCTOBER.previous().previous(), SEPTEMBER, OCTOBER, NOVEMBER]
WHOM = st.sampled_from([(SITI,), (DEWI,), (SITI, DEWI)])


@st.composite
def records(draw: st.DrawFn) -> list[Entry]:
    """Give submissions of some months in any states, with additional ones."""
    return [
        entry(month, draw(st.sampled_from(State)), *draw(WHOM), part=part)
        for month in MONTHS
        for part in range(1, draw(st.integers(0, 2)) + 1)
    ]


@given(
    records(),
    st.dates(date(2026, 7, 1), date(2027, 2, 28)),
    st.booleans(),
    st.sampled_from([None, REGISTERED]),
)
def test_whatever_is_on_record_nothing_paid_or_in_doubt_is_to_be_paid(
    entries: list[Entry], today: date, both: bool, registration: object
) -> None:
    """Every month has one state and stands there once; to pay is never said of one that is settled or in doubt."""
    start = date(2026, 8, 15)
    people = [employee(employment_start=start), *([second_employee(employment_start=start)] if both else [])]
    known = facts(*entries, household=profile(*people), today=today, registration=registration)  # type: ignore[arg-type]
    found = standing_of(known)
    names = [each.month for each in found.months]
    assert names == sorted(set(names))
    assert {each.month for each in entries} <= set(names)
    assert all(each.parts and each.state in MonthState for each in found.months)
    to_do = found.next_action
    doubtful = {each.month for each in entries if each.in_doubt}
    if to_do.act is Act.PAY:
        assert to_do.months
        assert not doubtful
        for month in to_do.months:
            assert not _is_settled(month, entries, both)
            assert month.payable_from <= today
    if doubtful:
        assert to_do.act is Act.LOOK
        assert set(to_do.months) <= doubtful


def _is_settled(month: ContributionMonth, entries: list[Entry], both: bool) -> bool:
    """Say, without the program's own judgement, whether everybody is paid for and nothing is begun."""
    parts = [each for each in entries if each.month == month]
    names = {"SITI AMINAH", *(["DEWI LESTARI"] if both else [])}
    done = {name for each in parts if each.settled for name in names if name in each.lines}
    return bool(parts) and done == names and all(each.settled for each in parts)
