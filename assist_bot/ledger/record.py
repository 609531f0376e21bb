"""One open ledger file: what all parts of the ledger read and write through."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from assist_bot.ledger.file import failing_plainly


@dataclass(frozen=True)
class Record:
    """The file, its clock (aware, Asia/Kuala_Lumpur) and the run that writes. Failures are MachineError."""

    path: Path
    connection: sqlite3.Connection
    read_only: bool
    run_folder: str
    now: Callable[[], datetime]

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Look and write as one: no other process writes in between, and afterwards it is on disk."""
        if self.read_only:
            raise RuntimeError("a read-only ledger was to be written; a dry run has to stop before that")
        with failing_plainly(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def rows(self, query: str, *values: str) -> list[sqlite3.Row]:
        """Read."""
        with failing_plainly(self.path):
            return self.connection.execute(query, values).fetchall()

    def append(self, statement: str, values: dict[str, str]) -> None:
        """Add one event; only inside `writing`."""
        self.connection.execute(statement, values)


class OnRecord:
    """Something that reads and writes an open ledger file, which is closed with it."""

    def __init__(self, record: Record) -> None:
        self._record = record

    @property
    def read_only(self) -> bool:
        """Whether nothing is written to it: a dry run's."""
        return self._record.read_only

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._record.connection.close()
