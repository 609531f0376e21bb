"""What the portal shows against what was entered, compared as a person would."""

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal

import phonenumbers

from assist_bot.money import read_ringgit
from assist_bot.portal.words import fold

Wanted = str | date | Decimal

_MONTHS = (
    ("jan", "january", "januari"),
    ("feb", "february", "februari"),
    ("mar", "mac", "march"),
    ("apr", "april"),
    ("may", "mei"),
    ("jun", "june"),
    ("jul", "july", "julai"),
    ("aug", "ogo", "ogos", "august"),
    ("sep", "sept", "september"),
    ("oct", "okt", "october", "oktober"),
    ("nov", "november"),
    ("dec", "dis", "december", "disember"),
)
_DAYS = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun|isn|sel|rab|kha|jum|sab|ahd|aha)[a-z]*[,.\s]+")
_DATES = (
    re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})([/.-])(?P<month>\d{1,2})\2(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]*(?P<name>[a-z]+)[\s,.-]*(?P<year>\d{4})"),
    re.compile(r"(?P<name>[a-z]+)\.?\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"),
)
_MIDNIGHT = re.compile(r"[\st]+00:00(:00)?(\.0+)?z?$")
_LONGEST_PHONE = 11
_PHONE = re.compile(r"\+?[\d\s()-]+")


def same(shown: str, wanted: Wanted) -> bool:
    """Say whether the portal shows what is wanted: a text, a date, or an amount."""
    if isinstance(wanted, date):
        return same_date(shown, wanted)
    return same_amount(shown, wanted) if isinstance(wanted, Decimal) else same_text(shown, wanted)


def same_date(shown: str, day: date) -> bool:
    """Say whether the portal shows this date, in any of the ways in which people write dates in Malaysia.

    Figures are day, month, year, or year, month, day; a year has four of them.
    """
    text = _MIDNIGHT.sub("", _DAYS.sub("", fold(shown)))
    return any((found := way.fullmatch(text)) and _is(day, found) for way in _DATES)


def _is(day: date, found: re.Match[str]) -> bool:
    parts = found.groupdict()
    month = month_called(parts["name"]) if "name" in parts else int(parts["month"])
    return (int(parts["year"]), month, int(parts["day"])) == (day.year, day.month, day.day)


def month_called(name: str) -> int:
    """Give the number of a month by its English or Malay name, whole or shortened; 0 when it is none."""
    return next((number for number, names in enumerate(_MONTHS, 1) if name.strip().casefold() in names), 0)


def same_text(shown: str, wanted: str) -> bool:
    """Compare as a person would: letter case, spacing and kinds of dash do not matter, every other character does."""
    return _plain(shown) == _plain(wanted) or same_number(shown, wanted) or same_phone(shown, wanted)


def same_number(shown: str, wanted: str) -> bool:
    """Say whether two long numbers have the same digits, with spaces or dashes between them or not."""
    plain = all(_PHONE.fullmatch(text.strip()) for text in (shown, wanted))
    return plain and _digits(shown) == _digits(wanted) != ""


def same_phone(shown: str, wanted: str) -> bool:
    """Say whether two texts are the same Malaysian telephone number, with +60, with 0, or with neither."""
    if len(_digits(wanted)) > _LONGEST_PHONE:
        return False
    one, other = _phone(shown), _phone(wanted)
    return one is not None and one == other


def same_amount(shown: str, wanted: Decimal) -> bool:
    """Say whether the portal shows this amount: 1500, 1500.00, 1,500.00 or RM 1,500.00."""
    with suppress(ValueError):
        return read_ringgit(shown) == wanted
    return False


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _phone(text: str) -> str | None:
    if not _PHONE.fullmatch(text.strip()):
        return None
    with suppress(phonenumbers.NumberParseException):
        number = phonenumbers.parse(text, "MY")
        if number.country_code == 60 and phonenumbers.is_valid_number(number):  # noqa: PLR2004  # Malaysia
            return str(number.national_number)
    return None
