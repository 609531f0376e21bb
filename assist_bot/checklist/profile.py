"""The part of the checklist about the profile itself; its papers and dates have parts of their own."""

from collections.abc import Iterator

from assist_bot.checklist.items import missing, there, to_look_at, wrong
from assist_bot.checklist.preparation import Preparation
from assist_bot.language import say
from assist_bot.outcome import ChecklistItem, ChecklistSection

_ELSEWHERE = ("documents.", ".expiry", "work_permit.start")
"""Parts of the keys of what is told with the scans."""


def profile_section(known: Preparation) -> Iterator[ChecklistSection]:
    """Tell whether there is a profile, and everything that is not right in it."""
    yield ChecklistSection(say("Your profile"), tuple(_items(known)))


def _items(known: Preparation) -> Iterator[ChecklistItem]:
    name, error = say("Profile"), known.trouble
    if error and not known.path.exists():
        yield missing(name, error.fact, error.remedy)
    elif error:
        yield wrong(name, error.fact, error.remedy)
        for each in error.problems:
            if each.message != error.fact:
                example = say("For example: {example}", example=each.example) if each.example else ""
                yield wrong(each.key, f"{each.message}.", example or say("Mend it in the profile."))
    else:
        yield there(name, say("{path} is sound.", path=known.path))
        for each in known.doubts:
            if not any(part in f".{each.key}" for part in _ELSEWHERE):
                yield to_look_at(each.key, f"{each.message}.", say("Look at it once more."))
