"""The table of the README, made from a summary, which is made from every cell that was tried: none can be left out."""

from collections.abc import Iterable
from typing import Any

from tests.evidence.marks import Marks
from tests.soak.cells import FAILED, HELD, NOT_STRUCK, Finding
from tests.soak.invariants import Counted
from tests.soak.points import Point

MARKS = Marks("<!-- evidence: written by make soak-table -->", "<!-- end of evidence -->")

GROUPS = {
    "pay fault": "a fault of the portal or the bank, at any step of `pay`",
    "pay write": "`pay` killed at a write of its journal",
    "pay request": "`pay` killed at a request to the portal or the bank",
    "pay browser": "the browser of `pay` killed at a request",
    "register fault": "a fault of the portal, at any save of `register`",
    "register write": "`register` killed at a write of its journal",
    "register request": "`register` killed at a request to the portal",
    "register browser": "the browser of `register` killed at a save",
    "pay months": "months of runs, faults, kills and things done by hand, at random",
}
PROMISES = {
    "sent_twice": "Sent twice",
    "paid_twice": "Paid twice",
    "claimed": "Claimed, not so",
    "unrecorded": "Paid, not on record",
    "locked_out": "Locked out",
}

Summary = dict[str, Any]


def summary(points: Iterable[Point], findings: Iterable[Finding], program: str) -> Summary:
    """Sum up what was found. A point at which nothing could strike is no evidence, and is counted apart.

    Raises KeyError for a cell of a group that the table does not have.
    """
    points, findings = [*points], [*findings]
    days = sorted(finding.day for finding in findings)
    groups = {name: _group(name, points, findings) for name in GROUPS}
    unknown = {finding.point.group for finding in findings} - {*GROUPS}
    if unknown:
        raise KeyError(f"not in the table: {', '.join(sorted(unknown))}")
    return {
        "program": program,
        "days": [days[0], days[-1]] if days else [],
        "groups": groups,
        "failed": {each.point.name: each.wrong for each in findings if each.ended == FAILED},
    }


def _group(name: str, points: list[Point], findings: list[Finding]) -> dict[str, int]:
    mine = [finding for finding in findings if finding.point.group == name]
    planned = [point for point in points if point.group == name]
    struck = [finding for finding in mine if finding.ended in (HELD, FAILED)]
    return {
        "tried": sum(finding.points for finding in struck),
        "held": sum(finding.points for finding in struck if finding.ended == HELD),
        "failed": sum(finding.points for finding in struck if finding.ended == FAILED),
        "cannot_strike": sum(finding.ended == NOT_STRUCK for finding in mine),
        "not_tried_yet": len({point.name for point in planned} - {each.point.name for each in mine}),
        **{promise: sum(getattr(each.counted, promise) for each in mine) for promise in Counted._fields},
    }


def table(found: Summary) -> str:
    """Write the table, with a line for each cell that failed."""
    heads = ["What goes wrong", "Points", "Held", *PROMISES.values()]
    rows = [_row(GROUPS[name], group) for name, group in found["groups"].items()]
    rows.append(_row("all", _together(found)))
    lines = [f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)]
    return "\n".join([*lines, "", _words(found), *_failed(found)])


def _row(words: str, group: dict[str, int]) -> list[str]:
    return [words, *(str(group[what]) for what in ("tried", "held", *PROMISES))]


def _together(found: Summary) -> dict[str, int]:
    groups = found["groups"].values()
    return {what: sum(group[what] for group in groups) for what in next(iter(groups))}


def _words(found: Summary) -> str:
    all_of_it = _together(found)
    when = " to ".join(dict.fromkeys(found["days"])) or "never"
    left = all_of_it["not_tried_yet"]
    not_yet = f" Not tried yet: {left} cells." if left else ""
    return (
        f"Run on {when} with the program as it was then (`{found['program']}`). At {all_of_it['cannot_strike']} "
        f"more points the fault or the kill could not strike; they are not counted.{not_yet} "
        f"Failed: {all_of_it['failed']}."
    )


def _failed(found: Summary) -> list[str]:
    lines = [f"- `{name}`: {' '.join(wrong.split())[:300]}" for name, wrong in found["failed"].items()]
    return ["", "Failed:", "", *lines] if lines else []
