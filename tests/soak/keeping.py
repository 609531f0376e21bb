"""Keeps what became of each cell for as long as the program is the same, so that a long run can be gone on with."""

import hashlib
import json
from pathlib import Path
from typing import Any

from tests.soak.cells import Finding
from tests.soak.points import Point

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / ".soak"
SOURCES = ("assist_bot", "flows", "fixtures")


def program() -> str:
    """Give one short word for all the sources of the program and its practice portal as they are now."""
    together = hashlib.sha256()
    files = (path for folder in SOURCES for path in (PROJECT / folder).rglob("*"))
    for path in sorted(path for path in files if path.is_file() and "__pycache__" not in path.parts):
        together.update(path.relative_to(PROJECT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return together.hexdigest()[:12]


class Kept:
    """One file for one state of the sources: a line for the list of points, then one for each cell."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or FOLDER / f"{program()}.jsonl"
        self.file.parent.mkdir(exist_ok=True)
        lines = self.file.read_text("utf-8").splitlines() if self.file.exists() else []
        read = [*filter(None, map(_read, lines))]
        self.points = [Point(**each) for line in read for each in line.get("points_to_try", ())]
        found = [Finding.from_json(line) for line in read if "ended" in line]
        self.findings = {each.point.name: each for each in found}

    def plan(self, points: list[Point]) -> None:
        """Keep which points there are."""
        self.points = points
        self._write({"points_to_try": [vars(point) for point in points]})

    def add(self, finding: Finding) -> None:
        """Keep what became of a cell; a later result of the same cell takes the place of an earlier one."""
        self.findings[finding.point.name] = finding
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
