"""Where the profile, the records and the lock stand on this computer."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from assist_bot.errors import MachineError, Waiting
from assist_bot.language import say
from assist_bot.owner_only import keep_to_owner

ROOM_FOR_A_RUN = 50_000_000
"""Bytes that a run's pictures, papers and browser need at most."""


@dataclass(frozen=True)
class Places:
    """The folder of the profile and the folder of everything that the bot itself writes."""

    config: Path
    state: Path

    @property
    def profile(self) -> Path:
        """The household's own facts; written by the person only."""
        return self.config / "profile.toml"

    @property
    def runs(self) -> Path:
        """One folder a run: journal, pictures, review."""
        return self.state / "runs"

    @property
    def ledger(self) -> Path:
        """The lasting record of contributions."""
        return self.state / "ledger.sqlite"

    @property
    def log_file(self) -> Path:
        """The program's own log, for finding faults."""
        return self.state / "assist-bot.log"

    @property
    def lock(self) -> Path:
        """Held by the one run that may be at the portal."""
        return self.state / "lock"

    @property
    def browser_data(self) -> Path:
        """The browser's private data folder."""
        return self.state / "browser"

    @property
    def own_words(self) -> Path:
        """The person's own additions to the words of the portal."""
        return self.config / "words.toml"

    @property
    def seen_words(self) -> Path:
        """The words that the portal itself has shown, and under which names."""
        return self.state / "seen_words.json"

    @property
    def documents(self) -> Path:
        """Letters, slips (ACR) and receipts, kept for good: one folder a year, see `filing`."""
        return self.state / "documents"

    @property
    def proofs(self) -> Path:
        """What `assist-bot proof` put together; it can be made again."""
        return self.state / "proofs"

    @property
    def forgetting(self) -> Path:
        """Whom a forgetting that has begun is about, until it is finished."""
        return self.state / "forgetting.json"

    @property
    def schedule(self) -> Path:
        """What was agreed to for the scheduled run, and how its last one ended."""
        return self.state / "schedule.json"

    @property
    def interview(self) -> Path:
        """The answers of an `init` that is not finished."""
        return self.state / "init.json"

    @property
    def portal_id_awaited(self) -> Path:
        """When SOCSO was asked for the portal ID."""
        return self.state / "portal_id_awaited.json"

    @property
    def forms(self) -> Path:
        """SOCSO's forms, filled in or ready to copy; they stand beside the profile."""
        return self.config / "forms"

    @property
    def blanks(self) -> Path:
        """The blanks of those forms that the person downloaded."""
        return self.config / "blanks"

    @property
    def logs(self) -> list[Path]:
        """The program's own log, and the older parts of it."""
        return sorted(self.state.glob(f"{self.log_file.stem}*{self.log_file.suffix}"))

    @property
    def own_things(self) -> list[Path]:
        """All that lasts in the two folders, whether it is there or not."""
        lasting = (
            self.profile,
            self.own_words,
            self.runs,
            self.documents,
            self.proofs,
            self.lock,
            self.forms,
            self.blanks,
        )
        records = (
            "log-ins.json",
            self.seen_words.name,
            self.forgetting.name,
            self.portal_id_awaited.name,
            self.interview.name,
            self.schedule.name,
        )
        return [
            *lasting,
            *(self.state / name for name in records),
            *self.state.glob(f"{self.ledger.name}*"),
            *self.logs,
        ]


def own_home() -> Path | None:
    """Give `ASSIST_BOT_HOME` where that is set."""
    home = os.environ.get("ASSIST_BOT_HOME")
    return Path(home).expanduser().absolute() if home else None


def places() -> Places:
    """Both folders are `ASSIST_BOT_HOME` where that is set, otherwise the platform's own."""
    folder = own_home()
    if folder:
        return Places(config=folder, state=folder)
    return Places(
        config=platformdirs.user_config_path("assist-bot", appauthor=False),
        state=platformdirs.user_state_path("assist-bot", appauthor=False),
    )


def prepare(places: Places) -> tuple[Path, ...]:
    """Make the folders. From here on, what this process writes can be read by its owner only.

    What others could read in them is mended, and given back to be told. Raises MachineError where that cannot be
    mended, where a folder cannot be made or written, or where the disk is full.
    """
    os.umask(0o077)
    tops = (places.config, places.state)
    try:
        for folder in tops:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mended = keep_to_owner(dict.fromkeys(tops), places.own_things)
        for folder in (places.runs, places.documents, places.proofs):
            folder.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryFile(dir=places.state) as trial:
            trial.write(b"room?")
            trial.flush()
            os.fsync(trial.fileno())
        free = shutil.disk_usage(places.state).free
    except OSError as error:
        raise _cannot_write(Path(error.filename or places.state), error) from error
    if free < ROOM_FOR_A_RUN:
        raise MachineError(
            say(
                "The disk is nearly full: {free} MB are left for {state}.",
                free=free // 1_000_000,
                state=places.state,
            ),
            say(
                "Free at least {needed} MB, or point ASSIST_BOT_HOME at a disk with room.",
                needed=ROOM_FOR_A_RUN // 1_000_000,
            ),
        )
    return mended


def write_private(path: Path, content: str | bytes, *, newline: str | None = None) -> None:
    """Replace the file in one go, for its owner's eyes only; after a kill it holds the old content or the new.

    Lines end as is usual on this computer; with `newline=""` as they do in the text. Raises MachineError where it
    cannot be written.
    """
    try:
        # mkstemp makes the file 0600 whatever the umask.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_as_bytes(content, newline))
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise _cannot_write(path, error) from error


def _as_bytes(content: str | bytes, newline: str | None) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if newline == "" else content.replace("\n", os.linesep)).encode()


@contextmanager
def holding_the_lock(places: Places, command: str) -> Iterator[None]:
    """Be the only run inside. Raises Waiting, naming the run that is inside already.

    The lock goes with the process, so a killed run never leaves it behind.
    """
    lock = FileLock(places.lock, mode=0o600)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise Waiting(
            say("Another run holds the lock: {holder}.", holder=_holder(places)),
            say("Let it end, then run this again."),
        ) from None
    except (OSError, NotImplementedError) as error:
        raise _cannot_write(places.lock, error) from error
    try:
        since = datetime.now(UTC).isoformat(timespec="seconds")
        note = {"pid": os.getpid(), "command": command, "since": since}
        write_private(_note(places), json.dumps(note))
        yield
    finally:
        with suppress(OSError):
            _note(places).unlink(missing_ok=True)
        lock.release()


def _note(places: Places) -> Path:
    """Who holds the lock; beside it, because on Windows a locked file cannot be read."""
    return places.lock.with_name("lock.json")


def _holder(places: Places) -> str:
    try:
        note = json.loads(_note(places).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(note["since"]).astimezone()
        return say(
            "`{command}`, process {process}, since {since:%Y-%m-%d %H:%M:%S}",
            command=note["command"],
            process=note["pid"],
            since=since,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return say("one that has only just begun")


def _cannot_write(path: Path, error: Exception) -> MachineError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return MachineError(
        say("Nothing can be written to {path}: {reason}.", path=path, reason=reason),
        say(
            "Make room or give yourself the right to write there, or point ASSIST_BOT_HOME at another folder."
        ),
    )
