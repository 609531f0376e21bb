"""What depends on the day: what has expired, what soon will, and what looks unlikely.

Passports and permits count only for those who are employed.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from assist_bot.language import day, mark, say, say_marked
from assist_bot.outcome import Problem
from assist_bot.profile.fields import as_date
from assist_bot.profile.look import employees_in, look
from assist_bot.profile.report import key_of

SOON = timedelta(days=90)
"""How long before it expires a paper's renewal is to be begun."""
_YEAR = timedelta(days=365)
_NAMES = {"passport": mark("the passport"), "work_permit": mark("the work permit")}


def expired(table: Mapping[str, Any], today: date) -> Iterator[Problem]:
    """Go through passports and work permits that are not valid today."""
    for key, paper, expiry in _expiries(table, today):
        if expiry < today:
            yield Problem(
                key,
                say(
                    "{paper} expired on {expiry}: renew it first",
                    paper=say_marked(_NAMES[paper]),
                    expiry=day(expiry),
                ),
                f"expiry = {today + _YEAR}",
            )
    for place, employee in present(table, today):
        start = as_date(look(employee, "work_permit", "start"))
        if start and start > today:
            key = key_of("employee", place, "work_permit", "start")
            yield Problem(
                key,
                say(
                    "the work permit is not valid before {start}: give the one that is valid now",
                    start=day(start),
                ),
            )


def soon_expired(table: Mapping[str, Any], today: date) -> Iterator[Problem]:
    """Go through passports and work permits that are valid today but not for another 90 days."""
    for key, paper, expiry in _expiries(table, today):
        if today <= expiry <= today + SOON:
            yield Problem(
                key,
                say(
                    "{paper} expires on {expiry}, in {days} days",
                    paper=say_marked(_NAMES[paper]),
                    expiry=day(expiry),
                    days=(expiry - today).days,
                ),
            )


def impossible(table: Mapping[str, Any], today: date) -> Iterator[Problem]:
    """Go through dates that lie in the future and cannot."""
    for place, employee in employees_in(table):
        for name in ("date_of_birth", "entered_scheme"):
            told = as_date(look(employee, name))
            if told and told > today:
                yield Problem(
                    key_of("employee", place, name),
                    say("lies in the future: {day}", day=day(told)),
                    f"{name} = 1990-03-12",
                )
        kin = look(employee, "next_of_kin")
        for number, each in enumerate(kin if isinstance(kin, list) else []):
            born = as_date(look(each, "date_of_birth"))
            if born and born > today:
                key = key_of("employee", place, "next_of_kin", number, "date_of_birth")
                yield Problem(
                    key, say("lies in the future: {day}", day=day(born)), "date_of_birth = 1988-07-21"
                )


def _expiries(table: Mapping[str, Any], today: date) -> Iterator[tuple[str, str, date]]:
    for place, employee in present(table, today):
        for paper in _NAMES:
            expiry = as_date(look(employee, paper, "expiry"))
            if expiry:
                yield key_of("employee", place, paper, "expiry"), paper, expiry


def present(table: Mapping[str, Any], today: date) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Go through those who are employed on the day, with their place in the list, from 0."""
    for place, employee in employees_in(table):
        if (as_date(look(employee, "employment_end")) or date.max) >= today:
            yield place, employee
