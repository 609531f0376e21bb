"""`assist-bot demo`: the whole job on the practice portal, with a made-up household and nothing asked."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from assist_bot import clock
from assist_bot.cli import paying, registering
from assist_bot.cli.asking import Agreeing
from assist_bot.cli.paying import PayWishes
from assist_bot.cli.rehearsing import SECRETS
from assist_bot.cli.running import Run, Wishes, execute, exit_with
from assist_bot.cli.terminal import Terminal
from assist_bot.credentials import private_store, set_password
from assist_bot.demo_household import write_household
from assist_bot.outcome import Result
from assist_bot.places import Places, places, prepare
from fixtures.mock_portal.server import start

PORTAL_ID = "someone@example.com"
PASSWORD = "Temp-1234"  # noqa: S105  # it opens the practice portal only


def command(*, headed: bool, json: bool) -> None:
    """Register and pay on the practice portal, and leave with the exit code of the first that did not succeed."""
    folder = places().state / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    here = Places(folder, folder)
    terminal = Terminal(as_json=json)
    terminal.say("The practice portal stands in for ASSIST: nothing here is real, and no money moves.")
    prepare(here)
    with _nothing_of_the_person(), private_store(folder), start(bank_signs=True) as practice:
        practice.memory.seed([{"portal_id": PORTAL_ID, "temporary_password": PASSWORD}], [])
        set_password(PORTAL_ID, PASSWORD, folder)
        profile = write_household(folder, clock.today(practice.url), practice.url)
        result = _both(here, profile, headed=headed, json=json)
    exit_with(result)


def _both(here: Places, profile: Path, *, headed: bool, json: bool) -> Result:
    register = Wishes("register", profile, yes=True, as_json=json, headed=headed)
    result = execute(register, _register, headed=headed, at=here)
    if result.exit_code == 0:
        pay = Wishes("pay", profile, yes=True, as_json=json, headed=headed)
        result = execute(pay, partial(paying.job, pay=PayWishes(), person=Agreeing()), headed=headed, at=here)
    return result


def _register(run: Run) -> Result:
    with run.portal() as portal:
        return registering.rehearsed(portal, run.ledger, run.credentials, run.profile)


@contextmanager
def _nothing_of_the_person() -> Iterator[None]:
    """Keep real secrets and settings of the person out of the demo."""
    kept: dict[str, Any] = {
        name: os.environ.pop(name) for name in (*SECRETS, "ASSIST_BOT_NOW") if name in os.environ
    }
    try:
        yield
    finally:
        os.environ.update(kept)
