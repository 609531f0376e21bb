"""The tour's first pages: the log-in, the pages of the first visit, and home."""

from assist_bot.portal.portal import Portal
from flows.first_visit import HOME_PAGE
from flows.left_alone import Seen
from flows.log_in import HOME, TERMS
from flows.register import INBOX

PHRASE = "Your Security Phrase is"


def log_in_page(portal: Portal) -> Seen:
    """Visit both steps of the log-in; the password is not typed."""
    portal.open()
    yield portal.look_for("words", "EMPLOYER LOGIN")
    yield portal.look_for("field", "Email Address")
    yield portal.look_for("button", "NEXT")
    portal.fill("Email Address", portal.access.portal_id)
    portal.click("NEXT", then=("Invalid Email Address", "Password"))
    # Before the first visit there is none.
    if portal.access.security_phrase is not None or portal.value(PHRASE):
        yield portal.look_for("value", PHRASE)
    yield portal.look_for("field", "Password")
    yield portal.look_for("button", "LOGIN")


def terms(portal: Portal) -> Seen:
    """Visit the terms of use."""
    yield portal.look_for("section", TERMS)
    yield portal.look_for("button", "I Agree")


def new_password(portal: Portal) -> Seen:
    """Visit the page that asks for a new password."""
    yield portal.look_for("field", "Password")
    yield portal.look_for("field", "Enter Again")
    yield portal.look_for("button", "SAVE")


def security_question(portal: Portal) -> Seen:
    """Visit the security question and its answer."""
    yield portal.look_for("choice", "Question")
    yield portal.look_for("field", "Answer")
    yield portal.look_for("button", "SAVE")


def basic_information(portal: Portal) -> Seen:
    """Visit what SOCSO filled in; DONE is the page after it."""
    if portal.can("button", "DONE"):
        yield portal.look_for("button", "DONE")
        return
    yield portal.look_for("value", "Security Phrase")
    yield portal.look_for("button", "SAVE & CONTINUE")


def home_page(portal: Portal) -> Seen:
    """Visit home."""
    yield portal.look_for("words", HOME_PAGE)
    yield portal.look_for("section", INBOX)
    yield portal.look_for("button", HOME)
