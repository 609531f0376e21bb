"""How a run ended: one word for scripts, one exit code for shells."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any


class Outcome(StrEnum):
    """What became of a run."""

    DONE = "done"
    NOTHING_TO_DO = "nothing_to_do"
    DRY_RUN = "dry_run"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    WAITING = "waiting"
    REFUSED = "refused"
    MEND_PROFILE = "mend_profile"
    INCOMPLETE = "incomplete"
    CREDENTIALS = "credentials"
    PORTAL = "portal"
    UNKNOWN = "unknown"
    INTERRUPTED = "interrupted"
    MACHINE = "machine"
    BUG = "bug"
    USAGE = "usage"


EXIT_CODES = {
    Outcome.DONE: 0,
    Outcome.NOTHING_TO_DO: 0,
    Outcome.DRY_RUN: 0,
    Outcome.DRAFTED: 0,
    Outcome.SUBMITTED: 0,
    Outcome.BUG: 1,
    Outcome.USAGE: 2,
    Outcome.MEND_PROFILE: 3,
    Outcome.INCOMPLETE: 3,
    Outcome.CREDENTIALS: 4,
    Outcome.PORTAL: 5,
    Outcome.REFUSED: 6,
    Outcome.UNKNOWN: 7,
    Outcome.WAITING: 8,
    Outcome.MACHINE: 9,
    Outcome.INTERRUPTED: 130,
}


@dataclass(frozen=True)
class Problem:
    """One thing wrong in what the person gave us: where it stands, what is wrong, what would be right."""

    key: str
    message: str
    example: str = ""


@dataclass(frozen=True)
class LineResult:
    """What the portal asks for one employee, in ringgit."""

    employee: str
    salary: Decimal
    employer: Decimal
    employee_share: Decimal
    skbbk: Decimal
    total: Decimal


NOT_BEGUN = "not_begun"
"""What became of a month that comes after the one that stopped the run."""


@dataclass(frozen=True)
class MonthResult:
    """What became of one of several months: `outcome` is an Outcome's word, or NOT_BEGUN."""

    month: str
    outcome: str
    message: str
    total: Decimal | None = None
    lines: Sequence[LineResult] = ()
    late_interest: Decimal | None = None
    acr: str = ""
    receipt: str = ""

    @property
    def stopped(self) -> bool:
        """Whether the run came to its end here."""
        return self.outcome != NOT_BEGUN and EXIT_CODES[Outcome(self.outcome)] != 0


@dataclass(frozen=True)
class AmountsResult:
    """One set of figures for one employee's wages, in ringgit; `name` says when it is the right one."""

    name: str
    employer: Decimal
    employee_share: Decimal
    skbbk: Decimal
    total: Decimal


class State(StrEnum):
    """How one thing stands that `doctor` looked at."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True)
class Check:
    """What `doctor` found of one thing, and a remedy; a problem has the outcome of a run that meets it."""

    name: str
    state: State
    message: str
    remedy: str = ""
    outcome: Outcome | None = None


@dataclass(frozen=True)
class WordResult:
    """How the portal shows one of the words that are used there; `shown` is the other name, or what stands there."""

    page: str
    section: str
    kind: str
    word: str
    sight: str
    shown: str = ""


class Standing(StrEnum):
    """How one item of the checklist stands; LOOK: it is there, and the person should look at it."""

    THERE = "there"
    LOOK = "look"
    MISSING = "missing"
    WRONG = "wrong"


@dataclass(frozen=True)
class ChecklistItem:
    """One thing that the guide asks for: how it stands, in a sentence, and what the person does about it."""

    name: str
    state: Standing
    message: str
    remedy: str = ""


@dataclass(frozen=True)
class ChecklistSection:
    """Items that belong together."""

    title: str
    items: Sequence[ChecklistItem]


@dataclass(frozen=True)
class Result:
    """What a command hands to the person or the script. Fields that do not apply stay empty."""

    outcome: Outcome
    message: str
    month: str = ""
    total: Decimal | None = None
    lines: Sequence[LineResult] = ()
    amounts: Sequence[AmountsResult] = ()
    late_interest: Decimal | None = None
    acr: str = ""
    receipt: str = ""
    months: Sequence[MonthResult] = ()
    employer_code: str = ""
    reference: str = ""
    letters: Sequence[str] = ()
    papers: Sequence[Path] = ()
    run_folder: Path | None = None
    problems: Sequence[Problem] = field(default=())
    checks: Sequence[Check] = ()
    words: Sequence[WordResult] = ()
    never_seen: Sequence[str] = ()
    standing: Mapping[str, Any] = field(default_factory=dict)
    checklist: Sequence[ChecklistSection] = ()

    @property
    def exit_code(self) -> int:
        """The process's exit code for this outcome."""
        return EXIT_CODES[self.outcome]

    def as_json(self) -> dict[str, Any]:
        """Give the fields that apply; `outcome`, `exit_code` and `message` always. Money is text such as "32.60"."""
        always = {"outcome": str(self.outcome), "exit_code": self.exit_code, "message": self.message}
        parts = {
            name: [_given(asdict(part)) for part in getattr(self, name)]
            for name in ("months", "checks", "words")
        }
        given = _given(asdict(self) | parts)
        return always | {name: _plain(value) for name, value in given.items() if name not in always}


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out the fields that do not apply."""
    return {name: value for name, value in fields.items() if value not in ("", None, (), [], {})}


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
