"""The credential store, and which source answers for each secret; the secrets are told nowhere."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from assist_bot.checkup.checking import guarded, ok, warning
from assist_bot.credentials import Credentials, answering, why_not_readable
from assist_bot.language import mark, say
from assist_bot.outcome import Check
from assist_bot.profile import Profile

STORE = mark("Credential store")
PASSWORD = mark("Password")
ASKED: dict[str, Callable[[Credentials], answering.Answer]] = {
    PASSWORD: answering.password,
    mark("New password"): answering.new_password,
    mark("Security answer"): answering.security_answer,
}


def look_at_store(portal_id: str) -> Iterator[Check]:
    """See whether the credential store answers."""
    trouble = why_not_readable(portal_id)
    yield warning(STORE, trouble.fact, trouble.remedy) if trouble else ok(STORE, say("It can be used."))


def look_at_secrets(profile: Profile, state_folder: Path) -> Iterator[Check]:
    """See which source answers for each secret, and whether there is a password that a run would try."""
    command = profile.credentials.command if profile.credentials else None
    credentials = Credentials.open(profile.portal.portal_id, command, state_folder, read_only=True)
    for name, ask in ASKED.items():
        yield from guarded(name, partial(_asked, name, ask, credentials))


def _asked(
    name: str, ask: Callable[[Credentials], answering.Answer], credentials: Credentials
) -> Iterator[Check]:
    answer = ask(credentials)
    yield warning(name, answer.told, answer.remedy) if answer.remedy else ok(name, answer.told)
