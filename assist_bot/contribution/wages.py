"""Who was employed in a month, and the wages of that month: what is typed into Salary (RM)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assist_bot.contribution.month import ContributionMonth
from assist_bot.errors import ContributionRefused
from assist_bot.language import say
from assist_bot.money import read_ringgit
from assist_bot.profile import ForeignEmployee, Profile, plain

_EXAMPLE = '--wages "SITI AMINAH=1500.00+120.00"'


@dataclass(frozen=True)
class Wages:
    """One employee's wages for one month in ringgit, and the parts (salary, overtime) they were given in."""

    parts: tuple[Decimal, ...]

    @property
    def sum(self) -> Decimal:
        """What is typed at the portal."""
        return sum(self.parts, Decimal("0.00"))


def employed_in(profile: Profile, month: ContributionMonth) -> tuple[ForeignEmployee, ...]:
    """List those employed on at least one day of the month, in the profile's order."""
    return tuple(
        employee
        for employee in profile.employees
        if employee.employed_between(month.first_day, month.last_day)
    )


def wages_for(profile: Profile, employee: ForeignEmployee, month: ContributionMonth) -> Decimal:
    """Give the profile's wages for the month: those of [wages] where it names her, else her salary."""
    of_month = profile.wages.get(str(month))
    if isinstance(of_month, Mapping):
        named = [amount for name, amount in of_month.items() if is_named(employee, name)]
        return named[0] if named else employee.salary
    return employee.salary if of_month is None else of_month


def read_wages(said: Sequence[str], employed: Sequence[ForeignEmployee]) -> dict[str, Wages]:
    """Read "NAME or passport number=1500.00+120.00" as given on the command line, by passport number.

    With a single employee the name may be left out. What cannot be read raises ContributionRefused.
    """
    read: dict[str, Wages] = {}
    for text in said:
        name, _, amounts = text.rpartition("=")
        if not name and len(employed) != 1:
            raise ContributionRefused(
                say("Wages were given without a name."),
                say("Say whose they are: {example}.", example=_EXAMPLE),
            )
        employee = _the_one(employed, name) if name else employed[0]
        number = plain(employee.passport.number)
        if number in read:
            raise ContributionRefused(
                say("Wages for {name} were given twice.", name=employee.name),
                say("Add them up: {example}.", example=_EXAMPLE),
            )
        read[number] = _parts(amounts)
    return read


def is_named(employee: ForeignEmployee, name: str) -> bool:
    """Say whether a name or passport number means her; letter case, spaces and dashes do not matter."""
    return plain(name) in (plain(employee.name), plain(employee.passport.number))


def _the_one(employed: Sequence[ForeignEmployee], name: str) -> ForeignEmployee:
    meant = [employee for employee in employed if is_named(employee, name)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise ContributionRefused(
            say("{count} employees are called {name!r}.", count=len(meant), name=name),
            say("Give the passport number instead of the name."),
        )
    raise ContributionRefused(
        say("No employee of that month is called {name!r}.", name=name),
        say("Employed then: {names}.", names=", ".join(employee.name for employee in employed)),
    )


def parts_of(amounts: str) -> Wages:
    """Read "1500.00+120.00"; an amount that cannot be read raises ValueError."""
    return Wages(tuple(read_ringgit(part) for part in amounts.split("+")))


def _parts(amounts: str) -> Wages:
    try:
        return parts_of(amounts)
    except ValueError as error:
        raise ContributionRefused(
            say("The wages cannot be read: {error}.", error=error), say("Write {example}.", example=_EXAMPLE)
        ) from error
