"""`pay` as it is: with its checks, its journal, its pictures, its ledger and its review."""

import os
import subprocess
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

from playwright.sync_api import Page

from assist_bot import __version__, review
from assist_bot.browser import portal_on
from assist_bot.cli.asking import Agreeing
from assist_bot.cli.one_month import paying
from assist_bot.clock import KUALA_LUMPUR
from assist_bot.contribution import contribution_for
from assist_bot.credentials import Credentials, in_private_store, set_password
from assist_bot.fence.fence import Fence
from assist_bot.journal import Journal
from assist_bot.ledger import Ledger
from assist_bot.profile import secrets_of
from benchmarks.household import DAY, MONTH, Household
from flows.pay_contribution import Until, Wish

_WAIT_MINUTES = "1"


def in_open_browser(page: Page, household: Household, folder: Path, fence: Fence | None = None) -> None:
    """Pay the month on this page, from the log-in to the written review, with the records in the folder.

    `fence` where the browser is behind one.
    """
    profile = household.profile
    with in_private_store(folder):
        set_password(household.portal_id, household.password, folder)
        moment = datetime.combine(DAY, datetime.min.time(), KUALA_LUMPUR)
        journal = Journal.begin(folder / "runs", "pay", dry_run=False, now=moment, version=__version__)
        journal.hide_numbers(secrets_of(profile))
        portal = portal_on(page, profile.portal, journal, folder / "words.toml", read_only=False, fence=fence)
        wish = Wish(contribution_for(profile, MONTH), Until.RECEIPT, "Maybank2U")
        credentials = Credentials.open(household.portal_id, None, folder)
        pay = partial(paying, wish=wish, person=Agreeing())
        with Ledger.open(folder / "ledger.sqlite") as ledger:
            journal.end(pay(portal, ledger, credentials, profile))
    review.write(journal.folder)


def as_command(household: Household, folder: Path) -> None:
    """Pay the month with the command itself, which starts and closes its browser."""
    subprocess.run(  # noqa: S603  # our own program
        [
            sys.executable, "-m", "assist_bot", "pay", "--month", str(MONTH), "--yes", "--headless",
            "--wait-for-bank", _WAIT_MINUTES, "--json", "--profile", str(household.profile_path),
        ],
        env={
            **os.environ,
            "ASSIST_BOT_HOME": str(folder),
            "ASSIST_BOT_NOW": f"{DAY}",
            "ASSIST_BOT_PASSWORD": household.password,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        },
        check=True,
        capture_output=True,
    )  # fmt: skip
