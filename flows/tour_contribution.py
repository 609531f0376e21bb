"""The tour through the pages of contributions. SELECT, which might begin a draft, is left alone."""

from assist_bot.language import say
from assist_bot.portal.portal import Portal
from flows.draft_contribution import COLUMNS, EMPLOYEES, SUBMISSION
from flows.left_alone import LeftAlone, Seen
from flows.listings import (
    DRAFTS,
    MONTH,
    PENDING_LIST,
    Standing,
    go_to_contribution,
    go_to_drafts,
    read_pending_list,
)
from flows.log_in import HOME
from flows.pay_at_bank import TOTAL

NOT_REGISTERED = "registration is not complete"


def pending_list(portal: Portal) -> Seen:
    """Visit the pending list, and see the way to it."""
    portal.click(HOME)
    yield portal.look_for("button", "SOCSO – Contribution")
    portal.click("SOCSO – Contribution")
    portal.hover("Employer Contribution", under="SOCSO")
    yield portal.look_for("button", "Employer Contribution")
    yield portal.look_for("button", "Add Contribution (Portal)")
    portal.click("Add Contribution (Portal)")
    yield portal.look_for("section", PENDING_LIST)
    pending = portal.section(PENDING_LIST)
    for column in (MONTH, "Status", "ACR No.", "Total Amount (RM)", "Action"):
        yield pending.look_for("column", column)
    yield pending.look_for("button", "Arrears Contribution")


def months(portal: Portal) -> Seen:
    """Visit the months that are offered. None is selected."""
    go_to_contribution(portal)
    pending = portal.section(PENDING_LIST)
    if pending.click("Arrears Contribution", then=(SUBMISSION, NOT_REGISTERED)) == NOT_REGISTERED:
        yield LeftAlone(say("The portal opens it once the employer is registered."))
        return
    submission = portal.section(SUBMISSION)
    yield portal.look_for("section", SUBMISSION)
    yield submission.look_for("choice", "Contribution Month")
    yield submission.look_for("button", "Select")


def employee_contributions(portal: Portal) -> Seen:
    """Visit a draft that is there already. None is begun for this."""
    go_to_contribution(portal)
    drafts = [each.month for each in read_pending_list(portal) if each.standing is Standing.DRAFT]
    if not drafts:
        yield LeftAlone(
            say("No draft is there to be opened, and SELECT might begin one, so it was not pressed.")
        )
        return
    action = portal.section(PENDING_LIST).row_on_any_page(drafts[0]).under("Action")
    yield action.look_for("button", "Edit")
    action.click("Edit")
    yield portal.look_for("section", EMPLOYEES)
    employees = portal.section(EMPLOYEES)
    for column in (*COLUMNS, "Action"):
        yield employees.look_for("column", column)
    yield employees.look_for("value", TOTAL)
    yield employees.row_at(0).under("Action").look_for("button", "Edit")
    yield portal.look_for("button", "Save Draft")
    yield portal.look_for("button", "Complete")


def drafts(portal: Portal) -> Seen:
    """Visit the list of drafts."""
    go_to_contribution(portal)
    portal.hover("Employer Contribution", under="SOCSO")
    yield portal.look_for("button", "Search")
    portal.hover("Search")
    yield portal.look_for("button", DRAFTS)
    go_to_drafts(portal)
    yield portal.look_for("section", DRAFTS)
    for column in (MONTH, "Total Amount (RM)"):
        yield portal.section(DRAFTS).look_for("column", column)
