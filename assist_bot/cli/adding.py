"""`assist-bot pay --additional`: employees whom an earlier submission of the month did not pay for."""

from contextlib import suppress
from dataclasses import replace

from assist_bot.contribution import Contribution, ContributionMonth, contribution_for
from assist_bot.errors import Stop
from assist_bot.language import say
from assist_bot.ledger import Entry, Ledger, State
from assist_bot.ledger.covering import additional_to, left_out
from assist_bot.outcome import Outcome, Result
from assist_bot.profile import Profile

_TELLING = (Outcome.DONE, Outcome.SUBMITTED, Outcome.NOTHING_TO_DO)


def is_under_way(last: Entry | None) -> bool:
    """Say whether an additional submission was begun and is not settled."""
    return last is not None and last.part > 1 and not last.settled


def waits_to_be_asked_for(last: Entry | None) -> bool:
    """Say whether the month is paid, and an additional submission is planned or drafted only."""
    return last is not None and is_under_way(last) and last.state in (State.PLANNED, State.DRAFTED)


def what_is_left(ledger: Ledger, employer: str, whole: Contribution) -> Contribution:
    """Leave of a month's contribution what is to be paid additionally. Raises ContributionRefused."""
    return additional_to(ledger.parts(employer, whole.month), whole)


def nothing_is_left(month: ContributionMonth) -> Result:
    """Say that everybody is paid for."""
    return Result(
        Outcome.NOTHING_TO_DO,
        say("Everybody in the profile is paid for in {month} already.", month=month.name),
    )


def only_drafted(month: ContributionMonth) -> Result:
    """Say that what was begun additionally is gone on with when it is asked for."""
    return Result(
        Outcome.NOTHING_TO_DO,
        say(
            "{month} is paid. An additional submission was begun and is not submitted; `assist-bot "
            "pay --month {month_2} --additional` goes on with it.",
            month=month.name,
            month_2=month,
        ),
    )


def with_left_out(result: Result, ledger: Ledger, profile: Profile, month: ContributionMonth) -> Result:
    """Add to what is told of a month who is not paid for in it."""
    if result.outcome not in _TELLING:
        return result
    with suppress(Stop):  # nobody is employed, or the wages are not to be read: then there is nothing to add
        lines = left_out(ledger.parts(profile.portal.portal_id, month), contribution_for(profile, month))
        names = say(" and ").join(line.employee.name for line in lines)
        if names:
            add = say(
                "Not paid for in it: {names}. `assist-bot pay --month {month} --additional` does that.",
                names=names,
                month=month,
            )
            return replace(result, message=f"{result.message} {add}")
    return result
