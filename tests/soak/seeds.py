"""Where a run may begin: near the point that is tried, so that a cell is short; and which points each is for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from assist_bot.profile import Profile
from tests.flows.paying import drafted, hired, submitted
from tests.flows.stages import documents_known, employees_known, employer_known, welcomed

Command = Literal["pay", "register"]

# Of eight documents two are enough: each is uploaded in the same way.
TWO_DOCUMENTS = ["Borang SIP 1", "Copy of Identity Card"]


@dataclass(frozen=True)
class Beginning:
    """What the portal has, and the chapters of the journal and the portal's steps that are tried from there."""

    command: Command
    seed: Callable[[Profile], dict[str, Any]]
    chapters: tuple[str, ...]
    steps: tuple[str, ...]


def asked_for_two(known: Callable[[Profile], dict[str, Any]], profile: Profile) -> dict[str, Any]:
    """Seed a household of which the portal asks two documents only."""
    return {**known(profile), "checklist": TWO_DOCUMENTS}


def before_the_first_visit(profile: Profile) -> dict[str, Any]:
    """Seed one that has everything but the first visit and the submission."""
    known = documents_known(profile)
    return {**known, "first_visit": True, "temporary_password": known["password"], "password": None}


BEGINNINGS = {
    "fresh": Beginning(
        "pay",
        partial(hired, account={}),
        ("Choose the month", "Enter the salary"),
        ("contribution-month-page", "select-month", "employee-contributions-page", "save-draft"),
    ),
    "draft": Beginning(
        "pay",
        partial(hired, account={"drafts": [drafted()]}),
        ("Open the draft", "Enter the salary", "Complete and submit"),
        (
            "employee-contributions-page",
            "save-draft",
            "complete",
            "summary-page",
            "contribution-confirmation",
            "confirm-submission",
            "acr-page",
            "acr-slip",
        ),
    ),
    "acr": Beginning(
        "pay",
        partial(hired, account={"submissions": [submitted()]}),
        (
            "Log in",
            "Look at what the portal has for this month",
            "Look at what was paid",
            "Payment",
            "Receipt",
        ),
        (
            "log-in-page",
            "security-phrase",
            "log-in",
            "home-page",
            "contribution-home-page",
            "contribution-list-page",
            "payment-history-page",
            "payment-list-page",
            "add-to-cart",
            "proceed-to-summary",
            "continue",
            "banks",
            "proceed",
            "bank-log-in-page",
            "bank-log-in",
            "bank-approve-page",
            "bank-approve",
            "bank-return",
            "receipt-page",
            "receipt-pdf",
        ),
    ),
    "first-visit": Beginning(
        "register",
        before_the_first_visit,
        ("Terms of use", "New password", "Security question", "Basic information"),
        (
            "terms-page",
            "accept-terms",
            "new-password-page",
            "new-password",
            "security-question-page",
            "security-question",
            "basic-information-page",
            "basic-information",
            "done-page",
            "done",
        ),
    ),
    "nothing": Beginning(
        "register",
        partial(asked_for_two, welcomed),
        ("Employer Information",),
        (
            "registration-home-page",
            "employer-information-page",
            "sub-business-entities",
            "cities",
            "postcodes",
            "save-employer-information",
        ),
    ),
    "employer": Beginning(
        "register",
        partial(asked_for_two, employer_known),
        ("Employee Information", "Add foreign employee: SITI AMINAH"),
        (
            "employee-information-page",
            "employee-listing",
            "employee-form",
            "search-employee",
            "save-employee",
            "employees-done",
        ),
    ),
    "employees": Beginning(
        "register",
        partial(asked_for_two, employees_known),
        ("Upload Supporting Document",),
        (
            "documents-page",
            "document-listing",
            "document-form",
            "provided-document",
            "upload-document",
            "documents-done",
        ),
    ),
    "documents": Beginning(
        "register",
        documents_known,
        ("Log in", "Open the registration", "Preview and submit"),
        (
            "log-in-page",
            "security-phrase",
            "log-in",
            "home-page",
            "preview-page",
            "submit-registration",
            "registration-submitted-page",
            "letter",
        ),
    ),
}
