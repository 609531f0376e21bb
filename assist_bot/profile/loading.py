"""A profile from its file, checked as a whole: everything that is wrong is reported at once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from assist_bot.errors import ProfileError
from assist_bot.language import say
from assist_bot.outcome import Problem
from assist_bot.profile.doubts import doubts_about
from assist_bot.profile.model import Notification, Profile
from assist_bot.profile.paper_checks import anchor_papers, paper_problems, shared_papers
from assist_bot.profile.portal_access import PortalAccess
from assist_bot.profile.reading import read_table
from assist_bot.profile.report import problems_of
from assist_bot.profile.validity import expired, impossible, soon_expired
from assist_bot.profile.whole import misfits

Command = Literal["register", "pay"]


@dataclass(frozen=True)
class Loaded:
    """A sound profile, and what the person should know about it."""

    profile: Profile
    warnings: tuple[Problem, ...]


def load(path: Path, command: Command, today: date) -> Loaded:
    """Read a profile and check it for a command on a day (Asia/Kuala_Lumpur).

    Papers and what has expired are errors for "register" and warnings for "pay": a permit that awaits its
    renewal must not make a contribution late. Paths of papers come back absolute. Raises ProfileError with
    everything that is wrong.
    """
    path = path.absolute()
    table = read_table(path)
    anchor_papers(table, path.parent)
    profile, errors = _modelled(table)
    errors += [*impossible(table, today), *misfits(table)]
    warnings = [*soon_expired(table, today)]
    lapses = [*expired(table, today), *paper_problems(table)]
    if command == "register":
        errors += [*lapses, *_nobody_to_register(profile)]
        warnings += shared_papers(table)
    else:
        warnings += lapses
    if errors or profile is None:
        raise _to_mend(path, _in_file_order(errors))
    return Loaded(profile, _in_file_order([*warnings, *doubts_about(profile, today)]))


def portal_of(path: Path) -> PortalAccess | None:
    """Read where the portal is, out of a profile that may be wrong elsewhere; None where it does not say it soundly."""
    try:
        return PortalAccess.model_validate(read_table(path).get("portal"))
    except (ProfileError, ValidationError):
        return None


def notify_urls_of(path: Path) -> tuple[str, ...]:
    """Read where notifications go, out of a profile that may be wrong elsewhere; nowhere where it does not say it."""
    try:
        return Notification.model_validate(read_table(path).get("notify", {})).urls
    except (ProfileError, ValidationError):
        return ()


def _modelled(table: dict[str, Any]) -> tuple[Profile | None, list[Problem]]:
    try:
        return Profile.model_validate(table), []
    except ValidationError as error:
        return None, problems_of(error)


def _nobody_to_register(profile: Profile | None) -> list[Problem]:
    if profile is None or any(employee.employment_end is None for employee in profile.employees):
        return []
    message = say("has nobody to register: each one has an employment_end")
    return [Problem("employee", message, say("Leave employment_end out for whom you employ."))]


def _in_file_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sort by section as in the example, and once each; within a section as they were found."""
    sections = [field.alias or name for name, field in Profile.model_fields.items()]

    def place(problem: Problem) -> int:
        section = problem.key.partition(".")[0].partition("[")[0]
        return sections.index(section) if section in sections else len(sections)

    return tuple(sorted(dict.fromkeys(problems), key=place))


def _to_mend(path: Path, problems: tuple[Problem, ...]) -> ProfileError:
    count = (
        say("one thing that is")
        if len(problems) == 1
        else say("{count} things that are", count=len(problems))
    )
    return ProfileError(
        say("The profile {path} has {count} not right.", path=path, count=count),
        say("Mend what is listed, then run again."),
        problems,
    )
