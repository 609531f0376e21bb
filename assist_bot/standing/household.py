"""Everything about a household judged at once."""

from dataclasses import dataclass
from datetime import date

from assist_bot.errors import Stop
from assist_bot.profile import ForeignEmployee
from assist_bot.standing.facts import Facts
from assist_bot.standing.months import MonthStanding, months_of
from assist_bot.standing.next_action import NextAction, next_action
from assist_bot.standing.papers import PaperStanding, gone, papers_of, present
from assist_bot.standing.registration import RegistrationStanding, RegistrationStep, registration_of


@dataclass(frozen=True)
class HouseholdStanding:
    """How a household stands on a day. `later` began after the registration on record; `gone` have left."""

    today: date
    registration: RegistrationStanding
    months: tuple[MonthStanding, ...]
    papers: tuple[PaperStanding, ...]
    later: tuple[str, ...]
    gone: tuple[str, ...]
    hindrances: tuple[Stop, ...]
    next_action: NextAction


def standing_of(facts: Facts) -> HouseholdStanding:
    """Judge what is known. Nothing is read or asked here."""
    registration, months, papers = registration_of(facts), months_of(facts), papers_of(facts)
    return HouseholdStanding(
        today=facts.today,
        registration=registration,
        months=months,
        papers=papers,
        later=_later(facts, registration),
        gone=tuple(each.name for each in gone(facts)),
        hindrances=facts.hindrances,
        next_action=next_action(facts, registration, months, papers),
    )


def _later(facts: Facts, registration: RegistrationStanding) -> tuple[str, ...]:
    """Name those who began after the application was begun: it may not hold them."""
    if facts.registration is None or registration.step is not RegistrationStep.REGISTERED:
        return ()
    began = facts.registration.began.date()

    def is_later(employee: ForeignEmployee) -> bool:
        return employee.employment_start > began

    return tuple(employee.name for employee in present(facts) if is_later(employee))
