"""`assist-bot demo`: the whole job on the practice portal, with a made-up household and nothing asked."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from assist_bot import clock, driver
from assist_bot.cli import paying, registering
from assist_bot.cli.asking import Agreeing
from assist_bot.cli.pay_wishes import PayWishes
from assist_bot.cli.running import Run, Wishes, ending_plainly, execute, exit_with
from assist_bot.cli.terminal import Terminal
from assist_bot.credentials import in_private_store, set_password
from assist_bot.demo_household import write_household
from assist_bot.given import nothing_given
from assist_bot.language import say
from assist_bot.leftovers import remove_leftovers
from assist_bot.outcome import Result
from assist_bot.owner_only import told
from assist_bot.places import Places, holding_the_lock, places, prepare
from fixtures.mock_portal.server import start

PORTAL_ID = "someone@example.com"
PASSWORD = "Temp-1234"  # noqa: S105  # it opens the practice portal only


def command(*, headed: bool, json: bool) -> None:
    """Register and pay on the practice portal; leave with both results as one, or with the first that failed."""
    earlier: list[Path] = []
    with ending_plainly() as ended:
        home = places()
        Terminal().say_if(told(prepare(home)))
        driver.ensure_driver(Terminal().say)
        with holding_the_lock(home, "demo"):
            remove_leftovers(home)
            ended.result = _demonstrate(home.state / "demo", earlier, headed=headed)
    exit_with(ended.result, as_json=json, earlier=earlier)


def _demonstrate(folder: Path, earlier: list[Path], *, headed: bool) -> Result:
    shutil.rmtree(folder, ignore_errors=True)
    here = Places(folder, folder)
    Terminal().say(say("The practice portal stands in for ASSIST: nothing here is real, and no money moves."))
    prepare(here)
    with (
        nothing_given(),
        _no_date_of_the_person(),
        in_private_store(folder),
        start(bank_signs=True) as practice,
    ):
        practice.memory.seed([{"portal_id": PORTAL_ID, "temporary_password": PASSWORD}], [])
        set_password(PORTAL_ID, PASSWORD, folder)
        profile = write_household(folder, clock.today(practice.url), practice.url)
        registered = execute(Wishes("register", profile), _register, headed=headed, at=here)
        if registered.exit_code:
            return registered
        earlier.extend(filter(None, [registered.run_folder]))
        pay = partial(paying.job, pay=PayWishes(), person=Agreeing())
        return _both(registered, execute(Wishes("pay", profile), pay, headed=headed, at=here))


def _both(registered: Result, paid: Result) -> Result:
    return replace(
        paid,
        message=f"{registered.message} {paid.message}",
        employer_code=registered.employer_code,
        reference=registered.reference,
        letters=registered.letters,
        papers=[*registered.papers, *paid.papers],
    )


def _register(run: Run) -> Result:
    with run.portal() as portal:
        return registering.rehearsed(portal, run.ledger, run.credentials, run.profile)


@contextmanager
def _no_date_of_the_person() -> Iterator[None]:
    """Let the demo be about today, whatever date the person has set."""
    kept = os.environ.pop("ASSIST_BOT_NOW", None)
    try:
        yield
    finally:
        if kept is not None:
            os.environ["ASSIST_BOT_NOW"] = kept
