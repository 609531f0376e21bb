"""Tables of faults too long for every run: a sample runs always, the other cells with `make soak`."""

from collections.abc import Iterable
from typing import Any

import pytest


def sample(cells: Iterable[Any], *quick: object) -> list[Any]:
    """Mark the cells that are not `quick` as thorough; a tuple goes by its first entry, a table's cell by its fault."""
    return [_cell(each, thorough=_name(each) not in quick) for each in cells]


def _name(cell: Any) -> object:  # noqa: ANN401  # whatever a table holds
    if hasattr(cell, "fault"):
        return cell.fault
    if isinstance(cell, tuple):
        return cell[0]
    return getattr(cell, "__name__", cell)


def _cell(cell: Any, *, thorough: bool) -> Any:  # noqa: ANN401  # whatever a table holds
    values = cell if type(cell) is tuple else (cell,)
    return pytest.param(*values, id=str(_name(cell)), marks=[pytest.mark.thorough] if thorough else [])
