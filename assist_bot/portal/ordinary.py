"""What a report for others may show of a page: ordinary words, and nothing that could tell who anybody is.

Names, numbers and addresses have no form by which all of them could be told. So it is turned round: only words that
stand in a list are shown, those of the guide and those that are usual on pages and forms.
"""

import re
from collections.abc import Iterable

from assist_bot.vocabulary import WORD, vocabulary

HIDDEN = "•••"
"""What stands in the place of everything else, however long it is."""

_CHUNK = re.compile(r"\S+")
_RUN = re.compile(rf"{HIDDEN}(?:[^\w\s\"\[\]{{}}()]*\s*{HIDDEN})+")
_SHORTEST = 3


def ordinary_words(people: Iterable[str] = ()) -> frozenset[str]:
    """Give the words that may be shown: those of the lists, without the words in what says who `people` are.

    Somebody's name may be an ordinary word; words of less than three letters tell nothing.
    """
    theirs = {word.lower() for text in people for word in WORD.findall(text) if len(word) >= _SHORTEST}
    return vocabulary() - theirs


def ordinary(text: str, words: frozenset[str]) -> str:
    """Keep of a text its ordinary words; what has a digit or an @ in it goes as a whole."""
    shown = _CHUNK.sub(lambda chunk: _shown(chunk[0], words), text)
    return _RUN.sub(HIDDEN, shown)


def _shown(chunk: str, words: frozenset[str]) -> str:
    if "@" in chunk or any(sign.isnumeric() for sign in chunk):
        return HIDDEN
    return WORD.sub(
        lambda word: word[0] if word[0].lower() in words or _is_possessive(word) else HIDDEN, chunk
    )


def _is_possessive(word: re.Match[str]) -> bool:
    """Say whether this is the "s" of "Employer's"."""
    return word[0] in "sS" and word.string[: word.start()].endswith(("'", "\u2019"))
