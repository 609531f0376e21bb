"""Which source answers for each secret, in words; the secret itself stays out of them, and so does its length."""

from dataclasses import dataclass

from assist_bot.credentials import store
from assist_bot.credentials.keeping import Credentials
from assist_bot.credentials.sources import STORE
from assist_bot.errors import CredentialsError
from assist_bot.given import NEW_PASSWORD, SECURITY_ANSWER, first_given
from assist_bot.language import say, say_marked


@dataclass(frozen=True)
class Answer:
    """What answers for a secret; with a remedy, something about it is not as it should be."""

    told: str
    remedy: str = ""


def password(credentials: Credentials) -> Answer:
    """Say where the password comes from. All sources are asked, and what they have is compared.

    Raises CredentialsError as a run would.
    """
    credentials.passwords_to_try()
    unconfirmed = credentials.change.unconfirmed()
    late = (
        say(
            " A new one that is not confirmed yet, from {source}, is tried first.",
            source=unconfirmed[0].source,
        )
        if unconfirmed
        else ""
    )
    told = say(
        "The password of {portal_id} comes from {source}.{late}",
        portal_id=credentials.portal_id,
        source=credentials.source,
        late=late,
    )
    try:
        differing = credentials.differing(ask_all=True)
    except CredentialsError as error:  # of a source that does not count
        return Answer(f"{told} {error.fact}", error.remedy)
    return (
        Answer(f"{differing}{late}", say("Remove the one that is out of date."))
        if differing
        else Answer(told)
    )


def new_password(credentials: Credentials) -> Answer:
    """Say where a new password would be kept, should the portal ask for one. Raises CredentialsError."""
    given, no_store = first_given(NEW_PASSWORD), credentials.change.why_no_store
    if given:
        kept = (
            say("which keeps it")
            if no_store
            else say("and is kept in {store} as well", store=say_marked(STORE))
        )
        return Answer(
            say(
                "If the portal asks for a new one, it is the one from {source}, {kept}.",
                source=given.source,
                kept=kept,
            )
        )
    if no_store:
        return Answer(
            say(
                "If the portal asks for a new one, none is set: it could not be kept. {fact}",
                fact=no_store.fact,
            ),
            say(
                "Set it at the portal yourself then, and put it where the present one comes from. Or set "
                "up a credential store, or make one up and give it in {variable}.",
                variable=NEW_PASSWORD,
            ),
        )
    return Answer(
        say(
            "If the portal asks for a new one, it is kept in {store} before it is sent.",
            store=say_marked(STORE),
        )
    )


def security_answer(credentials: Credentials) -> Answer:
    """Say where the answer to the security question is. Raises CredentialsError."""
    given, no_store = first_given(SECURITY_ANSWER), credentials.change.why_no_store
    if given:
        return Answer(say("It comes from {source}.", source=given.source))
    if not no_store and store.security_answer(credentials.portal_id).read():
        return Answer(say("It is in {store}.", store=say_marked(STORE)))
    if credentials.log_ins.first_visit_is_done:
        return Answer(say("It was given on the first visit, and is not kept here; no run needs it."))
    if no_store:
        return Answer(
            say(
                "The first visit could not be made here, because its answer could not be kept. {fact}",
                fact=no_store.fact,
            ),
            say(
                "Set up a credential store, or make an answer up and give it in {variable}.",
                variable=SECURITY_ANSWER,
            ),
        )
    return Answer(
        say(
            "It is made up on the first visit, and kept in {store} before it is sent.",
            store=say_marked(STORE),
        )
    )
