"""Forgets an employee on this computer: what would go, and how it goes, so that a kill half-way can be gone on from.

planning       what there is of her, and what stays         removing     the removal, step by step
"""

from assist_bot.forgetting.planning import Plan, ToBeKept, plan_for, whom_is_meant
from assist_bot.forgetting.removing import Begun, begun, carry_out

__all__ = ["Begun", "Plan", "ToBeKept", "begun", "carry_out", "plan_for", "whom_is_meant"]
