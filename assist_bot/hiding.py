r"""Replaces secret values wherever they stand in a text: by value, and unknown identity numbers by their label.

The patterns use only what the regular expressions of Python and JavaScript share (there with the flags `gi`),
so that the picture of a page is masked by the very patterns that clean the journal.
"""

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, quote_plus

from assist_bot.private_fields import NUMBERS_IN_TEXT
from assist_bot.vocabulary import vocabulary

SHORTEST = 4
"""Values with fewer characters are left alone: hiding "12" or "no" would make nonsense of every page."""

DOTS = "••••••••"
"""What stands in a value's place: always as long, so that it does not tell how long the value is."""

# Spaces of every kind, characters without width, dashes, underscore, dot, slash: people put them in numbers.
_SEPARATORS = r"\t\n\r \u00a0\u00ad\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\u2010-\u2015\u2212_./\-"
_GAP = f"[{_SEPARATORS}]{{0,3}}"
_SEPARATOR = re.compile(f"[{_SEPARATORS}]+")
_ANSWER = ("answer", "jawapan")
_SPECIAL = frozenset(r"\^$*+?()[]{}|")


@dataclass(frozen=True)
class Mask:
    """A regular expression, to be matched without case, and what to show in its place."""

    pattern: str
    shown: str

    @property
    def kept(self) -> int:
        """How many of the last characters stay to be recognised."""
        return len(self.shown) - len(DOTS)


def mask_for(value: str, *, keep_ending: bool = False) -> Mask | None:
    """Say how to hide `value`; None when it is too short to be hidden.

    Case does not matter, nor do the separators inside, for values that nobody could mistake for an ordinary
    word or amount. A plain word, or a number of less than eight digits, is hidden only where it stands alone:
    the answer "1500" leaves RM1500.00 readable. With `keep_ending` up to four last characters stay to be
    recognised, never more than half.
    """
    letters = _without_separators(value)
    if len(letters) < SHORTEST:
        return Mask(_escaped(value.strip()), DOTS) if len(value.strip()) >= SHORTEST else None
    spellings = sorted({_spelling(form) for form in _forms(value)}, key=len, reverse=True)
    kept = _ending(letters) if keep_ending and letters.isalnum() else ""
    return Mask("(?:" + "|".join(spellings) + ")", DOTS + kept)


def hide(text: str, masks: Iterable[Mask]) -> str:
    """Replace every masked value in the text, and every identity number that its label or its form tells."""
    for mask in masks:
        text = re.sub(mask.pattern, lambda _, shown=mask.shown: shown, text, flags=re.IGNORECASE)  # type: ignore[misc]
    for pattern in NUMBERS_IN_TEXT:
        text = re.sub(pattern, _but_its_ending, text, flags=re.IGNORECASE)
    return text


def _but_its_ending(found: re.Match[str]) -> str:
    return found[0][: found.start(1) - found.start()] + DOTS + _ending(_without_separators(found[1]))


def _ending(letters: str) -> str:
    return letters[-min(4, len(letters) // 2) :]


class HiddenValues:
    """The values that one run keeps out of everything it writes."""

    def __init__(self) -> None:
        self._masks: dict[str, Mask] = {}
        self._answers: dict[str, Mask] = {}

    @property
    def masks(self) -> tuple[Mask, ...]:
        """One mask for each value, the longest value first; after them the answers that labels say as well."""
        return (*self._masks.values(), *self._answers.values())

    def add(self, values: Iterable[str], *, keep_ending: bool) -> None:
        """Hide these values from now on. A value once hidden whole never gets its ending back."""
        for value in values:
            name = _without_separators(value).casefold() or value
            mask = mask_for(value, keep_ending=keep_ending)
            if mask and not (keep_ending and name in self._masks):
                self._masks[name] = mask
        # The longest first: a password that contains an identity number must go as a whole.
        self._masks = dict(sorted(self._masks.items(), key=lambda item: len(item[0]), reverse=True))

    def add_answers(self, values: Iterable[str]) -> None:
        """Hide these answers to a question from now on.

        One may be a word that the portal's own labels say, or a year: such a one is hidden only where it is given as
        a value, for a label gives nothing away.
        """
        for value in values:
            if not _is_ordinary(value):
                self.add([value], keep_ending=False)
            elif len(_without_separators(value)) >= SHORTEST:
                self._answers[value] = Mask(_as_a_value(value), DOTS)

    def clean(self, value: Any, longest: int) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """Clean every text in a value made for JSON, and cut it to `longest` characters."""
        if isinstance(value, str):
            text = hide(value, self.masks)  # before it is cut: half a secret would not be recognised
            return text if len(text) <= longest else text[:longest] + "…"
        if isinstance(value, dict):
            return {self.clean(name, longest): self.clean(part, longest) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.clean(part, longest) for part in value]
        return value


def _without_separators(value: str) -> str:
    return _SEPARATOR.sub("", value)


def _forms(value: str) -> set[str]:
    """Spell the value as an address, a form, a page's source and an error's text would."""
    return {
        value,
        quote(value, safe=""),
        quote_plus(value),
        html.escape(value),
        json.dumps(value)[1:-1],
        repr(value)[1:-1],
    }


def _spelling(form: str) -> str:
    letters = _without_separators(form)
    if not _distinctive(letters):
        parts = (_escaped(part) for part in _SEPARATOR.split(form) if part)
        return _alone_before(letters) + _GAP.join(parts) + _alone_after(letters)
    pattern = _GAP.join(_escaped(letter) for letter in letters)
    if len(letters) >= 10:  # noqa: PLR2004 - so long that it is no part of another number, however texts are glued together
        return pattern
    before = "(?<![0-9])" if letters[0].isdigit() else ""
    after = "(?![0-9])" if letters[-1].isdigit() else ""
    return before + pattern + after


def _is_ordinary(value: str) -> bool:
    """Whether labels and amounts may well say the same: words of the portal's own, or a short number."""
    words = _SEPARATOR.split(value.casefold().strip())
    return all(word in vocabulary() or (word.isdigit() and not _distinctive(word)) for word in words)


def _as_a_value(value: str) -> str:
    """Spell the ways in which programs write values down: quoted in a list or call, in an address, after its label."""
    word = _GAP.join(_escaped(part) for part in _SEPARATOR.split(value) if part)
    # Our own sentences have labels in double quotes, with commas between.
    quoted = (
        rf"""(?<=[=(\[{{:]["'])(?:{word})(?=["'])|(?<=[=:] ["'])(?:{word})(?=["'])|(?<=, ')(?:{word})(?=')"""
    )
    given = rf"(?<==)(?:{word})(?![0-9A-Za-z])"
    told = "|".join(
        rf"(?<={label}{gap})(?:{word})(?![0-9A-Za-z])" for label in _ANSWER for gap in (" ", ": ")
    )
    return f"(?:{quoted}|{given}|{told})"


def _distinctive(letters: str) -> bool:
    """Whether the value looks like nothing else, even when its characters stand apart."""
    if letters.isalpha():
        return len(letters) >= 10  # noqa: PLR2004 - the longest words of the portal's labels that stand alone are shorter
    if letters.isdigit():
        return len(letters) >= 8  # noqa: PLR2004 - a month's amount in sen has at most seven digits
    return len(letters) >= 6  # noqa: PLR2004 - letters and digits together


def _alone_before(letters: str) -> str:
    return "(?<![0-9A-Za-z])(?<![0-9][.,])" if letters[0].isalnum() else ""


def _alone_after(letters: str) -> str:
    return "(?![0-9A-Za-z])(?![.,][0-9])" if letters[-1].isalnum() else ""


def _escaped(text: str) -> str:
    """Escape what is special, and nothing else: JavaScript refuses some of what `re.escape` makes."""
    return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in text)
