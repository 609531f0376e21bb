"""What the portal remembers after a flow, as single facts: so that half a flow can be compared with the whole one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from fixtures.mock_portal.memory import Account, Draft, Line, Submission

Facts = Counter[str]


def facts_of(account: Account) -> Facts:
    """List what was told to the portal or moved there, each as often as it is there; no numbers, no moments."""
    found: Facts = Counter()
    found.update(_of_the_person(account))
    found.update(_of_the_employees(account))
    found.update(_of_the_contributions(account))
    return found


def _of_the_person(account: Account) -> Iterator[str]:
    for form, kept in (("information", account.information), ("employer", account.employer or {})):
        yield from (f"{form} {name}: {value}" for name, value in kept.items() if value)
    if account.question:
        yield f"question: {account.question}"
    yield from (f"registered: {each.status}" for each in account.registrations)


def _of_the_employees(account: Account) -> Iterator[str]:
    for number, employee in enumerate(account.employees):
        told: dict[str, Any] = asdict(employee)
        told.pop("status")
        yield from (f"employee {number} {name}: {value}" for name, value in told.items())
    for document in account.documents:
        yield f"document {document.description}: {document.file_name}, {document.size}, {document.remarks}"


def _of_the_contributions(account: Account) -> Iterator[str]:
    contributions: list[Draft | Submission] = [*account.drafts, *account.submissions]
    for contribution in contributions:
        yield from (_line(contribution.month, line) for line in contribution.lines)
    for submission in account.submissions:
        yield f"submitted {submission.month}: {submission.total}"
    months = {submission.acr: submission.month for submission in account.submissions}
    for payment in account.payments:
        what = ", ".join(months.get(acr, acr) for acr in payment.acrs)
        yield f"begun to pay {what}: {payment.amount} {payment.business_model} {payment.bank}"
        if payment.debited:
            yield f"paid {what}: {payment.amount}"


def _line(month: str, line: Line) -> str:
    amounts = (line.salary, line.employer, line.employee, line.skbbk, line.total)
    return f"{month} {line.passport} {line.name}: {' '.join(map(str, amounts))}"
