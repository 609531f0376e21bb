"""Log in. The portal must show the security phrase that the profile names before the password is typed."""

from assist_bot.credentials import Credentials
from assist_bot.errors import CredentialsError, PortalChanged, Waiting
from assist_bot.language import say
from assist_bot.portal.english import prefer_english
from assist_bot.portal.portal import Portal
from flows.figures import ANYTHING

HOME = "My Sites"
TERMS = "Terms of Use"
NEW_PASSWORD = "New Password"  # noqa: S105  # a page's title
QUESTION = "Password Reminder"
INFORMATION = "Portal ID Registration"
FIRST_VISIT = (TERMS, NEW_PASSWORD, QUESTION, INFORMATION)

WRONG = "Authentication failed. Please try again."
LOCKED = "This account has been locked."


def log_in(portal: Portal, credentials: Credentials) -> str:
    """Log in and say which page the portal shows then: home, or one of the first visit.

    Raises CredentialsError when the portal does not take the password, and remembers that it does not.
    """
    portal.chapter(say("Log in"))
    passwords = credentials.passwords_to_try()
    for last, password in ((password is passwords[-1], password) for password in passwords):
        seen = _try(portal, credentials, password)
        if seen not in (WRONG, LOCKED):
            credentials.accepted(password)
            ensure_terms_are_the_same(seen, credentials)
            return prefer_english(portal.logged_in(), seen, *FIRST_VISIT, HOME)
        credentials.rejected(password)
        if seen == LOCKED or last:
            raise _refused(seen)
    raise AssertionError


def _try(portal: Portal, credentials: Credentials, password: str) -> str:
    portal.open()
    prefer_english(portal, portal.see("EMPLOYER LOGIN"))
    portal.fill("Email Address", portal.access.portal_id)
    answer = portal.click("NEXT", then=("Invalid Email Address", "Password"))
    if answer == "Invalid Email Address":
        raise CredentialsError(
            say(
                'The portal says "Invalid Email Address" for {portal_id}.', portal_id=portal.access.portal_id
            ),
            say("Check portal_id in the profile; SOCSO's e-mail with the portal ID names it."),
        )
    compare_security_phrase(portal)
    portal.fill_secret("Password", password)
    answers = (*FIRST_VISIT, WRONG, LOCKED, HOME)
    seen = portal.click_once("LOGIN", then=answers, just_before=credentials.trying)
    portal.photograph(seen)
    return seen


def compare_security_phrase(portal: Portal) -> None:
    """Stop before the password is typed when the portal does not show the phrase that the profile names."""
    phrase = portal.access.security_phrase
    shown = portal.value("Your Security Phrase is", ANYTHING)
    if phrase is None:
        tell_security_phrase(portal, shown)
    elif shown != phrase:
        portal.photograph(say("Another security phrase"))
        raise CredentialsError(
            say('The portal shows "{shown}" as its security phrase, not the one in the profile.', shown=shown)
            if shown
            else say("The portal shows no security phrase, though the profile names one."),
            say(
                "The password was not typed: somebody may be pretending to be the portal. Check the "
                "portal's address, and ask SOCSO on {help_line}. (On the very first visit there is "
                "none: leave it out of the profile until then.)"
            ),
        )


def tell_security_phrase(portal: Portal, shown: str) -> None:
    """Tell the person the phrase that the portal shows, so that they may keep it in the profile."""
    if shown:
        portal.journal.warn(
            say(
                'The portal shows the security phrase "{shown}". If it is yours, keep it in the profile, '
                'under [portal]: security_phrase = "{shown}". The password is then typed only where the '
                "portal shows it.",
                shown=shown,
            )
        )


def ensure_terms_are_the_same(seen: str, credentials: Credentials) -> None:
    """Stop when the portal shows its terms of use although the first visit is over: they are the person's to read."""
    if seen == TERMS and credentials.log_ins.first_visit_is_done:
        raise Waiting(
            say("The portal shows its terms of use again: they have changed since your first visit."),
            say(
                "Nothing was agreed to for you. Log in at the portal yourself, read them, and run the "
                "command again once you have agreed."
            ),
        )


def ensure_past_first_visit(seen: str) -> None:
    """Stop when the portal wants a new password, or the first visit has not been made yet."""
    if seen == NEW_PASSWORD:
        raise CredentialsError(
            say(
                "The portal asks for a new password: the old one has run out, or the first visit was cut "
                "short."
            ),
            say(
                "Run `assist-bot register`: it sets a new one, keeps it and goes on. Or set one at the "
                "portal yourself and put it where the old one comes from: `assist-bot credentials check` "
                "says where. Nothing else was done."
            ),
        )
    if seen != HOME:
        raise PortalChanged(
            say('The portal asks for the first visit to be completed: it shows "{seen}".', seen=seen),
            say(
                "Run `assist-bot register` first; nothing was done. If you made it long ago and the "
                "portal shows its terms of use, they have changed: log in at the portal yourself and "
                "read them."
            ),
        )


def _refused(seen: str) -> CredentialsError:
    if seen == LOCKED:
        return CredentialsError(
            say('The portal says: "{locked}"', locked=LOCKED),
            say(
                "Use Forgot Password? at the portal, or call SOCSO on {help_line}, then `assist-bot "
                "credentials set`."
            ),
        )
    return CredentialsError(
        say('The portal says: "{wrong}"', wrong=WRONG),
        say(
            "The password was tried once and will not be tried again. Store the right one with "
            "`assist-bot credentials set`, or put it where the wrong one comes from: `assist-bot "
            "credentials check` says where."
        ),
    )
