"""`assist-bot credentials set|check|clear`."""

import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from assist_bot import logs
from assist_bot.checkup.secrets import look_at_secrets
from assist_bot.cli.doctor_showing import show_checks
from assist_bot.cli.running import ending_plainly, exit_with, load_now
from assist_bot.cli.terminal import Terminal, Unheard
from assist_bot.credentials import clear as remove
from assist_bot.credentials import set_password
from assist_bot.errors import CredentialsError
from assist_bot.forms import awaiting
from assist_bot.language import say
from assist_bot.outcome import Check, Outcome, Result
from assist_bot.owner_only import told
from assist_bot.places import Places, places, prepare
from assist_bot.profile import Profile


def store(profile: Path | None) -> None:
    """Ask for the password, which is not shown, and keep it in the credential store."""

    def keep(known: Profile, here: Places) -> str:
        password = _asked(known.portal.portal_id)
        set_password(known.portal.portal_id, password, here.state)
        awaiting.has_come(here.portal_id_awaited)
        return say(
            "The password of {portal_id} is stored in this computer's credential store.",
            portal_id=known.portal.portal_id,
        )

    _with_profile(profile, keep)


def check(profile: Path | None, *, as_json: bool) -> None:
    """Say which source answers for each secret. Nothing is written."""
    checks: list[Check] = []
    with ending_plainly() as ended:
        here = places()
        logs.begin(None)
        loaded, _ = load_now(profile or here.profile, "pay")
        checks = list(look_at_secrets(loaded.profile, here.state))
        ended.result = _told(checks)
    if not as_json:
        # What ends it is told below, as the end of every command is.
        show_checks(Unheard(highlight=False), [each for each in checks if each.outcome is None])
    exit_with(ended.result, as_json=as_json)


def _told(checks: list[Check]) -> Result:
    for each in checks:
        if each.outcome:
            return Result(each.outcome, f"{each.message} {each.remedy}", checks=checks)
    return Result(Outcome.DONE, say("Nothing was changed, and the portal was not asked."), checks=checks)


def clear(profile: Path | None) -> None:
    """Remove what is stored for the portal ID."""

    def drop(known: Profile, here: Places) -> str:
        remove(known.portal.portal_id, here.state)
        return say("Nothing is stored for {portal_id} any more.", portal_id=known.portal.portal_id)

    _with_profile(profile, drop)


def _asked(portal_id: str) -> str:
    password = typed_password(say("Password of {portal_id} (it is not shown): ", portal_id=portal_id))
    if not password:
        raise CredentialsError(
            say("No password was given."), say("Type it at the prompt, or pipe it in on one line.")
        )
    return password


def typed_password(prompt: str) -> str:
    """Ask for a password, which is not shown; "" where none is given."""
    try:
        terminal = sys.stdin is not None and sys.stdin.isatty()
        password = getpass.getpass(prompt, sys.stderr) if terminal else input()
    except (EOFError, UnicodeError, RuntimeError):  # the last: stdin is closed
        password = ""
    password = password.rstrip("\r\n")
    logs.hide([password] if password else [])
    return password


def _with_profile(path: Path | None, do: Callable[[Profile, Places], str]) -> None:
    with ending_plainly() as ended:
        here = places()
        Terminal().say_if(told(prepare(here)))
        logs.begin(here)
        loaded, _ = load_now(path or here.profile, "pay")
        ended.result = Result(Outcome.DONE, do(loaded.profile, here))
    exit_with(ended.result)
