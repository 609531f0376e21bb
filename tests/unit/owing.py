"""Made-up employees, plans and portal rows, for tests of what is owed and of its record."""

from datetime import date
from decimal import Decimal
from typing import Any

from assist_bot.contribution import (
    CheckedDraft,
    Contribution,
    ContributionMonth,
    Draft,
    ReadLine,
    check_amounts,
    contribution_for,
)
from assist_bot.profile import ForeignEmployee, Profile

EMPLOYER = "someone@example.com"
OCTOBER = ContributionMonth(2026, 10)
ADDRESS = {
    "lines": ("12 JALAN MERANTI",),
    "postcode": "46000",
    "city": "PETALING JAYA",
    "state": "SELANGOR",
}


def employee(**changes: Any) -> ForeignEmployee:  # noqa: ANN401 - any field of the profile
    """Give SITI AMINAH, with some of her facts changed."""
    facts = {
        "name": "SITI AMINAH",
        "passport": {"number": "C1234567", "expiry": date(2030, 4, 30)},
        "nationality": "Indonesia",
        "date_of_birth": date(1990, 3, 12),
        "gender": "female",
        "employment_start": date(2025, 2, 1),
        "salary": "1500.00",
        "work_permit": {"number": "PE1234567", "start": date(2026, 2, 1), "expiry": date(2027, 1, 31)},
    }
    return ForeignEmployee.model_validate(facts | changes)


def second_employee(**changes: Any) -> ForeignEmployee:  # noqa: ANN401 - any field of the profile
    """Give DEWI LESTARI, with some of her facts changed."""
    passport = {"number": "C7654321", "expiry": date(2030, 4, 30)}
    return employee(**({"name": "DEWI LESTARI", "passport": passport, "salary": "1700.00"} | changes))


def profile(*employees: ForeignEmployee, wages: dict[str, Any] | None = None) -> Profile:
    """Give a household with these employees."""
    return Profile.model_validate(
        {
            "version": 1,
            "portal": {"portal_id": EMPLOYER},
            "employer": {
                "name": "TAN MEI LING",
                "mykad": "850101-14-5566",
                "email": EMPLOYER,
                "mobile": "+60 12-345 6789",
                "socso_office": "Pejabat PERKESO Petaling Jaya",
                "address": ADDRESS,
            },
            "employee": employees or (employee(),),
            "wages": wages or {},
        }
    )


def plan(*employees: ForeignEmployee, month: ContributionMonth = OCTOBER) -> Contribution:
    """Give what is owed for these employees on their salaries."""
    return contribution_for(profile(*employees), month)


def row(  # noqa: PLR0913 - one cell each
    salary: str = "1500.00",
    employer: str = "25.35",
    employee: str = "7.25",
    skbbk: str | None = None,
    total: str | None = None,
    *,
    name: str = "SITI AMINAH",
    identification: str = "C1234567",
) -> ReadLine:
    """Give a portal's row; its total is the sum unless it is said otherwise."""
    parts = [Decimal(employer), Decimal(employee), Decimal(skbbk or "0.00")]
    return ReadLine(
        name,
        identification,
        Decimal(salary),
        Decimal(employer),
        Decimal(employee),
        None if skbbk is None else Decimal(skbbk),
        sum(parts, Decimal("0.00")) if total is None else Decimal(total),
    )


def draft(*rows: ReadLine, contribution: Contribution | None = None, total: str | None = None) -> Draft:
    """Give what the portal made of a plan; its total is the rows' sum unless it is said otherwise."""
    together = sum((one.total for one in rows), Decimal("0.00"))
    return Draft(contribution or plan(), rows, together if total is None else Decimal(total))


def checked() -> CheckedDraft:
    """Give SITI AMINAH's checked draft for October 2026: RM32.60."""
    return check_amounts(draft(row()))
