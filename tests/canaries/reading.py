"""Everything that a run leaves, read: files and what is packed in them, down to the last."""

import base64
import io
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_DATA_ADDRESS = re.compile(rb"data:[\w/+.;=-]*;base64,([A-Za-z0-9+/=]+)")
_SQLITE = b"SQLite format 3\0"


class Piece(NamedTuple):
    """Something that was found: where, and what it holds."""

    place: str
    data: bytes


def files(folder: Path) -> Iterator[Piece]:
    """Give all files below a folder with their names, each with what is packed in it."""
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        yield Piece(place, f"{folder.name}/{place}".encode())
        if path.is_symlink() or not path.is_file():
            continue
        yield from unpacked(place, path.read_bytes())
        if path.suffix == ".sqlite":
            yield from _rows(place, path)


def unpacked(place: str, data: bytes) -> Iterator[Piece]:
    """Give what stands in a file, and in what is packed in it: archives, PDFs, data addresses, streams."""
    if data.startswith(b"PK"):
        yield Piece(place, data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield Piece(f"{place}!{name}", name.encode())
                yield from unpacked(f"{place}!{name}", archive.read(name))
    elif data.startswith(b"%PDF"):
        yield Piece(place, data)
        yield Piece(f"{place}!text", _text_of(data).encode())
    elif data.startswith(b"\x1f\x8b"):
        yield Piece(place, data)
        with suppress(zlib.error):
            yield from unpacked(f"{place}!unzipped", zlib.decompressobj(31).decompress(data))
    else:
        yield Piece(place, _DATA_ADDRESS.sub(b"data:", data))
        for number, found in enumerate(_DATA_ADDRESS.finditer(data)):
            yield from unpacked(f"{place}!data-{number}", base64.b64decode(found[1] + b"=="))


def _text_of(pdf: bytes) -> str:
    try:
        reader = PdfReader(io.BytesIO(pdf))
        told = [page.extract_text() for page in reader.pages]
        return "\n".join([*told, str(reader.metadata)])
    except PyPdfError:
        return ""


def _rows(place: str, path: Path) -> Iterator[Piece]:
    """Read a ledger as the program would, changes included that are not in its main file yet."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as ledger:
        tables = [name for (name,) in ledger.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            rows = ledger.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608  # a name out of the file itself
            yield Piece(f"{place}!{table}", "\n".join(map(str, rows)).encode())
