"""The profile, every problem in it, and the papers that it names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assist_bot import logs
from assist_bot.checkup.checking import ok, problem, warning
from assist_bot.errors import ProfileError
from assist_bot.language import mark, say
from assist_bot.outcome import Check, Outcome, Problem
from assist_bot.portal.own_words import read_own_words
from assist_bot.profile import Profile, load, papers_for, private_of, secrets_of

PROFILE = mark("Profile")
PAPERS = mark("Papers")
OWN_WORDS = mark("Own words")


@dataclass
class Household:
    """The profile, once it is read and sound."""

    profile: Profile | None = None


def look_at_profile(household: Household, path: Path, today: date) -> Iterator[Check]:
    """Read the profile and tell all that is wrong or unlikely in it, and in the papers."""
    try:
        loaded = load(path, "pay", today)
    except ProfileError as error:
        yield problem(PROFILE, Outcome.MEND_PROFILE, error.fact, error.remedy)
        yield from (_told(PROFILE, each, mend=True) for each in error.problems if each.message != error.fact)
        return
    household.profile = loaded.profile
    logs.hide_household([*secrets_of(loaded.profile), *private_of(loaded.profile)])
    yield ok(PROFILE, say("{path} is sound; it is about {names}.", path=path, names=_names(loaded.profile)))
    about_papers = [each for each in loaded.warnings if ".documents." in f".{each.key}"]
    yield from (_told(PROFILE, each) for each in loaded.warnings if each not in about_papers)
    yield from (_told(PAPERS, each) for each in about_papers)
    if not about_papers:
        count = len(papers_for(loaded.profile))
        yield ok(
            PAPERS,
            say("All {count} can be read, and are of a kind and size that the portal takes.", count=count),
        )


def look_at_own_words(file: Path) -> Iterator[Check]:
    """Read the person's own words, where there are any. Raises ProfileError where they cannot be used."""
    if file.exists():
        own = read_own_words(file)
        yield ok(OWN_WORDS, say("{file} adds names to {count} words.", file=file, count=len(own)))


def _told(name: str, about: Problem, *, mend: bool = False) -> Check:
    message = f"{about.key} {about.message}".rstrip(".") + "."
    remedy = say("For example: {example}", example=about.example) if about.example else ""
    if mend:
        return problem(name, Outcome.MEND_PROFILE, message, remedy or say("Mend it in the profile."))
    needed = say("It is needed to register, not to pay.") if name == PAPERS else say("Look at it once more.")
    return warning(name, message, f"{remedy}. {needed}".removeprefix(". "))


def _names(profile: Profile) -> str:
    return ", ".join([profile.employer.name, *(employee.name for employee in profile.employees)])
