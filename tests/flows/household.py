"""A household at a practice portal of its own: what every run of a test stands on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import BrowserContext

from assist_bot.browser import portal_on
from assist_bot.cli.rehearsing import PASSWORD
from assist_bot.credentials import Credentials, set_password
from assist_bot.journal import Journal
from assist_bot.ledger import Ledger
from assist_bot.portal.portal import Portal
from assist_bot.profile import Profile, load, papers_for, people_of, secrets_of
from fixtures.mock_portal.memory import Account
from fixtures.mock_portal.server import PracticePortal
from tests.people import write_profile

TODAY = date(2026, 11, 20)

Seed = Callable[[Profile], dict[str, Any]]


@dataclass(frozen=True)
class Running:
    """What one run has in hand."""

    portal: Portal
    ledger: Ledger
    credentials: Credentials
    journal: Journal


@dataclass
class Household:
    """A profile, the state folder of its computer, a browser, and the portal that the profile names.

    `attended`: a person sees the browser.
    """

    practice: PracticePortal
    profile: Profile
    folder: Path
    context: BrowserContext
    attended: bool = False

    @property
    def account(self) -> Account:
        """What the portal remembers of this employer."""
        return self.practice.memory.accounts[self.profile.portal.portal_id]

    @property
    def ledger_path(self) -> Path:
        """Where the ledger is, or is not yet."""
        return self.folder / "ledger.sqlite"

    def arrived(self, *steps: str) -> int:
        """How many requests that were not just for looking arrived at the portal for these steps (all, if none)."""
        return sum(1 for each in self.practice.memory.requests if not steps or each.step in steps)

    def wait(self, minutes: float = 31) -> None:
        """Let so much time pass: by itself, more than looks must be apart."""
        self.practice.clock.advance(minutes * 60)

    @contextmanager
    def running(self, command: Literal["register", "pay"], *, dry_run: bool = False) -> Iterator[Running]:
        """Open what a run needs, on a fresh page, and close it again whatever happens."""
        journal = Journal.begin(
            self.folder / "runs",
            command,
            dry_run=dry_run,
            now=self.practice.clock.now(),
            version="test",
            for_good=self.folder / "documents",
        )
        journal.hide_numbers(secrets_of(self.profile))
        journal.people = people_of(self.profile)
        source = self.profile.credentials
        credentials = Credentials.open(
            self.profile.portal.portal_id,
            source.command if source else None,
            self.folder,
            read_only=dry_run,
        )
        page = self.context.new_page()
        access, words = self.profile.portal, self.folder / "words.toml"
        try:
            with Ledger.open(
                self.ledger_path, read_only=dry_run, run_folder=journal.folder, now=self.practice.clock.now
            ) as ledger:
                papers = [paper.path for paper in papers_for(self.profile)]
                portal = portal_on(
                    page, access, journal, words, read_only=dry_run, attended=self.attended, papers=papers
                )
                yield Running(portal, ledger, credentials, journal)
        finally:
            for each in self.context.pages:
                each.close()
            self.context.clear_cookies()


def settle(  # noqa: PLR0913  # the parts of a household, all by name
    practice: PracticePortal,
    folder: Path,
    context: BrowserContext,
    *,
    seed: Seed,
    command: Literal["register", "pay"],
    profile_changes: dict[str, str],
) -> Household:
    """Write and load a profile, let the portal know the household, and store its password."""
    path = write_profile(folder / "config", practice.clock.today(), practice.url, **profile_changes)
    profile = load(path, command, practice.clock.today()).profile
    practice.memory.seed([seed(profile)], [])
    set_password(profile.portal.portal_id, PASSWORD, folder)
    return Household(practice, profile, folder, context)
