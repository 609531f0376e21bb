"""One cell: a flow on a portal that was changed, and what the portal remembers afterwards."""

import tempfile
import time
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Browser

from assist_bot.outcome import EXIT_CODES, Outcome
from tests.robustness import baselines
from tests.robustness.flows import changed_portal
from tests.robustness.operators import called
from tests.robustness.remembered import Facts, facts_of
from tests.robustness.words import Flow
from tests.soak.scene import Scene

SURVIVED, STOPPED, WRONG, NOT_STRUCK = "survived", "stopped", "wrong", "not struck"
BUG, GAVE_UP = 1, 5
OURS = "assist-bot"
CLAIMS = (
    ("nothing was submitted", "submissions"),
    ("nothing was sent to the bank", "paid"),
    ("nothing was sent.", "submissions"),
    ("nothing was paid", "paid"),
)


@dataclass(frozen=True)
class Cell:
    """Who goes through which flow on a portal changed by which operators, and with which chance."""

    who: str
    flow: Flow
    operators: tuple[str, ...]
    seed: int = 1

    @property
    def name(self) -> str:
        """The name under which its result is kept."""
        return f"{self.who} {self.flow} {' & '.join(self.operators) or 'unchanged'} {self.seed}"


@dataclass(frozen=True)
class Finding:
    """What became of a cell; `said` is what the run said last, `wrong` what it did that it should not have done.

    A cell whose flow never met one of its changes is no evidence: it is not struck.
    """

    cell: Cell
    ended: str
    code: int
    said: str = ""
    wrong: str = ""
    seconds: float = 0
    day: str = ""

    @property
    def name(self) -> str:
        """The name under which it is kept."""
        return self.cell.name

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values, to be kept."""
        return {**asdict(self), "cell": asdict(self.cell)}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """Read what was kept."""
        return cls(**{**kept, "cell": cell_from(kept["cell"])})


def cell_from(kept: dict[str, Any]) -> Cell:
    """Read a cell that was kept."""
    return Cell(**{**kept, "operators": (*kept["operators"],)})


def tried(cell: Cell, browser: Browser) -> Finding:
    """Try one cell in a folder of its own; a run that breaks down has done something wrong."""
    began = time.monotonic()
    operators = called(cell.flow, cell.operators)
    whole = facts_on_unchanged_portal(cell.flow, browser)
    with (
        tempfile.TemporaryDirectory(prefix="robust-", ignore_cleanup_errors=True) as folder,
        changed_portal(cell.flow, operators, cell.seed, browser, Path(folder)) as (scene, changed),
    ):
        code, said = _ours(scene) if cell.who == OURS else _theirs(cell.who, scene)
        facts = facts_of(scene.home.account)
        wrong = wrong_with(scene, code, facts, whole) if cell.who == OURS else differs(code, facts, whole)
    ended = WRONG if wrong else STOPPED if code else SURVIVED
    if ended == SURVIVED and changed.struck != {*cell.operators}:
        ended = NOT_STRUCK
    took = round(time.monotonic() - began, 1)
    return Finding(cell, ended, code, said if code else "", wrong, took, time.strftime("%Y-%m-%d"))


def _ours(scene: Scene) -> tuple[int, str]:
    try:
        return scene.run(), " ".join(scene.payer.said[-1:])
    except Exception as error:  # noqa: BLE001  # whatever breaks a run is what this looks for
        return BUG, f"{type(error).__name__}: {error}"[:1000]


def _theirs(way: str, scene: Scene) -> tuple[int, str]:
    said = baselines.run(way, scene)
    return (GAVE_UP if said else 0), said


@cache
def facts_on_unchanged_portal(flow: Flow, browser: Browser) -> Facts:
    """Go through the flow on the portal as it is, and give what it then remembers."""
    with (
        tempfile.TemporaryDirectory(prefix="robust-", ignore_cleanup_errors=True) as folder,
        changed_portal(flow, (), 0, browser, Path(folder)) as (scene, _changed),
    ):
        code = scene.run()
        assert code == 0, scene.payer.said[-1:]
        return facts_of(scene.home.account)


def wrong_with(scene: Scene, code: int, facts: Facts, whole: Facts) -> str:
    """Say what a run did that it should not have done, or claims that is not so; nothing where all is well.

    What is remembered after a run that stopped must be a part of what is remembered after the whole flow.
    """
    if code == BUG:
        return "the run ended as a fault of its own"
    if different := differs(code, facts, whole):
        return different
    if any(counted := scene.counted(code)):
        return f"a promise was broken: {counted}"
    if not scene.told_truly:
        return "the ledger is not what the portal shows"
    return _untrue(scene, code)


def differs(code: int, facts: Facts, whole: Facts) -> str:
    """Say what the portal remembers that it should not, or lacks although the run says that it is done."""
    if code == 0 and facts != whole:
        return f"it says that it is done, and the portal has not {_listed(whole - facts)}, but {_listed(facts - whole)}"
    return f"the portal remembers {_listed(facts - whole)}" if facts - whole else ""


def _untrue(scene: Scene, code: int) -> str:
    """Hold what a run said against what moved."""
    if code == EXIT_CODES[Outcome.DONE]:
        return ""
    account, said = scene.home.account, " ".join(scene.payer.said[-1:]).casefold()
    month = str(scene.payer.month)
    acrs = {each.acr for each in account.submissions if each.month == month}
    moved = {
        "submissions": bool(acrs or account.registrations),
        "paid": any(payment.debited and acrs & {*payment.acrs} for payment in account.payments),
    }
    untrue = [words for words, what in CLAIMS if words in said and moved[what]]
    return f'it says "{untrue[0]}", and that is not so' if untrue else ""


def _listed(facts: Facts) -> str:
    return "; ".join(sorted(facts.elements())[:4]) or "anything else"
