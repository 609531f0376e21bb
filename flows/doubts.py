"""What is in doubt stays so until the portal, or in the end the person, says what became of it."""

from datetime import timedelta

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import ContributionRefused, OutcomeUnknown
from assist_bot.ledger import Entry, Ledger, State
from assist_bot.ledger.looks import LOOKS, looks_that_count, moment
from assist_bot.money import ringgit
from assist_bot.person import Person
from flows.listings import Standing
from flows.look_up import Found
from flows.paying_attempts import HISTORY

HELP = "SOCSO's help line, 1-300-22-8000, can say whether it arrived."


def ensure_looked(
    ledger: Ledger, month: ContributionMonth, before: Entry | None, found: Found, apart: timedelta
) -> None:
    """Stop where something is in doubt and what the portal shows proves nothing yet.

    A page that could not be read was not looked at. A draft that is still there soon after it was sent may be
    one that the portal is still working on: only `apart` after the sending it counts as not submitted.
    """
    if before is None or before.state in (State.PLANNED, State.DRAFTED):
        ensure_payments_looked_at(month, found)
        return
    if not before.in_doubt or before.acr:
        return
    if found.standing is Standing.NOTHING and found.not_looked:
        pages = ", ".join(found.not_looked)
        raise OutcomeUnknown(
            f"A submission for {month.name} was begun earlier, and not every page could be looked at: {pages}.",
            f"Nothing was sent again, and this was no look that counts. {HELP} If it did arrive and is paid, "
            f"`assist-bot pay --month {month} --receipt NUMBER` records it.",
        )
    counts_from = ledger.draft_counts_from(before.employer, month, apart)
    if found.standing is Standing.DRAFT and counts_from is not None:
        raise OutcomeUnknown(
            f"A submission for {month.name} was begun a short while ago; the portal still has the draft, and may "
            "still be working on it.",
            f"Nothing was sent again. Run this again from {moment(counts_from)}: if the draft is still there "
            "then, it is submitted, when you approve it.",
        )


def ensure_payments_looked_at(month: ContributionMonth, found: Found) -> None:
    """Stop where nothing is on record and the payments could not be read: the month may have been paid elsewhere."""
    if found.standing is Standing.NOTHING and HISTORY in found.not_looked:
        raise ContributionRefused(
            f'The portal\'s "{HISTORY}" could not be read, so nobody can say whether {month.name} is paid already.',
            "Nothing was begun. Look at the pictures of this run, and at the payments at the portal. If it is paid, "
            f"`assist-bot pay --month {month} --receipt NUMBER` records it.",
        )


def ensure_nothing_in_doubt(ledger: Ledger, known: Entry | None, person: Person, apart: timedelta) -> None:
    """Stop while a submission is in doubt that the portal does not show; after two looks the person decides."""
    if known is None or not known.in_doubt:
        return
    month = known.month
    if known.acr:
        raise _acr_not_shown(known, month)
    looks = looks_that_count(ledger.looks(known.employer, month), apart)
    if len(looks) < LOOKS:
        again = f"from {moment(looks[-1] + apart)}" if looks else "without --dry-run"
        raise OutcomeUnknown(
            f"A submission for {month.name} was begun earlier, and the portal shows nothing of it.",
            f"Nothing was sent again. Run this again {again} for a second look; then you decide. {HELP}",
        )
    person.confirms_nothing_sent(month.name)
    ledger.nothing_moved(known.employer, month)


def _acr_not_shown(known: Entry, month: ContributionMonth) -> OutcomeUnknown:
    over = f" over {ringgit(known.total)}" if known.total is not None else ""
    return OutcomeUnknown(
        f"A payment of {known.acr}{over} for {month.name} was begun earlier, and the portal shows nothing of it.",
        "Do not pay again. Look at your bank account, then ask SOCSO on 1-300-22-8000.",
    )
