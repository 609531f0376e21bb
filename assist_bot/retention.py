"""Ages out the evidence: a run's pictures, journal, review and bundle go after the days that the profile names.

Receipts, letters and slips stay, and so does the record. A run stays as long as the record needs it: while something
that was sent is not known to be settled.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from assist_bot.clock import KUALA_LUMPUR
from assist_bot.filing import keep_paper
from assist_bot.journal import FILE_NAME
from assist_bot.language import say
from assist_bot.leftovers import remove
from assist_bot.outcome import Outcome
from assist_bot.retelling import Story, retell

_RUN = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2})-[a-z0-9-]+")


@dataclass
class AgedOut:
    """What became of the runs that are old enough."""

    days: int
    removed: list[str] = field(default_factory=list)
    needed: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)

    @property
    def told(self) -> str:
        """One line for the person; "" where nothing was removed, and nothing refused to go."""
        if not (self.removed or self.stuck):
            return ""
        counts = [
            (self.removed, say("removed with pictures, journal and bundle")),
            (self.needed, say("kept, because the record still needs it")),
            (self.stuck, say("could not be removed")),
        ]
        told = ", ".join(f"{len(names)} {what}" for names, what in counts if names)
        return say(
            "Runs older than {days} days: {told}. Receipts, letters and the record stay.",
            days=self.days,
            told=told,
        )


def age_out(
    runs_folder: Path, documents: Path, on_record: Mapping[str, bool], days: int, now: datetime
) -> AgedOut:
    """Remove the runs that began more than `days` before `now`; only inside the lock.

    `on_record`: for each run that the record knows, whether it is still needed. One that it does not know is needed
    where its own journal ends in doubt. A document to be kept for good that is nowhere else is kept first.
    """
    aged = AgedOut(days)
    for folder, began in runs_in(runs_folder):
        if now - began <= timedelta(days=days):
            continue
        story = _story_of(folder)
        if on_record.get(folder.name, False) or (folder.name not in on_record and _ends_in_doubt(story)):
            aged.needed.append(folder.name)
        elif _documents_are_kept(folder, story, documents) and remove(folder):
            aged.removed.append(folder.name)
        else:
            aged.stuck.append(folder.name)
    return aged


def runs_in(runs_folder: Path) -> Iterator[tuple[Path, datetime]]:
    """Give the folders of runs and when each began, the oldest first; anything else there is left alone."""
    for folder in sorted(runs_folder.iterdir()) if runs_folder.is_dir() else []:
        named = _RUN.fullmatch(folder.name)
        if named and folder.is_dir() and not folder.is_symlink():
            with suppress(ValueError):  # no such day
                yield folder, datetime.strptime(named[1], "%Y-%m-%dT%H-%M-%S").replace(tzinfo=KUALA_LUMPUR)


def _story_of(folder: Path) -> Story:
    """Read what a run's journal tells; nothing where there is none."""
    try:
        return retell(folder / FILE_NAME)
    except OSError:
        return Story()


def _ends_in_doubt(story: Story) -> bool:
    """Say whether a run ended without knowing what became of what it had sent, by its own journal."""
    return story.result.get("outcome") == str(Outcome.UNKNOWN) if story.result else story.was_saving


def _documents_are_kept(folder: Path, story: Story, documents: Path) -> bool:
    """Keep what was to be kept for good and is only here, as after a kill in between; say whether that worked."""
    try:
        for name in story.for_good:
            path = folder / Path(name).name
            if path.is_file() and not path.is_symlink():
                keep_paper(documents, path.name, path.read_bytes())
    except OSError:
        return False
    return True
