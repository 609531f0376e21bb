"""The tour through the registration: its three tabs and their dialogs."""

from assist_bot.language import say
from assist_bot.portal.portal import Portal
from flows.left_alone import LeftAlone, Seen
from flows.log_in import HOME
from flows.register import STATUS
from flows.register_employer import BUSINESS, DOMESTIC, FORM, INDIVIDUAL, INDUSTRY, OWN_NAME, SAME_ADDRESS
from flows.register_foreign_employee import COLUMNS, LISTING, NEW, SEARCH
from flows.upload_documents import CHECKLIST, DIALOG, PROVIDED, UPLOADED

EMPLOYEE_FORM = "Form 2 - Employee's Registration Form"


def employer_information(portal: Portal) -> Seen:
    """Visit the form of the employer, or how the registration stands where it was submitted."""
    portal.click(HOME)
    yield portal.look_for("button", "REGISTRATION")
    portal.click("REGISTRATION")
    yield portal.look_for("button", "Registration")
    portal.click("Registration")
    yield portal.look_for("button", "Employer Information")
    portal.click("Employer Information")
    shown = portal.see(FORM, STATUS)
    if portal.has(STATUS):
        yield from registration_status(portal)
    if shown == STATUS:
        yield LeftAlone(say("The employer is registered, and the portal no longer shows the form."))
        return
    yield portal.look_for("words", FORM)
    yield from business_information(portal.section(BUSINESS))
    if not portal.has(DOMESTIC):
        portal.section(BUSINESS).choose("Business Entity", INDIVIDUAL)
    yield from domestic_information(portal.section(DOMESTIC))
    yield from industry_information(portal.section(INDUSTRY))
    yield portal.look_for("button", "SAVE & CONTINUE")


def registration_status(portal: Portal) -> Seen:
    """Look at how the registration stands."""
    yield portal.look_for("section", STATUS)
    yield portal.section(STATUS).look_for("value", "Status")
    yield portal.section(STATUS).look_for("value", "Employer Code")


def business_information(business: Portal) -> Seen:
    """Look at what the employer is."""
    yield business.look_for("choice", "Business Entity")
    yield business.look_for("choice", "Sub-Business Entity")


def domestic_information(domestic: Portal) -> Seen:
    """Look at who the employer is; the portal asks it of an individual with a domestic worker only."""
    yield domestic.look_for("field", OWN_NAME)
    yield domestic.look_for("choice", "Identification Type")
    yield domestic.look_for("field", "Identification No.")
    yield domestic.look_for("choice", "Nationality")


def industry_information(industry: Portal) -> Seen:
    """Look at where the employer is, and how they are reached."""
    yield industry.look_for("field", "Industry Name")
    yield industry.look_for("lines", "Postal Address")
    yield industry.look_for("tick", SAME_ADDRESS)
    industry.tick(SAME_ADDRESS)
    for choice in ("State", "City", "Postcode", "SOCSO Office Location", "Methods of Contribution Payment"):
        yield industry.look_for("choice", choice)
    for field in ("Telephone No.", "Mobile No.", "Fax No.", "Email"):
        yield industry.look_for("field", field)


def employee_information(portal: Portal) -> Seen:
    """Visit the list of employees."""
    go_to_registration(portal)
    yield portal.look_for("button", "Employee Information")
    if portal.click("Employee Information", then=(EMPLOYEE_FORM, FORM)) == FORM:
        yield LeftAlone(say("The portal opens it once the employer is saved."))
        return
    yield portal.look_for("words", EMPLOYEE_FORM)
    yield portal.look_for("section", LISTING)
    for column in COLUMNS:
        yield portal.section(LISTING).look_for("column", column)
    yield portal.look_for("button", "ADD FOREIGN EMPLOYEE")
    yield portal.look_for("button", "SAVE & CONTINUE")
    yield from foreign_employee(portal)


def foreign_employee(portal: Portal) -> Seen:
    """Open the dialog in which a foreign employee is searched for and added."""
    portal.click("ADD FOREIGN EMPLOYEE", then=NEW)
    search = portal.section(SEARCH)
    yield portal.look_for("section", SEARCH)
    yield search.look_for("field", "Passport No.")
    yield search.look_for("choice", "Nationality")
    yield search.look_for("button", "Search")
    yield portal.look_for("tick", NEW)
    portal.tick(NEW)
    form = portal.section(NEW)
    for field in ("Name of Employee", "Passport No.", "Passport Expiry Date", "Date of Birth"):
        yield form.look_for("field", field)
    for choice in ("Nationality", "Occupation"):
        yield form.look_for("choice", choice)
    yield form.look_for("choice", "Gender (M/F)", "Female")
    for field in ("Employment Start Date", "Salary (RM)", "Work Permit No."):
        yield form.look_for("field", field)
    for field in ("Work Permit Start Date", "Work Permit Expiry Date"):
        yield form.look_for("field", field)
    yield portal.look_for("button", "SAVE")


def documents(portal: Portal) -> Seen:
    """Visit the list of papers, and open the dialog for one more."""
    go_to_registration(portal)
    yield portal.look_for("button", "Upload Supporting Document")
    if portal.click("Upload Supporting Document", then=(CHECKLIST, FORM)) == FORM:
        yield LeftAlone(say("The portal opens it once the employer is saved."))
        return
    yield portal.look_for("section", CHECKLIST)
    yield portal.look_for("section", UPLOADED)
    for column in ("Document", "Description"):
        yield portal.section(UPLOADED).look_for("column", column)
    for paper in PROVIDED:
        yield portal.look_for("button", paper)
    yield portal.look_for("button", "ADD DOCUMENT")
    yield portal.look_for("button", "SAVE & CONTINUE")
    portal.click("ADD DOCUMENT", then="Description")
    dialog = portal.section(DIALOG)
    yield portal.look_for("section", DIALOG)
    yield dialog.look_for("choice", "Description")
    yield dialog.look_for("file", "Description")
    yield dialog.look_for("button", "ADD DOCUMENT")


def go_to_registration(portal: Portal) -> None:
    """Go to the registration, whichever of its tabs it opens."""
    portal.click(HOME)
    portal.click("REGISTRATION")
    portal.click("Registration")
    portal.see(FORM, STATUS)
