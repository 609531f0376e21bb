"""The four forms as they are known: sections and fields in their order, in Malay and English (data/forms.toml)."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from assist_bot.language import mark

MOST_KIN = 12
"""Sets of fields for next of kin that a blank is looked through for."""

NOTES = {
    "household": mark("For a household: the employer's name."),
    "empty-unless-given": mark("Leave empty unless SOCSO has given you one."),
    "socso-gives-it": mark("Leave empty: SOCSO gives it."),
    "sign": mark("Sign it yourself."),
    "day-signed": mark("The day on which it is signed."),
    "day-you-sign": mark("The day on which you sign."),
    "she-signs": mark("The employee signs it herself."),
    "first-or-change": mark("The form is for the first time or for a change."),
    "legal-employer": mark("The legal employer's name, never the employee's."),
    "place-for-her": mark("Where there is a place for it, the employee signs."),
    "place-for-you": mark("Where there is a place for it, you sign."),
}
"""What a note in the list of forms says."""


@dataclass(frozen=True)
class Field:
    """One thing that a form asks for. `value` names what is filled in, "" what is left to the person or to SOCSO."""

    malay: str
    english: str
    value: str
    note: str = ""
    names: tuple[str, ...] = ()
    only_on_blanks: bool = False
    """Whether it only says in one what other fields say in parts."""


@dataclass(frozen=True)
class Section:
    """A part of a form with its heading."""

    malay: str
    english: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Form:
    """One of the four forms. `document` is the profile's key that names the finished paper."""

    key: str
    short: str
    """What its files are called by."""
    malay: str
    english: str
    about: Literal["household", "employee"]
    document: str
    address: str
    marks: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def number(self) -> int:
        """Its place among the four."""
        return [form.key for form in forms()].index(self.key) + 1


@cache
def forms() -> tuple[Form, ...]:
    """Give the four forms in the guide's order."""
    return tuple(_form(entry) for entry in _data()["form"])


def folded(text: str) -> tuple[str, ...]:
    """Reduce a name to its words for comparison: small letters, one word for those that mean the same."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])", " ", text)  # namaMajikan1
    words = re.split(r"[^a-z0-9-]+", _one_word(spaced.lower()))
    plain = [part for word in words for part in ([word] if word in _same() else word.split("-"))]
    kept = [_same().get(word, word) for word in plain if word]
    return tuple(word for word in kept if word not in _data()["left_out"])


def _one_word(text: str) -> str:
    """Take the dots and dashes out of short forms: I.C., K/P, e-mel."""
    return re.sub(r"\b(i\.?c|k[/.]p)\b\.?", lambda found: re.sub(r"[/.]", "", found[1]), text)


@cache
def _same() -> dict[str, str]:
    return {word: group[0] for group in _data()["same"] for word in group}


@cache
def _data() -> dict[str, Any]:
    text = (files("assist_bot") / "data" / "forms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _form(entry: dict[str, Any]) -> Form:
    sections = tuple(section for part in entry["section"] for section in _sections(part))
    plain = {
        name: entry[name] for name in ("key", "short", "malay", "english", "about", "document", "address")
    }
    return Form(**plain, marks=tuple(entry["marks"]), sections=sections)


def _sections(part: dict[str, Any]) -> Iterator[Section]:
    """Give a section, once for each of the next of kin where it is about one."""
    for number in range(1, MOST_KIN + 1) if "{number}" in part["malay"] else [0]:
        fields = tuple(_field(entry, number) for entry in part["fields"])
        yield Section(_numbered(part["malay"], number), _numbered(part["english"], number), fields)


def _field(entry: dict[str, Any], number: int) -> Field:
    texts = {name: _numbered(entry.get(name, ""), number) for name in ("malay", "english", "value", "note")}
    names = tuple(_numbered(name, number) for name in entry.get("names", ()))
    return Field(**texts, names=names, only_on_blanks=entry.get("only_on_blanks", False))


def _numbered(text: str, number: int) -> str:
    return text.replace("{number}", str(number))
