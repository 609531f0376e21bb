"""Measuring in alternating pairs, so that whatever else the computer does falls on both sides alike."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median

Job = Callable[[], None]


@dataclass(frozen=True)
class Comparison:
    """The medians of one comparison: seconds on both sides, and of the ratios pair by pair."""

    what: str
    against: str
    delay_ms: int | None
    ours: float
    theirs: float
    ratio: float
    aim: float | None
    pairs: int

    def as_json(self) -> dict[str, object]:
        """Give everything by name, rounded to milliseconds."""
        return {
            name: round(value, 3) if isinstance(value, float) else value
            for name, value in asdict(self).items()
        }


def compare(  # noqa: PLR0913  # each is a fact of its own, most by name
    what: str,
    ours: Job,
    against: str,
    theirs: Job,
    *,
    pairs: int,
    delay_ms: int | None = None,
    waits: tuple[float, float] = (0.0, 0.0),
    aim: float | None = None,
) -> Comparison:
    """Measure both, in turn and in changing order, after one round that does not count.

    `waits` are seconds that each side (ours, theirs) spends by agreement, at the practice bank: they are taken off.
    """
    seconds_of(ours), seconds_of(theirs)
    measured = []
    for pair in range(pairs):
        if pair % 2:
            second = seconds_of(theirs)
            first = seconds_of(ours)
        else:
            first = seconds_of(ours)
            second = seconds_of(theirs)
        measured.append((first - waits[0], second - waits[1]))
    return Comparison(
        what,
        against,
        delay_ms,
        median(first for first, _ in measured),
        median(second for _, second in measured),
        median(first / second for first, second in measured),
        aim,
        pairs,
    )


def seconds_of(job: Job) -> float:
    """Do it, and say how long it took."""
    began = time.perf_counter()
    job()
    return time.perf_counter() - began
