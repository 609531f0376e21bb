"""The two flows, each in a household where most can go wrong: two employees, and months before this one."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from assist_bot.cli.rehearsing import unregistered
from assist_bot.profile import Profile
from tests.flows.paying import SECOND_EMPLOYEE, attempt, hired, submitted
from tests.robustness.changing import Changed, Operator
from tests.robustness.words import Flow
from tests.soak.scene import Scene, settled
from tests.soak.seeds import TWO_DOCUMENTS, Beginning

EARLIER = ("2026-08", "2026-09")


def _paid_before() -> dict[str, Any]:
    """Let the portal have two earlier months, of which everything was paid."""
    acrs = {month: f"ACR11266015269{place}" for place, month in enumerate(EARLIER)}
    submissions = [submitted(acr=acr, month=month, status="Paid") for month, acr in acrs.items()]
    payments = [
        attempt(
            "Successful",
            debited=True,
            acr=acr,
            fpx=f"260{month[-1]}180900000001",
            receipt=f"R{month.replace('-', '')}0000001",
            paid_at="2026-10-18T09:06:00+08:00",
        )
        for month, acr in acrs.items()
    ]
    return {"submissions": submissions, "payments": payments}


def _first_visit(profile: Profile) -> dict[str, Any]:
    return {**unregistered(profile), "checklist": TWO_DOCUMENTS}


BEGINNINGS = {
    "pay": Beginning("pay", partial(hired, account=_paid_before()), (), ()),
    "register": Beginning("register", _first_visit, (), ()),
}


@contextmanager
def changed_portal(
    flow: Flow, operators: tuple[Operator, ...], seed: int, browser: Browser, folder: Path
) -> Iterator[tuple[Scene, Changed]]:
    """Settle the household of a flow at a practice portal that the operators change, and give both."""
    tail = SECOND_EMPLOYEE if flow == "pay" else ""
    with settled(BEGINNINGS[flow], browser, folder, tail=tail) as scene:
        portal, _bank = scene.practice.servers
        portal.app = changed = Changed(portal.app, operators, seed)
        yield scene, changed
