"""What was typed, as a value of the profile, and a value as the person reads it."""

from collections.abc import Mapping
from contextlib import suppress
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path
from typing import Any

from assist_bot.interview.fields import Field, Kind, Place, field_at
from assist_bot.language import day
from assist_bot.money import read_ringgit
from assist_bot.profile.changing import put
from assist_bot.profile.fields import as_date

Answers = dict[Place, str | None]
"""By place: what was typed, "" for nothing there, None for what stands in the file already."""

_DAYS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%d%b%Y")


def value_of(typed: str, field: Field) -> Any:  # noqa: ANN401  as the profile's file has it
    """Read what was typed; what cannot be read stays as it is, for the profile's own rules to refuse."""
    text = " ".join(typed.split())
    if field.kind is Kind.DAY:
        return _day(text)
    if field.kind is Kind.AMOUNT:
        with suppress(ValueError):
            return f"{read_ringgit(text):.2f}"
    if field.kind is Kind.LINES:
        return [line.strip() for line in text.split(";") if line.strip()]
    if field.kind is Kind.CHOICE:
        return next((each for each in field.choices if each.startswith(text.lower())), text)
    return _path(text) if field.kind is Kind.PAPER else text


def shown(value: object) -> str:
    """Write a value so that it could be typed so."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    told = as_date(value)
    return day(told) if told else str(value)


def value_at(table: Any, place: Place) -> Any:  # noqa: ANN401  the file may be wrong anywhere
    """Give what stands at a place; None where there is nothing."""
    for part in place:
        try:
            table = table[part]
        except (LookupError, TypeError):
            return None
    return table


def changes(answers: Answers) -> dict[Place, Any]:
    """Give what is to be written: a value for each place that is answered anew, None for what is to go."""
    return {
        place: value_of(typed, field_at(place)) if typed else None
        for place, typed in answers.items()
        if typed is not None and not isinstance(place[-1], int)
    }


def merged(table: Mapping[str, Any], answers: Answers) -> dict[str, Any]:
    """Give the profile as it would be with these answers."""
    whole = deepcopy(dict(table))
    for place, value in changes(answers).items():
        put(whole, place, value)
    return whole


def _day(text: str) -> Any:  # noqa: ANN401
    for form in _DAYS:
        with suppress(ValueError):
            return datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no time zone
    return as_date(text) or text


def _path(text: str) -> str:
    """Take away the quotation marks of a file that was pulled into the window; make it whole where it is here."""
    bare = text.strip("'\"").replace("\\ ", " ")
    path = Path(bare).expanduser()
    return str(path.absolute()) if bare and path.exists() else bare
