"""The part of the checklist about the first log-in: the password that comes with the portal ID."""

from collections.abc import Iterator

from assist_bot.checklist.items import missing, there, wrong
from assist_bot.checklist.preparation import Preparation
from assist_bot.credentials import Credentials, answering
from assist_bot.credentials.stored import stored
from assist_bot.errors import CredentialsError
from assist_bot.language import say
from assist_bot.outcome import ChecklistItem, ChecklistSection


def log_in_section(known: Preparation) -> Iterator[ChecklistSection]:
    """Tell whether there is a password to begin with; the secret itself is told nowhere."""
    yield ChecklistSection(say("Logging in for the first time"), (_password(known),))


def _password(known: Preparation) -> ChecklistItem:
    name = say("Temporary password")
    later = say("Once SOCSO's e-mail with it has come:")
    if known.profile is None:
        sound = say("It is kept for the portal ID of a sound profile.")
        return missing(name, sound, f"{later} `assist-bot credentials set`.")
    portal_id = known.profile.portal.portal_id
    command = known.profile.credentials.command if known.profile.credentials else None
    try:
        answer = answering.password(Credentials.open(portal_id, command, known.here.state, read_only=True))
    except CredentialsError as error:
        if _is_stored(portal_id):
            return wrong(name, error.fact, error.remedy)
        return missing(name, error.fact, f"{later} {error.remedy}")
    return there(name, answer.told)


def _is_stored(portal_id: str) -> bool:
    try:
        return bool(stored(portal_id))
    except CredentialsError:  # the store is locked
        return True
