"""Households' computers, with practice portals of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assist_bot.cli.rehearsing import registered
from assist_bot.profile import load
from fixtures.mock_portal.server import PracticePortal, start
from tests.cli.home import NOW, OCTOBER, PASSWORD, PORTAL_ID, Home


@pytest.fixture
def practice() -> Iterator[PracticePortal]:
    """Run a practice portal whose bank approves by itself, on 20 November 2026."""
    with start(clock=NOW, bank_signs=True) as running:
        yield running


@pytest.fixture
def home(practice: PracticePortal, tmp_path: Path) -> Home:
    """Give a computer with a profile and a stored password, before the first visit to the portal."""
    folder = tmp_path / "computer"
    folder.mkdir()
    here = Home(folder, practice)
    here.write_profile()
    here.keep(PASSWORD)
    practice.memory.seed([{"portal_id": PORTAL_ID, "temporary_password": PASSWORD}], [])
    return here


@pytest.fixture
def payer(home: Home) -> Home:
    """Give the computer of a household that is registered."""
    register_at_portal(home)
    return home


def register_at_portal(home: Home) -> None:
    """Let the portal know the profile's household as registered."""
    today = home.practice.clock.today()
    profile = load(home.folder / "profile.toml", "pay", today).profile
    account = registered(profile, hired_by=OCTOBER.first_day)
    home.practice.memory.seed([{**account, "password": PASSWORD}], [])
