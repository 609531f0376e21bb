"""Which cells there are: every change alone, some by several chances, pairs, changes of words, and the comparisons."""

from tests.robustness.baselines import WAYS
from tests.robustness.cells import OURS, Cell
from tests.robustness.operators import BY_CHANCE, alike_in, pairs
from tests.robustness.words import FLOWS, noticed_in

PAIRS = {"pay": 50, "register": 30}
CHANCES = (1, 2)
"""The seeds of a change that is another with each."""


def all_cells() -> list[Cell]:
    """List the cells."""
    return [*_alone(), *_in_pairs(), *_noticed(), *_compared()]


def _alone() -> list[Cell]:
    return [
        Cell(OURS, flow, (each.name,), seed)
        for flow in FLOWS
        for each in alike_in(flow)
        for seed in (CHANCES if each.name in BY_CHANCE else CHANCES[:1])
    ]


def _in_pairs() -> list[Cell]:
    return [
        Cell(OURS, flow, pair, seed)
        for flow in FLOWS
        for seed, pair in enumerate(pairs(flow, PAIRS[flow]), start=1)
    ]


def _noticed() -> list[Cell]:
    return [Cell(OURS, flow, (each.name,)) for flow in FLOWS for each in noticed_in(flow)]


def _compared() -> list[Cell]:
    """List the same changes of one flow for those that are compared, each once."""
    return [Cell(way, "pay", (each.name,)) for way in WAYS for each in (*alike_in("pay"), *noticed_in("pay"))]
