"""What is read on this computer, and what is said of what cannot be read."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assist_bot.errors import MachineError, ProfileError
from assist_bot.forms.awaiting import has_come, note_sent
from assist_bot.ledger import Ledger, State
from assist_bot.places import Places
from assist_bot.standing import Facts, gather, standing_of
from tests.people import write_profile
from tests.unit.owing import EMPLOYER, OCTOBER

TODAY = date(2026, 11, 20)


@pytest.fixture
def here(tmp_path: Path) -> Places:
    """Give a computer with a profile, and October paid on its record."""
    found = Places(tmp_path, tmp_path)
    write_profile(tmp_path, TODAY, "https://assist.perkeso.gov.my/employer/login")
    with Ledger.open(found.ledger) as ledger:
        ledger.reconcile(EMPLOYER, OCTOBER, State.PAID, total=Decimal("32.60"), acr="ACR1", receipt="R1")
        ledger.reconcile(
            "another@example.com", OCTOBER.next(), State.PAID, total=Decimal("32.60"), acr="ACR2"
        )
    return found


def known(here: Places) -> Facts:
    """Read it."""
    return gather(here, here.profile, TODAY)


def test_what_is_on_record_for_this_portal_id_is_read(here: Places) -> None:
    """Another household's is left out; nothing is written."""
    before = {path: path.read_bytes() for path in here.state.rglob("*") if path.is_file()}
    facts = known(here)
    assert list(facts.recorded or ()) == [OCTOBER]
    assert (facts.hindrances, facts.log_ins_held_back, facts.first_visit_done) == ((), False, False)
    assert {path: path.read_bytes() for path in here.state.rglob("*") if path.is_file()} == before


def test_what_is_remembered_of_log_ins_is_read(here: Places) -> None:
    """Whether the first visit is over, and whether one more wrong one could lock the account."""
    (here.state / "log-ins.json").write_text(json.dumps({EMPLOYER: {"tries": 2, "first_visit_done": True}}))
    facts = known(here)
    assert (facts.log_ins_held_back, facts.first_visit_done) == (True, True)


def test_a_portal_id_that_was_asked_for_is_known_until_its_password_is_here(here: Places) -> None:
    """With the day on which it was asked for."""
    note_sent(here.portal_id_awaited, EMPLOYER, date(2026, 11, 18))
    assert known(here).awaited_since == date(2026, 11, 18)
    has_come(here.portal_id_awaited)
    assert known(here).awaited_since is None


def test_without_a_profile_the_record_says_whose_it_is_where_it_can(here: Places) -> None:
    """Of several employers none is guessed at."""
    here.profile.unlink()
    facts = known(here)
    assert isinstance(facts.hindrances[0], ProfileError)
    assert (facts.profile, facts.recorded) == (None, {})
    here.ledger.unlink()
    assert standing_of(known(here)).months == ()
    with Ledger.open(here.ledger) as ledger:
        ledger.settled_by_hand(EMPLOYER, OCTOBER, "R9")
    assert [str(each.state) for each in standing_of(known(here)).months] == ["settled_by_hand"]


def test_each_thing_that_cannot_be_read_is_a_hindrance_of_its_own(here: Places) -> None:
    """The others are read all the same; no record at all is an empty one."""
    here.ledger.write_bytes(b"not a ledger" * 100)
    (here.state / "log-ins.json").write_text("nonsense")
    facts = known(here)
    assert [type(each) for each in facts.hindrances] == [MachineError, MachineError]
    assert (facts.profile is not None, facts.recorded) == (True, None)
    here.ledger.unlink()
    assert known(here).recorded == {}
    assert not replace(facts, recorded={}).anything_sent
