"""The folder of one run: who may read it, and what the files in it may be called."""

import os
import re
import unicodedata
from datetime import datetime
from itertools import count
from pathlib import Path

_LONGEST_NAME = 80
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def make_folder(runs_folder: Path, name: str, now: datetime) -> Path:
    """Make a new private folder such as `2026-11-22T10-15-00-pay`. Raises OSError."""
    runs_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    first = f"{now:%Y-%m-%dT%H-%M-%S}-{slug(name)}"
    for attempt in count(1):
        folder = runs_folder / (first if attempt == 1 else f"{first}-{attempt}")
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            continue
        return folder
    raise AssertionError  # count() does not end


def write_private(path: Path, data: bytes, *, add: bool = False, surely: bool = True) -> None:
    """Write a file that only its owner may read; with `surely` it is then on the disk. Raises OSError."""
    how = os.O_WRONLY | os.O_CREAT | (os.O_APPEND if add else os.O_TRUNC) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, how, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        if surely:
            os.fsync(file.fileno())


def slug(title: str) -> str:
    """Write a title as part of a file's name: small letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:50].strip("-") or "untitled"


def safe_name(name: str) -> str:
    """Strip a name of folders, leading dots and whatever a file system may trip over; its ending stays."""
    last = re.split(r"[/\\]", name)[-1]
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9._ -]+", "-", plain).strip(" .-")
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        stem, ending = plain, ""
    stem, ending = stem[:_LONGEST_NAME].rstrip(" ."), ending[:10]
    whole = f"{stem or 'document'}.{ending}" if ending else stem or "document"
    return f"document-{whole}" if _RESERVED.match(whole) else whole


def unused(folder: Path, name: str) -> Path:
    """Find a path of that name at which nothing stands yet, so that nothing is ever overwritten."""
    path = folder / name
    for attempt in count(2):
        if not path.exists() and not path.is_symlink():
            return path
        path = folder / f"{Path(name).stem}-{attempt}{Path(name).suffix}"
    raise AssertionError  # count() does not end
