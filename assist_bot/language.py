"""The language in which the program speaks to the person: English, or Malay where `--lang ms` asks for it.

The command line alone chooses; no variable and no locale does. Sentences are written in the program in English, whole
and with {names} for what changes, and are found there by `make catalogue`. Malay stands in `locale/`, unreviewed.
What the portal calls its buttons and fields, what is to be typed, and what scripts read stays as it is.
"""

from collections.abc import Sequence
from datetime import date, datetime
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal

Language = Literal["en", "ms"]

HELP_LINE = "1-300-22-8000"
"""SOCSO's own, for whatever neither the program nor the person can do alone."""

_ENGLISH = "January February March April May June July August September October November December".split()  # noqa: SIM905 - twelve read best as a line
_MALAY = "Januari Februari Mac April Mei Jun Julai Ogos September Oktober November Disember".split()  # noqa: SIM905 - as above
MONTHS: dict[Language, Sequence[str]] = {"en": _ENGLISH, "ms": _MALAY}
"""As the portal writes them too; never those of the process' locale."""

CATALOGUES = Path(__file__).parent / "locale"


class _Spoken:
    """What was chosen: one for the process, as there is one person before it."""

    language: Language = "en"
    translations: NullTranslations = NullTranslations()


def speak(language: Language) -> None:
    """Speak this language from now on."""
    _Spoken.language = language
    _Spoken.translations = NullTranslations() if language == "en" else _read(language)


def spoken() -> Language:
    """Give the language that is spoken, as pages name it."""
    return _Spoken.language


def say(sentence: str, /, **values: object) -> str:
    """Give the sentence in the language that was chosen, with the values in place of the {names} in it.

    `say("{month} is paid.", month=month)`: the sentence is written out where it is said, and not inside the braces of
    another text, so that it can be collected.
    {help_line} needs no value: it is SOCSO's number.
    """
    return _translated(sentence).format(**values)


def mark(sentence: str) -> str:
    """Mark a sentence of a constant or a table for translation; `say_marked` says it when it is shown."""
    return sentence


def say_marked(sentence: str, /, **values: object) -> str:
    """Say a sentence that was marked where it stands. A text that nobody marked stays as it is, braces too."""
    return _translated(sentence).format(**values) if values else _translated(sentence)


def month_name(month: int, year: int) -> str:
    """Write a month as people do: "October 2026", "Oktober 2026"."""
    return f"{MONTHS[_Spoken.language][month - 1]} {year}"


def day(on: date) -> str:
    """Write a day as people do: "1 November 2026"."""
    return f"{on.day} {month_name(on.month, on.year)}"


def english_day(on: date) -> str:
    """Write a day in a paper that is in English whatever is spoken here: for an office abroad, say."""
    return f"{on.day} {MONTHS['en'][on.month - 1]} {on.year}"


def day_and_time(at: datetime) -> str:
    """Write a moment as people do: "1 November 2026, 09:05"."""
    return f"{day(at)}, {at:%H:%M}"


def _translated(sentence: str) -> str:
    # Of an empty text a catalogue would give its own header.
    translated = _Spoken.translations.gettext(sentence) if sentence else ""
    return translated.replace("{help_line}", HELP_LINE)


def _read(language: Language) -> GNUTranslations:
    """Read a catalogue as its translators write it, so that no second, compiled file can fall behind it."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - English costs nothing
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    with (CATALOGUES / language / "LC_MESSAGES" / "assist_bot.po").open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return GNUTranslations(compiled)
