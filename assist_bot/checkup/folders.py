"""The folders and what stands in them: whose they are, who else may read them, and how much room is left."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from assist_bot.checkup.checking import not_checked, ok, problem, warning
from assist_bot.language import mark, say
from assist_bot.outcome import Check, Outcome
from assist_bot.owner_only import OTHERS
from assist_bot.places import ROOM_FOR_A_RUN, Places

FOLDERS = mark("Folders")
DISK = mark("Disk")
AMPLE = 10
"""Times the room for a run, below which it is told that the disk fills up."""


def look_at_folders(here: Places) -> Iterator[Check]:
    """Look at the folders that runs write to, and at the files with facts of the household in them."""
    names = {"config": here.config, "state": here.state, "runs": here.runs, "documents": here.documents}
    by_path = {path: name for name, path in reversed(names.items())}
    there = [path for path in by_path if path.exists()]
    missing = [name for path, name in by_path.items() if path not in there]
    wrong = [check for path in there if (check := _wrong_with(path))]
    yield from wrong
    files = [
        path
        for path in (here.profile, here.ledger, here.log_file, here.state / "log-ins.json")
        if path.exists()
    ]
    wrong_files = [check for path in files if (check := _wrong_with(path, folder=False))]
    yield from wrong_files
    if wrong or wrong_files:
        return
    if sys.platform == "win32":
        yield _on_windows(here)
    elif there:
        yield ok(FOLDERS, say("Yours alone: {folders}.", folders=", ".join(map(str, there))))
    if missing:
        yield ok(
            FOLDERS,
            say(
                "The first run makes what is not there yet ({names}), in {state}.",
                names=", ".join(missing),
                state=here.state,
            ),
        )


def _on_windows(here: Places) -> Check:
    """Say what keeps others out there: not this program, which changes no rights on Windows."""
    outside = [
        folder for folder in dict.fromkeys((here.config, here.state)) if Path.home() not in folder.parents
    ]
    if outside:
        return warning(
            FOLDERS,
            say(
                "{folder} is not inside your own user folder; who may read it is up to Windows.",
                folder=outside[0],
            ),
            say("Look at its Properties, Security; or leave ASSIST_BOT_HOME unset."),
        )
    return not_checked(
        FOLDERS,
        say("your user folder is closed to other accounts by Windows itself, except to administrators"),
    )


def look_at_disk(here: Places) -> Iterator[Check]:
    """Look at the room that is left where runs write."""
    there = next(path for path in (here.state, *here.state.parents) if path.exists())
    free = shutil.disk_usage(there).free
    told = say("{free:,} MB are free for {state}.", free=free // 1_000_000, state=here.state)
    only = say("Only {told}", told=told)
    if free < ROOM_FOR_A_RUN:
        least = say(
            "Free at least {needed} MB, or point ASSIST_BOT_HOME at a disk with room.",
            needed=ROOM_FOR_A_RUN // 1_000_000,
        )
        yield problem(DISK, Outcome.MACHINE, only, least)
    elif free < AMPLE * ROOM_FOR_A_RUN:
        yield warning(DISK, only, say("Free some space soon: each run keeps its pictures."))
    else:
        yield ok(DISK, told)


def _wrong_with(path: Path, *, folder: bool = True) -> Check | None:
    if folder and not path.is_dir():
        return problem(
            FOLDERS,
            Outcome.MACHINE,
            say("{path} is no folder.", path=path),
            say("Move it away; the next run makes the folder."),
        )
    if sys.platform == "win32":
        return None
    found = path.stat()
    if found.st_uid != os.geteuid():
        return problem(
            FOLDERS,
            Outcome.MACHINE,
            say("{path} belongs to somebody else.", path=path),
            say("Type `sudo chown -R $USER '{path}'`.", path=path),
        )
    if not os.access(path, os.R_OK | os.W_OK | (os.X_OK if folder else 0)):
        right = "u+rwx" if folder else "u+rw"
        return problem(
            FOLDERS,
            Outcome.MACHINE,
            say("{path} may not be read and written.", path=path),
            say("Type `chmod {right} '{path}'`.", right=right, path=path),
        )
    mode = stat.S_IMODE(found.st_mode)
    return _open_to_others(path, mode, "700" if folder else "600") if mode & OTHERS else None


def _open_to_others(path: Path, mode: int, proper: str) -> Check:
    """Tell what the next run mends by itself, and what it stops at: it mends nothing where a link leads."""
    if path.is_symlink():
        return problem(
            FOLDERS,
            Outcome.MACHINE,
            say(
                "{path} is a link to {target}, which others on this computer may use ({mode:o}).",
                path=path,
                target=path.resolve(),
                mode=mode,
            ),
            say("Type `chmod {proper} '{target}'`.", proper=proper, target=path.resolve()),
        )
    return warning(
        FOLDERS,
        say("Others on this computer may use {path} ({mode:o}).", path=path, mode=mode),
        say("Type `chmod {proper} '{path}'`.", proper=proper, path=path),
    )
