"""What a run that was killed leaves behind: its browser's private data, a rehearsal, half a file.

Removed at the next start, by the one run that holds the lock. The browser of `doctor`, which takes no lock, stands
among the temporary files of the system beside a lock of its own.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from loguru import logger

from assist_bot.places import Places

REHEARSAL = "rehearsal-"
"""How the folder of a rehearsal begins, in the state folder."""

_REPLACED = ("lock", "log-ins", "seen_words", "forgetting", "credentials", "portal_id_awaited", "init")
"""Files that are replaced in one go: a kill in between leaves the new one under a name of its own."""
_TRIAL = "assist-bot-trial-"
TRYING = 5.0
"""Seconds for which it is tried to remove something that is still written to."""


def remove_leftovers(places: Places) -> None:
    """Remove what killed runs left; only inside the lock. What cannot be removed is told, and tried again next time."""
    demo = places.state / "demo"
    left = [places.browser_data, demo / places.browser_data.name, places.ledger.with_suffix(".sqlite.new")]
    left += places.documents.glob("*/.* SOCSO *.pdf")
    for state in (places.state, demo):
        left += state.glob(f"{REHEARSAL}*")
        left += (each for name in _REPLACED for each in state.glob(f".{name}.json.*"))
    left += (each for name in ("profile", "words") for each in places.config.glob(f".{name}.toml.*"))
    for each in (*left, *_trials_left()):
        remove(each)


def remove(path: Path) -> bool:
    """Remove a file, or a folder with all that is in it, and say whether it is gone.

    It is tried for a few seconds: a browser that was just closed may still be writing. A link is removed, never
    what it leads to. What stays is noted as a warning.
    """
    until = time.monotonic() + TRYING
    while os.path.lexists(path):
        _try_to_remove(path)
        if not os.path.lexists(path):
            break
        if time.monotonic() > until:
            logger.warning("{} could not be removed; the next run tries again.", path)
            return False
        time.sleep(0.1)
    return True


@contextmanager
def trial_folder() -> Iterator[Path]:
    """Give a private temporary folder, which is removed at the end, or after a kill by the next run."""
    with tempfile.TemporaryDirectory(prefix=_TRIAL, ignore_cleanup_errors=True) as name:
        lock = FileLock(_lock_in(Path(name)), mode=0o600)
        with lock:
            yield Path(name)


def _try_to_remove(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    except OSError:
        pass  # whether it is gone is looked at, not how it went


def _trials_left() -> Iterator[Path]:
    for folder in Path(tempfile.gettempdir()).glob(f"{_TRIAL}*"):
        if _is_ours(folder) and not _is_in_use(folder):
            yield folder


def _is_ours(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    return not hasattr(os, "geteuid") or folder.stat().st_uid == os.geteuid()


def _is_in_use(folder: Path) -> bool:
    """Say whether its process lives. One without a lock has only just begun, and holds nothing yet."""
    if not _lock_in(folder).exists():
        return True
    try:
        with FileLock(_lock_in(folder), blocking=False):
            return False
    except (Timeout, OSError):
        return True


def _lock_in(folder: Path) -> Path:
    return folder / "lock"
