"""One run, from the folders and the lock to the result and the exit code, whatever happens in between."""

import errno
import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal, NoReturn

from loguru import logger

from assist_bot import __version__, clock, logs, review
from assist_bot.browser import Opening, open_portal
from assist_bot.browser_finding import ensure_browser
from assist_bot.cli.pointing import AtTheWindow
from assist_bot.cli.terminal import Terminal
from assist_bot.credentials import Credentials
from assist_bot.errors import Ending, MachineError, OutcomeUnknown, ProfileError
from assist_bot.journal import Journal
from assist_bot.language import say
from assist_bot.ledger import Ledger
from assist_bot.leftovers import remove_leftovers
from assist_bot.outcome import Outcome, Result
from assist_bot.owner_only import told
from assist_bot.places import Places, holding_the_lock, places, prepare
from assist_bot.portal.portal import Portal
from assist_bot.profile import Loaded, Profile, load, papers_for, people_of, private_of, secrets_of
from assist_bot.retention import age_out


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
    teach: bool = False


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
        self.credentials.passwords_to_try()  # where there is none, that is told before a browser opens
        self.journal.hide(self.credentials.secrets())
        if differing := self.credentials.differing():
            self.journal.warn(say("{differing} Remove the one that is out of date.", differing=differing))
        opening = Opening(
            ensure_browser(self.terminal.say),
            self.places.browser_data,
            self.places.own_words,
            self.headed,
            self.places.seen_words,
            AtTheWindow(self.terminal) if self.wishes.teach else None,
            attended=not self.wishes.no_input,
        )
        access = self.profile.portal
        papers = [paper.path for paper in papers_for(self.profile)]
        with open_portal(
            opening, access, self.journal, read_only=self.wishes.dry_run, papers=papers
        ) as portal:
            yield portal


def execute(
    wishes: Wishes, job: Callable[[Run], Result], *, headed: bool = False, at: Places | None = None
) -> Result:
    """Do a job with everything that it needs, and give its result; nothing that can happen escapes."""
    with ending_plainly() as ended:
        here = at or places()
        Terminal().say_if(told(prepare(here)))
        logs.begin(here, verbose=wishes.verbose)
        with holding_the_lock(here, wishes.command):
            remove_leftovers(here)
            ended.result = _in_the_lock(wishes, job, here, headed=headed)
    return ended.result


def exit_with(result: Result, *, as_json: bool = False, earlier: Sequence[Path] = ()) -> NoReturn:
    """Print the result and leave with its exit code. `earlier`: folders of runs that led to it."""
    with suppress(OSError):  # nobody reads it, or it goes to a full disk: the exit code still tells
        if as_json:
            print(json.dumps(result.as_json()))  # noqa: T201  # the object that --json promises
        else:
            Terminal().end(result, earlier)
    _flush_for_good()
    sys.exit(result.exit_code)


def _flush_for_good() -> None:
    """Write out what was printed. Where that fails let it go: Python's own last try would change the exit code."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def visible(wishes: Wishes, *, must_act: bool) -> bool:
    """Say whether the browser's window is shown: as asked, or where the person must act and there is a display."""
    if wishes.headed is not None:
        return wishes.headed
    return must_act and has_display() and not wishes.dry_run


def has_display() -> bool:
    """Say whether a window can open on this computer."""
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def load_now(path: Path, command: Literal["register", "pay"]) -> tuple[Loaded, datetime]:
    """Load a profile as of this moment in Malaysia, and give the moment too; no log tells what is private in it.

    Raises ProfileError.
    """
    loaded = load(path, command, clock.today(_portal_url(path)))
    logs.hide_household([*secrets_of(loaded.profile), *private_of(loaded.profile)])
    return loaded, clock.now(loaded.profile.portal.url)


def _in_the_lock(wishes: Wishes, job: Callable[[Run], Result], here: Places, *, headed: bool) -> Result:
    terminal = Terminal()
    command: Literal["register", "pay"] = "register" if wishes.command == "register" else "pay"
    loaded, moment = load_now(wishes.profile or here.profile, command)
    profile = loaded.profile
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
    with (
        ending_plainly() as ended,
        Ledger.open(here.ledger, read_only=wishes.dry_run, run_folder=journal.folder) as ledger,
    ):
        put_in_order(here, ledger, journal, profile)
        credentials = Credentials.open(
            profile.portal.portal_id,
            profile.credentials.command if profile.credentials else None,
            here.state,
            read_only=wishes.dry_run,
        )
        run = Run(wishes, here, profile, moment, journal, ledger, credentials, terminal, headed)
        with terminal.progress(_goal(wishes, profile)):
            ended.result = job(run)
    result = replace(
        ended.result,
        run_folder=journal.folder,
        papers=journal.kept,
        message=journal.hidden(ended.result.message),
        months=[replace(month, message=journal.hidden(month.message)) for month in ended.result.months],
    )
    with suppress(
        KeyboardInterrupt
    ):  # the run is over: a late Ctrl-C costs the review, and changes nothing else
        journal.end(result)
        _write_review(journal, terminal)
    return result


def put_in_order(here: Places, ledger: Ledger, journal: Journal, profile: Profile) -> None:
    """Age out the evidence, except in a dry run, and remind of a forgetting that was cut off."""
    if not ledger.read_only:
        now = min(
            clock.now(profile.portal.url), clock.now("")
        )  # a clock set for trying things out ages nothing
        aged = age_out(here.runs, here.documents, ledger.runs(), profile.retention.evidence_days, now)
        if aged.told:
            journal.warn(aged.told)
    if here.forgetting.exists():
        journal.warn(say("A forgetting of an employee was cut off. `assist-bot forget` finishes it."))


def _portal_url(path: Path) -> str:
    """Read the portal's address out of a profile that is not checked yet, for the clock's sake, or ""."""
    try:
        return str(tomllib.loads(path.read_text("utf-8-sig"))["portal"]["url"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def _goal(wishes: Wishes, profile: Profile) -> str:
    dry = say(", saving nothing") if wishes.dry_run else ""
    return say(
        "assist-bot {command} for {employer} at {origin}{dry}",
        command=wishes.command,
        employer=profile.employer.name,
        origin=profile.portal.origin,
        dry=dry,
    )


NO_RESULT = Result(Outcome.BUG, "The run ended without a result. Look at the portal before running it again.")


@dataclass
class Ended:
    """How a block ended."""

    result: Result = NO_RESULT


@contextmanager
def ending_plainly() -> Iterator[Ended]:
    """Turn whatever ends the block into a result: one sentence of fact, one of remedy, the right exit code.

    A result that is there already stands, whatever goes wrong while things are put away.
    """
    ended = Ended()
    try:
        yield ended
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # the last place where a fault of our own can be told plainly
        if ended.result is NO_RESULT:
            ended.result = _told(_unknown_behind(error) or error)
        else:
            logger.opt(exception=error).info("Not put away properly")


def _unknown_behind(error: BaseException | None) -> OutcomeUnknown | None:
    """Find the doubt in whose wake something else failed, or Ctrl-C was pressed again: that is what must be told."""
    while error is not None and not isinstance(error, OutcomeUnknown):
        error = error.__context__
    return error


def _told(error: BaseException) -> Result:
    if isinstance(error, ProfileError):
        return Result(error.outcome, str(error), problems=error.problems)
    if isinstance(error, Ending):
        return Result(error.outcome, str(error))
    if isinstance(error, KeyboardInterrupt):
        return Result(
            Outcome.INTERRUPTED,
            say("Stopped by you; nothing was being submitted. Run the command again to go on."),
        )
    if isinstance(error, OSError):
        return _machine(error)
    logger.opt(exception=error).error("A fault in assist-bot itself")
    return Result(
        Outcome.BUG,
        say(
            "A fault in assist-bot itself ({kind}). The log file in its state folder says more; look "
            "at the portal before running the command again.",
            kind=type(error).__name__,
        ),
    )


def _machine(error: OSError) -> Result:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    fact = (
        say("The disk is full.")
        if full
        else say("This computer refused something: {reason}.", reason=error.strerror or type(error).__name__)
    )
    remedy = say("Free some space") if full else say("Look at the log file in the state folder")
    logger.opt(exception=error).error("The computer refused something")
    return Result(
        Outcome.MACHINE,
        say(
            "{fact} {remedy}, then run the command again; it looks at the portal first.",
            fact=fact,
            remedy=remedy,
        ),
    )


def _keep_secret(journal: Journal, terminal: Terminal, profile: Profile) -> None:
    journal.hide_numbers(secrets_of(profile))
    journal.people = people_of(profile)
    terminal.hidden = journal.hidden


def _write_review(journal: Journal, terminal: Terminal) -> None:
    try:
        review.write(journal.folder)
    except MachineError as error:
        terminal.say(say("The review page could not be written: {error}", error=error))
