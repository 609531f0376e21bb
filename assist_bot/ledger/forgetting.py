"""Writes the record anew without one employee: the only way in which anything ever leaves it.

A submission that was for her alone goes; of one that was for others too, her line goes and the rest stays as it is.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from assist_bot.ledger.file import failing_plainly, make_file, open_file
from assist_bot.ledger.states import Entry

IsHers = Callable[[Mapping[str, Any]], bool]
"""Says whether a line of the record, with `employee` and `passport_ends_in`, is hers."""

_SOMEBODY = "(forgotten)"
_TABLES = ("contribution_event", "registration_event", "paper_event")


def hers_alone(entry: Entry, is_hers: IsHers) -> bool:
    """Say whether a submission was for her and for nobody else."""
    lines = json.loads(entry.lines)
    return bool(lines) and all(map(is_hers, lines))


def hers_among_others(entry: Entry, is_hers: IsHers) -> bool:
    """Say whether a submission was for her and for others."""
    lines = json.loads(entry.lines)
    return any(map(is_hers, lines)) and not all(map(is_hers, lines))


def forget_on_record(path: Path, name: str, is_hers: IsHers, papers: Collection[str]) -> None:
    """Replace the ledger in one go by one without her. Raises MachineError, and then it is as it was.

    Of the papers on record only those stay that are still there: the `papers` in the folder of documents.
    """
    with failing_plainly(path):
        with closing(open_file(path, read_only=True)) as old:
            kept = [(table, list(_kept(old, table, name, is_hers))) for table in _TABLES]
        kept = [
            (table, [row for row in rows if row.get("file", "") in ("", *papers)]) for table, rows in kept
        ]

        def fill(fresh: sqlite3.Connection) -> None:
            for table, rows in kept:
                for row in rows:
                    marks = ", ".join(f":{column}" for column in row)
                    fresh.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)  # noqa: S608  # names of our own

        make_file(path, fill)


def _kept(old: sqlite3.Connection, table: str, name: str, is_hers: IsHers) -> Iterator[dict[str, Any]]:
    rows = [dict(row) for row in old.execute(f"SELECT * FROM {table} ORDER BY id")]  # noqa: S608  # see above
    others = {_key(row) for row in rows for line in json.loads(row.get("lines", "[]")) if not is_hers(line)}
    hers = {_key(row) for row in rows for line in json.loads(row.get("lines", "[]")) if is_hers(line)}
    for row in rows:
        if _key(row) in hers - others:
            continue
        if _key(row) in hers:
            lines = [line for line in json.loads(row["lines"]) if not is_hers(line)]
            row |= {"lines": json.dumps(lines, ensure_ascii=False)}
        yield row | ({"note": row["note"].replace(name, _SOMEBODY)} if "note" in row else {})


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["employer"], row.get("month"), row.get("part")
