"""Takes one employee out of a profile's file: her table, her wages, and where she was the last one, her papers' paths.

Everything else in the file stays as the person wrote it, comments too.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Comment, Table, Whitespace

from assist_bot.errors import ProfileError
from assist_bot.language import say
from assist_bot.places import write_private
from assist_bot.profile.look import employees_in, look, plain, text_at
from assist_bot.profile.paper_checks import HERS, anchor_papers
from assist_bot.profile.papers import DESCRIPTIONS
from assist_bot.profile.reading import read_table
from assist_bot.profile.whole import employed_in


@dataclass(frozen=True)
class Whom:
    """An employee, by her name and the last four characters of her passport number ("" where not known)."""

    name: str
    passport_end: str

    def __str__(self) -> str:
        return f"{self.name} (passport …{self.passport_end})" if self.passport_end else self.name

    def fits(self, name: str, passport_end: str) -> tuple[bool, bool]:
        """Say whether the name is hers, and whether the end of the passport number is."""
        return plain(name) == plain(self.name), bool(passport_end) and passport_end == self.passport_end


def whom_in(table: Mapping[str, Any]) -> list[Whom]:
    """List the employees of a profile that may be wrong in places."""
    return [
        Whom(text_at(employee, "name"), plain(text_at(employee, "passport", "number"))[-4:])
        for _, employee in employees_in(table)
    ]


def papers_of(table: Mapping[str, Any], whom: Whom, folder: Path) -> list[Path]:
    """List the papers about her that the profile names and that are there; paths are relative to `folder`.

    One of the common papers is about her where nobody else in the profile needs it.
    """
    anchored = deepcopy(dict(table))
    anchor_papers(anchored, folder)
    places, employees = _places_of(table, whom), list(employees_in(anchored))
    own = [
        text_at(look(each, "documents"), name)
        for at, each in employees
        if at in places
        for name in DESCRIPTIONS
    ]
    others = [each for at, each in employees if at not in places]
    common = [
        text_at(look(anchored, "documents"), name)
        for name in HERS
        if places and all(text_at(look(each, "documents"), name) for each in others)
    ]
    return [path for path in map(Path, dict.fromkeys(filter(None, [*own, *common]))) if path.exists()]


def wages_of(table: Mapping[str, Any], whom: Whom) -> list[str]:
    """List the months of [wages] in which something is about her."""
    return list(dict.fromkeys(month for month, _ in _wages(table, whom)))


def forget_in(file: Path, whom: Whom) -> list[int]:
    """Take her out of the file, and give the lines, from 1, in which she is still named, in a comment for example.

    The file is replaced in one go. Raises ProfileError where it cannot be read or safely changed, MachineError where
    it cannot be written; it is then as it was.
    """
    table = read_table(file)
    number = _number_of(table, whom)
    text = file.read_text("utf-8-sig")
    if _places_of(table, whom):
        text = _without(text, table, whom, file)
        write_private(file.resolve(), text)
    named = [r"\s+".join(map(re.escape, each.split())) for each in (whom.name, number) if each]
    mark = re.compile(rf"(?<!\w)({'|'.join(named)})(?!\w)", re.IGNORECASE)
    return [place for place, line in enumerate(text.splitlines(), 1) if mark.search(line)]


def _without(text: str, table: Mapping[str, Any], whom: Whom, file: Path) -> str:
    try:
        document = tomlkit.parse(text)
        for place in _places_of(table, whom):
            _keep_comments_below(document, place)
        _take_out(document, table, whom)
        new = tomlkit.dumps(document)
        expected = deepcopy(tomllib.loads(text))
        _take_out(expected, table, whom)
        sound = tomllib.loads(new) == expected
    except (TOMLKitError, tomllib.TOMLDecodeError, LookupError, TypeError) as error:
        raise _by_hand(file) from error
    if not sound:
        raise _by_hand(file)
    return new


def _take_out(document: Any, table: Mapping[str, Any], whom: Whom) -> None:  # noqa: ANN401  a dict, or tomlkit's own
    places = _places_of(table, whom)
    last = len(places) == len(list(employees_in(table)))
    for month, name in _wages(table, whom):
        if name:
            del document["wages"][month][name]
        if not name or not document["wages"][month]:
            del document["wages"][month]
    for place in reversed(places):
        del document["employee"][place]
    if last:
        del document["employee"]
        for name in HERS if isinstance(look(table, "documents"), Mapping) else ():
            document["documents"].pop(name, None)


def _keep_comments_below(document: tomlkit.TOMLDocument, place: int) -> None:
    """Move the comments just above the next heading out of her table: they are about what comes next."""
    employees = document["employee"]
    if not isinstance(employees, AoT):
        return
    comments = []
    for _, item in reversed(_last_table(employees.body[place]).value.body):
        if not isinstance(item, Comment):
            break
        comments.append(item)
    else:
        return  # an empty table
    if not isinstance(item, Whitespace):
        return  # they stand right below her own lines, and are about her
    earlier = [each for _, each in document.body[: [each for _, each in document.body].index(employees)]]
    above = (
        employees.body[place - 1]
        if place
        else next((e for e in reversed(earlier) if isinstance(e, Table)), None)
    )
    if above is not None:
        for comment in reversed(comments):
            _last_table(above).add(comment)


def _last_table(table: Table) -> Table:
    """Find the table that ends the text of this one."""
    last = table.value.body[-1][1] if table.value.body else None
    if isinstance(last, AoT):
        last = last.body[-1]
    return _last_table(last) if isinstance(last, Table) else table


def _places_of(table: Mapping[str, Any], whom: Whom) -> list[int]:
    return [
        place
        for (place, _), each in zip(employees_in(table), whom_in(table), strict=True)
        if plain(each.name) == plain(whom.name) and each.passport_end == whom.passport_end
    ]


def _wages(table: Mapping[str, Any], whom: Whom) -> Iterator[tuple[str, str]]:
    """Go through month and name, "" where the month has one amount and nobody but her can be meant."""
    names = {plain(whom.name), plain(_number_of(table, whom))} - {""}
    wages, places = look(table, "wages"), set(_places_of(table, whom))
    last = len(places) == len(list(employees_in(table)))
    for month, amounts in wages.items() if places and isinstance(wages, Mapping) else ():
        if isinstance(amounts, Mapping):
            yield from ((month, name) for name in amounts if plain(name) in names)
        elif last or set() != set(employed_in(table, month)) <= places:
            yield month, ""


def _number_of(table: Mapping[str, Any], whom: Whom) -> str:
    employees = dict(employees_in(table))
    return next((text_at(employees[at], "passport", "number") for at in _places_of(table, whom)), "")


def _by_hand(file: Path) -> ProfileError:
    return ProfileError(
        say(
            "The employee could not be taken out of {file} without touching something else; it is as it was.",
            file=file,
        ),
        say("Take her [[employee]] and her wages out by hand, then run this again."),
    )
