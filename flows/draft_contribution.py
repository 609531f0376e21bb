"""The draft: the month, each employee's salary, Save Draft, and the amounts that SOCSO works out."""

from decimal import Decimal

from assist_bot.contribution import Contribution, ContributionMonth, Draft, Line, ReadLine
from assist_bot.errors import ContributionRefused
from assist_bot.language import say
from assist_bot.money import ringgit
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.portal.words import fold
from assist_bot.profile import plain
from flows.figures import AMOUNT, figure, figure_or_nothing
from flows.listings import DRAFTS, PENDING_LIST, Standing, go_to_contribution, go_to_drafts
from flows.look_up import Found

SUBMISSION = "Submission Contribution Information"
EMPLOYEES = "Employee Contributions"
SAVED = "Your request completed successfully."
COLUMNS = ("Identification No.", "Name", "Salary (RM)", "Employer (RM)", "Employee (RM)", "Total (RM)")
SKBBK = "SKBBK (RM)"


def draft(portal: Portal, contribution: Contribution, found: Found, person: Person) -> Draft:
    """Bring the portal to a saved draft with our salaries, and read the amounts back."""
    go_to_contribution(portal)
    if found.standing is Standing.DRAFT:
        open_draft(portal, contribution.month, found.opens_in)
    else:
        begin_draft(portal, contribution)
    portal.see(EMPLOYEES)
    listed = read_rows(portal)
    ensure_listed(contribution, listed)
    if found.standing is Standing.DRAFT:
        ensure_ours(contribution, listed, person)
    enter_salaries(portal, contribution)
    portal.save("Save Draft", then=SAVED)
    rows = read_rows(portal)
    return Draft(contribution, tuple(rows), read_total(portal, rows))


def begin_draft(portal: Portal, contribution: Contribution) -> None:
    """Choose the month under Arrears Contribution."""
    portal.chapter(say("Choose the month"))
    offered = months_offered(portal)
    names = {fold(name) for name in contribution.month.portal_names}
    months = [name for name in offered if fold(name) in names]
    if len(months) != 1:
        raise ContributionRefused(
            say(
                "The portal does not offer {month}; it offers {offered}.",
                month=contribution.month.name,
                offered=", ".join(offered) or say("no month"),
            ),
            say(
                "Nothing was done. It may not be open yet, be paid already, or have been paid in the "
                "PRIHATIN app. If it is none of these, SOCSO's help line is {help_line}."
            ),
        )
    submission = portal.section(SUBMISSION)
    submission.choose("Contribution Month", months[0])
    submission.click("Select")


def months_offered(portal: Portal) -> list[str]:
    """List the months under Arrears Contribution, in the portal's own writing. None is chosen, and no draft begun."""
    portal.section(PENDING_LIST).click("Arrears Contribution")
    return portal.section(SUBMISSION).offered("Contribution Month")


def open_draft(portal: Portal, month: ContributionMonth, page: str) -> None:
    """Open the draft that the portal has already, from the pending list, which is open, or from the drafts."""
    portal.chapter(say("Open the draft"))
    if page == DRAFTS:
        go_to_drafts(portal)
    row = portal.section(page).row_on_any_page(*month.portal_names)
    row.under("Action").click("Edit")


def read_rows(portal: Portal) -> list[ReadLine]:
    """Read every employee's row, in ringgit; an empty figure counts as nothing."""
    rows = portal.section(EMPLOYEES).rows(*COLUMNS, optional=(SKBBK,))
    return [_read_line(row) for row in rows]


def read_total(portal: Portal, rows: list[ReadLine]) -> Decimal:
    """Read the total below the rows; where the page shows none, the rows' sum is what there is."""
    below = portal.section(EMPLOYEES).value("Total Amount (RM)", AMOUNT)
    return figure(below) if below else sum((row.total for row in rows), Decimal("0.00"))


def ensure_listed(contribution: Contribution, listed: list[ReadLine]) -> None:
    """Stop before anything is saved when the portal's list and the profile name different people."""
    for line in contribution.lines:
        rows = [row for row in listed if plain(row.identification) == plain(line.employee.passport.number)]
        if len(rows) != 1:
            raise ContributionRefused(
                say(
                    "{name} stands in {count} of the portal's rows for {month}, not in one.",
                    name=line.employee.name,
                    count=len(rows) or say("none"),
                    month=contribution.month.name,
                ),
                say(
                    "Nothing was saved. Check her passport number in the profile, and her registration at "
                    "the portal; SOCSO's help line is {help_line}."
                ),
            )
        _ensure_same_name(line, rows[0])
    known = [line.employee.passport.number for line in contribution.lines]
    for row in listed:
        if row.salary and not any(plain(row.identification) == plain(number) for number in known):
            raise ContributionRefused(
                say(
                    "The portal lists {name} with a salary of {salary}, but nothing is to be paid for her in "
                    "this submission for {month}.",
                    name=row.name,
                    salary=ringgit(row.salary),
                    month=contribution.month.name,
                ),
                say(
                    "Nothing was saved or cleared. Add her to the profile, or clear her salary at the portal "
                    "yourself; whoever is paid for already needs none."
                ),
            )


def ensure_ours(contribution: Contribution, listed: list[ReadLine], person: Person) -> None:
    """Ask the person before a draft with other salaries than ours is changed."""
    there = sum((row.salary for row in listed), Decimal("0.00"))
    ours = sum((line.wages for line in contribution.lines), Decimal("0.00"))
    salaries = {(row.identification, row.salary) for row in listed if row.salary}
    if salaries != {(_row_of(line, listed).identification, line.wages) for line in contribution.lines}:
        person.prefers_own_draft(there, ours)


def enter_salaries(portal: Portal, contribution: Contribution) -> None:
    """Enter each employee's salary in her row."""
    portal.chapter(say("Enter the salary"))
    for line in contribution.lines:
        row = portal.section(EMPLOYEES).row_on_any_page(line.employee.passport.number)
        row.under("Action").click("Edit")
        row.under("Salary (RM)").fill("Salary (RM)", line.wages)


def _read_line(row: dict[str, str]) -> ReadLine:
    figures = [figure_or_nothing(row[column]) for column in COLUMNS[2:]]
    skbbk = figure_or_nothing(row[SKBBK]) if SKBBK in row else None
    salary, employer, employee, total = figures
    return ReadLine(row["Name"], row["Identification No."], salary, employer, employee, skbbk, total)


def _row_of(line: Line, listed: list[ReadLine]) -> ReadLine:
    return next(row for row in listed if plain(row.identification) == plain(line.employee.passport.number))


def _ensure_same_name(line: Line, row: ReadLine) -> None:
    if fold(row.name).replace(" ", "") != fold(line.employee.name).replace(" ", ""):
        raise ContributionRefused(
            say(
                'The portal has "{name}" under the passport number of {line_employee_name}.',
                name=row.name,
                line_employee_name=line.employee.name,
            ),
            say("Nothing was saved. Check name and passport number in the profile and at the portal."),
        )
