"""What the machine-readable lines of a passport say, by ICAO 9303, part 4, where every check digit is right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from babel import Locale
from babel.core import get_global

FILLER = "<"
LENGTH = 44
"""Signs in each of the two lines."""
_GROWN_UP = 16
"""Years; whoever would be younger when the passport expires was born a century earlier."""
_WEIGHTS = (7, 3, 1)
_DIGITS = str.maketrans("OQDILZSGB", "000112568")
"""What stands where only digits may stand was a digit, read as the letter that looks like it."""
_LONELY = re.compile(r"(.)\1\1|X|\b[A-Z]\b|\bK|K\b")
"""In names: how fillers read as letters look. Whoever is called so has to be asked."""
_LETTERS = str.maketrans("012568", "OIZSGB")
_SECOND = re.compile(
    r"(?P<number>[A-Z0-9<]{9})(?P<of_number>[A-Z0-9])(?P<nationality>[A-Z0-9<]{3})"
    r"(?P<birth>[A-Z0-9]{6})(?P<of_birth>[A-Z0-9])(?P<sex>[MFX<])"
    r"(?P<expiry>[A-Z0-9]{6})(?P<of_expiry>[A-Z0-9])(?P<own>[A-Z0-9<]{14})(?P<of_own>[A-Z0-9<])(?P<of_all>[A-Z0-9])"
)
_FIRST = re.compile(r"P[A-Z<](?P<state>[A-Z0-9<]{3})(?P<names>[A-Z0-9<]{6,})")
_DOUBTFUL = re.compile(r"[0-9][GL][0-9]|[0-9]K<*$")
"""In a number: G looks like 6, L like 1, K like a filler, and check digits, being modulo 10, do not tell them apart."""
_ONLY_FILLERS = re.compile(r"(.{28})<{8,20}([0-9OQD<])([A-Z0-9])")


@dataclass(frozen=True)
class Zone:
    """What a passport says of itself and its holder.

    Number and dates have check digits, and all of them were right. Names, nationality and sex have none, so they are to
    be shown to the person. Both names are "" where the first line cannot be read.
    """

    document_number: str = field(repr=False)
    surname: str
    given_names: str
    nationality: str
    """The code, such as IDN."""
    country: str
    """The country's name as the profile writes it, such as Indonesia; "" for a code that is none."""
    date_of_birth: date
    sex: Literal["female", "male", ""]
    """As the profile writes it; "" where the passport leaves it open."""
    expiry: date

    @property
    def name(self) -> str:
        """The whole name, given names first."""
        return f"{self.given_names} {self.surname}".strip()


def zone_in(text: str) -> Zone | None:
    """Find the zone in what was read from a scan or a PDF; None where there is none, or a check digit is wrong."""
    lines = [line for line in map(_squeezed, text.splitlines()) if line]
    for place, line in enumerate(lines):
        for found in _second_lines(line):
            zone = _zone(lines[place - 1] if place else "", found)
            if zone:
                return zone
    return None


def _squeezed(line: str) -> str:
    """Keep what may stand in a zone. A filler is often read as a small letter, and two of them as one sign."""
    written = re.sub(r"[cedk‹]", FILLER, line.replace("«", FILLER * 2))
    return re.sub(r"[^A-Z0-9<]", "", written.upper())


def _second_lines(line: str) -> Iterator[re.Match[str]]:
    """Go through what may be the second line in a line of text, with something read beside it or not.

    Where nothing but fillers stands in the holder's own number, how many were read does not matter.
    """
    for start in range(max(1, len(line) - LENGTH + 1)):
        if found := _SECOND.fullmatch(line[start : start + LENGTH]):
            yield found
    if filled := _ONLY_FILLERS.fullmatch(line):
        even = f"{filled[1]}{FILLER * 14}{filled[2]}{filled[3]}"
        if len(line) != LENGTH and (found := _SECOND.fullmatch(even)):
            yield found


def _zone(first: str, second: re.Match[str]) -> Zone | None:
    number, own = second["number"], second["own"]
    birth, expiry = _digits(second["birth"]), _digits(second["expiry"])
    of_number, of_birth, of_expiry, of_own, of_all = (
        _digits(second[name]) for name in ("of_number", "of_birth", "of_expiry", "of_own", "of_all")
    )
    everything = number + of_number + birth + of_birth + expiry + of_expiry + own + of_own
    checked = ((number, of_number), (birth, of_birth), (expiry, of_expiry), (everything, of_all))
    if any(check_digit(signs) != digit for signs, digit in checked):
        return None
    if not number.strip(FILLER) or _DOUBTFUL.search(number):
        return None
    if check_digit(own) != of_own and (own.strip(FILLER) or of_own != FILLER):
        return None
    last_day = _day(20, expiry)
    born = last_day and _birth(birth, last_day)
    if not last_day or not born:
        return None
    surname, given_names = _names(first)
    code = _letters(second["nationality"]).strip(FILLER)
    return Zone(
        number.rstrip(FILLER), surname, given_names, code, country(code), born, _sex(second["sex"]), last_day
    )


def check_digit(signs: str) -> str:
    """Work out the check digit: digits count as they are, A to Z as 10 to 35, fillers nothing; weights 7, 3, 1."""
    values = (0 if sign == FILLER else int(sign, 36) for sign in signs)
    return str(sum(value * _WEIGHTS[place % 3] for place, value in enumerate(values)) % 10)


def country(code: str) -> str:
    """Give the country's English name as the profile writes it, "" for a code that is none."""
    places = get_global("territory_aliases").get(code, [])
    name = str(Locale("en").territories.get(places[0], "")) if places else ""
    return name.partition(" (")[0]


def _names(first: str) -> tuple[str, str]:
    """Give surname and given names; what stands behind the second pair of fillers is fillers that were misread."""
    found = _FIRST.search(first)
    if not found or len(_letters(found["state"]).strip(FILLER)) not in (1, 3):
        return "", ""
    surname, _, rest = _letters(found["names"]).partition(FILLER * 2)
    names = [part.strip(FILLER).replace(FILLER, " ") for part in (surname, rest.partition(FILLER * 2)[0])]
    believable = names[0] and FILLER * 2 in found["names"] and not _LONELY.search(" ".join(names))
    return (names[0], names[1]) if believable else ("", "")


def _birth(digits: str, last_day: date) -> date | None:
    born = _day(20, digits)
    return born if born and born.year + _GROWN_UP <= last_day.year else _day(19, digits)


def _day(century: int, digits: str) -> date | None:
    try:
        return date.fromisoformat(f"{century}{digits}")
    except ValueError:
        return None


def _sex(sign: str) -> Literal["female", "male", ""]:
    if sign == "F":
        return "female"
    return "male" if sign == "M" else ""


def _digits(signs: str) -> str:
    return signs.translate(_DIGITS)


def _letters(signs: str) -> str:
    return signs.translate(_LETTERS)
