"""What a look at the portal changes in a record.

The portal's word wins, except where that would open the way to a second submission or payment.
"""

from dataclasses import replace

from assist_bot.errors import ContributionRefused, OutcomeUnknown
from assist_bot.language import mark, say, say_marked
from assist_bot.ledger.states import Entry, Seen, State
from assist_bot.money import ringgit

LOOKED = "looked at the portal"
"""How the note of a look begins that did not end a doubt."""
_ASK = mark("Look at both at the portal; SOCSO's help line is {help_line}. Nothing was begun.")


def after_look(entry: Entry, seen: Seen) -> Entry:
    """Give the record as it stands after a look; the very same object when nothing is to be written.

    Raises ContributionRefused when the portal has another ACR or another total than was sent, OutcomeUnknown
    when the record is further than the portal.
    """
    if seen.acr and entry.acr and seen.acr != entry.acr:
        raise ContributionRefused(
            say(
                "For {month} the portal shows {acr}, but {entry_acr} was submitted from here.",
                month=entry.month.name,
                acr=seen.acr,
                entry_acr=entry.acr,
            ),
            say_marked(_ASK),
        )
    match seen.state:
        case State.PAID:
            return _paid(entry, seen)
        case State.SUBMITTED:
            return _unpaid(entry, seen)
        case State.DRAFTED:
            return _draft(entry, seen)
        case None:
            return _nothing(entry)
        case _:
            raise ValueError(say("the portal shows nothing as {state}", state=seen.state))


def _with(entry: Entry, seen: Seen, note: str) -> Entry:
    """Take over what the portal shows; nothing new is no change."""
    total = entry.total if seen.total is None else seen.total
    after = replace(
        entry,
        state=seen.state or entry.state,
        total=total,
        acr=seen.acr or entry.acr,
        receipt=seen.receipt or entry.receipt,
    )
    return entry if after == entry else replace(after, note=note)


def _paid(entry: Entry, seen: Seen) -> Entry:
    """Find a payment: the end of every doubt. The portal's receipt goes before one the person saw."""
    return _with(entry, seen, "found paid at the portal")


def _unpaid(entry: Entry, seen: Seen) -> Entry:
    """Find an unpaid ACR: it ends a doubt about the submission, but not one about the payment."""
    if entry.state is State.PAID:
        raise _behind(entry, say("still shows it unpaid"))
    if entry.state is State.SETTLED_BY_HAND:
        return entry
    _ensure_total_kept(entry, seen)
    if entry.payment_in_doubt:
        return replace(entry, note=f"{LOOKED}: not shown as paid")
    return _with(entry, seen, "found submitted at the portal")


def _ensure_total_kept(entry: Entry, seen: Seen) -> None:
    """Stop at an amount that changed after it was sent: it is not the one that was approved."""
    sent = entry.in_doubt or entry.state is State.SUBMITTED
    if sent and entry.total is not None and seen.total is not None and entry.total != seen.total:
        raise ContributionRefused(
            say(
                "For {month} the portal asks for {total}, but {total_2} was sent.",
                month=entry.month.name,
                total=ringgit(seen.total),
                total_2=ringgit(entry.total),
            ),
            say_marked(_ASK),
        )


def _draft(entry: Entry, seen: Seen) -> Entry:
    """Find a draft: it was not submitted, or it is one more beside what was."""
    if entry.acr or entry.state in (State.SUBMITTED, State.PAID):
        raise _behind(entry, say("shows a draft only"))
    if entry.state is State.SETTLED_BY_HAND:
        return entry
    return _with(entry, seen, "found as a draft at the portal")


def _nothing(entry: Entry) -> Entry:
    """Find nothing: no proof that nothing was sent, so a doubt stays; a draft can only have been removed."""
    if entry.in_doubt:
        return replace(entry, note=f"{LOOKED}: nothing found")
    if entry.state is State.DRAFTED:
        return replace(entry, state=State.PLANNED, note="the draft is no longer at the portal")
    return entry


def _behind(entry: Entry, shows: str) -> OutcomeUnknown:
    sent = (
        say("{acr} over {total}", acr=entry.acr, total=ringgit(entry.total))
        if entry.total is not None
        else entry.acr or "it"
    )
    paid = say(", receipt {receipt}", receipt=entry.receipt) if entry.receipt else ""
    return OutcomeUnknown(
        say(
            "For {month} the ledger has {sent} as {state}{paid}, but the portal {shows}.",
            month=entry.month.name,
            sent=sent,
            state=entry.state,
            paid=paid,
            shows=shows,
        ),
        say("Do not pay again. {ask}", ask=say_marked(_ASK)),
    )
