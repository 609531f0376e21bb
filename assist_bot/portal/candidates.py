"""What could have been meant by words that were not found: what the page has of that kind, the likest first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from playwright.sync_api import Page

from assist_bot.language import mark
from assist_bot.portal import apart

KINDS = {
    "button": mark("button"),
    "field": mark("box"),
    "lines": mark("box"),
    "choice": mark("list"),
    "tick": mark("tick box"),
    "radio": mark("choice"),
    "file": mark("file box"),
    "section": mark("section"),
    "column": mark("column"),
    "row": mark("row"),
    "rowAt": mark("row"),
    "text": mark("text"),
}
"""How a person would call what was looked for."""

NEAR = 0.6
"""How like a name must be to be proposed: 1 is the same."""

LOOKING = 10_000  # milliseconds for a page to tell what it has
_MOST = 12
_IN_THE_PAGE = {"lines": "field", "choice": "field"}


@dataclass(frozen=True)
class Candidate:
    """Something that the page has: what it is, its names, and why it was not taken."""

    what: str
    names: tuple[str, ...]
    section: str
    in_a_row: bool
    likeness: float
    refused: tuple[str, ...]
    name: str
    """The name to call it by, as it is written on the page; "" where it has none."""


@dataclass(frozen=True)
class Looked:
    """What was looked for, and what the page has instead, in order."""

    kind: str
    names: tuple[str, ...]
    lost: str = ""
    language: str = ""
    title: str = ""
    candidates: Sequence[Candidate] = field(default=())

    @property
    def near(self) -> list[Candidate]:
        """Those that a person would look at: visible, and called nearly so."""
        seen: dict[str, Candidate] = {}
        for each in self.candidates:
            if (
                each.likeness >= NEAR
                and "called differently" in each.refused
                and "invisible" not in each.refused
            ):
                seen.setdefault(each.name.casefold(), each)
        return list(seen.values())[:3]


def look_round(page: Page, call: str, query: dict[str, Any]) -> Looked:
    """Ask a page what could have been meant by a question that it did not answer. Only looks."""
    kind = str(query.get("want") or "text") if call in ("find", "await", "read") else "text"
    asked = {
        "kind": _IN_THE_PAGE.get(kind, kind),
        "names": query.get("names") or [],
        "scope": query.get("scope") or [] if call != "await" else [],  # words are waited for anywhere
    }
    said = apart.ask(page.main_frame, "candidates", asked, LOOKING)
    lost = said["lost"]
    names = tuple(said["wanted"])
    found = sorted((_candidate(each, names) for each in said["listed"]), key=_order)
    return Looked(
        str(lost["kind"]) if lost else kind,
        names,
        str(lost["word"]) if lost else "",
        str(said["language"]),
        str(said["title"]),
        found[:_MOST],
    )


def likeness(one: str, other: str) -> float:
    """Say how like two names are, from 0 to 1: their letters in order, and without minding the order of words."""
    in_order, sorted_words = (one, other), (_in_another_order(one), _in_another_order(other))
    return max(float(SequenceMatcher(None, *pair).ratio()) for pair in (in_order, sorted_words))


def _in_another_order(name: str) -> str:
    return " ".join(sorted(name.split()))


def _candidate(told: dict[str, Any], wanted: Sequence[str]) -> Candidate:
    pairs = [(likeness(one, name), name) for one in wanted for name in told["names"]]
    like, name = max(pairs, default=(0.0, ""))
    names = sorted(told["names"], key=lambda each: each != name)
    refused = list(told["against"])
    if name not in wanted:
        refused.insert(0, mark("called differently") if told["names"] else mark("has no name"))
    return Candidate(
        told["what"],
        tuple(names),
        told["section"],
        bool(told["in_a_row"]),
        round(like, 2),
        tuple(refused),
        told["read"],
    )


def _order(candidate: Candidate) -> tuple[float, bool, int]:
    return -candidate.likeness, "invisible" in candidate.refused, len(candidate.refused)
