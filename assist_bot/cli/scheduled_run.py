"""`assist-bot schedule run`: what the timer starts. It prepares the month, and tells the person how that went."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from loguru import logger

from assist_bot import clock, logs
from assist_bot.cli import paying
from assist_bot.cli.agreed_beforehand import nobody_there
from assist_bot.cli.notifying import named
from assist_bot.cli.pay_wishes import PayWishes
from assist_bot.cli.running import Run, Wishes, ending_plainly, execute
from assist_bot.cli.terminal import Terminal
from assist_bot.contribution import ContributionMonth
from assist_bot.errors import Ending, MachineError
from assist_bot.language import say
from assist_bot.notifying import addresses, send
from assist_bot.outcome import Result
from assist_bot.places import Places, places, prepare
from assist_bot.profile import portal_of
from assist_bot.scheduling import agreed
from assist_bot.scheduling.agreed import Agreed, LastRun
from assist_bot.scheduling.days import month_to_prepare, runs_missed
from assist_bot.scheduling.leaving_behind import left_behind
from assist_bot.scheduling.telling import Ended, Told, nothing_new, told


@dataclass(frozen=True)
class Occasion:
    """One scheduled run: where, for whom, when and for which month."""

    here: Places
    profile: Path
    now: datetime
    month: ContributionMonth


def command(home: Path | None, profile: Path | None) -> None:
    """Prepare the month, tell the person, and leave with the exit code of what became of the month.

    On stdout stands what was told, which names nobody: the system's journal and cron's mail have other readers.
    """
    if home:
        os.environ["ASSIST_BOT_HOME"] = str(home)
    here = places()
    path = profile or here.profile
    occasion, known = _occasion(here, path), None
    with ending_plainly() as ended:
        prepare(here)
        logs.begin(here)
        known = _agreed(here)
        begun = LastRun(occasion.now, occasion.month)
        agreed.write(here.schedule, replace(known, last=begun))
        ended.result = _prepared(occasion, known)
    _told_and_noted(occasion, known, ended.result)
    Terminal().say(ended.result.message)
    sys.exit(ended.result.exit_code)


def _occasion(here: Places, path: Path) -> Occasion:
    """Find the month by the portal's clock, also where the profile is wrong elsewhere."""
    portal = portal_of(path)
    try:
        now = clock.now(portal.url if portal else "")
    except MachineError:  # a clock that was set wrongly for trying things out; the run itself will say so
        now = clock.now("")
    return Occasion(here, path, now, month_to_prepare(now.date()))


def _agreed(here: Places) -> Agreed:
    known = agreed.read(here.schedule)
    if known is None:
        raise MachineError(
            say("No schedule is installed for {folder}.", folder=here.state),
            say(
                "Nothing was prepared. Install one with `assist-bot schedule install`, or remove what started this."
            ),
        )
    return known


def _prepared(occasion: Occasion, known: Agreed) -> Result:
    wishes = Wishes("pay", occasion.profile, no_input=True)
    pay = PayWishes((str(occasion.month),), until=known.until)

    def job(run: Run) -> Result:
        if known.at_most is not None:
            run.journal.fact("Agreed to beforehand", f"submitting up to RM{known.at_most:,.2f} by itself")
        return paying.job(run, pay, nobody_there(run.terminal, known.at_most))

    return execute(wishes, job)


def _told_and_noted(occasion: Occasion, known: Agreed | None, result: Result) -> None:
    """Tell, and keep how it went. Nothing that goes wrong here changes what became of the month."""
    ended = _ended(occasion, known, result)
    last = known.last if known else None
    known_already = last is not None and last.month == occasion.month and last.notified != "failed"
    quiet = known_already and last is not None and nothing_new(ended, last.outcome)
    notified = "" if quiet else _notified(occasion.profile, told(ended))
    if known is not None:
        run = LastRun(occasion.now, occasion.month, str(result.outcome), notified)
        with suppress(Ending):
            agreed.write(occasion.here.schedule, replace(known, last=run))


def _ended(occasion: Occasion, known: Agreed | None, result: Result) -> Ended:
    today = occasion.now.date()
    ended = Ended(result.outcome, occasion.month, today, result.total)
    if known is None:
        return ended
    missed = runs_missed(known.last.began.date(), today) if known.last else 0
    months = left_behind(occasion.here, occasion.profile, today, known.since, occasion.month)
    return replace(ended, left_behind=months, runs_missed=missed)


def _notified(profile: Path, message: Told) -> str:
    """Send the message, and show it; say how that went."""
    with suppress(OSError):
        print(f"{message.title}\n{message.text}", flush=True)  # noqa: T201  # see `command`
    try:
        urls = addresses(profile)
    except Ending as error:
        logger.warning("Nobody was notified: {}", error.fact)
        return "failed"
    failed = [each for each in send(urls, message.title, message.text) if not each.went_out]
    if failed:
        logger.warning("The notification was not taken by address {}", named(failed))
    return "failed" if failed else "sent" if urls else ""
