"""The table of the README shows what was found, and nothing that failed can be left out of it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.evidence.keeping import PROJECT
from tests.evidence.marks import shown, write
from tests.evidence.trying import left
from tests.soak.cells import FAILED, HELD, NOT_STRUCK, Finding
from tests.soak.invariants import Counted
from tests.soak.keeping import kept
from tests.soak.points import Point
from tests.soak.table import MARKS, PROMISES, summary, table

ONE = Point("pay", "fault", "acr", "slow@proceed")
OTHER = Point("register", "write", "documents", "17")
THIRD = Point("pay", "browser", "draft", "complete 1 after")
GOOD = Finding(ONE, HELD, day="2026-11-26")
BAD = Finding(OTHER, FAILED, Counted(sent_twice=1), wrong="a promise was broken", day="2026-11-27")


def test_the_readme_shows_the_committed_evidence() -> None:
    """What stands in docs/evidence.json is what stands between the two marks."""
    found = json.loads((PROJECT / "docs" / "evidence.json").read_text("utf-8"))
    assert shown(MARKS, PROJECT / "README.md") == table(found)
    assert {*PROMISES} == {*Counted._fields}


def test_the_committed_evidence_adds_up() -> None:
    """What was tried has held or has failed, and each that failed has its name there."""
    found = json.loads((PROJECT / "docs" / "evidence.json").read_text("utf-8"))
    for group in found["groups"].values():
        assert group["tried"] == group["held"] + group["failed"]
    assert bool(found["failed"]) == any(group["failed"] for group in found["groups"].values())


def test_a_cell_that_failed_is_counted_and_named() -> None:
    """In the counts, below the table, and with the reason."""
    written = table(summary([ONE, OTHER, THIRD], [GOOD, BAD], "abc"))
    assert "| `register` killed at a write of its journal | 1 | 0 | 1 | 0 | 0 | 0 | 0 |" in written
    assert "| all | 2 | 1 | 1 | 0 | 0 | 0 | 0 |" in written
    assert f"- `{OTHER.name}`: a promise was broken" in written
    assert "Run on 2026-11-26 to 2026-11-27" in written
    assert "Not tried yet: 1 cells." in written


def test_a_point_that_could_not_strike_is_not_counted() -> None:
    """It is told apart."""
    written = table(summary([ONE], [replace(GOOD, ended=NOT_STRUCK)], "abc"))
    assert "| all | 0 | 0 |" in written
    assert "At 1 more points" in written


def test_a_group_without_a_row_is_an_error() -> None:
    """Nothing that was tried can fall out of the table."""
    with pytest.raises(KeyError):
        summary([], [replace(GOOD, point=replace(ONE, kind="other"))], "abc")


def test_a_readme_without_marks_is_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    """Neither the summary nor the README."""
    readme, evidence = tmp_path / "README.md", tmp_path / "evidence.json"
    found = summary([ONE], [GOOD], "abc")
    readme.write_text("nothing", "utf-8")
    with pytest.raises(ValueError, match="no marks"):
        write(found, table(found), MARKS, evidence, readme)
    assert not evidence.exists()
    readme.write_text(f"before {MARKS.begin} old {MARKS.end} after", "utf-8")
    write(found, table(found), MARKS, evidence, readme)
    assert shown(MARKS, readme) == table(json.loads(evidence.read_text("utf-8")))
    assert readme.read_text("utf-8").endswith(f"{MARKS.end} after")


def test_what_is_done_is_not_done_again_and_what_failed_only_on_request(tmp_path: Path) -> None:
    """Also after the run was cut off in the middle of a line."""
    first = kept(tmp_path / "kept.jsonl")
    first.plan([ONE, OTHER, THIRD])
    first.add(GOOD)
    first.add(BAD)
    with first.file.open("a", encoding="utf-8") as file:
        file.write('\n{"point": {"comm')
    again = kept(first.file)
    assert again.findings == {ONE.name: GOOD, OTHER.name: BAD}
    assert left(again, "", lambda _finding: False) == [THIRD]
    assert left(again, "", lambda finding: finding.ended == FAILED) == [OTHER, THIRD]
    assert left(again, "pay", lambda finding: finding.ended == FAILED) == [THIRD]
