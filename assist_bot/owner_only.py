"""Keeps the program's folders and files to their owner: folders 0700, files 0600, mended where others could read them.

A symbolic link is never followed to mend what it leads to. On Windows nothing is looked at: who may read there is not
told by modes, and the folders of a person's account are closed to other accounts by Windows itself.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from assist_bot.errors import MachineError
from assist_bot.language import mark, say, say_marked

OTHERS = 0o077
_LEFT_AS_IT_IS = mark("Nothing was changed there, and nothing was begun.")


def keep_to_owner(folders: Iterable[Path], things: Iterable[Path]) -> tuple[Path, ...]:
    """Take other people's rights from the `folders` and from the `things` in them; give what had to be mended.

    Of a thing that is a folder everything inside is looked at too. Raises MachineError where something belongs to
    somebody else or cannot be mended, and where a link leads to what others may read.
    """
    if sys.platform == "win32":
        return ()
    mended = [folder for folder in folders if _mended(folder)]
    for thing in things:
        if not thing.parent.is_symlink():  # what a link leads to is closed, or was refused above
            mended += [path for path in _all_of(thing) if _mended(path, inside=path != thing)]
    return tuple(mended)


def told(mended: tuple[Path, ...]) -> str:
    """Say in one line what was mended, "" where nothing was."""
    if not mended:
        return ""
    more = (
        say(" and {count} more of the program's files and folders", count=len(mended) - 1)
        if mended[1:]
        else ""
    )
    return say(
        "Others on this computer could read {path}{more}. This was mended: now only you can.",
        path=mended[0],
        more=more,
    )


def _all_of(thing: Path) -> Iterator[Path]:
    """Give the thing and whatever is inside; a folder before what it holds, so that it is closed first."""
    yield thing
    if not thing.is_symlink():
        for folder, folders, files in os.walk(thing):
            yield from (Path(folder, name) for name in (*folders, *files))


def _mended(path: Path, *, inside: bool = False) -> bool:
    """Take other people's rights away, and say whether there were any."""
    try:
        found = path.lstat()
    except FileNotFoundError:  # a run that goes on puts things away
        return False
    if stat.S_ISLNK(found.st_mode):
        if not inside:  # a link inside a folder of ours is nobody's way in, and not ours
            _ensure_closed_at_its_end(path)
        return False
    if not (stat.S_ISDIR(found.st_mode) or stat.S_ISREG(found.st_mode)):
        return False
    if found.st_mode & OTHERS:
        _ensure_ours_to_change(path, found)
    if found.st_uid != os.geteuid():
        raise _somebody_elses(path)
    if not found.st_mode & OTHERS:
        return False
    _take_away(path, found)
    return True


def _ensure_closed_at_its_end(link: Path) -> None:
    try:
        end = link.stat()
    except FileNotFoundError:
        return
    if end.st_uid == os.geteuid() and not end.st_mode & OTHERS:
        return
    where, mode = link.resolve(), "700" if stat.S_ISDIR(end.st_mode) else "600"
    raise MachineError(
        say(
            "{link} is a link to {where}, which others on this computer may read. {left_as_it_is}",
            link=link,
            where=where,
            left_as_it_is=say_marked(_LEFT_AS_IT_IS),
        ),
        say(
            "Type `chmod {mode} '{where}'` if it is meant to be there, or remove the link.",
            mode=mode,
            where=where,
        ),
    )


def _ensure_ours_to_change(path: Path, found: os.stat_result) -> None:
    """Refuse what is open on purpose: a folder such as /tmp or /opt, and a file that has a second name elsewhere."""
    if stat.S_ISDIR(found.st_mode) and found.st_mode & stat.S_ISVTX:
        raise MachineError(
            say(
                "{path} is a folder that everybody on this computer shares. {left_as_it_is}",
                path=path,
                left_as_it_is=say_marked(_LEFT_AS_IT_IS),
            ),
            say("Name a folder of your own in ASSIST_BOT_HOME, or leave it unset."),
        )
    if path.parent == Path(path.anchor):
        raise MachineError(
            say(
                "Others on this computer may read {path}, and it may be a folder of the whole system. "
                "{left_as_it_is}",
                path=path,
                left_as_it_is=say_marked(_LEFT_AS_IT_IS),
            ),
            say(
                "Name another folder in ASSIST_BOT_HOME; or, if this one is yours alone, type `chmod 700 "
                "'{path}'`.",
                path=path,
            ),
        )
    if stat.S_ISREG(found.st_mode) and found.st_nlink > 1:
        raise MachineError(
            say(
                "Others on this computer may read {path}, and it is a file that has another name "
                "elsewhere. {left_as_it_is}",
                path=path,
                left_as_it_is=say_marked(_LEFT_AS_IT_IS),
            ),
            say("Type `chmod 600 '{path}'` if nobody else needs it.", path=path),
        )


def _take_away(path: Path, found: os.stat_result) -> None:
    folder = stat.S_ISDIR(found.st_mode)
    # Whatever is put in its place meanwhile is not followed, not waited for, and not changed.
    how = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | (os.O_DIRECTORY if folder else 0)
    try:
        handle = os.open(path, how)
        try:
            same = os.path.samestat(os.fstat(handle), found)
            if same:
                os.fchmod(handle, stat.S_IMODE(found.st_mode) & (0o700 if folder else 0o600))
            closed = same and not os.fstat(handle).st_mode & OTHERS
        finally:
            os.close(handle)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _cannot_be_mended(path, error.strerror or type(error).__name__) from error
    if not closed:
        raise _cannot_be_mended(path, say("the disk that it is on does not keep who may read what"))


def _somebody_elses(path: Path) -> MachineError:
    return MachineError(
        say(
            "{path} belongs to somebody else, who may read it. {left_as_it_is}",
            path=path,
            left_as_it_is=say_marked(_LEFT_AS_IT_IS),
        ),
        say(
            "Run this as its owner, or name a folder of your own in ASSIST_BOT_HOME; if it should be "
            "yours, as after a run as root, type `sudo chown -R $USER '{path}'`.",
            path=path,
        ),
    )


def _cannot_be_mended(path: Path, why: str) -> MachineError:
    return MachineError(
        say(
            "Others on this computer may read {path}, and that cannot be mended: {why}. {left_as_it_is}",
            path=path,
            why=why,
            left_as_it_is=say_marked(_LEFT_AS_IT_IS),
        ),
        say(
            "Take the right to read it from others, or point ASSIST_BOT_HOME at a folder of your own "
            "on another disk."
        ),
    )
