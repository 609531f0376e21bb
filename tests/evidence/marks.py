"""A table between its two marks in the README, and beside it what it was made from."""

import json
from pathlib import Path
from typing import Any, NamedTuple


class Marks(NamedTuple):
    """The two lines between which a table stands."""

    begin: str
    end: str


def write(found: dict[str, Any], table: str, marks: Marks, evidence: Path, readme: Path) -> None:
    """Write the summary, and the table between its marks. Raises ValueError where the marks are missing."""
    text = readme.read_text("utf-8")
    before, begin, rest = text.partition(marks.begin)
    _, end, after = rest.partition(marks.end)
    if not (begin and end):
        raise ValueError(f"{readme.name} has no marks for the table")
    evidence.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")
    readme.write_text(f"{before}{marks.begin}\n\n{table}\n\n{marks.end}{after}", "utf-8")


def shown(marks: Marks, readme: Path) -> str:
    """Give what stands between the marks."""
    return readme.read_text("utf-8").partition(marks.begin)[2].partition(marks.end)[0].strip()
