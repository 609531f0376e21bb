"""A sample of the cells of `make soak`: of every kind some, where most could go wrong."""

import pytest
from playwright.sync_api import Browser

from fixtures.mock_portal.faults import Fault
from tests.soak.cells import FAILED, HELD, NOT_STRUCK, tried
from tests.soak.months import examples
from tests.soak.points import ANYWHERE, FAULT, ONLY_AT, REQUEST, WRITE, Point

SAMPLE = (
    Point("pay", WRITE, "draft", "66"),
    Point("pay", REQUEST, "acr", "bank-approve 1 after"),
    Point("register", REQUEST, "first-visit", "new-password 1 after"),
    Point("register", REQUEST, "documents", "submit-registration 1 after"),
)


@pytest.mark.parametrize("point", SAMPLE, ids=lambda point: point.name)
def test_whatever_goes_wrong_it_is_done_once_and_the_record_tells_the_truth(
    browser: Browser, point: Point
) -> None:
    """Cut short, then run again until it ends: nothing twice, nothing claimed, nothing forgotten."""
    found = tried(point, browser)
    assert found.ended == HELD, found


@pytest.mark.thorough
def test_months_at_random_keep_every_promise(browser: Browser) -> None:
    """One of the examples of `make soak`."""
    these = examples(browser, 1, how_many=1, rules=6)
    assert not these.wrong, these.story
    assert these.number >= 1
    assert not any(these.counted)


def test_a_point_that_is_not_met_is_no_evidence(browser: Browser) -> None:
    """A fault of a page that has no names to change."""
    assert tried(Point("pay", FAULT, "draft", "label-twice@save-draft"), browser).ended == NOT_STRUCK


def test_a_month_that_is_paid_twice_is_found(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who says that nothing was debited without looking at the bank account pays again: the cell fails."""
    monkeypatch.setattr("tests.soak.scene.looking_person", lambda _payer, _command: None)
    found = tried(Point("pay", FAULT, "acr", "bank-debits-but-fails@bank-approve"), browser)
    assert (found.ended, found.counted.paid_twice) == (FAILED, 1)


def test_every_fault_has_its_place() -> None:
    """A new one must be put where it can strike, or its cells would be missing."""
    assert {*ANYWHERE, *ONLY_AT} == {*Fault}
