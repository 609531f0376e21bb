"""The state of each month since employment began, by the record and the date. The portal may know of more."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from assist_bot.contribution import (
    Contribution,
    ContributionMonth,
    contribution_for,
    employed_months,
    late_interest_at_least,
)
from assist_bot.errors import ContributionRefused
from assist_bot.ledger import Entry, State
from assist_bot.ledger.covering import left_out
from assist_bot.profile import Profile
from assist_bot.standing.facts import Facts

_AHEAD = timedelta(days=800)
_NOT_SENT = (State.PLANNED, State.DRAFTED)


class MonthState(StrEnum):
    """How a month stands; the first that holds for a part of it is the state of the whole month."""

    NOT_KNOWN = "not_known"  # the record or the profile cannot be read
    IN_DOUBT = "in_doubt"
    UNPAID = "unpaid"  # an ACR was made
    DRAFT = "draft"
    LATE = "late"
    DUE = "due"
    NOT_DUE = "not_due"
    SETTLED_BY_HAND = "settled_by_hand"
    PAID = "paid"
    NOT_OWED = "not_owed"

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be done."""
        return self in (MonthState.SETTLED_BY_HAND, MonthState.PAID, MonthState.NOT_OWED)

    @property
    def is_open(self) -> bool:
        """Whether it is to be paid, and nothing in it is in doubt."""
        return self in (MonthState.UNPAID, MonthState.DRAFT, MonthState.LATE, MonthState.DUE)


@dataclass(frozen=True)
class PartStanding:
    """One submission of a month, or those of its employees who stand in none.

    `totals` are in ringgit: what is on record, or the least and the most that is expected. `late_at_least` is the
    estimated late interest (FCLB). `additional`: beside an earlier submission.
    """

    state: MonthState
    employees: tuple[str, ...] = ()
    totals: tuple[Decimal, ...] = ()
    late_at_least: Decimal = Decimal(0)
    acr: str = ""
    receipt: str = ""
    since: date | None = None
    additional: bool = False


@dataclass(frozen=True)
class MonthStanding:
    """A month and its parts, of which there is at least one."""

    month: ContributionMonth
    parts: tuple[PartStanding, ...]

    @property
    def state(self) -> MonthState:
        """The one state of the month."""
        states = [part.state for part in self.parts]
        return next(state for state in MonthState if state in states)

    @property
    def late_at_least(self) -> Decimal:
        """The estimated late interest (FCLB) in ringgit, at least."""
        return sum((part.late_at_least for part in self.parts), Decimal(0))

    @property
    def totals(self) -> tuple[Decimal, ...]:
        """The least and the most of all its parts together in ringgit; one figure where they are the same."""
        known = [part.totals for part in self.parts if part.totals]
        bounds = sum((each[0] for each in known), Decimal(0)), sum((each[-1] for each in known), Decimal(0))
        return tuple(dict.fromkeys(bounds)) if known else ()

    @property
    def only_additional(self) -> bool:
        """Whether what is open in it comes after a submission that is settled."""
        return all(part.additional for part in self.parts if part.state.is_open)


def months_of(facts: Facts, ahead: int = 1) -> tuple[MonthStanding, ...]:
    """Give the months of employment that can be paid by date, some `ahead`, and those on record; oldest first."""
    months = set(facts.recorded or ())
    if facts.profile is not None:
        payable = employed_months(facts.profile, facts.today)
        coming = employed_months(facts.profile, facts.today + _AHEAD)[len(payable) :]
        months |= {*payable, *coming[:ahead]}
    return tuple(MonthStanding(month, _parts(facts, month)) for month in sorted(months))


def _parts(facts: Facts, month: ContributionMonth) -> tuple[PartStanding, ...]:
    if facts.recorded is None:
        not_open = facts.today < month.payable_from
        return (PartStanding(MonthState.NOT_DUE if not_open else MonthState.NOT_KNOWN),)
    entries = facts.recorded.get(month, ())
    sent = [_submitted(entry, facts.today) for entry in entries if entry.state not in _NOT_SENT]
    begun = entries[-1] if entries and entries[-1].state in _NOT_SENT else None
    waiting = _waiting(facts, month, entries, begun)
    return (*sent, *waiting) or (_nothing_waits(facts.profile),)


def _submitted(entry: Entry, today: date) -> PartStanding:
    state = {State.PAID: MonthState.PAID, State.SETTLED_BY_HAND: MonthState.SETTLED_BY_HAND}.get(
        entry.state, MonthState.UNPAID if entry.state is State.SUBMITTED else MonthState.IN_DOUBT
    )
    unpaid = state is MonthState.UNPAID and entry.total is not None
    return PartStanding(
        state,
        tuple(line["employee"] for line in json.loads(entry.lines)),
        () if entry.total is None else (entry.total,),
        late_interest_at_least(entry.total or Decimal(0), entry.month, today) if unpaid else Decimal(0),
        entry.acr,
        entry.receipt,
        entry.changed.date(),
        additional=entry.part > 1,
    )


def _waiting(
    facts: Facts, month: ContributionMonth, entries: Sequence[Entry], begun: Entry | None
) -> tuple[PartStanding, ...]:
    """Give the part of those who stand in no submission, drafted or not."""
    drafted = begun is not None and begun.state is State.DRAFTED
    owed = _owed(facts.profile, month, entries)
    additional = any(entry.state not in _NOT_SENT for entry in entries)
    if begun is not None and drafted:
        whole = _submitted(begun, facts.today)
        late = late_interest_at_least(begun.total or Decimal(0), month, facts.today)
        return (replace(whole, state=MonthState.DRAFT, late_at_least=late, additional=additional),)
    if owed is None or not owed.lines:
        return ()
    return (
        PartStanding(
            _by_date(month, facts.today),
            tuple(line.employee.name for line in owed.lines),
            owed.totals,
            late_interest_at_least(owed.totals[0], month, facts.today),
            additional=additional,
        ),
    )


def _owed(profile: Profile | None, month: ContributionMonth, entries: Sequence[Entry]) -> Contribution | None:
    """Give what is owed for those whom no submission pays for; None where nothing is, or it is not known."""
    if profile is None:
        return None
    try:
        whole = contribution_for(profile, month)
    except ContributionRefused:
        return None
    sent = any(entry.state not in _NOT_SENT for entry in entries)
    return replace(whole, lines=left_out(entries, whole)) if sent else whole


def _by_date(month: ContributionMonth, today: date) -> MonthState:
    if today < month.payable_from:
        return MonthState.NOT_DUE
    return MonthState.DUE if today <= month.due else MonthState.LATE


def _nothing_waits(profile: Profile | None) -> PartStanding:
    return PartStanding(MonthState.NOT_KNOWN if profile is None else MonthState.NOT_OWED)
