"""Employee Information: search for her records first, register her as new only if there are none."""

from assist_bot.errors import PortalChanged
from assist_bot.language import say
from assist_bot.portal.comparing import same_date
from assist_bot.portal.portal import Portal
from assist_bot.profile import ForeignEmployee, plain

LISTING = "New Employee(s) Listing"
SEARCH = "Search Foreign Employee"
NEW = "Register New Foreign Employee"
NO_RECORD = "No Record Found."
COLUMNS = ("Identification No.", "Name of Employee", "Date of Birth", "Employment Start Date")


def register_foreign_employees(portal: Portal, employees: tuple[ForeignEmployee, ...]) -> None:
    """Add every employee who does not stand in the listing yet, and go on to the documents."""
    portal.chapter("Employee Information")
    portal.see("Form 2 - Employee's Registration Form")
    for employee in employees:
        if not is_listed(portal, employee):
            add_foreign_employee(portal, employee)
    missing = [employee.name for employee in employees if not is_listed(portal, employee)]
    if missing:
        raise PortalChanged(
            say(
                "{names} does not stand in the portal's listing after it was saved.", names=", ".join(missing)
            ),
            say("Run the command again: it looks at the listing first."),
        )
    portal.save("SAVE & CONTINUE", then="Supporting Document(s) Checklist")


def is_listed(portal: Portal, employee: ForeignEmployee) -> bool:
    """Say whether she stands in the listing. Raises PortalChanged when she does with other facts, or twice."""
    rows = portal.section(LISTING).rows(*COLUMNS)
    mine = [row for row in rows if plain(row["Identification No."]) == plain(employee.passport.number)]
    if len(mine) > 1:
        raise PortalChanged(
            say("The portal lists {name} {count} times.", name=employee.name, count=len(mine)),
            say("Nothing was submitted. Remove all her rows but one at the portal, then run this again."),
        )
    for row in mine:
        if (
            plain(row["Name of Employee"]) != plain(employee.name)
            or not same_date(row["Date of Birth"], employee.date_of_birth)
            or not same_date(row["Employment Start Date"], employee.employment_start)
        ):
            raise PortalChanged(
                say("The portal lists {name} with other facts than the profile.", name=employee.name),
                say("Nothing was changed. Correct the profile, or her row at the portal yourself."),
            )
    return bool(mine)


def add_foreign_employee(portal: Portal, employee: ForeignEmployee) -> None:
    """Search for her, fill in what Lampiran C asks, and save."""
    portal.chapter(say("Add foreign employee: {name}", name=employee.name))
    portal.click("ADD FOREIGN EMPLOYEE", then=NEW)
    search = portal.section(SEARCH)
    search.fill("Passport No.", employee.passport.number)
    search.choose("Nationality", employee.nationality)
    if search.click("Search", then=("SELECT", NO_RECORD)) == "SELECT":
        ensure_hers(search, employee)
        search.row(employee.passport.number).click("SELECT")
    else:
        portal.tick(NEW)
    fill_in(portal.section(NEW), employee)
    portal.save("SAVE", then=employee.name)


def ensure_hers(search: Portal, employee: ForeignEmployee) -> None:
    """Stop when the records found under her passport number carry another name."""
    for row in search.rows("Name of Employee", "Passport No."):
        same_number = plain(row["Passport No."]) == plain(employee.passport.number)
        if same_number and plain(row["Name of Employee"]) != plain(employee.name):
            raise PortalChanged(
                say(
                    'The portal knows the passport number of {name} as "{name_2}".',
                    name=employee.name,
                    name_2=row["Name of Employee"],
                ),
                say(
                    "Nothing was saved. Check name and number in her passport and the profile; ask SOCSO: "
                    "{help_line}."
                ),
            )


def fill_in(form: Portal, employee: ForeignEmployee) -> None:
    """Fill in the form after Lampiran C."""
    form.fill("Name of Employee", employee.name)
    form.fill("Passport No.", employee.passport.number)
    form.fill_date("Passport Expiry Date", employee.passport.expiry)
    form.choose("Nationality", employee.nationality)
    form.fill_date("Date of Birth", employee.date_of_birth)
    form.choose("Gender (M/F)", employee.gender.capitalize())
    form.fill_date("Employment Start Date", employee.employment_start)
    form.choose("Occupation", employee.occupation)
    form.fill("Salary (RM)", employee.salary)
    form.fill("Work Permit No.", employee.work_permit.number)
    form.fill_date("Work Permit Start Date", employee.work_permit.start)
    form.fill_date("Work Permit Expiry Date", employee.work_permit.expiry)
