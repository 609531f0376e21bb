"""`assist-bot init`: asks for everything that the profile needs, and writes it."""

from pathlib import Path

from assist_bot import clock, logs
from assist_bot.cli.credentials import typed_password
from assist_bot.cli.interview import Interview, ask_all
from assist_bot.cli.interview_words import HOW_IT_WORKS, label, told_so_far, what_comes_next
from assist_bot.cli.running import ending_plainly, exit_with
from assist_bot.cli.terminal import Terminal
from assist_bot.credentials import set_password, stored
from assist_bot.errors import CredentialsError, ProfileError
from assist_bot.forms import awaiting
from assist_bot.interview.answers import changes, value_at
from assist_bot.interview.draft import keep, kept
from assist_bot.language import say, say_marked
from assist_bot.leftovers import remove_leftovers
from assist_bot.outcome import Outcome, Result
from assist_bot.owner_only import told
from assist_bot.places import Places, holding_the_lock, places, prepare
from assist_bot.profile import load, read_table
from assist_bot.profile.changing import change


def command(profile: Path | None) -> None:
    """Ask, write, and leave with the exit code."""
    with ending_plainly() as ended:
        here = places()
        Terminal().say_if(told(prepare(here)))
        logs.begin(here)
        with holding_the_lock(here, "init"):
            remove_leftovers(here)
            ended.result = _interview((profile or here.profile).absolute(), here)
    exit_with(ended.result)


def _interview(profile: Path, here: Places) -> Result:
    if not profile.parent.is_dir():
        raise ProfileError(
            say("There is no folder {folder}.", folder=profile.parent),
            say("Make it, or name another file."),
        )
    there = profile.exists() or profile.is_symlink()
    table = read_table(profile) if there else {}
    interview = Interview(
        profile,
        here.interview,
        table,
        kept(here.interview, profile),
        clock.today(str(value_at(table, ("portal", "url")) or "")),
    )
    _greet(interview, there=there)
    ask_all(interview)
    change(profile, changes(interview.answers))
    keep(here.interview, profile, {})
    portal_id = str(value_at(interview.whole, ("portal", "portal_id")))
    has_password = _password(portal_id, here, interview.terminal)
    return _ended(interview, has_password=has_password)


def _greet(interview: Interview, *, there: bool) -> None:
    terminal = interview.terminal
    terminal.say(
        say(
            "The profile {file} is there; nothing in it changes but what you answer differently.",
            file=interview.profile,
        )
        if there
        else say(
            "This asks for what SOCSO's portal needs to know, and writes it to {file}.",
            file=interview.profile,
        )
    )
    for line in HOW_IT_WORKS:
        terminal.say(say_marked(line))
    if interview.answers:
        terminal.say(say("You began before. This is what you answered:"))
        for line in told_so_far(interview.answers):
            terminal.say(f"  {line}")


def _password(portal_id: str, here: Places, terminal: Terminal) -> bool:
    """Store the password where it is given; say whether there is one. What fails here costs nothing of the profile."""
    try:
        there = "the password" in stored(portal_id)
        prompt = (
            say(
                "A password of {portal_id} is stored. Type another one, or press Enter to keep it: ",
                portal_id=portal_id,
            )
            if there
            else say(
                "Password of {portal_id} (it is not shown; press Enter if SOCSO has not sent it yet): ",
                portal_id=portal_id,
            )
        )
        password = typed_password(prompt)
        if password:
            set_password(portal_id, password, here.state)
            awaiting.has_come(here.portal_id_awaited)
    except CredentialsError as error:
        terminal.say(say("The password was not stored. {why}", why=error))
        return False
    return there or bool(password)


def _ended(interview: Interview, *, has_password: bool) -> Result:
    written = say("{file} is written.", file=interview.profile)
    try:
        loaded = load(interview.profile, "pay", interview.today)
    except ProfileError as error:
        return Result(
            error.outcome,
            say("{written} Something in it is not right yet: see below.", written=written),
            problems=error.problems,
        )
    for warning in loaded.warnings:
        if "documents." in warning.key:  # which papers are missing is told by what comes next
            continue
        interview.terminal.say(f"  {label(warning.key)}: {warning.message}")
    return Result(Outcome.DONE, f"{written} {what_comes_next(has_password=has_password)}")
