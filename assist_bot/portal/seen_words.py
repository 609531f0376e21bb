"""Under which names the portal itself has shown the words, so that what is assumed need not stay assumed.

A small file of the state folder, written by every run at a portal that is not on this computer: the words of the
package's list, the name under which each was found, and the day when it was last found. Nothing else stands in it.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from assist_bot.errors import MachineError
from assist_bot.places import write_private
from assist_bot.portal.words import ASSUMED, Name, fold, package_names

SeenWords = dict[str, dict[str, str]]
"""For each word, folded, the days on which it was last seen, by its names, folded."""


def seen_words(file: Path) -> SeenWords:
    """Read what was seen; nothing where there is no such file, or none that can be read."""
    try:
        kept = json.loads(file.read_text("utf-8"))
        return {str(word): {str(name): str(day) for name, day in kept[word].items()} for word in kept}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def remember_seen(file: Path, found: Iterable[tuple[str, str]], day: date) -> None:
    """Add words that were found, each with its name; what is not in the package's list is left out.

    Where the file cannot be written that is all that is lost: no run ends of it.
    """
    known = {(fold(each.word), fold(each.name)) for each in package_names()}
    seen = seen_words(file)
    for word, name in {(fold(word), fold(name)) for word, name in found} & known:
        seen.setdefault(word, {})[name] = day.isoformat()
    with suppress(MachineError):
        write_private(file, json.dumps(seen, indent=1, sort_keys=True, ensure_ascii=False))


def never_seen(file: Path) -> list[Name]:
    """List the assumed names that the portal has never shown, in the order of the package's list."""
    seen = seen_words(file)
    return [
        each
        for each in package_names()
        if each.evidence == ASSUMED and fold(each.name) not in seen.get(fold(each.word), {})
    ]
