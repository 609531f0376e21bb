"""How far the registration is, by the record."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assist_bot.ledger import RegistrationState
from assist_bot.standing.facts import Facts


class RegistrationStep(StrEnum):
    """Where it stands; the first ones are before the portal."""

    NOT_KNOWN = "not_known"  # the record cannot be read
    NOT_ON_RECORD = "not_on_record"
    PORTAL_ID_AWAITED = "portal_id_awaited"
    BEGUN = "begun"
    IN_DOUBT = "in_doubt"
    HELD = "held"
    REGISTERED = "registered"
    CONTRIBUTING = "contributing"  # not on record, but contributions are, which takes a registration


@dataclass(frozen=True)
class RegistrationStanding:
    """The step, since when, and the numbers that the portal gave."""

    step: RegistrationStep
    since: date | None = None
    employer_code: str = ""
    reference: str = ""

    @property
    def is_done(self) -> bool:
        """Whether contributions can be paid."""
        return self.step in (RegistrationStep.REGISTERED, RegistrationStep.CONTRIBUTING)


_STEPS = {
    RegistrationState.BEGUN: RegistrationStep.BEGUN,
    RegistrationState.HELD: RegistrationStep.HELD,
    RegistrationState.REGISTERED: RegistrationStep.REGISTERED,
}


def registration_of(facts: Facts) -> RegistrationStanding:
    """Judge the registration."""
    entry = facts.registration
    if facts.recorded is None:
        return RegistrationStanding(RegistrationStep.NOT_KNOWN)
    if facts.anything_sent and (entry is None or entry.state is not RegistrationState.REGISTERED):
        return RegistrationStanding(RegistrationStep.CONTRIBUTING)
    if entry is None:
        awaited = facts.awaited_since if not facts.first_visit_done else None
        step = RegistrationStep.PORTAL_ID_AWAITED if awaited else RegistrationStep.NOT_ON_RECORD
        return RegistrationStanding(step, awaited)
    step = _STEPS.get(entry.state, RegistrationStep.IN_DOUBT)
    return RegistrationStanding(step, entry.changed.date(), entry.employer_code, entry.reference)
