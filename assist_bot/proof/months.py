"""How each month of one employee stands: paid with its receipt, not owed, or what is missing."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from assist_bot.contribution import ContributionMonth, employed_in, wages_for
from assist_bot.contribution.category import COVERED_FROM
from assist_bot.language import english_day
from assist_bot.ledger import Entry, RegistrationEntry, State
from assist_bot.profile import ForeignEmployee, Profile, Whom, plain
from assist_bot.proof.papers import NO_PAPER, Paper, Shelf


class Standing(StrEnum):
    """How a month stands in a proof; only PAID and NOT_OWED leave nothing open."""

    PAID = "paid"
    NOT_OWED = "not owed"
    BY_HAND = "settled by hand"
    IN_DOUBT = "in doubt"
    NOT_PAID = "not paid"
    INCOMPLETE = "paid, not proved"


@dataclass(frozen=True)
class Month:
    """One line of the proof; `words` say what is to be known of it, amounts are in ringgit.

    `amount` is what was paid for her, `total` what the receipt's ACR is over, for others too.
    """

    month: ContributionMonth
    standing: Standing
    words: str = ""
    amount: Decimal | None = None
    total: Decimal | None = None
    acr: str = ""
    receipt: str = ""
    paper: Paper = NO_PAPER

    @property
    def is_open(self) -> bool:
        """Whether something is missing of it."""
        return self.standing not in (Standing.PAID, Standing.NOT_OWED)


@dataclass(frozen=True)
class Proof:
    """What is to be proved of one employee, on the day on which it is put together."""

    profile: Profile
    employee: ForeignEmployee
    employer_code: str
    months: tuple[Month, ...]
    letter: Paper
    first: ContributionMonth
    last: ContributionMonth
    made_on: date

    @property
    def missing(self) -> list[str]:
        """What is missing, in sentences; nothing where the proof is complete."""
        letter = [] if self.letter.pdf else [self.letter.why]
        return letter + [
            f"{month_in_english(each.month)}: {each.words}" for each in self.months if each.is_open
        ]

    @property
    def paid(self) -> Decimal:
        """What the months that are paid come to for her, in ringgit."""
        paid = (each.amount for each in self.months if each.standing is Standing.PAID)
        return sum(filter(None, paid), Decimal("0.00"))


def proof_for(  # noqa: PLR0913  # what is known, by name
    profile: Profile,
    employee: ForeignEmployee,
    entries: Sequence[Entry],
    registration: RegistrationEntry | None,
    shelf: Shelf,
    *,
    first: ContributionMonth,
    last: ContributionMonth,
    today: date,
) -> Proof:
    """Put together what the record and the papers prove of one employee, from the first month to the last."""
    household = _Household(profile, employee, tuple(entries), shelf, today)
    months, month = list[Month](), first
    while month <= last:
        months += household.lines_of(month)
        month = month.next()
    code = registration.employer_code if registration else ""
    letter = shelf.registration_letter(code)
    return Proof(profile, employee, code, tuple(months), letter, first, last, today)


@dataclass(frozen=True)
class _Household:
    profile: Profile
    employee: ForeignEmployee
    entries: tuple[Entry, ...]
    shelf: Shelf
    today: date

    def lines_of(self, month: ContributionMonth) -> Iterator[Month]:
        """Give one line for each submission that is about her, or else one that says why there is none."""
        of_month = [each for each in self.entries if each.month == month]
        about_her = [(each, line) for each in of_month for line in _lines(each) if self._is_hers(line)]
        nameless = [each for each in of_month if not _lines(each)]
        known = [(entry, _amount_of(line, entry)) for entry, line in about_her]
        if not known and employed_in(self.profile, month) == (self.employee,):
            known = [(entry, entry.total) for entry in nameless]
        if known:
            yield from (self._line(entry, amount) for entry, amount in known)
        elif nameless and not self._why_not_owed(month):
            yield from (self._nameless(each) for each in nameless)
        else:
            yield self._without_record(month)

    def _nameless(self, entry: Entry) -> Month:
        """Tell of a submission of a household with several employees that is on record for nobody."""
        words = "The record does not say for whom this was paid."
        return _of(entry, Standing.INCOMPLETE, words, None) if entry.settled else self._line(entry, None)

    def _line(self, entry: Entry, amount: Decimal | None) -> Month:
        name = f"its receipt is {entry.receipt}" if entry.receipt else "no receipt is known"
        match entry.state:
            case State.PAID:
                paper = self.shelf.receipt_of(entry)
                standing = Standing.PAID if paper.pdf else Standing.INCOMPLETE
                return _of(entry, standing, paper.why, amount, paper)
            case State.SETTLED_BY_HAND:
                paper = self.shelf.receipt_of(entry)
                words = (
                    f"Settled by hand, by the employer's word; {name}. The portal has not shown it as paid."
                )
                return _of(entry, Standing.BY_HAND, words, amount, paper)
            case _ if entry.in_doubt:
                words = "In doubt: something was sent, and its answer is not known."
                return _of(entry, Standing.IN_DOUBT, words, amount)
            case State.SUBMITTED:
                return _of(entry, Standing.NOT_PAID, f"Not paid: {entry.acr} waits for its payment.", amount)
            case _:
                return self._without_record(entry.month)

    def _without_record(self, month: ContributionMonth) -> Month:
        if why := self._why_not_owed(month):
            return Month(month, Standing.NOT_OWED, f"Not owed: {why}.")
        if self.today < month.payable_from:
            words = f"Not paid: it can be paid from {english_day(month.payable_from)}."
        elif self.today <= month.due:
            words = f"Not paid yet: it is due by {english_day(month.due)}."
        else:
            words = f"Missing: no payment is on record; it was due by {english_day(month.due)}."
        return Month(month, Standing.NOT_PAID, words)

    def _why_not_owed(self, month: ContributionMonth) -> str:
        start, end = self.employee.employment_start, self.employee.employment_end
        if month < COVERED_FROM:
            return f"domestic workers are covered from {month_in_english(COVERED_FROM)}"
        if month.last_day < start:
            return f"employed from {english_day(start)}"
        if end is not None and month.first_day > end:
            return f"the employment ended on {english_day(end)}"
        return "no wages in this month" if not wages_for(self.profile, self.employee, month) else ""

    def _is_hers(self, line: dict[str, Any]) -> bool:
        name, end = str(line.get("employee", "")), str(line.get("passport_ends_in", ""))
        others = [_whom(each) for each in self.profile.employees if each is not self.employee]
        return any(_whom(self.employee).fits(name, end)) and not any(
            all(each.fits(name, end)) for each in others
        )


def _of(
    entry: Entry, standing: Standing, words: str, amount: Decimal | None, paper: Paper | None = None
) -> Month:
    return Month(
        entry.month, standing, words, amount, entry.total, entry.acr, entry.receipt, paper or NO_PAPER
    )


def _amount_of(line: dict[str, Any], entry: Entry) -> Decimal | None:
    if "total" in line:
        return Decimal(line["total"])
    return entry.total if len(_lines(entry)) == 1 else None


def _lines(entry: Entry) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = json.loads(entry.lines)
    return lines


def _whom(employee: ForeignEmployee) -> Whom:
    return Whom(employee.name, plain(employee.passport.number)[-4:])


def month_in_english(month: ContributionMonth) -> str:
    """Name a month as the cover does, whatever is spoken here."""
    return english_day(month.first_day).partition(" ")[2]
