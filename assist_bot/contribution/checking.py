"""The portal's draft beside what we expect. Only what passes here can be submitted."""

from collections.abc import Iterator
from dataclasses import InitVar, dataclass
from decimal import Decimal

from assist_bot.contribution.month import ContributionMonth
from assist_bot.contribution.owed import Contribution, Line
from assist_bot.contribution.schedule import NOTHING, Amounts
from assist_bot.errors import ContributionRefused
from assist_bot.language import day, say
from assist_bot.money import ringgit
from assist_bot.profile import plain

LEAST, MOST = Decimal("1.00"), Decimal("30000.00")
_SEAL = object()


@dataclass(frozen=True)
class ReadLine:
    """One row as the portal shows it, in ringgit; `skbbk` is None where there is no such column."""

    name: str
    identification: str
    salary: Decimal
    employer: Decimal
    employee: Decimal
    skbbk: Decimal | None
    total: Decimal

    @property
    def amounts(self) -> Amounts:
        """The row's components."""
        return Amounts(self.employer, self.employee, self.skbbk or NOTHING)


@dataclass(frozen=True)
class Draft:
    """What the portal made of a contribution: its rows and its total, not yet compared with anything."""

    contribution: Contribution
    rows: tuple[ReadLine, ...]
    total: Decimal


@dataclass(frozen=True)
class CheckedDraft:
    """A draft whose figures are ours, or were accepted by name. Only `check_amounts` can make one."""

    draft: Draft
    accepted_differences: tuple[str, ...]
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("a CheckedDraft comes from check_amounts only")

    @property
    def month(self) -> ContributionMonth:
        """The month that is paid for."""
        return self.draft.contribution.month

    @property
    def total(self) -> Decimal:
        """What will be paid, in ringgit."""
        return self.draft.total

    @property
    def skbbk(self) -> Decimal:
        """How much of it is LINDUNG 24 Jam, in ringgit."""
        return sum((row.amounts.skbbk for row in self.rows), NOTHING)

    @property
    def rows(self) -> tuple[ReadLine, ...]:
        """The portal's rows that are billed."""
        return tuple(row for row in self.draft.rows if row.total > 0)


def check_amounts(draft: Draft, accept_total: Decimal | None = None) -> CheckedDraft:
    """Compare every figure with ours; any difference raises ContributionRefused that names them all.

    With `accept_total` a difference from our schedule is let pass, but only while the portal's total is
    exactly that. A wrong salary, a row too many or too few, and sums that do not add up are never let pass.
    """
    wrong = [*_wrong_rows(draft), *_wrong_sums(draft)]
    different = [words for line in draft.contribution.lines for words in _differences(draft, line)]
    if accept_total is not None and accept_total != draft.total:
        wrong.append(
            say(
                "You accepted {accept_total}, but the portal asks for {total}.",
                accept_total=ringgit(accept_total),
                total=ringgit(draft.total),
            )
        )
    if wrong or (different and accept_total is None):
        raise _refusal(draft, [*wrong, *different], only_different=not wrong)
    return CheckedDraft(draft, tuple(different), _SEAL)


def ensure_unchanged(approved: Decimal, seen: Decimal, where: str) -> None:
    """Raise ContributionRefused when a later page shows another total than the one approved."""
    if seen != approved:
        raise ContributionRefused(
            say(
                "{where} shows {seen}, but {approved} was approved.",
                where=where,
                seen=ringgit(seen),
                approved=ringgit(approved),
            ),
            say("Nothing further was sent. Look at the portal, and ask SOCSO on {help_line} if in doubt."),
        )


def _wrong_rows(draft: Draft) -> Iterator[str]:
    known = {plain(line.employee.passport.number) for line in draft.contribution.lines}
    for line in draft.contribution.lines:
        rows = _rows_of(draft, line)
        if len(rows) != 1:
            yield say(
                "{name} stands in {count} rows of the portal's list, not in one.",
                name=line.employee.name,
                count=len(rows) or say("no"),
            )
        for row in rows:
            if row.salary != line.wages:
                yield say(
                    "{name}: the portal's salary is {salary}, not {wages}.",
                    name=row.name,
                    salary=ringgit(row.salary),
                    wages=ringgit(line.wages),
                )
    for row in draft.rows:
        if plain(row.identification) not in known and (row.salary or row.total):
            yield say(
                "{name} has a salary of {salary} at the portal, but is not in the plan.",
                name=row.name,
                salary=ringgit(row.salary),
            )


def _wrong_sums(draft: Draft) -> Iterator[str]:
    for row in draft.rows:
        if row.amounts.total != row.total:
            yield say(
                "{name}: {parts} is not the row's total of {total}.",
                name=row.name,
                parts=_parts(row.amounts),
                total=ringgit(row.total),
            )
    together = sum((row.total for row in draft.rows), NOTHING)
    if together != draft.total:
        yield say(
            "The rows come to {together}, but the portal's total is {total}.",
            together=ringgit(together),
            total=ringgit(draft.total),
        )
    if not LEAST <= draft.total <= MOST:
        yield (
            say(
                "The total of {total} is outside what FPX takes from a person, {least} to {most}.",
                total=ringgit(draft.total),
                least=ringgit(LEAST),
                most=ringgit(MOST),
            )
        )


def _differences(draft: Draft, line: Line) -> Iterator[str]:
    ours = line.expected
    for row in _rows_of(draft, line):
        if row.amounts not in ours.accepted:
            yield (
                say(
                    "{name}: the portal asks for {total} ({parts}); we expect {expected}: {category} "
                    "({rule}), {row}, table of {table_date}.",
                    name=row.name,
                    total=ringgit(row.total),
                    parts=_parts(row.amounts),
                    expected=say(" or ").join(
                        f"{ringgit(one.total)} ({_parts(one)})" for one in ours.accepted
                    ),
                    category=ours.category.words,
                    rule=ours.rule,
                    row=ours.row,
                    table_date=day(ours.table_date),
                )
                + (f" {ours.warning}" if ours.warning else "")
            )


def _rows_of(draft: Draft, line: Line) -> list[ReadLine]:
    number = plain(line.employee.passport.number)
    return [row for row in draft.rows if plain(row.identification) == number]


def _parts(amounts: Amounts) -> str:
    shares = say(
        "employer {employer} + employee {employee}",
        employer=ringgit(amounts.employer),
        employee=ringgit(amounts.employee),
    )
    return (
        say("{shares} + SKBBK {skbbk}", shares=shares, skbbk=ringgit(amounts.skbbk))
        if amounts.skbbk
        else shares
    )


def _refusal(draft: Draft, found: list[str], *, only_different: bool) -> ContributionRefused:
    month = draft.contribution.month
    remedy = say("Nothing was submitted; the draft for {month} stays at the portal. ", month=month.name)
    if only_different:
        remedy += say(
            "Check the category and the wages in the profile. If the portal is right, run again with "
            "--accept-total {total}.",
            total=draft.total,
        )
    else:
        remedy += say("Look at it there, and mend the profile or the draft.")
    return ContributionRefused(" ".join(found), remedy)
