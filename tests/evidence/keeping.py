"""Keeps what became of each cell for as long as the program is the same, so that a long run can be gone on with."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

PROJECT = Path(__file__).parents[2]
SOURCES = ("assist_bot", "flows", "fixtures")


class Named(Protocol):
    """A cell to be tried."""

    @property
    def name(self) -> str:
        """The name under which its result is kept."""


class Found(Named, Protocol):
    """What became of a cell, under the same name."""

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values, to be kept."""


CellT = TypeVar("CellT", bound=Named)
FoundT = TypeVar("FoundT", bound=Found)


def program(*more: str) -> str:
    """Give one short word for all the sources of the program and its practice portal, and more folders, as they are."""
    return sources(*SOURCES, *more)


def sources(*folders: str) -> str:
    """Give one short word for all that stands in these folders."""
    together = hashlib.sha256()
    files = (path for folder in folders for path in (PROJECT / folder).rglob("*"))
    for path in sorted(path for path in files if path.is_file() and "__pycache__" not in path.parts):
        together.update(path.relative_to(PROJECT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return together.hexdigest()[:12]


class Kept(Generic[CellT, FoundT]):
    """One file for one state of the sources: a line for the list of cells, then one for each that was tried."""

    def __init__(
        self,
        file: Path,
        read_cell: Callable[[dict[str, Any]], CellT],
        read_found: Callable[[dict[str, Any]], FoundT],
    ) -> None:
        self.file = file
        self.file.parent.mkdir(exist_ok=True)
        lines = self.file.read_text("utf-8").splitlines() if self.file.exists() else []
        read = [*filter(None, map(_read, lines))]
        self.cells = [read_cell(each) for line in read for each in line.get("to_try", ())]
        found = [read_found(line) for line in read if "ended" in line]
        self.findings = {each.name: each for each in found}

    def plan(self, cells: list[CellT]) -> None:
        """Keep which cells there are."""
        self.cells = cells
        self._write({"to_try": [vars(cell) for cell in cells]})

    def add(self, finding: FoundT) -> None:
        """Keep what became of a cell; a later result of the same cell takes the place of an earlier one."""
        self.findings[finding.name] = finding
        self._write(finding.as_json())

    def _write(self, line: dict[str, object]) -> None:
        with self.file.open("a", encoding="utf-8") as file:
            file.write("\n" + json.dumps(line))  # on a line of its own, also after one that was cut off


def _read(line: str) -> dict[str, Any]:
    """Read a line; one that was cut off says nothing."""
    try:
        read: dict[str, Any] = json.loads(line)
    except ValueError:
        return {}
    return read
