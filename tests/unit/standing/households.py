"""Records of made-up households, written as the ledger would give them."""

import json
from datetime import date, datetime
from decimal import Decimal

from assist_bot.clock import KUALA_LUMPUR
from assist_bot.contribution import ContributionMonth
from assist_bot.ledger import Entry, RegistrationEntry, RegistrationState, State
from assist_bot.profile import Profile
from assist_bot.standing import Facts, HouseholdStanding, standing_of
from tests.unit.owing import EMPLOYER, employee, profile

TODAY = date(2026, 11, 10)
"""October can be paid and is due; November cannot be paid yet."""
SEPTEMBER, OCTOBER, NOVEMBER = (ContributionMonth(2026, number) for number in (9, 10, 11))
PERMIT = {"number": "PE1234567", "start": date(2026, 2, 1), "expiry": date(2028, 1, 31)}
ACR = "ACR082260152714"
SITI = ("SITI AMINAH", "4567")
DEWI = ("DEWI LESTARI", "4321")
REGISTERED = RegistrationEntry(
    EMPLOYER,
    RegistrationState.REGISTERED,
    "E1102070081W",
    "CRN11201800122695",
    (),
    datetime(2025, 2, 3, 10, tzinfo=KUALA_LUMPUR),
    datetime(2025, 2, 3, 11, tzinfo=KUALA_LUMPUR),
    "",
    "",
)


def entry(
    month: ContributionMonth, state: State, *whom: tuple[str, str], part: int = 1, total: str = "32.60"
) -> Entry:
    """Give a submission of these people; for SITI AMINAH alone where nobody is named."""
    lines = [{"employee": name, "passport_ends_in": end} for name, end in whom or (SITI,)]
    acr = ACR if state in (State.SUBMITTED, State.PAYING, State.PAID) else ""
    receipt = "R123" if state in (State.PAID, State.SETTLED_BY_HAND) else ""
    at = datetime(2026, 11, 2, 10, 30, tzinfo=KUALA_LUMPUR)
    amount = None if state is State.PLANNED else Decimal(total)
    return Entry(EMPLOYER, month, part, state, amount, acr, receipt, json.dumps(lines), at, at, "", "")


def facts(
    *entries: Entry,
    household: Profile | None = None,
    today: date = TODAY,
    registration: RegistrationEntry | None = REGISTERED,
) -> Facts:
    """Give what is known of a registered household with these submissions on record."""
    recorded: dict[ContributionMonth, tuple[Entry, ...]] = {}
    for each in entries:
        recorded[each.month] = (*recorded.get(each.month, ()), each)
    return Facts(today, household or profile(employee(work_permit=PERMIT)), recorded, registration)


def paid_before(month: ContributionMonth, household: Profile | None = None) -> list[Entry]:
    """Pay every month of employment before this one."""
    first = min(each.employment_start for each in (household or profile()).employees)
    found, each = [], ContributionMonth.of(first)
    while each < month:
        found.append(entry(each, State.PAID))
        each = each.next()
    return found


def states(standing: HouseholdStanding) -> dict[str, str]:
    """Give the state of each month."""
    return {str(each.month): str(each.state) for each in standing.months}


def judged(*entries: Entry, today: date = TODAY, household: Profile | None = None) -> HouseholdStanding:
    """Judge a registered household with these submissions on record."""
    return standing_of(facts(*entries, today=today, household=household))
