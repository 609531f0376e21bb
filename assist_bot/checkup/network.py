"""The way to the portal, step by step: its name, its door, its log-in page, its certificate."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from assist_bot.checkup.checking import not_checked, ok, problem, warning
from assist_bot.language import mark, say, say_marked
from assist_bot.outcome import Check, Outcome
from assist_bot.portal.first_answer import FirstAnswer
from assist_bot.profile import PortalAccess

NAME = mark("Portal's name")
CONNECTION = mark("Connection")
PORTAL = mark("Portal")
CERTIFICATE = mark("Certificate")
SECONDS = 10
LOWEST_ERROR = 400
FEW_DAYS = 14
TRY_LATER = mark("Check the internet connection, or try again later.")
BEWARE = mark(
    "Type no password there: check the address in the profile. A virus scanner that opens "
    "secure connections can be the reason, too."
)
NOT_ACCEPTED = mark("is not accepted ({trouble})")
NOT_TRUSTED = {
    "ERR_CERT_COMMON_NAME_INVALID": mark("is made out to another name"),
    "ERR_CERT_DATE_INVALID": mark("is not valid today, or this computer's clock is wrong"),
    "ERR_CERT_AUTHORITY_INVALID": mark("is from nobody whom this computer trusts"),
}


def look_at_network(access: PortalAccess, answer: FirstAnswer | None) -> Iterator[Check]:
    """Go the way that the browser goes. What fails on the way is no problem where the browser had an answer."""
    reached = answer is not None and not answer.trouble
    address = urlsplit(access.url)
    host, port = address.hostname or "", address.port or (443 if address.scheme == "https" else 80)
    yield from _way(host, port, reached=reached)
    if answer is None:
        yield not_checked(PORTAL, say("no browser could be started"))
        yield not_checked(CERTIFICATE, say("no browser could be started"))
        return
    yield answered(access, answer)
    yield certified(access, answer, datetime.now(UTC))


def _way(host: str, port: int, *, reached: bool) -> Iterator[Check]:
    try:
        socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        yield _in_the_way(
            NAME, say("The name {host} is not known to this computer's network.", host=host), reached=reached
        )
        yield not_checked(CONNECTION, say("the name leads nowhere"))
        return
    yield ok(NAME, say("{host} is known.", host=host))
    try:
        with socket.create_connection((host, port), SECONDS):
            yield ok(CONNECTION, say("{host} takes connections at {port}.", host=host, port=port))
    except OSError as error:
        reason = error.strerror or say("no answer")
        yield _in_the_way(
            CONNECTION,
            say("{host} takes no connection at {port} ({reason}).", host=host, port=port, reason=reason),
            reached=reached,
        )


def _in_the_way(name: str, message: str, *, reached: bool) -> Check:
    if reached:
        return warning(
            name, message, say("The browser reaches the portal all the same, through a proxy it seems.")
        )
    return problem(name, Outcome.PORTAL, message, say_marked(TRY_LATER))


def answered(access: PortalAccess, answer: FirstAnswer) -> Check:
    """Say whether the log-in page came."""
    if answer.trouble:
        return problem(
            PORTAL,
            Outcome.PORTAL,
            say("{origin} could not be reached ({trouble}).", origin=access.origin, trouble=answer.trouble),
            say_marked(TRY_LATER),
        )
    if answer.status >= LOWEST_ERROR:
        return problem(
            PORTAL,
            Outcome.PORTAL,
            say("The portal answered with an error ({status}).", status=answer.status),
            say("Try again later."),
        )
    if answer.unguarded:
        return problem(
            PORTAL,
            Outcome.MACHINE,
            say("The portal cannot be reached in the way that guards against sending twice."),
            say(
                "A virus scanner or proxy that opens secure connections is the usual reason: let it "
                "leave the portal alone."
            ),
        )
    return ok(PORTAL, say("The log-in page at {url} answers.", url=access.url))


def certified(access: PortalAccess, answer: FirstAnswer, now: datetime) -> Check:
    """Say whether the certificate proves that it is the portal, and for how long it will."""
    if not access.url.startswith("https:"):
        return not_checked(CERTIFICATE, say("a practice portal on this computer has none"))
    if answer.trouble.startswith("ERR_CERT"):
        why = say_marked(NOT_TRUSTED.get(answer.trouble, NOT_ACCEPTED), trouble=answer.trouble)
        return problem(
            CERTIFICATE, Outcome.PORTAL, say("The portal's certificate {why}.", why=why), say_marked(BEWARE)
        )
    if answer.trouble or answer.certificate_ends is None:
        return not_checked(CERTIFICATE, say("the portal showed none"))
    days = (answer.certificate_ends - now).days
    told = say(
        "The browser accepts it for {origin}; it is valid for {days} days more.",
        origin=access.origin,
        days=days,
    )
    if days < FEW_DAYS:
        return warning(CERTIFICATE, told, say("SOCSO has to renew it by then; nothing is for you to do."))
    return ok(CERTIFICATE, told)
