"""The guide's words and the other names under which the portal is known to show the same thing.

The package's own list stands in `data/words.toml`, each name with its evidence. A person's own additions come from
`own_words`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("english", "malay")
ASSUMED = "A"
MESSAGE = 'message "'

Lists = Mapping[str, Mapping[str, Any]]
"""For each word its names by language; in the package's list, which names their evidence, as the keys of a table."""

_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), 0x2060, *range(0x2066, 0x206A), 0xFEFF, 0xAD])
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u201c": '"', "\u201d": '"'})


def fold(text: str) -> str:
    """Reduce words to what a person compares: no letter case, spacing, kind of dash, or trailing star or colon."""
    plain = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    plain = re.sub(r"\s*[\u2010-\u2015\u2212-]\s*", "-", plain).translate(_QUOTES)
    plain = re.sub(r"(\s*[*:])+$", "", re.sub(r"\s+", " ", plain).strip())
    return re.sub(r"^(\*\s*)+", "", plain).strip().lower()


@dataclass(frozen=True)
class Name:
    """One name of a word of the package's list, with its evidence: G, R, V or A."""

    word: str
    name: str
    language: str
    evidence: str


class Words:
    """The names of things. A word that is in no list has itself as its only name."""

    def __init__(self, *lists: Lists) -> None:
        self._names: dict[str, list[str]] = {}
        self._malay: dict[str, set[str]] = {}
        self._saving: set[str] = set()
        for word, entry in (each for some in lists for each in some.items()):
            self._take(fold(word), entry)

    def _take(self, word: str, entry: Mapping[str, Any]) -> None:
        names = self._names.setdefault(word, [word])
        for language in LANGUAGES:
            for name in map(fold, entry.get(language, ())):
                if name not in names:
                    names.append(name)
                    if language == "malay":
                        self._malay.setdefault(word, set()).add(name)
        if entry.get("saves"):
            self._saving.add(word)

    def learn(self, word: str, name: str, language: str) -> None:
        """Know one more name of a word from now on, wherever these words are in use."""
        self._take(fold(word), {language: [name]})

    def names(self, word: str) -> tuple[str, ...]:
        """Give all the names of a word, folded, its own first."""
        folded = fold(word)
        return tuple(self._names.get(folded, (folded,)))

    def malay_names(self, word: str) -> tuple[str, ...]:
        """Give the names of a word that are Malay and not English as well, folded."""
        malay = self._malay.get(fold(word), set())
        return tuple(name for name in self.names(word) if name in malay)

    def saves(self, word: str) -> bool:
        """Say whether something is saved, submitted or paid when this word is pressed."""
        return fold(word) in self._saving

    def called(self, name: str) -> set[str]:
        """Give the words, folded, that this is a name of; messages that stop a run are no words."""
        return {
            word
            for word, names in self._names.items()
            if fold(name) in names and not word.startswith(MESSAGE)
        }


def words(own: Lists | None = None) -> Words:
    """Give the package's words and a person's own additions."""
    return Words(package_lists(), own or {})


@cache
def package_lists() -> Lists:
    """Read the package's words. Of a name in `english` and `malay` the value is its evidence."""
    return tomllib.loads(files("assist_bot").joinpath("data/words.toml").read_text("utf-8"))


def package_names() -> Iterator[Name]:
    """Give every name of every word in the package's list, with its evidence; messages that stop a run are no words."""
    for word, entry in package_lists().items():
        if not word.startswith(MESSAGE):
            yield Name(word, word, "english", entry["evidence"])
            for language in LANGUAGES:
                for name, evidence in entry.get(language, {}).items():
                    yield Name(word, name, language, evidence)
