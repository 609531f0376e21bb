"""How a household stands, for scripts: dates are text such as "2026-11-20", months such as "2026-10"."""

from datetime import date
from typing import Any

from assist_bot.standing import HouseholdStanding, MonthStanding, NextAction, PartStanding


def as_data(standing: HouseholdStanding) -> dict[str, Any]:
    """Give all of it; no month is folded. Amounts are Decimal."""
    registration = standing.registration
    return {
        "today": str(standing.today),
        "registration": {
            "step": str(registration.step),
            "since": _day(registration.since),
            "employer_code": registration.employer_code,
            "reference": registration.reference,
        },
        "months": [_month(each) for each in standing.months],
        "papers": [
            {
                "employee": each.employee,
                "paper": str(each.paper),
                "expiry": str(each.expiry),
                "days_left": each.days_left,
                "warns": each.warns,
            }
            for each in standing.papers
        ],
        "began_later": list(standing.later),
        "gone": list(standing.gone),
        "next_action": _action(standing.next_action),
    }


def _month(each: MonthStanding) -> dict[str, Any]:
    return {
        "month": str(each.month),
        "state": str(each.state),
        "payable_from": str(each.month.payable_from),
        "due": str(each.month.due),
        "totals": list(each.totals),
        "late_at_least": each.late_at_least,
        "parts": [_part(part) for part in each.parts],
    }


def _part(part: PartStanding) -> dict[str, Any]:
    return {
        "state": str(part.state),
        "employees": list(part.employees),
        "totals": list(part.totals),
        "late_at_least": part.late_at_least,
        "acr": part.acr,
        "receipt": part.receipt,
        "since": _day(part.since),
        "additional": part.additional,
    }


def _action(action: NextAction) -> dict[str, Any]:
    return {
        "act": str(action.act),
        "sentence": action.sentence,
        "command": action.command,
        "months": [str(month) for month in action.months],
        "by": _day(action.by),
    }


def _day(when: date | None) -> str:
    return str(when) if when else ""
