"""The guide's words and the other names under which the portal is known to show the same thing.

The package's own list stands in `data/words.toml`, each name with its evidence; a person's own additions stand in
`words.toml` in their config folder, in the same form.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from assist_bot.errors import ProfileError

LANGUAGES = ("english", "malay")
_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD])
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u201c": '"', "\u201d": '"'})


def fold(text: str) -> str:
    """Reduce words to what a person compares: no letter case, spacing, kind of dash, or trailing star or colon."""
    plain = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    plain = re.sub(r"\s*[\u2010-\u2015\u2212-]\s*", "-", plain).translate(_QUOTES)
    plain = re.sub(r"(\s*[*:])+$", "", re.sub(r"\s+", " ", plain).strip())
    return re.sub(r"^(\*\s*)+", "", plain).strip().lower()


class Words:
    """The names of things. A word that is in no list has itself as its only name."""

    def __init__(self, lists: Mapping[str, Mapping[str, Any]]) -> None:
        self._names: dict[str, tuple[str, ...]] = {}
        for word, entry in lists.items():
            others = [name for language in LANGUAGES for name in entry.get(language, ())]
            self._names[fold(word)] = tuple(dict.fromkeys(fold(name) for name in (word, *others)))

    def names(self, word: str) -> tuple[str, ...]:
        """Give all the names of a word, folded, its own first."""
        folded = fold(word)
        return self._names.get(folded, (folded,))


@cache
def words(additions: Path | None = None) -> Words:
    """Read the package's words and, where the file exists, the person's own additions.

    Raises ProfileError when the person's file cannot be read.
    """
    lists = tomllib.loads(files("assist_bot").joinpath("data/words.toml").read_text("utf-8"))
    if additions is not None and additions.exists():
        for word, entry in _own_words(additions).items():
            known = lists.setdefault(word, {})
            for language in LANGUAGES:
                known[language] = [*known.get(language, ()), *entry.get(language, ())]
    return Words(lists)


def _own_words(path: Path) -> dict[str, dict[str, list[str]]]:
    try:
        own = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileError(
            f"Your own words in {path} cannot be read: {error}.",
            'Write entries such as ["My Sites"] with english = ["Sites"], or remove the file.',
        ) from error
    for word, entry in own.items():
        if not isinstance(entry, dict) or not all(
            name in LANGUAGES and isinstance(value, list) and all(isinstance(item, str) for item in value)
            for name, value in entry.items()
        ):
            raise ProfileError(
                f'Your own words in {path} hold an entry "{word}" that is not in the form expected.',
                'Write ["My Sites"] and below it english = ["Sites"] or malay = ["Laman Saya"].',
            )
    return own
