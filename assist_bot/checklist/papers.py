"""Whether each of the household's papers is there, can be handed in, and shows something."""

from collections.abc import Iterator
from pathlib import Path

from assist_bot.checklist.items import missing, there, to_look_at, wrong
from assist_bot.checklist.preparation import Preparation
from assist_bot.language import say
from assist_bot.outcome import ChecklistItem
from assist_bot.profile.look import text_at
from assist_bot.profile.paper_checks import HERS, paper_problems, wanted_papers
from assist_bot.profile.paper_files import LARGEST, fault_in
from assist_bot.profile.papers import DESCRIPTIONS
from assist_bot.profile.validity import present
from assist_bot.scans import judge


def paper_items(known: Preparation) -> Iterator[tuple[str, ChecklistItem]]:
    """Go through the papers that are needed, by their names in the profile, each once."""
    twins = {each.key: each.message for each in paper_problems(known.table)}
    seen = set[str]()
    for key, name, path in wanted_papers(known.table):
        if key not in seen:
            seen.add(key)
            yield name, _item(_label(known, key, name), name, path, twins.get(key, ""))


def usable_paper(path: Path | None) -> bool:
    """Say whether a paper can be opened and handed in."""
    return path is not None and fault_in(path) is None


def too_large(known: Preparation) -> list[Path]:
    """List the papers over the 5 MB that the portal takes."""
    paths = dict.fromkeys(path for _, _, path in wanted_papers(known.table) if path)
    return [path for path in paths if _is_too_large(path)]


def _is_too_large(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > LARGEST
    except (OSError, ValueError):
        return False


def _label(known: Preparation, key: str, name: str) -> str:
    """Name a paper by the guide's description, and by the employee's name where there are several."""
    employees = dict(present(known.table, known.today))
    if name not in HERS or len(employees) < 2 or not key.startswith("employee["):  # noqa: PLR2004  more than one
        return DESCRIPTIONS[name]
    place = int(key.removeprefix("employee[").partition("]")[0]) - 1
    return f"{DESCRIPTIONS[name]}, {text_at(employees.get(place, {}), 'name')}"


def _item(label: str, name: str, path: Path | None, problem: str) -> ChecklistItem:
    if path is None:
        write = say("Scan it, and write its path behind {name} under [documents] in the profile.", name=name)
        return missing(label, say("The profile names no paper for it."), write)
    if _is_too_large(path):
        size = f"{path.stat().st_size / 1024 / 1024:.1f}"
        fact = say("{file} has {size} MB, and the portal takes 5.", file=path.name, size=size)
        return wrong(
            label, fact, say("`assist-bot prepare --shrink` makes it smaller and keeps the original.")
        )
    if fault := fault_in(path):
        return (wrong if path.exists() else missing)(label, f"It {fault[0]}.", fault[1])
    if problem:
        return wrong(label, f"It {problem}.", say("Name the paper that is meant."))
    return _seen(label, path)


def _seen(label: str, path: Path) -> ChecklistItem:
    found = judge(path)
    if found.blank:
        fact = say("{file} is blank: nothing is to be seen on it.", file=path.name)
        return wrong(label, fact, say("Scan it again, with the written side to the glass."))
    if found.blank is None:
        fact = say("Whether something is to be seen on {file} cannot be told from here.", file=path.name)
        return to_look_at(label, fact, say("Open it and look: {path}", path=path))
    if found.coarse:
        fact = say("{file} has only {count} pixels on its long side.", file=path.name, count=found.long_side)
        return to_look_at(label, fact, say("Look whether the small print can be read; 200 dpi are enough."))
    return there(label, say("{file} can be read.", file=path.name))
