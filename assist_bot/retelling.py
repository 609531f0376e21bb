"""A run's journal told again, in chapters of steps in plain words; one cut off, as far as it goes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assist_bot.language import say
from assist_bot.stop_telling import StopTold, tell_stop
from assist_bot.wording import duration, kind_wanted, plain, sentence, value_label

_LARGEST_JOURNAL = 10_000_000
_LONGEST_STEP = 1_000_000.0


@dataclass
class Picture:
    """A picture of a page, as a file in the run's folder."""

    file: str
    title: str
    rehearsal: bool


@dataclass
class ToldStep:
    """One step. `ended` is "cut off" when the journal does not say how it ended."""

    number: int
    verb: str
    words: str
    section: str
    at: str
    saves: bool
    ended: str = "cut off"
    error: str = ""
    taken: str = ""
    value: str = ""
    read_back: str = ""
    notes: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """What was done, or left out."""
        return sentence(self.verb, self.words, left_out=self.ended == "left out")

    @property
    def where(self) -> str:
        """The section, row and column in which it was done."""
        return ", ".join(filter(None, (self.section, self.at)))

    @property
    def value_label(self) -> str:
        """What to call the value."""
        return value_label(self.verb)


@dataclass
class Chapter:
    """A part of the guide, on the portal or in a rehearsal on the practice portal."""

    title: str
    rehearsal: bool
    steps: list[ToldStep] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def taken(self) -> str:
        """How long its steps took together."""
        return duration(self.seconds)


@dataclass
class Story:
    """All that the journal of one run tells."""

    command: str = ""
    version: str = ""
    dry_run: bool = False
    began: str = ""
    result: dict[str, Any] = field(default_factory=dict)
    facts: list[tuple[str, str]] = field(default_factory=list)
    not_done: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    documents: list[tuple[str, bool]] = field(default_factory=list)
    for_good: list[str] = field(default_factory=list)
    turned_away: list[tuple[str, str, int]] = field(default_factory=list)
    chapters: list[Chapter] = field(default_factory=list)
    stop: StopTold | None = None
    unreadable: int = 0
    steps: dict[int, ToldStep] = field(default_factory=dict)

    @property
    def was_saving(self) -> bool:
        """Whether the journal ends in the middle of a step that saves something at the real portal."""
        return any(step.saves and step.ended == "cut off" for step in self._real_steps())

    @property
    def stopped_at(self) -> ToldStep | None:
        """The last step at the real portal, when it is not one that succeeded."""
        last = next(reversed(list(self._real_steps())), None)
        return last if last and last.ended != "ok" else None

    def _real_steps(self) -> Iterator[ToldStep]:
        return (step for chapter in self.chapters if not chapter.rehearsal for step in chapter.steps)


def retell(journal: Path) -> Story:
    """Read a journal from its file. Lines that cannot be read are counted and passed over. Raises OSError."""
    story = Story()
    for event in _events(journal, story):
        try:
            _take(story, event)
        except (TypeError, ValueError, AttributeError, OverflowError):
            story.unreadable += 1
    return story


def _events(journal: Path, story: Story) -> Iterator[dict[str, Any]]:
    with journal.open("rb") as file:
        lines = file.read(_LARGEST_JOURNAL).split(b"\n")
    for line in filter(None, lines):
        try:
            event = json.loads(line)
        except (ValueError, RecursionError):
            story.unreadable += 1
            continue
        if isinstance(event, dict):
            yield event


def _take(story: Story, event: dict[str, Any]) -> None:
    rehearsal = event.get("rehearsal") is True
    match event.get("event"):
        case "began":
            story.command, story.version = plain(event.get("command")), plain(event.get("version"))
            story.dry_run, story.began = event.get("dry_run") is True, plain(event.get("time"))
        case "chapter":
            story.chapters.append(Chapter(plain(event.get("title")), rehearsal))
        case "step":
            step = _step(event)
            story.steps[step.number] = step
            _chapter(story, rehearsal).steps.append(step)
        case "step_ended":
            _end_step(story, event, rehearsal)
        case "picture":
            _take_picture(story, event, rehearsal)
        case _:
            _take_remark(story, event, rehearsal)


def _take_remark(story: Story, event: dict[str, Any], rehearsal: bool) -> None:
    match event.get("event"):
        case "fact":
            pair = plain(event.get("name")), plain(event.get("value"))
            (_chapter(story, rehearsal).facts if rehearsal else story.facts).append(pair)
        case "not_done" if not rehearsal:
            story.not_done.append((plain(event.get("what")), plain(event.get("why"))))
        case "warning":
            story.warnings.append((say("In the rehearsal: ") if rehearsal else "") + plain(event.get("text")))
        case "document":
            story.documents.append((plain(event.get("file")), rehearsal))
            story.for_good += [plain(event.get("file"))] if event.get("for_good") is True else []
        case "turned_away":
            story.turned_away.append(_turned_away(event))
        case "stop" if not rehearsal:
            step = story.steps.get(int(event.get("step", 0)))
            story.stop = tell_stop(event, step.words if step else "", step.section if step else "")
        case "outcome" if not story.result:
            story.result = dict(event.get("result") or {})


def _turned_away(event: dict[str, Any]) -> tuple[str, str, int]:
    kinds = dict.fromkeys(kind_wanted(str(kind)) for kind in event.get("kinds") or ())
    return plain(event.get("host")), ", ".join(kinds), int(event.get("times", 0))


def _chapter(story: Story, rehearsal: bool) -> Chapter:
    """Find the chapter that is open; never one of the real portal for something that was only rehearsed."""
    if not story.chapters or story.chapters[-1].rehearsal != rehearsal:
        story.chapters.append(Chapter(say("Rehearsal") if rehearsal else say("The run"), rehearsal))
    return story.chapters[-1]


def _step(event: dict[str, Any]) -> ToldStep:
    return ToldStep(
        number=int(event["number"]) if "number" in event else 0,
        verb=plain(event.get("verb")),
        words=plain(event.get("words")),
        section=plain(event.get("section")),
        at=plain(event.get("at")),
        saves=event.get("saves") is True,
    )


def _end_step(story: Story, event: dict[str, Any], rehearsal: bool) -> None:
    step = story.steps.get(int(event.get("number", 0)))
    if step is None:
        return
    seconds = min(max(float(event.get("seconds", 0)), 0.0), _LONGEST_STEP)
    step.ended, step.error, step.taken = (
        plain(event.get("ended")),
        plain(event.get("error")),
        duration(seconds),
    )
    step.value, step.read_back = plain(event.get("value")), plain(event.get("read_back"))
    step.notes = [plain(note) for note in event.get("notes") or ()]
    _chapter(story, rehearsal).seconds += seconds


def _take_picture(story: Story, event: dict[str, Any], rehearsal: bool) -> None:
    picture = Picture(plain(event.get("file")), plain(event.get("title")), rehearsal)
    step = story.steps.get(int(event.get("step", 0)))
    chapter = _chapter(story, rehearsal)
    # By identity: a step of another chapter must not take a picture of this one.
    owner = step if step is not None and any(known is step for known in chapter.steps) else chapter
    owner.pictures.append(picture)
