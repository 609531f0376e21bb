"""Households at practice portals, for flows in a real browser."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext

from assist_bot.cli.rehearsing import unregistered
from assist_bot.credentials import in_private_store
from fixtures.mock_portal.server import PracticePortal, start
from tests.flows.household import TODAY, Household, Seed, settle
from tests.flows.paying import Payer, settle_payer
from tests.flows.person import ScriptedPerson

Settle = Callable[..., Household]


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the portal long enough for a busy machine; a test that waits in vain sets it lower."""
    monkeypatch.setenv("ASSIST_BOT_PATIENCE", "8")


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the portal no longer than a test can bear where waiting is in vain."""
    monkeypatch.setenv("ASSIST_BOT_PATIENCE", "2.5")


@pytest.fixture
def practice() -> Iterator[PracticePortal]:
    """Run a practice portal and its bank, on 20 November 2026."""
    with start(clock=TODAY) as running:
        yield running


@pytest.fixture
def settled(practice: PracticePortal, tmp_path: Path, context: BrowserContext) -> Iterator[Settle]:
    """Give the function that settles a household at the practice portal.

    `settled(seed=..., command=..., salary='"1700.00"', tail="...")`: an unregistered one to be registered, if
    nothing else is said; the other words change the profile as `write_profile` has it.
    """
    folder = tmp_path / "state"
    folder.mkdir()

    def settle_here(
        seed: Seed = unregistered, command: Literal["register", "pay"] = "register", **changes: str
    ) -> Household:
        return settle(practice, folder, context, seed=seed, command=command, profile_changes=changes)

    with in_private_store(folder):
        yield settle_here


@pytest.fixture
def person(context: BrowserContext) -> ScriptedPerson:
    """Have a person who agrees to everything and approves at the bank."""
    return ScriptedPerson(context)


@pytest.fixture
def payer(settled: Settle, person: ScriptedPerson) -> Callable[..., Payer]:
    """Give the function that settles a registered household.

    `payer(profile={"tail": "..."}, drafts=[...])`: what the profile has besides, and what the portal remembers.
    """

    def settle_here(profile: dict[str, str] | None = None, **account: object) -> Payer:
        return settle_payer(settled, person, profile or {}, **account)

    return settle_here
