"""The search finds a value wherever it is planted: what it does not find later is not there."""

import base64
import html
import io
import json
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from fpdf import FPDF

from fixtures.mock_portal.server import PracticePortal
from tests.canaries.allowed import found_in, leaks, may_stand
from tests.canaries.household import Nest
from tests.canaries.reading import Piece, files
from tests.canaries.values import ALL, MYKAD, NEW, OLD, PASSPORT, SALARY, SECRETS, STREET, Canary, Kind

Plant = Callable[[Path, str], object]


def in_zip(file: Path, text: str) -> None:
    """Put it into an archive inside an archive."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("report.json", text)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("stop.zip", inner.getvalue())


def in_pdf(file: Path, text: str) -> None:
    """Write it on a page of a PDF, whose pages are compressed."""
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=12)
    page.multi_cell(0, 10, f"Letter\n{text}")
    file.write_bytes(bytes(page.output()))


def in_journal_of_sqlite(file: Path, text: str) -> None:
    """Write it in another process into a database that is killed before its main file has it."""
    program = (
        "import os, sqlite3, sys\nledger = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "ledger.execute('PRAGMA journal_mode = WAL')\nledger.execute('CREATE TABLE told (it)')\n"
        "ledger.execute('INSERT INTO told VALUES (?)', [sys.argv[2]])\nos._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, str(file), text], check=True)
    assert file.with_name(f"{file.name}-wal").stat().st_size


def in_sqlite(file: Path, text: str) -> None:
    """Write it over several pages of a database."""
    with closing(sqlite3.connect(file)) as ledger, ledger:
        ledger.execute("CREATE TABLE told (before, it)")
        ledger.execute("INSERT INTO told VALUES (?, ?)", ["x" * 4040, text])


def as_picture_in_page(file: Path, text: str) -> None:
    """Put it into a data address, as the review has its pictures."""
    data = base64.b64encode(f"\x89PNG {text}".encode()).decode()
    file.write_text(f'<img src="data:image/png;base64,{data}">')


PLACES: dict[str, Plant] = {
    "notes.txt": lambda file, text: file.write_text(f"before {text} after"),
    "journal.jsonl": lambda file, text: file.write_text(json.dumps({"it": json.dumps({"is": text})})),
    "page.html": lambda file, text: file.write_text(f"<b>{html.escape(text)}</b>"),
    "access.log": lambda file, text: file.write_text(f"POST /?it={quote_plus(text)} {quote(text, safe='')}"),
    "wide": lambda file, text: file.write_bytes(b"\0" + f"before {text}".encode("utf-16-le")),
    "coded": lambda file, text: file.write_bytes(b"it=" + base64.b64encode(f"user:{text}!".encode())),
    "stop.zip": in_zip,
    "letter.pdf": in_pdf,
    "record.sqlite": in_sqlite,
    "ledger.sqlite": in_journal_of_sqlite,
    "review.html": as_picture_in_page,
    "some": lambda file, text: (file / quote(text, safe=" ")).mkdir(parents=True),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_value_is_found_in_every_kind_of_place(tmp_path: Path, place: str) -> None:
    """In a file's name, in what is packed, escaped or coded, in what a database has not put away yet."""
    for canary in ALL:
        if canary is SALARY and place == "coded":
            continue  # too short to be known in the middle of other letters
        folder = tmp_path / canary.name
        folder.mkdir()
        PLACES[place](folder / place, canary.value)
        assert canary in {found for _, found in found_in(files(folder))}, canary
        PLACES[place](folder / f"other-{place}", "nothing")
    assert not found_in(files(tmp_path / "none"))


@pytest.mark.parametrize(
    ("canary", "written"),
    [
        (MYKAD, "790523106347"),
        (MYKAD, "790523 10 6347"),
        (MYKAD, "79-05-23-10-63-47"),
        (PASSPORT, "kx 8842917"),
        (PASSPORT, "KX-884-2917"),
        (STREET, "77, Lorong Cenderawasih".replace(",", "")),
        (OLD, OLD.value.upper()),
        (NEW, repr({"it": NEW.value})),
        (SALARY, "RM1,734.50"),
        (SALARY, "Decimal('1734.50')"),
    ],
)
def test_a_value_is_found_in_every_spelling(canary: Canary, written: str) -> None:
    """With dashes, spaces and in either case."""
    assert found_in([Piece("log", f"It is {written}.".encode())], [canary])


def test_what_is_hidden_or_another_value_is_not_found() -> None:
    """The last characters of a number are no find, and neither are amounts that only look alike."""
    said = "••••••••6347, ••••2917, +60 ••••••••4825, RM11,734.50, RM1734.55, 77 LORONG KENANGA, tapir"
    assert not found_in([Piece("log", said.encode())])


def test_each_value_may_stand_where_it_is_meant_to_and_nowhere_else() -> None:
    """A password in the profile is a leak, and so is an address in the log or in the bundle."""
    everything = "\n".join(each.value for each in ALL).encode()
    where = {
        "profile.toml": SECRETS,
        "runs/1/journal.jsonl": [each for each in ALL if each.kind is not Kind.PRIVATE],
        "runs/1/stop.zip!stop/report.json": ALL,
        "assist-bot.log": ALL,
        "store.json": [each for each in ALL if each.kind is not Kind.SECRET],
    }
    for place, forbidden in where.items():
        assert {name for _, name in leaks([Piece(place, everything)])} == {each.name for each in forbidden}
    assert not may_stand("fault!stderr")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere other programs are not shown")
def test_what_a_child_is_given_is_seen(practice: PracticePortal, tmp_path: Path) -> None:
    """On its command line and in its environment."""
    nest = Nest.made(tmp_path, practice)
    child = "import subprocess, sys; subprocess.run(['sh', '-c', 'sleep 1; true', *sys.argv[1:]])"
    nest.home.program = ("-c", f"import os; os.environ['IT'] = {OLD.value!r}; {child}")
    nest.run(PASSPORT.value)
    assert {("command line", PASSPORT.name), ("environment", OLD.name)} <= {*nest.leaks}
