"""Looks into a profile that may be wrong in places, so that one mistake does not hide another."""

from collections.abc import Iterator, Mapping
from typing import Any


def look(table: object, *place: str) -> Any:  # noqa: ANN401  nothing is known yet about what stands there
    """Give what stands at a place such as "passport", "expiry"; None where there is no such place."""
    for part in place:
        table = table.get(part) if isinstance(table, Mapping) else None
    return table


def text_at(table: object, *place: str) -> str:
    """Give the text at a place, or "" where there is none."""
    value = look(table, *place)
    return value.strip() if isinstance(value, str) else ""


def plain(text: str) -> str:
    """Reduce a name or number to its letters and digits, in capitals, for comparison."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def employees_in(table: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Go through the employees with their place in the list, from 0; what is no section is left out."""
    employees = table.get("employee")
    for place, employee in enumerate(employees if isinstance(employees, list) else []):
        if isinstance(employee, Mapping):
            yield place, employee
