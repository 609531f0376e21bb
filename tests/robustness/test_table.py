"""The table of changed portals shows what was found, and no wrong action can be left out of it."""

import json

import pytest

from tests.evidence.keeping import PROJECT
from tests.evidence.marks import shown
from tests.robustness.cells import NOT_STRUCK, OURS, STOPPED, SURVIVED, WRONG, Cell, Finding, cell_from
from tests.robustness.plan import all_cells
from tests.robustness.table import MARKS, row_of, summary, table

ONE, OTHER = Cell(OURS, "pay", ("names",)), Cell(OURS, "register", ("renamed=SAVE",))
THIRD = Cell("recorded ids", "pay", ("names",))


def test_the_readme_shows_the_committed_table() -> None:
    """What stands in docs/robustness.json is what stands between the two marks."""
    found = json.loads((PROJECT / "docs" / "robustness.json").read_text("utf-8"))
    assert shown(MARKS, PROJECT / "README.md") == table(found)
    for row in found["rows"].values():
        for each in row.values():
            assert each["tried"] == each["survived"] + each["stopped"] + each["wrong"]


def test_a_wrong_action_is_counted_and_named() -> None:
    """In its row, in the sum, and below the table."""
    wrong = Finding(OTHER, WRONG, 0, wrong="the portal remembers another person", day="2026-11-27")
    written = table(summary([ONE, OTHER, THIRD], [Finding(ONE, SURVIVED, 0, day="2026-11-26"), wrong], "abc"))
    assert "| ids and classes renamed | 1 / 0 / 0 | not tried |  |" in written
    assert "| a word renamed | 0 / 0 / 1 |  |  |" in written
    assert "| **all that a person would notice** | 0 / 0 / 1 |" in written
    assert f"- `{OTHER.name}`: the portal remembers another person" in written
    assert "2 cells, run on 2026-11-26 to 2026-11-27" in written
    assert "Not tried yet: 1 cells." in written


def test_a_change_that_the_flow_did_not_meet_is_no_evidence() -> None:
    """It is counted apart."""
    written = table(summary([ONE], [Finding(ONE, NOT_STRUCK, 0, day="2026-11-26")], "abc"))
    assert "| ids and classes renamed |  |" in written
    assert "In 1 more the flow did not meet the change" in written


def test_every_cell_has_a_row_and_a_name_of_its_own() -> None:
    """And can be kept and read again."""
    cells = all_cells()
    assert len({cell.name for cell in cells}) == len(cells)
    assert all(row_of(cell) for cell in cells)
    found = Finding(cells[-1], STOPPED, 5)
    assert Finding.from_json(json.loads(json.dumps(found.as_json()))) == found
    assert cell_from(json.loads(json.dumps(vars(cells[0])))) == cells[0]


def test_a_change_without_a_row_is_an_error() -> None:
    """Nothing that was tried can fall out of the table."""
    with pytest.raises(KeyError):
        row_of(Cell(OURS, "pay", ("something else",)))
