"""One run, from the folders and the lock to the result and the exit code, whatever happens in between."""

import errno
import os
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal, NoReturn

from loguru import logger

from assist_bot import __version__, clock, logs, review
from assist_bot.browser import Opening, open_portal
from assist_bot.browser_finding import ensure_browser
from assist_bot.cli.terminal import Terminal
from assist_bot.credentials import Credentials
from assist_bot.errors import Ending, MachineError, ProfileError
from assist_bot.journal import Journal
from assist_bot.ledger import Ledger
from assist_bot.outcome import Outcome, Result
from assist_bot.places import Places, holding_the_lock, places, prepare
from assist_bot.portal.portal import Portal
from assist_bot.profile import Profile, load, secrets_of


@dataclass(frozen=True)
class Wishes:
    """What the person asked for on the command line."""

    command: str
    profile: Path | None = None
    dry_run: bool = False
    yes: bool = False
    no_input: bool = False
    as_json: bool = False
    headed: bool | None = None
    verbose: bool = False


@dataclass(frozen=True)
class Run:
    """Everything that one run stands on."""

    wishes: Wishes
    places: Places
    profile: Profile
    now: datetime
    journal: Journal
    ledger: Ledger
    credentials: Credentials
    terminal: Terminal
    headed: bool

    @contextmanager
    def portal(self) -> Iterator[Portal]:
        """Open the portal in a browser; in a dry run it refuses to save anything."""
        opening = Opening(
            ensure_browser(self.terminal.say),
            self.places.browser_data,
            self.places.config / "words.toml",
            self.headed,
        )
        access = self.profile.portal
        with open_portal(opening, access, self.journal, read_only=self.wishes.dry_run) as portal:
            yield portal


def execute(
    wishes: Wishes, job: Callable[[Run], Result], *, headed: bool = False, at: Places | None = None
) -> Result:
    """Do a job with everything that it needs, and give its result; nothing that can happen escapes."""
    terminal = Terminal(as_json=wishes.as_json)
    with ending_plainly() as ended:
        here = at or places()
        prepare(here)
        logs.begin(here, verbose=wishes.verbose)
        with holding_the_lock(here, wishes.command):
            ended.result = _in_the_lock(wishes, job, here, terminal, headed=headed)
    terminal.end(ended.result)
    return ended.result


def exit_with(result: Result) -> NoReturn:
    """Leave with the result's exit code."""
    sys.stdout.flush()
    sys.exit(result.exit_code)


def visible(wishes: Wishes, *, must_act: bool) -> bool:
    """Say whether the browser's window is shown: as asked, or where the person must act and there is a display."""
    if wishes.headed is not None:
        return wishes.headed
    display = sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    return must_act and display and not wishes.dry_run


def _in_the_lock(
    wishes: Wishes, job: Callable[[Run], Result], here: Places, terminal: Terminal, *, headed: bool
) -> Result:
    path = wishes.profile or here.profile
    command: Literal["register", "pay"] = "register" if wishes.command == "register" else "pay"
    moment = clock.now(_portal_url(path))
    loaded = load(path, command, moment.date())
    profile = loaded.profile
    moment = clock.now(profile.portal.url)
    journal = Journal.begin(
        here.runs,
        wishes.command,
        dry_run=wishes.dry_run,
        now=moment,
        version=__version__,
        for_good=here.documents,
    )
    _keep_secret(journal, terminal, profile)
    journal.listen(terminal.event)
    for warning in loaded.warnings:
        journal.warn(f"{warning.key} {warning.message}")
    with ending_plainly() as ended, Ledger.open(here.ledger, read_only=wishes.dry_run) as ledger:
        credentials = Credentials.open(
            profile.portal.portal_id,
            profile.credentials.command if profile.credentials else None,
            here.state,
            read_only=wishes.dry_run,
        )
        run = Run(wishes, here, profile, moment, journal, ledger, credentials, terminal, headed)
        with terminal.progress(_goal(wishes, profile)):
            ended.result = job(run)
    result = replace(ended.result, run_folder=journal.folder, message=journal.hidden(ended.result.message))
    journal.end(result)
    _write_review(journal, terminal)
    return result


def _portal_url(path: Path) -> str:
    """Read the portal's address out of a profile that is not checked yet, for the clock's sake; "" when it cannot be."""
    try:
        return str(tomllib.loads(path.read_text("utf-8"))["portal"]["url"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def _goal(wishes: Wishes, profile: Profile) -> str:
    dry = ", saving nothing" if wishes.dry_run else ""
    return f"assist-bot {wishes.command} for {profile.employer.name} at {profile.portal.origin}{dry}"


@dataclass
class Ended:
    """How a block ended."""

    result: Result = field(default_factory=lambda: Result(Outcome.BUG, "The run ended without a result."))


@contextmanager
def ending_plainly() -> Iterator[Ended]:
    """Turn whatever ends the block into a result: one sentence of fact, one of remedy, the right exit code."""
    ended = Ended()
    try:
        yield ended
    except ProfileError as error:
        ended.result = Result(error.outcome, str(error), problems=error.problems)
    except Ending as error:
        ended.result = Result(error.outcome, str(error))
    except KeyboardInterrupt:
        ended.result = Result(
            Outcome.INTERRUPTED,
            "Stopped by you; nothing was being submitted. Run the command again to go on.",
        )
    except OSError as error:
        ended.result = _machine(error)
    except Exception as error:  # noqa: BLE001  # the last place where a fault of our own can be told plainly
        logger.opt(exception=error).error("A fault in assist-bot itself")
        ended.result = Result(
            Outcome.BUG,
            f"A fault in assist-bot itself ({type(error).__name__}). The log file in its state folder says more; "
            "look at the portal before running the command again.",
        )


def _machine(error: OSError) -> Result:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    fact = (
        "The disk is full."
        if full
        else f"This computer refused something: {error.strerror or type(error).__name__}."
    )
    remedy = "Free some space" if full else "Look at the log file in the state folder"
    logger.opt(exception=error).error("The computer refused something")
    return Result(
        Outcome.MACHINE, f"{fact} {remedy}, then run the command again; it looks at the portal first."
    )


def _keep_secret(journal: Journal, terminal: Terminal, profile: Profile) -> None:
    numbers = secrets_of(profile)
    journal.hide_numbers(numbers)
    logs.hide(numbers)
    terminal.hidden = journal.hidden


def _write_review(journal: Journal, terminal: Terminal) -> None:
    try:
        review.write(journal.folder)
    except MachineError as error:
        terminal.say(f"The review page could not be written: {error}")
