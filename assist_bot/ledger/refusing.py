"""When something may be begun, and what is said when it may not."""

from decimal import Decimal

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import ContributionRefused
from assist_bot.ledger.states import Entry, State
from assist_bot.money import ringgit

_LOOK = "Run this again: it looks at the portal before anything else."
_MAY_BEGIN = (State.PLANNED, State.DRAFTED)


def ensure_may_begin(entry: Entry | None) -> None:
    """Raise ContributionRefused unless nothing was submitted yet."""
    if entry is None or entry.state in _MAY_BEGIN:
        return
    name, acr = entry.month.name, entry.acr or "an ACR"
    match entry.state:
        case State.PAID:
            why, remedy = f"is paid already, receipt {entry.receipt or 'unknown'}", "There is nothing to do."
        case State.SETTLED_BY_HAND:
            why, remedy = f"was settled by hand, receipt {entry.receipt}", "There is nothing to do."
        case State.SUBMITTED:
            why, remedy = f"was submitted already, as {acr}", f"Go on with the payment of {acr}."
        case _:
            what = "payment" if entry.payment_in_doubt else "submission"
            why, remedy = f"has a {what} of {entry.changed:%d %B %Y, %H:%M} whose outcome is not known", _LOOK
    raise ContributionRefused(f"The contribution for {name} {why}; it is not submitted again.", remedy)


def ensure_asked_for(entry: Entry | None, *, additional: bool) -> None:
    """Raise ContributionRefused when an additional submission is under way, and everybody is to be submitted again."""
    if entry is not None and entry.part > 1 and not additional:
        raise ContributionRefused(
            f"{entry.month.name} was submitted before, and an additional submission of it was begun.",
            f"Nothing was sent. `assist-bot pay --month {entry.month} --additional` goes on with it.",
        )


def ensure_may_pay(entry: Entry | None, month: ContributionMonth, acr: str, total: Decimal) -> Entry:
    """Raise ContributionRefused unless exactly this ACR over this total (ringgit) waits for its payment."""
    if entry is None or entry.state in _MAY_BEGIN:
        raise ContributionRefused(
            f"No submission for {month.name} is known here, so {acr} is not paid.", _LOOK
        )
    if entry.state is not State.SUBMITTED:
        ensure_may_begin(entry)
    if entry.acr != acr or entry.total not in (None, total):
        known = f"{entry.acr} over {ringgit(entry.total)}" if entry.total is not None else entry.acr
        raise ContributionRefused(
            f"For {month.name} {known} was submitted, but {acr} over {ringgit(total)} was about to be paid.",
            "Nothing was paid. Look at the portal's list of unpaid ACRs.",
        )
    return entry
