"""What we are willing to pay: month, wages, category, schedule, and the check of the portal's draft."""

from assist_bot.contribution.category import Category, CategoryRuling, category_of, usual_category
from assist_bot.contribution.checking import (
    CheckedDraft,
    Draft,
    ReadLine,
    check_amounts,
    ensure_unchanged,
)
from assist_bot.contribution.employment import employed_months
from assist_bot.contribution.month import ContributionMonth, ensure_payable, last_month
from assist_bot.contribution.owed import (
    Contribution,
    Expectation,
    Line,
    contribution_for,
    expected,
    late_interest_at_least,
    owed,
)
from assist_bot.contribution.schedule import Amounts
from assist_bot.contribution.wages import Wages, employed_in, parts_of, wages_for

__all__ = [
    "Amounts",
    "Category",
    "CategoryRuling",
    "CheckedDraft",
    "Contribution",
    "ContributionMonth",
    "Draft",
    "Expectation",
    "Line",
    "ReadLine",
    "Wages",
    "category_of",
    "check_amounts",
    "contribution_for",
    "employed_in",
    "employed_months",
    "ensure_payable",
    "ensure_unchanged",
    "expected",
    "last_month",
    "late_interest_at_least",
    "owed",
    "parts_of",
    "usual_category",
    "wages_for",
]
