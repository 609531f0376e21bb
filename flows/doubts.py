"""What is in doubt stays so until the portal, or in the end the person, says what became of it."""

from datetime import timedelta

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import ContributionRefused, OutcomeUnknown
from assist_bot.language import mark, say, say_marked
from assist_bot.ledger import Entry, Ledger, State
from assist_bot.ledger.looks import LOOKS, looks_that_count, moment
from assist_bot.money import ringgit
from assist_bot.person import Person
from flows.listings import Standing
from flows.look_up import Found
from flows.paying_attempts import HISTORY

HELP = mark("SOCSO's help line, {help_line}, can say whether it arrived.")


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
            say(
                "A submission for {month} was begun earlier, and not every page could be looked at: {pages}.",
                month=month.name,
                pages=pages,
            ),
            say(
                "Nothing was sent again, and this was no look that counts. {help} If it did arrive and "
                "is paid, `assist-bot pay --month {month} --receipt NUMBER` records it.",
                help=say_marked(HELP),
                month=month,
            ),
        )
    counts_from = ledger.draft_counts_from(before.employer, month, apart)
    if found.standing is Standing.DRAFT and counts_from is not None:
        raise OutcomeUnknown(
            say(
                "A submission for {month} was begun a short while ago; the portal still has the draft, "
                "and may still be working on it.",
                month=month.name,
            ),
            say(
                "Nothing was sent again. Run this again from {when}: if the draft is still there then, "
                "it is submitted, when you approve it.",
                when=moment(counts_from),
            ),
        )


def ensure_payments_looked_at(month: ContributionMonth, found: Found) -> None:
    """Stop where nothing is on record and the payments could not be read: the month may have been paid elsewhere."""
    if found.standing is Standing.NOTHING and HISTORY in found.not_looked:
        raise ContributionRefused(
            say(
                'The portal\'s "{history}" could not be read, so nobody can say whether {month} is paid '
                "already.",
                history=HISTORY,
                month=month.name,
            ),
            say(
                "Nothing was begun. Look at the pictures of this run, and at the payments at the portal. "
                "If it is paid, `assist-bot pay --month {month} --receipt NUMBER` records it.",
                month=month,
            ),
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
        again = say("from {when}", when=moment(looks[-1] + apart)) if looks else say("without --dry-run")
        raise OutcomeUnknown(
            say(
                "A submission for {month} was begun earlier, and the portal shows nothing of it.",
                month=month.name,
            ),
            say(
                "Nothing was sent again. Run this again {again} for a second look; then you decide. {help}",
                again=again,
                help=say_marked(HELP),
            ),
        )
    person.confirms_nothing_sent(month.name)
    ledger.nothing_moved(known.employer, month)


def _acr_not_shown(known: Entry, month: ContributionMonth) -> OutcomeUnknown:
    over = say(" over {total}", total=ringgit(known.total)) if known.total is not None else ""
    return OutcomeUnknown(
        say(
            "A payment of {acr}{over} for {month} was begun earlier, and the portal shows nothing of it.",
            acr=known.acr,
            over=over,
            month=month.name,
        ),
        say("Do not pay again. Look at your bank account, then ask SOCSO on {help_line}."),
    )
