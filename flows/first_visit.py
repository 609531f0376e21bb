"""The first visit: terms, new password, security question, basic information."""

from assist_bot.credentials import Credentials
from assist_bot.errors import CredentialsError
from assist_bot.language import say
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.profile import Employer
from flows.identity import ensure_own_number
from flows.log_in import FIRST_VISIT, HOME, INFORMATION, NEW_PASSWORD, QUESTION, TERMS, tell_security_phrase
from flows.session import Session

HOME_PAGE = "MyASSIST"
NOT_BY_POLICY = "does not meet the password policy"
OWN_QUESTION = "What is the name of your favorite pet?"


def first_visit(session: Session, employer: Employer, person: Person) -> None:
    """Go through the pages of the first visit, in whatever order the portal shows them, until home."""
    portal, credentials, seen = session.portal, session.credentials, session.seen
    while seen != HOME:
        if seen == TERMS:
            seen = accept_terms(portal, person)
        elif seen == NEW_PASSWORD:
            seen = set_new_password(portal, credentials)
        elif seen == QUESTION:
            seen = set_security_question(portal, credentials)
        else:
            seen = confirm_basic_information(portal, employer)
    credentials.first_visit_done()


def accept_terms(portal: Portal, person: Person) -> str:
    """Show the terms to the person, keep them, and agree on the person's word."""
    portal.chapter(say("Terms of use"))
    terms = portal.section(TERMS).text()
    portal.journal.keep("terms-of-use.txt", terms.encode())
    person.accepts_terms(terms)
    return save(portal, "I Agree", NEW_PASSWORD, QUESTION, INFORMATION)


def set_new_password(portal: Portal, credentials: Credentials) -> str:
    """Set a new password, which is kept, and where is told, before the portal hears of it."""
    portal.chapter(say("New password"))
    new = credentials.begin_change()
    if told := credentials.told_of_change():
        portal.journal.warn(told)
    portal.fill_secret("Password", new)
    portal.fill_secret("Enter Again", new)
    answer = save(portal, "SAVE", NOT_BY_POLICY, QUESTION, INFORMATION)
    if answer in (NOT_BY_POLICY, NEW_PASSWORD):
        raise not_taken(portal, credentials)
    credentials.confirm_change()
    return answer


def not_taken(portal: Portal, credentials: Credentials) -> CredentialsError:
    """Make the error for a new password that did not hold; it is dropped only where the portal refuses it in words."""
    if portal.says(NOT_BY_POLICY):
        credentials.change_refused()
        return CredentialsError(
            say("The portal says that the new password does not meet its policy."),
            say("The old one still holds. Run again for another one, or set ASSIST_BOT_NEW_PASSWORD."),
        )
    return CredentialsError(
        say("The portal asks for a new password again and does not say why."),
        say(
            "The old one and the new one are both kept: run again, and the one that holds is found. "
            "If it asks once more, look at the pictures for what the portal wants, and set "
            "ASSIST_BOT_NEW_PASSWORD."
        ),
    )


def set_security_question(portal: Portal, credentials: Credentials) -> str:
    """Choose the security question and answer it."""
    portal.chapter(say("Security question"))
    portal.choose("Question", portal.access.security_question or OWN_QUESTION)
    portal.fill_secret("Answer", credentials.security_answer())
    return save(portal, "SAVE", INFORMATION)


def confirm_basic_information(portal: Portal, employer: Employer) -> str:
    """Confirm the basic information that SOCSO filled in, and remember the security phrase for the person."""
    portal.chapter(say("Basic information"))
    ensure_own_number(employer, portal.value("Identification Number"), INFORMATION)
    if not portal.can("button", "DONE"):  # there it is when an earlier run was cut short between the two
        if portal.access.security_phrase is None:
            tell_security_phrase(portal, portal.value("Security Phrase"))
        portal.save("SAVE & CONTINUE", then="DONE")
    return save(portal, "DONE")


def save(portal: Portal, word: str, *then: str) -> str:
    """Save, and say which page of the first visit follows, or home. Only a page's whole title tells.

    My Sites stands at the top of every page, also of one that waits for a save to be done (it can be used once that
    is over), of a notice, and of one whose log-in has ended; and the log-in page has a link to Portal ID Registration.
    """
    seen = portal.save(word, then=(*then, HOME))
    if seen == HOME:
        portal.hover(HOME)
    if seen in (*FIRST_VISIT, HOME):
        seen = portal.see(*FIRST_VISIT, HOME_PAGE)
    return HOME if seen == HOME_PAGE else seen
