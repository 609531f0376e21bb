"""The tour: every page that can be reached without saving, and how the portal shows each word there."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from assist_bot.errors import SessionEnded
from assist_bot.portal.surveying import Sight
from assist_bot.portal.words import fold
from flows.tour import FIRST_VISIT_FIRST, Visit, tour
from tests.flows.conftest import Settle
from tests.flows.household import Household
from tests.flows.paying import Payer, attempt, drafted, submitted
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import register_once
from tests.flows.test_pay_dry_run import portal_keeps

BEHIND_A_SAVE = {
    # The pages of the first visit: the tour sees the one that the portal shows just then.
    *("terms of use", "i agree", "new password", "enter again", "password reminder", "question", "answer"),
    *("portal id registration", "done"),
    # What only something that saves leads to.
    *("preview", "submit", "confirm", "print acr"),
    *("letter of acknowledgement.pdf", "letter of successful registration.pdf"),
    # A column that is there where LINDUNG 24 Jam applies.
    "skbbk (rm)",
}
"""Words of an ordinary run that are not on the tour; every other one is."""
BY_PLACE = re.compile(r"ACR\d+")
"""What is found by what stands in its row; and a file box is found by its paper, the first page by its address."""


def full(paid: str = "ACR092660152700") -> dict[str, object]:
    """Describe what the portal has of a household of which every page shows something."""
    receipt = {"receipt": "R1", "paid_at": "2026-11-18T09:06:00+08:00"}
    return {
        "drafts": [drafted()],
        "submissions": [submitted(month="2026-08"), submitted(acr=paid, month="2026-09", status="Paid")],
        "cart": ["ACR112660152700"],
        "payments": [attempt("Successful", debited=True, acr=paid, **receipt)],
        "employer": {
            "businessEntity": "Individual for Domestic Worker",
            "name": "TAN MEI LING",
            "sameAddress": True,
        },
    }


def toured(home: Household) -> dict[str, Visit]:
    """Take the tour as the command does, with the portal opened read-only."""
    with home.running("pay", dry_run=True) as run:
        return {visit.title: visit for visit in tour(run.portal, run.credentials)}


def words_used(runs: Path) -> set[str]:
    """Collect every word that the flows looked for, from the journals of their runs."""
    used = set[str]()
    for journal in runs.glob("*/journal.jsonl"):
        steps = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
        for step in (
            each for each in steps if each["event"] == "step" and each["verb"] not in ("open", "attach")
        ):
            parts = step["words"].split(" or ") if step["verb"] == "see" else step["words"].split(" | ")
            used |= {
                fold(part) for part in (*parts, step["section"]) if part and not BY_PLACE.fullmatch(part)
            }
    return used


def words_looked_for(visits: dict[str, Visit]) -> set[str]:
    """Collect every word of the tour, and the headings under which it looked."""
    findings = [finding for visit in visits.values() for finding in visit.findings]
    return {fold(word) for each in findings for word in (each.word, each.section) if word}


def not_as_expected(visits: dict[str, Visit]) -> dict[str, tuple[str, str]]:
    """Give the words that are shown otherwise: for each how, and as what."""
    findings = [finding for visit in visits.values() for finding in visit.findings]
    return {each.word: (each.sight, each.shown) for each in findings if each.sight is not Sight.AS_EXPECTED}


@pytest.mark.thorough
def test_the_tour_looks_for_every_word_that_an_ordinary_run_uses(
    settled: Settle, person: ScriptedPerson
) -> None:
    """From the first visit to the receipt; and on the same portal it finds each of them as expected."""
    home = settled()
    register_once(home, person)
    payer = Payer(home, person)
    payer.pay()
    used = words_used(home.folder / "runs")
    paid = payer.account.submissions[0].acr
    payer.finds(**{name: value for name, value in full(paid).items() if name not in ("employer", "payments")})
    visits = toured(home)
    assert not_as_expected(visits) == {}
    assert {visit.title: visit.broke_off for visit in visits.values() if visit.broke_off} == {}
    assert sorted(used - words_looked_for(visits)) == sorted(BEHIND_A_SAVE)


@pytest.mark.thorough
def test_the_tour_saves_nothing_and_tells_what_has_changed(payer: Callable[..., Payer]) -> None:
    """A name that nobody knows, a name twice, a broken page: each is told, the tour goes on, and nothing is sent."""
    household = payer(**full())
    here = household.home.practice
    here.faults.replace(
        [
            "label-renamed@contribution-month-page",
            "label-twice@payment-list-page",
            "error-before@draft-list-page:always",
        ]
    )
    before = portal_keeps(household)
    visits = toured(household.home)
    told = not_as_expected(visits)
    assert told.pop("Contribution Month")[0] == Sight.MISSING
    assert told.pop("ADD TO CART")[0] == Sight.AMBIGUOUS
    assert told == {}
    assert [visit.title for visit in visits.values() if visit.broke_off] == ["Add Contribution Draft"]
    assert visits["Payment History FPX"].findings
    assert portal_keeps(household) == before
    assert {each.step for each in here.memory.requests} <= {"security-phrase", "log-in"}


@pytest.mark.thorough
def test_on_newer_menus_the_tour_tells_the_other_names(payer: Callable[..., Payer]) -> None:
    """Announcements stand in its way again and again; nothing is missing, and nothing is sent."""
    household = payer(**full())
    household.home.practice.practice.edition = "newer"
    before = portal_keeps(household)
    visits = toured(household.home)
    assert not_as_expected(visits) == {"SOCSO – Contribution": (Sight.OTHER_NAME, "contribution")}
    assert {visit.title: visit.broke_off for visit in visits.values() if visit.broke_off} == {}
    assert portal_keeps(household) == before


def test_on_a_first_visit_the_tour_ends_before_anything_is_saved(settled: Settle) -> None:
    """It looks at the page that the portal shows, and says that it went no further."""
    home = settled()
    visits = toured(home)
    assert list(visits) == ["Log in", "First visit: Terms of Use"]
    assert not_as_expected(visits) == {}
    assert visits["First visit: Terms of Use"].left_alone == FIRST_VISIT_FIRST
    assert home.account.first_visit_stage == "terms"
    assert {each.step for each in home.practice.memory.requests} <= {"security-phrase", "log-in"}


def test_a_session_that_ends_ends_the_tour(payer: Callable[..., Payer]) -> None:
    """The pages after that are told as not reached, without a further try, and the password is not typed again."""
    household = payer()
    household.home.practice.faults.replace(["session-ended@registration-home-page"])
    visits = toured(household.home)
    assert {type(visit.broke_off) for title, visit in visits.items() if title not in ("Log in", "Home")} == {
        SessionEnded
    }
    assert household.home.arrived("log-in") == 1
