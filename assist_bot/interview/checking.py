"""Whether an answer is right, by the profile's own rules and nobody else's."""

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assist_bot.interview.fields import Kind, Place, field_at
from assist_bot.outcome import Problem
from assist_bot.profile.model import Profile
from assist_bot.profile.paper_checks import anchor_papers, paper_problems
from assist_bot.profile.report import key_of, problems_of
from assist_bot.profile.validity import expired, impossible, soon_expired
from assist_bot.profile.whole import misfits


def problem_at(
    place: Place, table: Mapping[str, Any], earlier: Collection[Place], today: date
) -> Problem | None:
    """Say what is wrong at a place of the profile, or between it and what was answered `earlier`; None: nothing."""
    key, keys = key_of(*place), {key_of(*each) for each in earlier}
    for problem in (*_of_values(table), *impossible(table, today)):
        if problem.key == key or problem.key.startswith(f"{key}["):
            return problem
    for problem in misfits(table):
        if problem.key == key or problem.key in keys:
            return problem
    return None


def paper_problem_at(place: Place, table: Mapping[str, Any], folder: Path) -> Problem | None:
    """Say what is wrong with the paper that a place names, its path as seen from `folder`; None: nothing."""
    if field_at(place).kind is not Kind.PAPER:
        return None
    anchored = deepcopy(dict(table))
    anchor_papers(anchored, folder)
    return next((each for each in paper_problems(anchored) if each.key == key_of(*place)), None)


def notes_at(place: Place, table: Mapping[str, Any], today: date) -> Iterator[str]:
    """Go through what the person should know of an answer that is right all the same."""
    for problem in (*expired(table, today), *soon_expired(table, today)):
        if problem.key == key_of(*place):
            yield problem.message


def _of_values(table: Mapping[str, Any]) -> list[Problem]:
    try:
        Profile.model_validate(table)
    except ValidationError as error:
        return problems_of(error)
    return []
