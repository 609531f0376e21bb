"""The way to the portal, step by step: its name, its door, its log-in page, its certificate."""

import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from assist_bot.checkup.checking import not_checked, ok, problem, warning
from assist_bot.outcome import Check, Outcome
from assist_bot.portal.first_answer import FirstAnswer
from assist_bot.profile import PortalAccess

NAME = "Portal's name"
CONNECTION = "Connection"
PORTAL = "Portal"
CERTIFICATE = "Certificate"
SECONDS = 10
LOWEST_ERROR = 400
FEW_DAYS = 14
TRY_LATER = "Check the internet connection, or try again later."
BEWARE = (
    "Type no password there: check the address in the profile. A virus scanner that opens secure connections can be "
    "the reason, too."
)
NOT_TRUSTED = {
    "ERR_CERT_COMMON_NAME_INVALID": "is made out to another name",
    "ERR_CERT_DATE_INVALID": "is not valid today, or this computer's clock is wrong",
    "ERR_CERT_AUTHORITY_INVALID": "is from nobody whom this computer trusts",
}


def look_at_network(access: PortalAccess, answer: FirstAnswer | None) -> Iterator[Check]:
    """Go the way that the browser goes. What fails on the way is no problem where the browser had an answer."""
    reached = answer is not None and not answer.trouble
    address = urlsplit(access.url)
    host, port = address.hostname or "", address.port or (443 if address.scheme == "https" else 80)
    yield from _way(host, port, reached=reached)
    if answer is None:
        yield not_checked(PORTAL, "no browser could be started")
        yield not_checked(CERTIFICATE, "no browser could be started")
        return
    yield answered(access, answer)
    yield certified(access, answer, datetime.now(UTC))


def _way(host: str, port: int, *, reached: bool) -> Iterator[Check]:
    try:
        socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        yield _in_the_way(NAME, f"The name {host} is not known to this computer's network.", reached=reached)
        yield not_checked(CONNECTION, "the name leads nowhere")
        return
    yield ok(NAME, f"{host} is known.")
    try:
        with socket.create_connection((host, port), SECONDS):
            yield ok(CONNECTION, f"{host} takes connections at {port}.")
    except OSError as error:
        reason = error.strerror or "no answer"
        yield _in_the_way(CONNECTION, f"{host} takes no connection at {port} ({reason}).", reached=reached)


def _in_the_way(name: str, message: str, *, reached: bool) -> Check:
    if reached:
        return warning(
            name, message, "The browser reaches the portal all the same, through a proxy it seems."
        )
    return problem(name, Outcome.PORTAL, message, TRY_LATER)


def answered(access: PortalAccess, answer: FirstAnswer) -> Check:
    """Say whether the log-in page came."""
    if answer.trouble:
        return problem(
            PORTAL, Outcome.PORTAL, f"{access.origin} could not be reached ({answer.trouble}).", TRY_LATER
        )
    if answer.status >= LOWEST_ERROR:
        return problem(
            PORTAL,
            Outcome.PORTAL,
            f"The portal answered with an error ({answer.status}).",
            "Try again later.",
        )
    if answer.unguarded:
        return problem(
            PORTAL,
            Outcome.MACHINE,
            "The portal cannot be reached in the way that guards against sending twice.",
            "A virus scanner or proxy that opens secure connections is the usual reason: "
            "let it leave the portal alone.",
        )
    return ok(PORTAL, f"The log-in page at {access.url} answers.")


def certified(access: PortalAccess, answer: FirstAnswer, now: datetime) -> Check:
    """Say whether the certificate proves that it is the portal, and for how long it will."""
    if not access.url.startswith("https:"):
        return not_checked(CERTIFICATE, "a practice portal on this computer has none")
    if answer.trouble.startswith("ERR_CERT"):
        why = NOT_TRUSTED.get(answer.trouble, f"is not accepted ({answer.trouble})")
        return problem(CERTIFICATE, Outcome.PORTAL, f"The portal's certificate {why}.", BEWARE)
    if answer.trouble or answer.certificate_ends is None:
        return not_checked(CERTIFICATE, "the portal showed none")
    days = (answer.certificate_ends - now).days
    told = f"The browser accepts it for {access.origin}; it is valid for {days} days more."
    if days < FEW_DAYS:
        return warning(CERTIFICATE, told, "SOCSO has to renew it by then; nothing is for you to do.")
    return ok(CERTIFICATE, told)
