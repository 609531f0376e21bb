"""What one field of the profile may hold.

Each type says in plain words what is wrong with a value, and never quotes the value, which may be an identity
number. Errors are pydantic's own, of a custom kind; `report` turns them into problems with key and example.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, NoReturn
from urllib.parse import urlsplit

import phonenumbers
from phonenumbers import PhoneNumberType
from pydantic import AfterValidator, BeforeValidator, SecretStr, WithJsonSchema
from pydantic_core import PydanticCustomError
from stdnum.exceptions import InvalidComponent, ValidationError
from stdnum.my import nric

from assist_bot.language import say
from assist_bot.profile.hosts import host_of, is_loopback

_LONGEST = 200
_MOST_RINGGIT = Decimal(1_000_000)
_MOST_DAYS = 36_500


def wrong(message: str, example: str = "") -> NoReturn:
    """Say what is wrong with a field; without an example, the field's own one is shown."""
    raise PydanticCustomError("wrong", "{message}", {"message": message, "example": example})


def _text(value: object) -> str:
    if isinstance(value, bool | int | float | Decimal | date):
        wrong(say("is to be text: write it in quotation marks"))
    if not isinstance(value, str):
        wrong(say("is to be one text in quotation marks"))
    spaced = re.sub(r"[ \t\u00a0]+", " ", value).strip()
    if not spaced:
        wrong(say("is empty"))
    if len(spaced) > _LONGEST:
        wrong(say("is longer than {most} characters", most=_LONGEST))
    if not spaced.isprintable():
        wrong(say("holds a line break or a character that cannot be seen"))
    return spaced


def _mykad(value: str) -> str:
    try:
        digits: str = nric.validate(value)
    except InvalidComponent:
        wrong(say("has a date of birth or a place of birth that does not exist"))
    except ValidationError:
        wrong(say("is not a MyKad number: twelve digits, with or without dashes"))
    return digits


def _passport_number(value: str) -> str:
    plain = re.sub(r"[ -]", "", value).upper()
    if not re.fullmatch(r"[A-Z0-9]{4,20}", plain):
        wrong(say("is not a document number: only letters A to Z and digits"))
    return plain


def _phone(value: str) -> str:
    try:
        number = phonenumbers.parse(value, "MY")
    except phonenumbers.NumberParseException:
        wrong(say("is not a telephone number"))
    if number.country_code != 60:  # noqa: PLR2004  Malaysia's, which the portal puts before every number
        wrong(say("is not a Malaysian number (+60), and the portal takes no other"))
    if not phonenumbers.is_valid_number(number):
        wrong(say("is not a telephone number that can exist in Malaysia"))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _mobile(value: str) -> str:
    if phonenumbers.number_type(phonenumbers.parse(value)) != PhoneNumberType.MOBILE:
        wrong(say("is not a mobile number"))
    return value


def _phone_anywhere(value: str) -> str:
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        wrong("is not a telephone number with + and the country's code")
    if not phonenumbers.is_valid_number(number):
        wrong("is not a telephone number that can exist in its country")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _email(value: str) -> str:
    if not re.fullmatch(r"[^\s@<>,;:\"]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", value):
        wrong(say("is not an e-mail address"))
    return value


def _postcode(value: str) -> str:
    if not re.fullmatch(r"[0-9]{5}", value):
        wrong(say("is not a postcode: five digits"))
    return value


def _month(value: str) -> str:
    if not re.fullmatch(r"20[0-9]{2}-(0[1-9]|1[0-2])", value):
        wrong(say("is not a month: year and month, as in 2026-10"), '"2026-10" = "1620.00"')
    return value


def _money(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        wrong(say("is not an amount in ringgit"))
    text = str(value).strip()
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,2})?", text):
        wrong(say("is not an amount in ringgit: digits, and at most two after a point"))
    if Decimal(text) > _MOST_RINGGIT:
        wrong(say("is too much to be a month's wages"))
    return Decimal(text).quantize(Decimal("0.01"))


def _salary(value: Decimal) -> Decimal:
    if not value:
        wrong(say("is nothing"))
    return value


def _version(value: object) -> object:
    if value != 1 or isinstance(value, bool):
        wrong(say("is to be the number 1"))
    return value


def _days(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _MOST_DAYS:
        wrong(say("is to be a number of days from 1 to {most}", most=_MOST_DAYS))
    return value


def as_date(value: object) -> date | None:
    """Read a date of the profile, bare or in quotation marks; None where it is none."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            return None
    return None


def _date(value: object) -> date:
    day = as_date(value)
    if day is None:
        wrong(say("is not a date that exists: year-month-day"))
    return day


def _portal_url(value: str) -> str:
    parts, host = urlsplit(value), host_of(value)
    if parts.scheme not in ("http", "https") or not host:
        wrong(say("is not a web address"))
    if parts.username or parts.password:
        wrong(say("may hold no user name and no password"))
    if parts.scheme != "https" and not is_loopback(host):
        wrong(say("is to begin with https://, so that the password travels under seal"))
    if parts.path.rstrip("/") == "/login":
        wrong(say("is the log-in page of SOCSO's own staff; employers have theirs"))
    return value


def _bank_host(value: str) -> str:
    name = value.lower()
    labels = name.removeprefix("*.").split(".")
    if is_loopback(name):
        return name
    if len(labels) < 2 or not all(re.fullmatch(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?", part) for part in labels):  # noqa: PLR2004  a name and an ending
        wrong(say("is not the name of a bank's host, without https:// and without a path"))
    if name.startswith("*.") and labels[0] in ("com", "net", "org", "gov", "edu"):
        wrong(say("would allow far more than one bank"))
    return name


def _place(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        wrong(say("is to be the path of a file, in quotation marks"))
    if not value.isprintable():
        wrong(say("holds a character that no path can have"))
    return value.strip()


def _argument(value: object) -> str:
    if not isinstance(value, str) or not value or not value.isprintable():
        wrong(say("is to be one text in quotation marks"))
    return value


def _urls(value: object) -> tuple[SecretStr, ...]:
    several = value if isinstance(value, list | tuple) else [value]
    urls = [each.strip() if isinstance(each, str) else "" for each in several]
    if not all(re.fullmatch(r"[A-Za-z0-9+.-]+://\S+", each) for each in urls):
        wrong("is to be an address such as ntfy://..., in quotation marks, or a list of such")
    return tuple(map(SecretStr, urls))


Argument = Annotated[str, BeforeValidator(_argument)]
"""A program's name or argument, kept as it is."""
Text = Annotated[str, BeforeValidator(_text)]
MyKad = Annotated[Text, AfterValidator(_mykad)]
"""Twelve digits without dashes."""
DocumentNumber = Annotated[Text, AfterValidator(_passport_number)]
"""A passport's or a permit's number, in capitals."""
Phone = Annotated[Text, AfterValidator(_phone)]
"""A Malaysian number as +60123456789."""
Mobile = Annotated[Phone, AfterValidator(_mobile)]
PhoneAnywhere = Annotated[Text, AfterValidator(_phone_anywhere)]
"""A number in any country as +628123456789."""
Email = Annotated[Text, AfterValidator(_email)]
Postcode = Annotated[Text, AfterValidator(_postcode)]
PortalUrl = Annotated[Text, AfterValidator(_portal_url)]
BankHost = Annotated[Text, AfterValidator(_bank_host)]
MonthText = Annotated[Text, AfterValidator(_month)]
Day = Annotated[date, BeforeValidator(_date)]
_AMOUNT = {
    "anyOf": [{"type": "string", "pattern": r"^[0-9]+(\.[0-9]{1,2})?$"}, {"type": "number", "minimum": 0}]
}
Money = Annotated[Decimal, BeforeValidator(_money), WithJsonSchema(_AMOUNT)]
"""Ringgit, with two decimals."""
Salary = Annotated[Money, AfterValidator(_salary)]
Version = Annotated[Literal[1], BeforeValidator(_version)]
_NUMBER_OF_DAYS = {"type": "integer", "minimum": 1, "maximum": _MOST_DAYS}
Days = Annotated[int, BeforeValidator(_days), WithJsonSchema(_NUMBER_OF_DAYS)]
PaperPath = Annotated[Path, BeforeValidator(_place), WithJsonSchema({"type": "string"})]
_ONE_URL = {"type": "string", "pattern": "^[A-Za-z0-9+.-]+://"}
_ONE_URL_OR_MORE = {"anyOf": [_ONE_URL, {"type": "array", "items": _ONE_URL}]}
NotifyUrls = Annotated[tuple[SecretStr, ...], BeforeValidator(_urls), WithJsonSchema(_ONE_URL_OR_MORE)]
