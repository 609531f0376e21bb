"""The papers that the household provides, under the guide's descriptions."""

from dataclasses import dataclass
from pathlib import Path

from assist_bot.profile.employee import Papers
from assist_bot.profile.model import Profile

DESCRIPTIONS = {
    "form_1_employer": "Form 1 - Employer Registered",
    "form_2_employee": "Form 2 - Employee Registered",
    "identity_card": "Copy of Identity Card",
    "next_of_kin_form": "Next of Kins Form",
    "passport_copy": "Worker's Passport copy",
    "work_permit_copy": "Worker's Work Permit copy",
}
"""The guide's descriptions of the six; the other two of the eight are provided by the portal."""


@dataclass(frozen=True)
class SupportingDocument:
    """A paper to upload: the guide's description, the file, and the profile's key that names it."""

    description: str
    path: Path
    key: str


def papers_for(profile: Profile) -> tuple[SupportingDocument, ...]:
    """List the papers to upload in the guide's order, each file once under its description.

    An employee's own papers go in place of the common ones. An employee who has left needs none.
    """
    found: dict[tuple[str, Path], SupportingDocument] = {}
    for name, description in DESCRIPTIONS.items():
        for place, employee in enumerate(profile.employees, start=1):
            own = getattr(employee.documents or Papers(), name)
            path = own or getattr(profile.documents, name)
            if path is None or employee.employment_end:
                continue
            key = f"employee[{place}].documents.{name}" if own else f"documents.{name}"
            found.setdefault((description, path), SupportingDocument(description, path, key))
    return tuple(found.values())
