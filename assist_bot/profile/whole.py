"""Whether the profile's parts fit one another: names, employees and wages."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from assist_bot.language import say
from assist_bot.outcome import Problem
from assist_bot.profile.fields import as_date
from assist_bot.profile.look import employees_in, look, plain, text_at
from assist_bot.profile.report import key_of, shown

_BY_NAME = '"2026-10" = { "SITI AMINAH" = "1620.00" }'


def misfits(table: Mapping[str, Any]) -> Iterator[Problem]:
    """Go through what is wrong between parts that may each be right."""
    yield from _employees_apart(table)
    wages = look(table, "wages")
    for month, amounts in wages.items() if isinstance(wages, Mapping) else ():
        if isinstance(amounts, Mapping):
            yield from _names_known(table, month, list(amounts))
        elif isinstance(amounts, str | int | Decimal) and (count := len(employed_in(table, month))) > 1:
            message = say(
                "is one amount, but {count} employees worked in that month: say whose wages they are",
                count=count,
            )
            yield Problem(key_of("wages", month), message, _BY_NAME)


def _employees_apart(table: Mapping[str, Any]) -> Iterator[Problem]:
    employer = plain(text_at(table, "employer", "name"))
    seen: dict[str, int] = {}
    for place, employee in employees_in(table):
        if employer and plain(text_at(employee, "name")) == employer:
            message = say("is the employee's name too: the legal employer is the person who employs her")
            yield Problem("employer.name", message, 'name = "TAN MEI LING"')
        number = plain(text_at(employee, "passport", "number"))
        if number and number in seen:
            message = say("is also the number of {employee}", employee=key_of("employee", seen[number]))
            yield Problem(key_of("employee", place, "passport", "number"), message, 'number = "C1234567"')
        seen.setdefault(number, place)


def _names_known(table: Mapping[str, Any], month: str, names: list[str]) -> Iterator[Problem]:
    meant: list[int] = []
    for name in names:
        key, found = key_of("wages", month, name), _called(table, name)
        if not found:
            known = ", ".join(shown(text_at(employee, "name")) for _, employee in employees_in(table))
            yield Problem(
                key,
                say("is not the name or passport number of an employee; known: {known}", known=known),
                _BY_NAME,
            )
        elif len(found) > 1:
            yield Problem(
                key, say("is the name of several employees: give the passport number instead"), _BY_NAME
            )
        elif found[0] in meant:
            yield Problem(key, say("names an employee who is named already for that month"), _BY_NAME)
        meant += found[:1]


def _called(table: Mapping[str, Any], name: str) -> list[int]:
    return [
        place
        for place, employee in employees_in(table)
        if plain(name)
        and plain(name) in (plain(text_at(employee, "name")), plain(text_at(employee, "passport", "number")))
    ]


def employed_in(table: Mapping[str, Any], month: str) -> list[int]:
    """List those who worked in a month; a month or a date that cannot be read is reported elsewhere."""
    first = as_date(f"{month}-01") or date.max
    return [
        place
        for place, employee in employees_in(table)
        if (as_date(look(employee, "employment_start")) or date.max).replace(day=1) <= first
        and (as_date(look(employee, "employment_end")) or date.max) >= first
    ]
