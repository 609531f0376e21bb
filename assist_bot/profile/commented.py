"""A new profile's text: what is known, and every other key as a comment with its example, each explained."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

import tomlkit
from pydantic.fields import FieldInfo

from assist_bot.profile.model import Profile
from assist_bot.profile.report import assignment
from assist_bot.profile.section import Section

_HEAD = """\
# The household's own facts for assist-bot. You may change them here, or with `assist-bot init`.
# No password belongs here. Dates are year-month-day, without quotation marks; texts stand in quotation marks.
"""


def commented(table: Mapping[str, Any]) -> str:
    """Write a profile that has the values of `table`, with everything explained."""
    lines = [line.rstrip() for line in _section(Profile, {"version": 1, **table}, "")]
    return _HEAD + "\n".join(lines) + "\n"


def _section(section: type[Section], values: Mapping[str, Any], name: str, hidden: str = "") -> Iterator[str]:
    """Write a section's values, then the tables in it: TOML has no other order. `hidden` begins a comment's lines."""
    tables = [(key, each) for key, each in _fields(section) if _inside(each) or _is_table(each)]
    for key, each in _fields(section):
        if (key, each) not in tables:
            yield from _value(key, each, values.get(key), hidden)
    for key, each in tables:
        yield hidden
        inside = _inside(each)
        if inside is None:
            yield from _table(key, each, values.get(key))
            continue
        several = get_origin(each.annotation) is tuple
        found = values.get(key) or {}
        for one in found or [{}] if several else [found]:
            mark = hidden or ("" if one else "# ")
            whole = f"{name}.{key}" if name else key
            yield f"{mark}[[{whole}]]" if several else f"{mark}[{whole}]"
            yield from _section(inside, one, whole, mark)


def _value(key: str, each: FieldInfo, value: Any, hidden: str) -> Iterator[str]:  # noqa: ANN401  as the file has it
    if value is None:
        yield f"{hidden or '# '}{assignment(key, _example(each))}  # {_told(each)}"
    else:
        yield f"{hidden}{key} = {tomlkit.item(value).as_string()}  # {_told(each)}"


def _table(key: str, each: FieldInfo, values: Mapping[str, Any] | None) -> Iterator[str]:
    """Write a table whose keys are the person's own, such as [wages]."""
    mark = "" if values else "# "
    yield f"{mark}[{key}]  # {_told(each)}"
    for one, value in (values or _example(each)).items():
        yield f"{mark}{tomlkit.item({one: value}).as_string().strip()}"


def _told(each: FieldInfo) -> str:
    return (each.description or "").partition("\n")[0]


def _example(each: FieldInfo) -> Any:  # noqa: ANN401  whatever a field may hold
    return (each.examples or [""])[0]


def _is_table(each: FieldInfo) -> bool:
    return isinstance(_example(each), dict)


def _fields(section: type[Section]) -> Iterator[tuple[str, FieldInfo]]:
    for name, each in section.model_fields.items():
        yield each.alias or name, each


def _inside(each: FieldInfo) -> type[Section] | None:
    kinds = [each.annotation, *get_args(each.annotation)]
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Section)), None)
