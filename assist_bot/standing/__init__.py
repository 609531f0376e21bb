"""Where a household stands: from what is known on this computer to each month's state and the one next action.

gathering     reads profile, record and log-ins; no portal, browser or password is asked
facts         what was read            household     all of it judged: the one place to ask
months        a state for each month   registration  how far the registration is
papers        passports and permits    next_action   what comes next, in one sentence
"""

from assist_bot.standing.facts import Facts
from assist_bot.standing.gathering import gather
from assist_bot.standing.household import HouseholdStanding, standing_of
from assist_bot.standing.months import MonthStanding, MonthState, PartStanding, months_of
from assist_bot.standing.next_action import Act, NextAction
from assist_bot.standing.papers import Paper, PaperStanding, papers_of
from assist_bot.standing.registration import RegistrationStanding, RegistrationStep

__all__ = [
    "Act",
    "Facts",
    "HouseholdStanding",
    "MonthStanding",
    "MonthState",
    "NextAction",
    "Paper",
    "PaperStanding",
    "PartStanding",
    "RegistrationStanding",
    "RegistrationStep",
    "gather",
    "months_of",
    "papers_of",
    "standing_of",
]
