r"""What is private by the field in which it stands, though nobody here knows its value.

A password that a person typed, an answer, somebody else's identity number: the label tells. The patterns use only what
the regular expressions of Python and JavaScript share (there with the flags `gi`), so that the journal and the
pictures go by the same ones.
"""

import re
from typing import Literal

LOG_IN = (
    r"pass ?word|pass ?code|pass ?phrase|kata ?laluan|enter again|masukkan semula|"
    r"(?<![a-z])(?:pin|tac|otp)(?![a-z])|(?:verification|security) code|kod (?:pengesahan|keselamatan)"
)
ANSWER = r"answer|jawapan"
WHOLE = f"{LOG_IN}|{ANSWER}"
"""Labels of what is hidden as a whole."""

NUMBER = (
    r"identification|identity|pengenalan|passport|pasport|permit|my ?kad|nric|"
    r"(?<![a-z])(?:ic|i\.c|k/p)(?![a-z])"
)
"""Labels of identity numbers: their last characters stay, to be recognised."""

NUMBER_OR_PHONE = (
    rf"{NUMBER}|phone|mobile|telefon|bimbit|contact (?:no|number)|(?<![a-z])(?:fax|faks|tel)(?![a-z])"
)
"""Labels of fields that hold such a number, or somebody's telephone number; not of numbers within a text: a portal
tells the one to call."""

OF_ITS_OWN = r"reminder|peringatan"
"""Words that make another thing of a label of a secret."""

ABOUT = (
    r"date|tarikh|expir|luput|tamat|type|jenis|issu|start|mula|countr|negara|name|nama|copy|salinan|nation|warga|"
    r"place|tempat|status|listing|senarai"
)
"""Words that make another thing of a label of a number, unless it says that it is a number: "Passport Expiry Date"."""

SAYS_NUMBER = r"(?<![a-z])(?:no|nos|num|number|nombor)(?![a-z])"

_DATE = (
    r"[0-9]{1,2}[/. -][0-9]{1,2}[/. -][0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2} [a-z]{3,9} [0-9]{4}"
)
_AMOUNT = r"[0-9,]*[0-9]\.[0-9]{2}(?![0-9])"
READABLE = rf"^\s*(?:{_DATE}|(?:rm ?)?{_AMOUNT}|\+?60)\s*$"
"""Dates, amounts, and a country's code: whatever the label says, they are no private number."""

_AFTER_ITS_LABEL = (  # in the same line, or at the beginning of the next; with the letters that it begins with
    rf"(?:{NUMBER})[^\n0-9•]{{0,40}}?(?:\n[ \t]{{0,8}})?(?!{_DATE}|(?:rm ?)?{_AMOUNT})"
    r"((?:(?<![a-z])(?!rm)[a-z]{1,3}|(?<!rm)(?<!rm ))(?=[0-9a-z-]{5})[0-9][0-9a-z]*(?:-[0-9a-z]+)*)"
)
_MYKAD = (  # the day of birth, the place, and four digits
    r"(?<![0-9a-z.,])([0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[- ]?[0-9]{2}[- ]?[0-9]{4})"
    r"(?![0-9a-z]|[.,][0-9])"
)
NUMBERS_IN_TEXT = (_AFTER_ITS_LABEL, _MYKAD)
"""Identity numbers within a text; the first group is the number."""

_FEWEST_DIGITS, _SHORTEST = 3, 5


def kind_of(label: str) -> Literal["password", "answer", "number", ""]:
    """Say what kind of private value a field of this label holds, "" for none."""
    if _has(WHOLE, label) and not _has(OF_ITS_OWN, label):
        return "password" if _has(LOG_IN, label) else "answer"
    if _has(NUMBER_OR_PHONE, label) and (_has(SAYS_NUMBER, label) or not _has(ABOUT, label)):
        return "number"
    return ""


def is_number(value: str) -> bool:
    """Say whether what stands in a field of a number can be one: not a date, an amount, or mere words."""
    signs = [sign for sign in value if sign.isalnum()]
    few = len(signs) < _SHORTEST or sum(map(str.isdigit, signs)) < _FEWEST_DIGITS
    return not few and not _has(READABLE, value)


def _has(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None
