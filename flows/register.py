"""Register once: from the first log-in to the letters. Run again, it does only what is missing."""

from dataclasses import replace

from assist_bot.credentials import Credentials
from assist_bot.errors import OutcomeUnknown
from assist_bot.ledger import Ledger, RegistrationState
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.profile import Profile, papers_for
from flows.first_visit import first_visit
from flows.log_in import log_in
from flows.register_employer import open_registration, register_employer
from flows.register_foreign_employee import register_foreign_employees
from flows.submit_registration import Registration, collect, submit_registration
from flows.upload_documents import upload_documents

STATUS = "Registration Status"


def register(
    portal: Portal, ledger: Ledger, credentials: Credentials, profile: Profile, person: Person
) -> Registration:
    """Bring the portal to a submitted registration, and give where it stands."""
    seen = log_in(portal, credentials)
    portal = portal.logged_in()
    first_visit(portal, seen, credentials, person)
    open_registration(portal)
    if portal.has(STATUS):
        return look_at_status(portal, ledger)
    ensure_not_sent_before(portal, ledger, person)
    register_employer(portal, profile.employer)
    employed = tuple(employee for employee in profile.employees if employee.employment_end is None)
    register_foreign_employees(portal, employed)
    upload_documents(portal, papers_for(profile))
    return submit_registration(portal, ledger, profile, person)


def look_at_status(portal: Portal, ledger: Ledger) -> Registration:
    """Read where a registration that was submitted stands, and collect the letters that are there."""
    portal.chapter("Where the registration stands")
    portal.photograph(STATUS)
    status = portal.section(STATUS)
    held = status.read("Status").casefold() != "registered"
    code, reference = status.value("Employer Code"), status.value("Reference No.")
    found = RegistrationState.HELD if held else RegistrationState.REGISTERED
    ledger.reconcile_registration(portal.access.portal_id, found, employer_code=code, reference=reference)
    return replace(collect(portal, ledger, code, reference, held=held), found=True)


def ensure_not_sent_before(portal: Portal, ledger: Ledger, person: Person) -> None:
    """Stop when an application was sent that the portal does not show: a second one is never sent by itself.

    Where its answer was lost, the person decides after two looks.
    """
    employer = portal.access.portal_id
    entry = ledger.registration(employer)
    if entry is None or entry.state is RegistrationState.BEGUN:
        return
    if entry.in_doubt and ledger.registration_looked_for(employer):
        person.confirms_nothing_sent("the registration")
        ledger.reconcile_registration(employer, RegistrationState.BEGUN)
        return
    ledger.reconcile_registration(employer, None)
    again = "Run this again in a while for a second look; then you decide. " if entry.in_doubt else ""
    raise OutcomeUnknown(
        f"The registration was sent on {entry.changed:%d %B %Y}, but the portal does not show it.",
        f"Nothing was sent again. {again}Ask SOCSO on 1-300-22-8000 whether it has arrived.",
    )
