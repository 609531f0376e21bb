"""When something may be begun, and what is said when it may not."""

from decimal import Decimal

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import ContributionRefused
from assist_bot.language import day_and_time, mark, say, say_marked
from assist_bot.ledger.states import Entry, State
from assist_bot.money import ringgit

_LOOK = mark("Run this again: it looks at the portal before anything else.")
_MAY_BEGIN = (State.PLANNED, State.DRAFTED)


def ensure_may_begin(entry: Entry | None) -> None:
    """Raise ContributionRefused unless nothing was submitted yet."""
    if entry is None or entry.state in _MAY_BEGIN:
        return
    name, acr = entry.month.name, entry.acr or say("an ACR")
    match entry.state:
        case State.PAID:
            why, remedy = (
                say("is paid already, receipt {receipt}", receipt=entry.receipt or say("unknown")),
                say("There is nothing to do."),
            )
        case State.SETTLED_BY_HAND:
            why, remedy = (
                say("was settled by hand, receipt {receipt}", receipt=entry.receipt),
                say("There is nothing to do."),
            )
        case State.SUBMITTED:
            why, remedy = (
                say("was submitted already, as {acr}", acr=acr),
                say("Go on with the payment of {acr}.", acr=acr),
            )
        case _:
            what = "payment" if entry.payment_in_doubt else "submission"
            why, remedy = (
                say(
                    "has a {what} of {when} whose outcome is not known",
                    what=what,
                    when=day_and_time(entry.changed),
                ),
                say_marked(_LOOK),
            )
    raise ContributionRefused(
        say("The contribution for {name} {why}; it is not submitted again.", name=name, why=why), remedy
    )


def ensure_asked_for(entry: Entry | None, *, additional: bool) -> None:
    """Raise ContributionRefused when an additional submission is under way, and everybody is to be submitted again."""
    if entry is not None and entry.part > 1 and not additional:
        raise ContributionRefused(
            say(
                "{month} was submitted before, and an additional submission of it was begun.",
                month=entry.month.name,
            ),
            say(
                "Nothing was sent. `assist-bot pay --month {month} --additional` goes on with it.",
                month=entry.month,
            ),
        )


def ensure_may_pay(entry: Entry | None, month: ContributionMonth, acr: str, total: Decimal) -> Entry:
    """Raise ContributionRefused unless exactly this ACR over this total (ringgit) waits for its payment."""
    if entry is None or entry.state in _MAY_BEGIN:
        raise ContributionRefused(
            say("No submission for {month} is known here, so {acr} is not paid.", month=month.name, acr=acr),
            say_marked(_LOOK),
        )
    if entry.state is not State.SUBMITTED:
        ensure_may_begin(entry)
    if entry.acr != acr or entry.total not in (None, total):
        known = (
            say("{acr} over {total}", acr=entry.acr, total=ringgit(entry.total))
            if entry.total is not None
            else entry.acr
        )
        raise ContributionRefused(
            say(
                "For {month} {known} was submitted, but {acr} over {total} was about to be paid.",
                month=month.name,
                known=known,
                acr=acr,
                total=ringgit(total),
            ),
            say(
                "Nothing was paid. Look at the portal's list of unpaid ACRs; SOCSO's help line, {help_line}, "
                "can say which one counts."
            ),
        )
    return entry
