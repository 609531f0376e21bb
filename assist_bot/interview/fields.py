"""What the profile's own model says about a place in it: its kind, whether it may stay empty, an example."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from assist_bot.profile.model import Profile
from assist_bot.profile.section import Section

Place = tuple[str | int, ...]
"""Where a value stands in the profile: ("employee", 0, "passport", "number")."""


class Kind(Enum):
    """How a value is typed and shown."""

    TEXT = "text"
    DAY = "day"
    AMOUNT = "amount"
    LINES = "lines"
    CHOICE = "choice"
    PAPER = "paper"


@dataclass(frozen=True)
class Field:
    """What the model says about one value; `usual` is what holds where it is left out."""

    kind: Kind
    optional: bool
    example: str
    choices: tuple[str, ...] = ()
    usual: str = ""


def field_at(place: Place) -> Field:
    """Look a place up in the model."""
    section: type[Section] = Profile
    optional = False
    for name in place:
        if isinstance(name, int):
            optional = False  # of one that is begun, what is needed is needed
            continue
        found = _named(section, name)
        optional = optional or not found.is_required()
        section = section_of(found.annotation) or section
    return _described(found, optional=optional)


def patterns(section: type[Section] = Profile, before: str = "") -> Iterator[str]:
    """Go through every value that a profile may have, as in employee[].passport.number."""
    for name, found in section.model_fields.items():
        pattern = before + (found.alias or name)
        inner = section_of(found.annotation)
        if inner is None:
            yield pattern
        else:
            yield from patterns(inner, f"{pattern}{'[]' if is_list(found.annotation) else ''}.")


def section_of(annotation: Any) -> type[Section] | None:  # noqa: ANN401  whatever stands behind a field's name
    """Give the section that a field holds, one or several times; None for a plain value."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation
    return next(filter(None, map(section_of, get_args(annotation))), None)


def is_list(annotation: Any) -> bool:  # noqa: ANN401
    """Say whether a field holds several."""
    return get_origin(annotation) is tuple


def _named(section: type[Section], name: str) -> FieldInfo:
    return next(each for own, each in section.model_fields.items() if name == (each.alias or own))


def _described(found: FieldInfo, *, optional: bool) -> Field:
    example = (found.examples or [""])[0]
    kind, choices = _kind(found.annotation)
    return Field(
        kind,
        optional,
        "; ".join(example) if isinstance(example, list) else str(example),
        choices,
        found.default if isinstance(found.default, str) else "",
    )


def _kind(annotation: Any) -> tuple[Kind, tuple[str, ...]]:  # noqa: ANN401
    if get_origin(annotation) in (Union, types.UnionType, Annotated):
        return _kind(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return Kind.CHOICE, get_args(annotation)
    if is_list(annotation):
        return Kind.LINES, ()
    plain = {date: Kind.DAY, Decimal: Kind.AMOUNT, Path: Kind.PAPER}
    return plain.get(annotation, Kind.TEXT), ()
