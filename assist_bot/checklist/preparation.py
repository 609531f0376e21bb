"""What is known when the checklist is made. Parts of the profile may be missing or wrong, or all of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assist_bot import logs
from assist_bot.errors import ProfileError
from assist_bot.outcome import Problem
from assist_bot.places import Places
from assist_bot.profile import Profile, load, private_of, read_table, secrets_of
from assist_bot.profile.paper_checks import anchor_papers


@dataclass(frozen=True)
class Preparation:
    """The household as far as it is known on a day (Asia/Kuala_Lumpur)."""

    here: Places
    path: Path
    today: date
    table: Mapping[str, Any]
    """What the profile's file says, sound or not, papers with absolute paths; nothing where it cannot be read."""
    profile: Profile | None
    """Only where it is sound."""
    trouble: ProfileError | None = None
    """Why it is not."""
    doubts: tuple[Problem, ...] = ()
    """What looks unlikely in a sound one."""


def preparation(path: Path, here: Places, today: date) -> Preparation:
    """Read whatever there is of the profile. Nothing in it ends the list."""
    path = path.absolute()
    try:
        table = read_table(path)
    except ProfileError as error:
        return Preparation(here, path, today, {}, None, error)
    anchor_papers(table, path.parent)
    try:
        loaded = load(path, "pay", today)
    except ProfileError as error:
        return Preparation(here, path, today, table, None, error)
    logs.hide([*secrets_of(loaded.profile), *private_of(loaded.profile)])
    return Preparation(here, path, today, table, loaded.profile, doubts=loaded.warnings)
