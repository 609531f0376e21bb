"""The ledger's file: one sqlite database, to be read by its owner only, on disk before a writer goes on."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from assist_bot.errors import MachineError
from assist_bot.language import say

_MARK = 0x41534C45  # "ASLE": this file is an assist-bot ledger
_FORM = 2

_SCHEMA = """
BEGIN;
CREATE TABLE contribution_event (
    id INTEGER PRIMARY KEY,
    employer TEXT NOT NULL,
    month TEXT NOT NULL,
    part INTEGER NOT NULL,
    state TEXT NOT NULL,
    total TEXT NOT NULL,
    acr TEXT NOT NULL,
    receipt TEXT NOT NULL,
    lines TEXT NOT NULL,
    changed TEXT NOT NULL,
    run_folder TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE registration_event (
    id INTEGER PRIMARY KEY,
    employer TEXT NOT NULL,
    state TEXT NOT NULL,
    employer_code TEXT NOT NULL,
    reference TEXT NOT NULL,
    letters TEXT NOT NULL,
    changed TEXT NOT NULL,
    run_folder TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE VIEW contribution AS
    SELECT *, min(changed) OVER one AS began, max(id) OVER one AS latest FROM contribution_event
    WINDOW one AS (PARTITION BY employer, month, part);
CREATE VIEW registration AS
    SELECT *, min(changed) OVER one AS began, max(id) OVER one AS latest FROM registration_event
    WINDOW one AS (PARTITION BY employer);
CREATE TRIGGER contribution_stays BEFORE UPDATE ON contribution_event
    BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER contribution_kept BEFORE DELETE ON contribution_event
    BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER registration_stays BEFORE UPDATE ON registration_event
    BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER registration_kept BEFORE DELETE ON registration_event
    BEGIN SELECT RAISE(ABORT, 'append only'); END;
COMMIT;
"""
_PAPERS = """
CREATE {} TABLE paper_event (
    id INTEGER PRIMARY KEY,
    employer TEXT NOT NULL,
    kind TEXT NOT NULL,
    month TEXT NOT NULL,
    number TEXT NOT NULL,
    dated TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    changed TEXT NOT NULL,
    run_folder TEXT NOT NULL
)"""
_PAPERS_STAY = (
    "CREATE TRIGGER paper_stays BEFORE UPDATE ON paper_event BEGIN SELECT RAISE(ABORT, 'append only'); END",
    "CREATE TRIGGER paper_kept BEFORE DELETE ON paper_event BEGIN SELECT RAISE(ABORT, 'append only'); END",
)


def open_file(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open the ledger, or make it; one that is missing is an empty one in memory for a reader.

    Raises MachineError, naming the way back, where the file is damaged, too new or cannot be used.
    """
    with failing_plainly(path):
        if read_only and not path.exists():
            memory = _connect(":memory:")
            _fill(memory)
            return _set_up(memory, read_only=True)
        if not path.exists():
            make_file(path)
        # mode=rw for a reader too: after a kill, sqlite itself has to take back a half-written change.
        connection = _connect(f"{path.absolute().as_uri()}?mode=rw")
        try:
            form = _ensure_sound(connection, path)
            if not read_only:
                path.chmod(0o600)
            if form < _FORM:
                _bring_up_to_date(connection, read_only=read_only)
            return _set_up(connection, read_only=read_only)
        except BaseException:
            connection.close()
            raise


@contextmanager
def failing_plainly(path: Path) -> Iterator[None]:
    """Turn what sqlite and the disk say into MachineError with a remedy."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.OperationalError as error:
        raise MachineError(
            say("The ledger {path} cannot be used: {error}.", path=path, error=error),
            say("Check the disk's room, your right to write there, and that no other assist-bot runs."),
        ) from error
    except sqlite3.DatabaseError as error:
        raise damaged(path, str(error)) from error
    except OSError as error:
        raise MachineError(
            say("The ledger {path} cannot be used: {reason}.", path=path, reason=error.strerror or error),
            say("Check the disk's room and your right to write there, then run again."),
        ) from error


def make_file(path: Path, fill: Callable[[sqlite3.Connection], None] = lambda _fresh: None) -> None:
    """Make a ledger with what `fill` puts in, in one go: its name is never on half a file, so an empty one is damaged.

    A ledger that was there is replaced. Raises what sqlite and the disk raise.
    """
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(_connect(unfinished.absolute().as_uri())) as fresh:
        fresh.execute("PRAGMA synchronous = EXTRA")
        _fill(fresh)
        fresh.execute("BEGIN")
        fill(fresh)
        fresh.execute("COMMIT")
    unfinished.replace(path)


def _connect(place: str) -> sqlite3.Connection:
    return sqlite3.connect(place, uri=True, isolation_level=None, timeout=10)


def _fill(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {_MARK}")
    connection.executescript(_SCHEMA)
    _bring_up_to_date(connection, read_only=False)


def _bring_up_to_date(connection: sqlite3.Connection, *, read_only: bool) -> None:
    """Add what earlier versions had no place for; a reader sees it as empty, and leaves the file as it is."""
    if read_only:
        connection.execute(_PAPERS.format("TEMP"))
        return
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA user_version").fetchone()[0] < _FORM:
        for statement in (_PAPERS.format(""), *_PAPERS_STAY, f"PRAGMA user_version = {_FORM}"):
            connection.execute(statement)
    connection.execute("COMMIT")


def _ensure_sound(connection: sqlite3.Connection, path: Path) -> int:
    """Give the form in which the file is written."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    form = connection.execute("PRAGMA user_version").fetchone()[0]
    if mark != _MARK:
        raise damaged(path, say("it is empty or no ledger"))
    if form > _FORM:
        raise MachineError(
            say("The ledger {path} was written by a newer assist-bot.", path=path),
            say("Update assist-bot, then run again."),
        )
    found = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise damaged(path, found)
    return int(form)


def _set_up(connection: sqlite3.Connection, *, read_only: bool) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    # EXTRA is FULL and the folder as well: without it a power cut can bring back the state before a commit.
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute(f"PRAGMA query_only = {int(read_only)}")
    return connection


def damaged(path: Path, why: str) -> MachineError:
    """Say that the file is no sound record, and how to get one back."""
    return MachineError(
        say(
            "The ledger {path} is damaged ({reason}); nothing was begun.",
            path=path,
            reason=why.splitlines()[0],
        ),
        say(
            "Put back a copy of it from a backup. Without one, move it away (mv '{path}' "
            "'{path}.damaged') and run again: the record is then made anew from what the portal "
            "shows.",
            path=path,
        ),
    )
