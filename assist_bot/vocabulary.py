"""The words that are usual on pages and forms: the guide's and ordinary ones. None of them tells who anybody is."""

import re
from functools import cache
from importlib.resources import files

WORD = re.compile(r"[^\W\d_]+")

_LISTS = ("data/words.toml", "data/ordinary_words.txt")


@cache
def vocabulary() -> frozenset[str]:
    """Give the words of the lists, in lower case."""
    folder = files("assist_bot")
    text = "\n".join(folder.joinpath(name).read_text("utf-8") for name in _LISTS)
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word.lower() for line in lines for word in WORD.findall(line) if len(word) > 1)
