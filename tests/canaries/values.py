"""Values that nobody could mistake for anything else, and how each might be written."""

import base64
import html
import json
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import quote, quote_plus, unquote


class Kind(StrEnum):
    """What a value is, and with that where it may stand."""

    SECRET = "password or answer"
    NUMBER = "identity number"
    PHONE = "telephone number"
    PRIVATE = "address or salary"


class Canary(NamedTuple):
    """A value that is looked for everywhere."""

    name: str
    value: str
    kind: Kind


OLD = Canary("old password", "Melati&Tua-84q", Kind.SECRET)
NEW = Canary("new password", 'Kemboja<Baru"59z', Kind.SECRET)
UNCONFIRMED = Canary("unconfirmed password", "Seroja+Belum/26w", Kind.SECRET)
ANSWER = Canary("security answer", "tapir-belang-913", Kind.SECRET)
SECRETS = (OLD, NEW, UNCONFIRMED, ANSWER)

MYKAD = Canary("MyKad", "790523-10-6347", Kind.NUMBER)
PASSPORT = Canary("passport number", "KX8842917", Kind.NUMBER)
PERMIT = Canary("work permit number", "PE9037264", Kind.NUMBER)
PHONE = Canary("mobile number", "197364825", Kind.PHONE)
STREET = Canary("street", "77 LORONG CENDERAWASIH", Kind.PRIVATE)
QUARTER = Canary("quarter", "TAMAN BUKIT KENANGA", Kind.PRIVATE)
SALARY = Canary("salary", "1734.50", Kind.PRIVATE)
OF_THE_PROFILE = (MYKAD, PASSPORT, PERMIT, PHONE, STREET, QUARTER, SALARY)

ALL = (*SECRETS, *OF_THE_PROFILE)

PROFILE = {
    "mykad": f'"{MYKAD.value}"',
    "mobile": '"+60 19-736 4825"',
    "lines": f'["{STREET.value}", "{QUARTER.value}"]',
    "passport": f'{{ number = "{PASSPORT.value}", expiry = 2030-11-19 }}',
    "work_permit": f'{{ number = "{PERMIT.value}", start = 2026-06-08, expiry = 2027-06-08 }}',
    "salary": f'"{SALARY.value}"',
}
"""The lines of the made-up profile that carry them."""

INFORMATION = {
    "identificationNumber": MYKAD.value.replace("-", ""),
    "registrationNo": MYKAD.value,
    "contactNumber": PHONE.value,
    "postalAddress1": STREET.value,
    "postalAddress2": QUARTER.value,
}
"""What the portal knows and shows on the first visit."""

_SEPARATORS = re.compile(r"[\s\u00ad\u2000-\u2015\u2060\ufeff_./\\-]+")
_BASE64_WORTH_IT = 6


class Text(NamedTuple):
    """A text as it stands, and as it reads without separators and case under each way of escaping."""

    data: bytes
    plain: str
    squeezed: tuple[str, ...]


def as_text(data: bytes) -> Text:
    """Prepare what was found somewhere to be searched."""
    plain = data.decode("utf-8", "replace")
    views = {plain, html.unescape(plain), unquote(plain), _unescaped(plain), _unescaped(_unescaped(plain))}
    return Text(data, plain, tuple(_squeezed(view) for view in views))


def stands_in(canary: Canary, text: Text) -> bool:
    """Say whether the value stands in the text, however it is written: case, separators, escapes, base64, UTF-16."""
    if any(each.encode("utf-16-le") in text.data for each in (canary.value, canary.value.replace("-", ""))):
        return True
    if canary is SALARY:  # other digits may stand around so short a number
        return re.search(r"(?<![0-9])1,?734[.,]50?(?![0-9])", text.plain) is not None
    if any(form in view for form in _forms(canary.value) for view in text.squeezed):
        return True
    return any(core in text.data for core in _base64_cores(canary.value))


def _forms(value: str) -> set[str]:
    written = (value, quote(value, safe=""), quote_plus(value), html.escape(value), json.dumps(value)[1:-1])
    return {_squeezed(each) for each in written}


def _squeezed(text: str) -> str:
    return _SEPARATORS.sub("", text).casefold()


def _unescaped(text: str) -> str:
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return re.sub(r"\\(.)", r"\1", text)


def _base64_cores(value: str) -> Iterator[bytes]:
    """Give what of its base64 does not depend on what stands before and after it."""
    for spelling in {value, value.replace("-", "")}:
        for before in range(3):
            coded = base64.b64encode(b"\0" * before + spelling.encode())
            first, last = (0, 2, 3)[before], len(coded.rstrip(b"=")) - 1
            core = coded[first:last]
            if len(core) > _BASE64_WORTH_IT:
                yield core
                yield core.replace(b"+", b"-").replace(b"/", b"_")
