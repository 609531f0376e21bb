"""`assist-bot schedule install|show|remove`."""

from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

from assist_bot import clock, logs
from assist_bot.cli.doctor_showing import show_checks
from assist_bot.cli.notifying import EXAMPLE, ensure_understood
from assist_bot.cli.running import ending_plainly, exit_with, load_now
from assist_bot.cli.terminal import Terminal, Unheard
from assist_bot.contribution import ContributionMonth, contribution_for
from assist_bot.credentials import Credentials
from assist_bot.errors import ContributionRefused, CredentialsError, MachineError, Waiting
from assist_bot.given import PASSWORD
from assist_bot.language import day, mark, say, say_marked
from assist_bot.money import read_ringgit, ringgit
from assist_bot.notifying import addresses
from assist_bot.outcome import Outcome, Result
from assist_bot.owner_only import told
from assist_bot.places import Places, own_home, places, prepare
from assist_bot.profile import Profile, portal_of
from assist_bot.scheduling import agreed, starting
from assist_bot.scheduling.agreed import Agreed, Until
from assist_bot.scheduling.command_line import command_line
from assist_bot.scheduling.days import month_to_prepare, next_run
from assist_bot.scheduling.looking import look_at_schedule

WHAT_IT_SUBMITS = mark(
    "Until the ACR means that each month is submitted to SOCSO without asking you again. It is your declaration, and "
    "it is not taken back from here. It takes the wages that the profile has on that day, from the 16th of the month "
    "itself; overtime that comes later is corrected with SHORT CONTRIBUTION at the portal. Nothing is submitted where "
    "SOCSO's figures are not exactly ours, or where the total is more than what you agree to now. Nothing is ever "
    "paid: that stays with you and your bank."
)


def install(profile: Path | None, until: Until, *, as_json: bool) -> None:
    """Look whether it can work without a person, ask for what it needs, and have it started from now on."""
    terminal = Terminal()
    with ending_plainly() as ended:
        here = places()
        terminal.say_if(told(prepare(here)))
        logs.begin(here)
        path = (profile or here.profile).absolute()
        loaded, now = load_now(path, "pay")
        _ensure_password(loaded.profile, here, terminal)
        _look_at_addresses(path, terminal)
        month = month_to_prepare(now.date())
        at_most = _agreed_total(loaded.profile, month, terminal) if until == "acr" else None
        command = command_line(own_home(), path if profile else None)
        earlier = _earlier(here)
        since = min(month, earlier.since) if earlier else month
        chosen = Agreed(until, at_most, starting.starter_here(), command, since)
        _start(here, chosen)
        ended.result = _installed(chosen, next_run(now))
    exit_with(ended.result, as_json=as_json)


def show(profile: Path | None, *, as_json: bool) -> None:
    """Tell what is installed, when it runs next, and how the last run ended. Nothing is written."""
    with ending_plainly() as ended:
        here = places()
        logs.begin(None)
        path = profile or here.profile
        portal = portal_of(path)
        checks = list(
            look_at_schedule(
                agreed.read(here.schedule), addresses(path), clock.now(portal.url if portal else "")
            )
        )
        ended.result = Result(
            Outcome.DONE, say("Nothing was changed, and the portal was not asked."), checks=checks
        )
    if not as_json:
        show_checks(Unheard(highlight=False), ended.result.checks)
    exit_with(ended.result, as_json=as_json)


def remove(*, as_json: bool) -> None:
    """Remove everything that installing made."""
    with ending_plainly() as ended:
        here = places()
        logs.begin(None)
        if not here.schedule.exists():
            ended.result = Result(
                Outcome.NOTHING_TO_DO, say("No schedule is installed for {folder}.", folder=here.state)
            )
        else:
            ended.result = _removed(here)
    exit_with(ended.result, as_json=as_json)


def _ensure_password(profile: Profile, here: Places, terminal: Terminal) -> None:
    """Try what a run tries. Raises CredentialsError where there is no password, or one that a run would not find."""
    command = profile.credentials.command if profile.credentials else None
    credentials = Credentials.open(profile.portal.portal_id, command, here.state, read_only=True)
    credentials.passwords_to_try()
    if credentials.source == PASSWORD:
        raise CredentialsError(
            say("The password comes from {name}, which a scheduled run does not have.", name=PASSWORD),
            say("Nothing was changed. Store it with `assist-bot credentials set`, then install again."),
        )
    terminal.say(
        say(
            "The password comes from {source}, which can be read now. A scheduled run cannot type anything to unlock "
            "it: it runs while you are logged in, and where it finds it locked it says so.",
            source=credentials.source,
        )
    )


def _look_at_addresses(path: Path, terminal: Terminal) -> None:
    """Say where nobody would be told. Raises ProfileError for an address that is not understood."""
    urls = addresses(path)
    ensure_understood(urls)
    if urls:
        terminal.say(say("You are told of each run. `assist-bot notify test` shows whether that arrives."))
    else:
        terminal.alarm(
            say(
                "Nobody is told how a run went: the profile has no [notify]. Write there, for example, {example}, or "
                "look with `assist-bot schedule show`.",
                example=EXAMPLE,
            )
        )


def _agreed_total(profile: Profile, month: ContributionMonth, terminal: Terminal) -> Decimal:
    """Have the largest total typed that may be submitted without asking. Raises Waiting or ContributionRefused."""
    most = contribution_for(profile, month).totals[-1]
    terminal.say(say_marked(WHAT_IT_SUBMITS))
    question = say(
        "By our calculation {month} comes to {total} at most. Type that total ({figure}) to agree to submitting up to "
        "it each month",
        month=month.name,
        total=ringgit(most),
        figure=f"{most:.2f}",
    )
    answer = terminal.ask(question)
    if answer is None:
        raise Waiting(
            say("Your agreement is needed, and nobody answered. Nothing was changed."),
            say("Run this again at a terminal, or install it with --until draft."),
        )
    try:
        agreed_to = read_ringgit(answer)
    except ValueError:
        agreed_to = None
    if agreed_to != most:
        raise ContributionRefused(
            say("You did not type {total}. Nothing was changed.", total=ringgit(most)),
            say("Run this again, or install it with --until draft, which submits nothing."),
        )
    return most


def _start(here: Places, chosen: Agreed) -> None:
    """Put it in the place of an earlier one. Where that fails nothing is installed any more."""
    if here.schedule.exists():
        _removed(here)
    agreed.write(here.schedule, chosen)
    try:
        starting.install(chosen.starter, chosen.command)
    except BaseException:
        here.schedule.unlink(missing_ok=True)
        raise


def _installed(chosen: Agreed, first: date) -> Result:
    if chosen.starter == "by_hand":
        return Result(
            Outcome.WAITING,
            say(
                "This computer has neither a systemd of yours nor Windows Task Scheduler. What you chose is kept; "
                "nothing runs until you start it yourself. For cron, add this line with `crontab -e`:\n{line}",
                line=starting.cron_line(chosen.command),
            ),
        )
    goal = (
        say("the checked draft")
        if chosen.at_most is None
        else say("the slip to be paid (ACR), up to {total}", total=ringgit(chosen.at_most))
    )
    return Result(
        Outcome.DONE,
        say(
            "Each month is prepared up to {goal}, started by {starter}. It never pays. The next run is on {day}.",
            goal=goal,
            starter=starting.name_of(chosen.starter),
            day=day(first),
        ),
    )


def _earlier(here: Places) -> Agreed | None:
    """Give what was chosen before; None also where that cannot be read any more."""
    with suppress(MachineError):
        return agreed.read(here.schedule)
    return None


def _removed(here: Places) -> Result:
    earlier = _earlier(here)
    starter = earlier.starter if earlier else starting.starter_here()
    starting.remove(starter)
    here.schedule.unlink(missing_ok=True)
    if starter == "by_hand":
        return Result(
            Outcome.DONE,
            say("What you chose is removed. Remove the line or file that starts the run, too: you made it."),
        )
    return Result(Outcome.DONE, say("The schedule is removed. Nothing runs by itself any more."))
