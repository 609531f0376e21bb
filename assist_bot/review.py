"""The journal as one self-contained page: what the person reads before trusting a run, and keeps afterwards.

Nothing in the page is loaded from elsewhere and nothing in it runs. Whatever the portal said is escaped, and
a content policy forbids the rest: a page title of the portal cannot become a part of this page.
"""

import base64
import os
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from assist_bot.errors import MachineError
from assist_bot.journal import FILE_NAME
from assist_bot.language import mark, say, say_marked, spoken
from assist_bot.outcome import NOT_BEGUN
from assist_bot.page import page
from assist_bot.retelling import Picture, Story, retell
from assist_bot.run_folder import write_private
from assist_bot.verdict import verdict_for
from assist_bot.wording import amount, moment, month, plain

_LARGEST_PICTURE = 20_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_FACTS = {
    "month": mark("Month"),
    "total": mark("Total"),
    "acr": mark("ACR (slip to be paid)"),
    "receipt": mark("Receipt"),
    "employer_code": mark("Employer code"),
    "reference": mark("Reference"),
}
_AMOUNTS = {
    "salary": mark("Salary"),
    "employer": mark("You pay as employer"),
    "employee_share": mark("Employee's share"),
    "skbbk": "LINDUNG 24 Jam (SKBBK)",
    "total": mark("Total"),
}


@dataclass(frozen=True)
class Shot:
    """A picture in the page: its name, its title, and itself as a data address (empty: it is lost)."""

    name: str
    title: str
    rehearsal: bool
    data: str


def write(journal_folder: Path) -> Path:
    """Write `review.html` beside the journal, also of a run that was cut off. Raises MachineError."""
    whole = journal_folder / "review.html"
    unfinished = journal_folder / "review.html.part"
    try:
        story = retell(journal_folder / FILE_NAME)
        write_private(unfinished, _render(story, journal_folder).encode(errors="replace"), surely=False)
        os.replace(unfinished, whole)  # noqa: PTH105 - said in one word: the page changes as a whole or not at all
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise MachineError(
            say("The review of this run cannot be written: {reason}.", reason=reason),
            say("Its journal and pictures stand in the run's folder."),
        ) from error
    return whole


def _render(story: Story, folder: Path) -> str:
    numbers = count(1)

    def shots(pictures: Iterable[Picture]) -> list[Shot]:
        return [
            Shot(
                f"picture-{next(numbers)}",
                picture.title,
                picture.rehearsal,
                _data_address(folder, picture.file),
            )
            for picture in pictures
        ]

    return page(
        "review.html.j2",
        story=story,
        language=spoken(),
        verdict=verdict_for(
            str(story.result.get("outcome", "")),
            was_saving=story.was_saving,
            stopped_at=month(plain(story.result.get("month"))) if _list(story.result, "months") else "",
        ),
        message=plain(story.result.get("message")),
        began=moment(story.began),
        facts=_facts(story),
        months=_months(story.result),
        lines=_lines(story.result),
        problems=_entries(story.result, "problems"),
        letters=[plain(letter) for letter in _list(story.result, "letters")],
        parts=[
            (key, list(group)) for key, group in groupby(story.chapters, lambda chapter: chapter.rehearsal)
        ],
        stop=story.stop,
        stop_month=plain(story.result.get("month")) if story.command == "pay" else "",
        stop_shot=shots([Picture(story.stop.picture, say("The page, for others"), rehearsal=False)])
        if story.stop and story.stop.picture
        else [],
        stop_file=quote(story.stop.file) if story.stop and _inside(story.stop.file) else "",
        documents=[(name, quote(name), rehearsal) for name, rehearsal in story.documents if _inside(name)],
        shots=shots,
    )


def _facts(story: Story) -> list[tuple[str, str]]:
    months = _entries(story.result, "months")
    facts = [] if months else _facts_in(story.result)
    known = {value for _, value in facts}
    known |= {plain(each.get(name)) for each in (story.result, *months) for name in _FACTS}
    return facts + [(name, value) for name, value in dict.fromkeys(story.facts) if value not in known]


def _facts_in(result: dict[str, Any]) -> list[tuple[str, str]]:
    """Write what stands in a result, or in one of its months."""
    written = {"month": month, "total": amount}
    return [
        (say_marked(label), written.get(name, plain)(plain(result[name])))
        for name, label in _FACTS.items()
        if result.get(name)
    ]


def _months(result: dict[str, Any]) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """Give of each month its name, what became of it in a few words and in the run's own, and its facts."""
    months = (each for each in _list(result, "months") if isinstance(each, dict))
    return [
        (month(plain(each.get("month"))), _became(each), plain(each.get("message")), _facts_of_month(each))
        for each in months
    ]


def _became(each: dict[str, Any]) -> str:
    outcome = plain(each.get("outcome"))
    return say("Not begun") if outcome == NOT_BEGUN else verdict_for(outcome, was_saving=False).words


def _facts_of_month(each: dict[str, Any]) -> list[tuple[str, str]]:
    facts = [fact for fact in _facts_in(each) if fact[0] != say_marked(_FACTS["month"])]
    for employee, amounts in _lines(each):
        facts.append((employee, ", ".join(f"{name} {value}" for name, value in amounts)))
    return facts


def _lines(result: dict[str, Any]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (
            line.get("employee", ""),
            [(say_marked(label), amount(line[name])) for name, label in _AMOUNTS.items() if name in line],
        )
        for line in _entries(result, "lines")
    ]


def _entries(result: dict[str, Any], name: str) -> list[dict[str, str]]:
    entries = (entry for entry in _list(result, name) if isinstance(entry, dict))
    return [{plain(key): plain(value) for key, value in entry.items()} for entry in entries]


def _list(result: dict[str, Any], name: str) -> list[Any]:
    found = result.get(name)
    return found if isinstance(found, list) else []


def _inside(name: str) -> bool:
    """Whether a file's name in the journal stays within the run's folder."""
    path = Path(name)
    return (
        bool(name)
        and not path.is_absolute()
        and ".." not in path.parts
        and ":" not in name
        and "\\" not in name
    )


def _data_address(folder: Path, name: str) -> str:
    """Embed a picture; empty when it is not there, or is not a picture of our own making."""
    path = folder / name
    try:
        if (
            not _inside(name)
            or path.is_symlink()
            or not path.is_file()
            or path.stat().st_size > _LARGEST_PICTURE
        ):
            return ""
        data = path.read_bytes()
    except (OSError, ValueError):
        return ""
    return "data:image/png;base64," + base64.b64encode(data).decode() if data.startswith(_PNG) else ""
