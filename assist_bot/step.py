"""One step of a run, while it is being taken."""

from dataclasses import dataclass, field

from assist_bot.errors import DryRunEnds, Ending
from assist_bot.language import say


@dataclass
class Step:
    """What a step wants remembered beside its words: written to the journal when the step ends."""

    number: int
    filled_in: str = ""
    portal_shows: str = ""
    notes: list[str] = field(default_factory=list)

    def value(self, text: object) -> None:
        """Remember what was filled in or chosen."""
        self.filled_in = str(text)

    def read_back(self, text: object) -> None:
        """Remember what the portal then showed in that place."""
        self.portal_shows = str(text)

    def note(self, text: object) -> None:
        """Remember anything else that the reviewer should know about this step."""
        self.notes.append(str(text))


def how_it_ended(error: BaseException | None) -> tuple[str, str]:
    """Say how a step ended: "ok", "left out", "interrupted" or "error", and the error's own text."""
    if error is None:
        return "ok", ""
    if isinstance(error, DryRunEnds):
        return "left out", str(error)
    if isinstance(error, KeyboardInterrupt):
        return "interrupted", say("Stopped by the person.")
    text = str(error)
    # Our own endings speak in sentences; anybody else's error is better understood with its kind.
    return "error", text if isinstance(error, Ending) else f"{type(error).__name__}: {text}"
