"""How long passports and work permits are still valid."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assist_bot.profile import ForeignEmployee
from assist_bot.standing.facts import Facts


class Paper(StrEnum):
    """The two that expire."""

    PASSPORT = "passport"
    WORK_PERMIT = "work_permit"


ACT_WITHIN = 90
"""Days before its expiry from which something is to be done: from then on Immigration takes a permit's renewal, and
an embassy takes weeks for a passport. (Agencies' guides say so; it was not asked of Immigration.)"""
WARN_WITHIN = {Paper.PASSPORT: 365, Paper.WORK_PERMIT: ACT_WITHIN}
"""Days before its expiry from which it is warned of. A passport's is longer: a permit is renewed, for a year, only with
a passport that is valid for about another year, by the same guides."""


@dataclass(frozen=True)
class PaperStanding:
    """One employee's passport or permit. `days_left` is below 0 when it has expired; on its last day it is 0.

    `born` tells apart two of the same name.
    """

    employee: str
    born: date
    paper: Paper
    expiry: date
    days_left: int

    @property
    def warns(self) -> bool:
        """Whether it is to be thought of."""
        return self.days_left <= WARN_WITHIN[self.paper]

    @property
    def presses(self) -> bool:
        """Whether it is to be renewed now."""
        return self.days_left <= ACT_WITHIN


def papers_of(facts: Facts) -> tuple[PaperStanding, ...]:
    """Give the papers of everybody who is employed, in the profile's order."""
    return tuple(
        PaperStanding(employee.name, employee.date_of_birth, paper, expiry, (expiry - facts.today).days)
        for employee in present(facts)
        for paper, expiry in (
            (Paper.PASSPORT, employee.passport.expiry),
            (Paper.WORK_PERMIT, employee.work_permit.expiry),
        )
    )


def present(facts: Facts) -> Iterator[ForeignEmployee]:
    """Go through those who have not left; who begins later is among them."""
    for employee in facts.profile.employees if facts.profile else ():
        if (employee.employment_end or date.max) >= facts.today:
            yield employee


def gone(facts: Facts) -> Iterator[ForeignEmployee]:
    """Go through those who have left."""
    here = [*present(facts)]
    yield from (each for each in (facts.profile.employees if facts.profile else ()) if each not in here)
