"""Changes single values in a profile's file. Everything else stays as the person wrote it, comments too."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from assist_bot.errors import ProfileError
from assist_bot.language import say
from assist_bot.places import write_private
from assist_bot.profile.commented import commented
from assist_bot.profile.reading import read_table
from assist_bot.profile.report import key_of

Place = tuple[str | int, ...]


def change(file: Path, changes: Mapping[Place, Any]) -> None:
    """Put each value at its place, None taking away what stands there; a file that is not there is made.

    The file is read anew, and replaced in one go. Raises ProfileError where it cannot be read or safely changed,
    MachineError where it cannot be written; it is then as it was.
    """
    if file.exists() or file.is_symlink():
        read_table(file)
        if not changes:
            return
        new = _changed(file.read_text("utf-8-sig"), changes, file)
    else:
        table: dict[str, Any] = {}
        _put_all(table, changes)
        new = commented(table)
    write_private(file.resolve(), new)


def put(table: Any, place: Place, value: Any) -> None:  # noqa: ANN401  dicts and lists, or tomlkit's own
    """Put a value at its place, making what it stands in; None takes away what stands there."""
    first, rest = place[0], place[1:]
    there = first < len(table) if isinstance(first, int) else first in table
    if rest and there:
        put(table[first], rest, value)
    elif value is None:
        if there:
            del table[first]
    elif isinstance(first, int) and not there:
        table.append(_nested(rest, value))
    else:
        table[first] = _nested(rest, value)


def _nested(place: Place, value: Any) -> Any:  # noqa: ANN401
    for part in reversed(place):
        value = [value] if isinstance(part, int) else {part: value}
    return value


def _put_all(table: Any, changes: Mapping[Place, Any]) -> None:  # noqa: ANN401
    """Put every value in; what begins a new entry of a list goes in as a whole, so that nothing falls beside it."""
    begun: dict[Place, dict[str, Any]] = {}
    for place, value in changes.items():
        entry = next((place[:end] for end in _entries(place) if not _is_there(table, place[:end])), None)
        if entry is None:
            put(table, place, value)
        elif value is not None:
            put(begun.setdefault(entry, {}), place[len(entry) :], value)
    for entry, values in begun.items():
        put(table, entry, values)


def _entries(place: Place) -> list[int]:
    return [end for end, part in enumerate(place, 1) if isinstance(part, int)]


def _is_there(table: Any, place: Place) -> bool:  # noqa: ANN401
    for part in place:
        if not (part < len(table) if isinstance(part, int) else part in table):
            return False
        table = table[part]
    return True


def _changed(text: str, changes: Mapping[Place, Any], file: Path) -> str:
    try:
        document, expected = tomlkit.parse(text), deepcopy(tomllib.loads(text))
        _put_all(document, changes)
        _put_all(expected, changes)
        new = _spaced_as_before(text, tomlkit.dumps(document))
        sound = tomllib.loads(new) == expected
    except (TOMLKitError, tomllib.TOMLDecodeError, LookupError, TypeError, AttributeError) as error:
        raise _by_hand(file, changes) from error
    if not sound:
        raise _by_hand(file, changes)
    return new


def _spaced_as_before(text: str, new: str) -> str:
    """Give lines that nothing was done to back their spaces: tomlkit drops one before the } of { number = "C1" }."""
    dumped = tomlkit.dumps(tomlkit.parse(text)).split("\n")
    written = dict(zip(dumped, text.split("\n"), strict=False))
    return "\n".join(written.get(line, line) for line in new.split("\n"))


def _by_hand(file: Path, changes: Mapping[Place, Any]) -> ProfileError:
    keys = ", ".join(key_of(*place) for place in changes)
    return ProfileError(
        say("{file} could not be changed without touching something else; it is as it was.", file=file),
        say("Write these into it by hand: {keys}.", keys=keys),
    )
