"""Letters that look like ours and are others: what is written with them is another word, however it looks."""

import unicodedata
from collections.abc import Iterable

from assist_bot.language import say

ALPHABETS = ("CYRILLIC", "GREEK", "COPTIC", "ARMENIAN", "CHEROKEE", "LISU", "LATIN LETTER SMALL CAPITAL")
"""Those that have letters shaped like ours. The portal is written in none of them."""


def warning(lines: Iterable[str]) -> str:
    """Say that there are such letters in these lines of a page, and which; "" where there are none."""
    letters = {letter for line in lines for letter in line if _name(letter).startswith(ALPHABETS)}
    if not letters:
        return ""
    names = ", ".join(sorted(map(_name, letters))[:3])
    return say(
        "Some of its letters only look like the right ones ({names}): this is not how the portal writes.",
        names=names,
    )


def _name(letter: str) -> str:
    return unicodedata.name(letter, "")
