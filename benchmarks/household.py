"""The employer at the practice portal, and the month that everybody pays."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assist_bot.cli.rehearsing import PASSWORD, registered
from assist_bot.contribution import ContributionMonth
from assist_bot.demo_household import write_household
from assist_bot.profile import Profile, load
from fixtures.mock_portal.server import PracticePortal

DAY = date(2026, 11, 10)
MONTH = ContributionMonth.parse("2026-10")


@dataclass(frozen=True)
class Household:
    """One registered employer with one employee; `renew` forgets what was paid."""

    practice: PracticePortal
    profile_path: Path
    profile: Profile

    @property
    def portal_id(self) -> str:
        """The portal ID to log in with."""
        return self.profile.portal.portal_id

    @property
    def password(self) -> str:
        """The password, which opens the practice portal only."""
        return PASSWORD

    def renew(self) -> None:
        """Have an employer for whom nothing was submitted or paid."""
        self.practice.memory.seed([registered(self.profile, MONTH.first_day)], [])

    def ensure_paid(self) -> None:
        """Raise AssertionError unless the month was paid, once: what was measured was the whole job."""
        payments = self.practice.memory.accounts[self.portal_id].payments
        assert [payment.status for payment in payments] == ["Successful"]


def settle(practice: PracticePortal, folder: Path) -> Household:
    """Write the profile of a household that is registered at this portal."""
    path = write_household(folder, DAY, practice.url)
    return Household(practice, path, load(path, "pay", DAY).profile)
