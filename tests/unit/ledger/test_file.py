"""The ledger's file: private, whole, never rewritten, and refused when it is damaged."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assist_bot.errors import MachineError
from assist_bot.ledger import Ledger, State
from tests.unit.ledger.acts import submit
from tests.unit.owing import EMPLOYER, OCTOBER, checked


def damaged(file: Path) -> MachineError:
    """Give the refusal that a file meets, for writers and readers alike."""
    before = file.read_bytes()
    with pytest.raises(MachineError):
        Ledger.open(file, read_only=True)
    with pytest.raises(MachineError) as refused:
        Ledger.open(file)
    assert file.read_bytes() == before
    return refused.value


def test_only_the_owner_can_read_it(file: Path) -> None:
    """Whatever the umask, and also after a restore with wider rights."""
    Ledger.open(file).close()
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    Ledger.open(file).close()
    assert file.stat().st_mode & 0o777 == 0o600


def test_it_is_one_file(file: Path, ledger: Ledger) -> None:
    """So that a copy of it is a backup."""
    submit(ledger)
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == [file.name]


def test_every_write_is_on_disk_before_it_returns(ledger: Ledger) -> None:
    """EXTRA is FULL, and the folder as well."""
    mode = ledger._record.connection.execute("PRAGMA synchronous").fetchone()[0]  # noqa: SLF001 - no other way to ask
    assert mode == 3


@pytest.mark.parametrize(
    "change", ["UPDATE contribution_event SET state = 'paid'", "DELETE FROM contribution_event"]
)
def test_history_cannot_be_rewritten(file: Path, ledger: Ledger, change: str) -> None:
    """Not even by another program that opens the file in good faith."""
    submit(ledger)
    with closing(sqlite3.connect(file)) as other, pytest.raises(sqlite3.IntegrityError, match="append only"):
        other.execute(change)


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100])
def test_a_file_that_is_no_ledger_is_refused(file: Path, content: bytes) -> None:
    """An empty one too: a ledger is never made empty under its own name. The way back is named."""
    file.write_bytes(content)
    refused = damaged(file)
    assert "damaged" in refused.fact
    assert "backup" in refused.remedy
    assert f"mv '{file}'" in refused.remedy


def test_another_programs_database_is_refused(file: Path) -> None:
    """It is not ours to write into."""
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    assert "no ledger" in damaged(file).fact


@pytest.mark.parametrize("place", [0, 90, 4096, 8192])
def test_a_ledger_that_was_overwritten_is_refused(file: Path, place: int) -> None:
    """Where the disk lost what holds the file together."""
    with Ledger.open(file) as ledger:
        submit(ledger)
    content = bytearray(file.read_bytes())
    content[place : place + 200] = b"\xff" * 200
    file.write_bytes(bytes(content))
    damaged(file)


@pytest.mark.parametrize(
    ("word", "other"), [(b"submitted", b"sabmitted"), (b"2026-10", b"2026-99"), (b"ACR", b"\xff\xff\xff")]
)
def test_a_record_that_cannot_be_read_is_refused(file: Path, word: bytes, other: bytes) -> None:
    """Where the disk lost what is written in it."""
    with Ledger.open(file) as ledger:
        submit(ledger)
    file.write_bytes(file.read_bytes().replace(word, other))
    damaged(file)


def test_a_ledger_that_was_cut_off_is_refused(file: Path) -> None:
    """Half a file is no record."""
    with Ledger.open(file) as ledger:
        submit(ledger)
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    damaged(file)


def test_a_newer_ledger_is_refused(file: Path) -> None:
    """An older program would not understand it."""
    Ledger.open(file).close()
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA user_version = 99")
    assert "newer" in damaged(file).fact


def test_a_folder_in_its_place_is_refused(file: Path) -> None:
    """With the name of the place."""
    file.mkdir()
    for read_only in (True, False):
        with pytest.raises(MachineError, match="ledger"):
            Ledger.open(file, read_only)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """Making folders is not the ledger's business."""
    with pytest.raises(MachineError, match="cannot be used"):
        Ledger.open(tmp_path / "nowhere" / "ledger.sqlite")


def test_a_half_made_ledger_is_made_anew(file: Path) -> None:
    """A kill while it was made leaves nothing under its name."""
    file.with_name(f"{file.name}.new").write_bytes(b"half")
    with Ledger.open(file) as ledger:
        submit(ledger)
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == [file.name]


def test_on_a_full_disk_nothing_is_begun(file: Path) -> None:
    """What could not be written before the sending is not sent, and what was written before stays."""
    with Ledger.open(file) as ledger:
        ledger._record.connection.execute("PRAGMA max_page_count = 1")  # noqa: SLF001 - stands for a full disk
        with pytest.raises(MachineError, match="full"):
            fill(ledger)
        with pytest.raises(MachineError, match="room"), ledger.submitting(EMPLOYER, checked()):
            pytest.fail("it was begun")
        assert {entry.state for entry in ledger.history(EMPLOYER, OCTOBER)} == {State.DRAFTED}


def fill(ledger: Ledger) -> None:
    """Write until there is no room left."""
    while True:
        ledger.drafted(EMPLOYER, checked())
