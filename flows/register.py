"""Register once: from the first log-in to the letters. Run again, it does only what is missing."""

from assist_bot.credentials import Credentials
from assist_bot.errors import OutcomeUnknown
from assist_bot.filing import REGISTRATION
from assist_bot.language import day, say
from assist_bot.ledger import Ledger, RegistrationState
from assist_bot.ledger.looks import SECOND_LOOK_AFTER, moment
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.profile import Profile, papers_for
from flows.figures import NUMBER
from flows.first_visit import first_visit
from flows.register_employer import open_registration, register_employer
from flows.register_foreign_employee import register_foreign_employees
from flows.session import Session, begin_session
from flows.submit_registration import Registration, collect, letters_here, submit_registration
from flows.upload_documents import upload_documents

STATUS = "Registration Status"
REGISTERED = "Registered"
INBOX = "Task Inbox"


def register(
    portal: Portal, ledger: Ledger, credentials: Credentials, profile: Profile, person: Person
) -> Registration:
    """Log in, and bring the portal to a submitted registration; give where it stands."""
    session = begin_session(portal, credentials)
    return session.keep(lambda: go_on(session, ledger, profile, person))


def go_on(session: Session, ledger: Ledger, profile: Profile, person: Person) -> Registration:
    """Go on with the registration from where the portal is."""
    portal = session.portal
    first_visit(session, profile.employer, person)
    inbox = letters_here(portal.section(INBOX), ledger) if portal.has(INBOX) else ()
    open_registration(portal)
    if portal.has(STATUS):
        return look_at_status(portal, ledger, inbox)
    if inbox or is_on_record(portal, ledger):
        return look_at_record(portal, ledger, inbox)
    ensure_not_sent_before(portal, ledger, person)
    register_employer(portal, profile.employer)
    employed = tuple(employee for employee in profile.employees if employee.employment_end is None)
    register_foreign_employees(portal, employed)
    upload_documents(portal, papers_for(profile))
    return submit_registration(portal, ledger, profile, person)


def look_at_status(portal: Portal, ledger: Ledger, inbox: tuple[str, ...]) -> Registration:
    """Read where a registration that was submitted stands, and collect the letters that are there."""
    portal.chapter(say("Where the registration stands"))
    portal.photograph(STATUS)
    status = portal.section(STATUS)
    held = portal.our_word(status.read("Status"), REGISTERED) != REGISTERED
    code, reference = status.value("Employer Code", NUMBER), status.value("Reference No.", NUMBER)
    found = RegistrationState.HELD if held else RegistrationState.REGISTERED
    ledger.reconcile_registration(portal.access.portal_id, found, employer_code=code, reference=reference)
    return collect(portal, ledger, Registration(held, code, reference, inbox, found=True))


def is_on_record(portal: Portal, ledger: Ledger) -> bool:
    """Say whether the portal once answered that it has the registration."""
    entry = ledger.registration(portal.access.portal_id)
    return entry is not None and entry.state in (RegistrationState.HELD, RegistrationState.REGISTERED)


def look_at_record(portal: Portal, ledger: Ledger, inbox: tuple[str, ...]) -> Registration:
    """Say where it stands by the letters in the Task Inbox and the record, where the form itself does not say it.

    A letter shows that an application has arrived: none is sent again.
    """
    portal.chapter(say("Where the registration stands"))
    entry = ledger.registration(portal.access.portal_id)
    known = entry is not None and entry.state is RegistrationState.REGISTERED
    held = not known and not any(REGISTRATION in letter for letter in inbox)
    found = RegistrationState.HELD if held else RegistrationState.REGISTERED
    entry = ledger.reconcile_registration(portal.access.portal_id, found)
    code, reference = (entry.employer_code, entry.reference) if entry else ("", "")
    return collect(portal, ledger, Registration(held, code, reference, inbox, found=True))


def ensure_not_sent_before(portal: Portal, ledger: Ledger, person: Person) -> None:
    """Stop when an application may have been sent that the portal does not show: the person decides after two looks."""
    employer = portal.access.portal_id
    entry = ledger.registration(employer)
    if entry is None or not entry.in_doubt:
        return
    counts_from = ledger.registration_counts_from(employer, SECOND_LOOK_AFTER)
    if counts_from is None:
        person.confirms_nothing_sent(say("the registration"))
        ledger.reconcile_registration(employer, RegistrationState.BEGUN)
        return
    ledger.reconcile_registration(employer, None)
    raise OutcomeUnknown(
        say("The registration was sent on {when}, but the portal does not show it.", when=day(entry.changed)),
        say(
            "Nothing was sent again. Run this again from {when} for a second look; then you decide. "
            "Ask SOCSO on {help_line} whether it has arrived.",
            when=moment(counts_from),
        ),
    )
