"""A sample of the cells of `make robustness`, and what the suite itself promises."""

from datetime import datetime, time
from decimal import Decimal

import pytest
from playwright.sync_api import Browser

from fixtures.mock_portal.memory import Account, Line, Submission
from tests.flows.household import TODAY
from tests.robustness.cells import OURS, STOPPED, SURVIVED, Cell, differs, tried
from tests.robustness.operators import SAME_THING, alike_in, called, pairs
from tests.robustness.remembered import facts_of
from tests.robustness.words import FLOWS, Flow, noticed_in

UNNOTICED = (
    Cell(OURS, "pay", ("columns", "inputs", "names"), 3),
    pytest.param(Cell(OURS, "register", ("buttons",)), marks=pytest.mark.thorough),
)


@pytest.mark.parametrize("cell", UNNOTICED, ids=lambda cell: cell.name)
def test_what_a_person_would_not_notice_is_survived(browser: Browser, cell: Cell) -> None:
    """Everything is done, and the portal remembers what it does after the same flow on the unchanged one."""
    found = tried(cell, browser)
    assert found.ended == SURVIVED, found


def test_rows_that_were_exchanged_change_nothing_of_what_is_paid(browser: Browser) -> None:
    """Where her row shows another name the run stops, and nothing that is not hers was saved."""
    found = tried(Cell(OURS, "pay", ("rows=exchanged",)), browser)
    assert found.ended == STOPPED, found


@pytest.mark.thorough
def test_recorded_ids_do_not_survive_what_the_bot_does(browser: Browser) -> None:
    """The comparison is no straw man: on the unchanged portal it pays the month as well."""
    assert tried(Cell("recorded ids", "pay", ()), browser).ended == SURVIVED
    assert tried(Cell("recorded ids", "pay", ("names",)), browser).ended == STOPPED


def _submitted(*salaries: str) -> Account:
    lines = [Line("C1", "SITI", Decimal(salary)) for salary in salaries]
    now = datetime.combine(TODAY, time())
    return Account("a@b.c", submissions=[Submission("ACR1", "2026-10", lines, Decimal(1), now)])


def test_another_amount_another_person_or_twice_is_a_wrong_action() -> None:
    """And so is saying that it is done when it is not; a part of the flow is none."""
    whole = facts_of(_submitted("1500.00", "1700.00"))
    assert differs(5, facts_of(_submitted("1500.00", "1600.00")), whole)
    assert differs(5, facts_of(_submitted("1500.00", "1500.00", "1700.00")), whole)
    assert differs(0, facts_of(_submitted("1500.00")), whole)
    assert not differs(5, facts_of(_submitted("1500.00")), whole)
    assert not differs(0, facts_of(_submitted("1500.00", "1700.00")), whole)


@pytest.mark.parametrize("flow", FLOWS)
def test_pairs_are_of_changes_that_go_together_and_each_change_has_its_turn(flow: Flow) -> None:
    """No two ways to make the same thing in one page; none is left out."""
    chosen = pairs(flow, 50)
    assert not any({*pair} <= same for pair in chosen for same in SAME_THING)
    assert {name for pair in chosen for name in pair} == {each.name for each in alike_in(flow)}


def test_an_operator_that_is_unknown_is_an_error() -> None:
    """A cell that changes nothing would survive."""
    with pytest.raises(KeyError):
        called("pay", ("no such change",))
    assert called("pay", ("names", "buttons"))[-1].name == "names"
    assert all(each.noticed for flow in FLOWS for each in noticed_in(flow))
