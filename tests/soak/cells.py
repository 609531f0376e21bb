"""One cell: something goes wrong at one point, then the program is run again until it ends."""

import os
import signal
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Browser

from tests.soak.invariants import Counted
from tests.soak.killed import LASTS, Told, browser_of, running
from tests.soak.points import BROWSER, FAULT, MONTHS, REQUEST, WRITE, Point
from tests.soak.scene import PATIENCE, Scene, run_until_it_ends, settled
from tests.soak.seeds import BEGINNINGS

HELD, FAILED, NOT_STRUCK = "held", "failed", "not struck"
BUG = 1
NOTHING = Counted()


@dataclass(frozen=True)
class Finding:
    """What became of a cell. `points` is how many points of the table it stands for; `wrong` why it failed."""

    point: Point
    ended: str
    counted: Counted = NOTHING
    codes: tuple[int, ...] = ()
    stands: str = ""
    wrong: str = ""
    points: int = 1
    seconds: float = 0
    day: str = ""

    @property
    def name(self) -> str:
        """The name under which it is kept."""
        return self.point.name

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values, to be kept."""
        return {**asdict(self), "point": asdict(self.point), "counted": self.counted._asdict()}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """Read what was kept."""
        point, counted, codes = Point(**kept["point"]), Counted(**kept["counted"]), (*kept["codes"],)
        return cls(**{**kept, "point": point, "counted": counted, "codes": codes})


def tried(point: Point, browser: Browser) -> Finding:
    """Try one cell in a folder of its own; whatever is raised is a cell that failed."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder:
        try:
            found = _months(point, browser) if point.kind == MONTHS else _one(point, browser, Path(folder))
        except Exception as error:  # noqa: BLE001  # a cell that breaks is a cell that failed, and the next ones go on
            found = Finding(point, FAILED, wrong=f"{type(error).__name__}: {error}"[:1000])
    took, day = round(time.monotonic() - began, 1), time.strftime("%Y-%m-%d")
    return Finding(**{**vars(found), "seconds": took, "day": day})


def _months(point: Point, browser: Browser) -> Finding:
    # Only this kind needs hypothesis.
    from tests.soak.months import examples  # noqa: PLC0415

    these = examples(browser, int(point.at))
    wrong = f"{these.wrong}; after {these.story}" if these.wrong else ""
    ended = FAILED if wrong else HELD
    return Finding(point, ended, these.counted, (), these.story, wrong, these.number)


def _one(point: Point, browser: Browser, folder: Path) -> Finding:
    with settled(BEGINNINGS[point.seed], browser, folder) as scene:
        sent = scene.sent
        struck, code = _struck(scene, point.at) if point.kind == FAULT else _killed(scene, point, folder)
        counted, stands = scene.counted(code), scene.stands
        if not struck:
            return Finding(point, NOT_STRUCK, counted, (code,), stands)
        untrue = scene.sent > sent and not scene.told_truly
        ended = run_until_it_ends(scene)
        counted = counted.worse(ended.counted)
        wrong = _wrong(code, counted, ended.wrong, untrue=untrue)
        said = f"{stands}; at the end {scene.stands}"
        return Finding(point, FAILED if wrong else HELD, counted, (code, *ended.codes), said, wrong)


def _wrong(code: int, counted: Counted, at_the_end: str, *, untrue: bool) -> str:
    """Say what is wrong, if anything."""
    if any(counted):
        return f"a promise was broken: {counted}"
    if untrue:
        return "something was sent, and the ledger after it is not what the portal shows"
    if code == BUG:
        return "the run ended as a fault of its own"
    return at_the_end


def _struck(scene: Scene, fault: str) -> tuple[bool, int]:
    """Run with the fault, and without it from then on."""
    scene.practice.faults.replace([fault])
    code = scene.run()
    scene.practice.faults.replace([])
    return fault in scene.moments.struck, code


def _killed(scene: Scene, point: Point, folder: Path) -> tuple[bool, int]:
    """Run in a process that is killed, or whose browser is; say whether that happened, and the exit code."""
    mark = folder.name
    writes = int(point.at) if point.kind == WRITE else 0
    told = Told(scene.command, folder, scene.practice.clock.now().isoformat(), PATIENCE, mark, writes)
    killed: list[int] = []
    scene.practice.practice.bank_signs = True
    with running(told) as process:

        def kill(moment: str) -> None:
            if moment == point.at and not killed and point.kind in (REQUEST, BROWSER):
                victim = process.pid if point.kind == REQUEST else browser_of(mark)
                if victim is not None:
                    os.kill(victim, signal.SIGKILL)
                    killed.append(victim)

        scene.moments.told = kill
        process.join(LASTS)
        code = process.exitcode
    scene.moments.told = lambda _moment: None
    if code is None:
        raise TimeoutError(f"the run neither ended nor was killed in {LASTS} seconds")
    scene.practice.practice.bank_signs = False
    by_the_kill = code == -signal.SIGKILL
    return (bool(killed) if point.kind == BROWSER else by_the_kill), code
