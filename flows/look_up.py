"""What the portal itself says about a month: asked before anything is begun, and after everything unknown.

The pending list is asked first; where it shows the month as paid, that is enough. Otherwise the drafts, the
unpaid ACRs and the payments are asked too, and what they show together must be one thing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import ContributionRefused, OutcomeUnknown, PortalChanged
from assist_bot.language import mark, say, say_marked
from assist_bot.ledger import Entry
from assist_bot.money import ringgit
from assist_bot.portal.portal import Portal
from assist_bot.receipts import OfficialReceipt
from flows.listings import (
    DRAFTS,
    PENDING_LIST,
    Listed,
    Standing,
    go_to_contribution,
    read_drafts,
    read_pending_list,
    read_unpaid,
)
from flows.pay_at_bank import UNPAID
from flows.paying_attempts import HISTORY, Attempt, go_to_history, read_attempts
from flows.receipt import open_receipt

ASK = mark(
    "Nothing more was done, because only you can say which one counts. SOCSO's help line is {help_line}."
)
Read = TypeVar("Read")


@dataclass(frozen=True)
class Known:
    """ACRs that are not looked for: those of a month's earlier submissions, and those of other months."""

    earlier: tuple[str, ...] = ()
    of_other_months: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """What the portal shows of one month, from all its pages together; the total in ringgit.

    `opens_in` is the list in which a draft can be opened. `not_looked` names the pages that could not be
    read: what they would have shown is not known.
    """

    standing: Standing
    acr: str = ""
    total: Decimal = Decimal(0)
    opens_in: str = PENDING_LIST
    not_looked: tuple[str, ...] = ()


@dataclass
class Pages:
    """The portal's pages as second opinions: one that is not there is noted, and ends nothing."""

    portal: Portal
    not_there: list[str] = field(default_factory=list)

    def ask(self, page: str, read: Callable[[Portal], list[Read]]) -> list[Read]:
        """Read a page; nothing where the portal has no such page."""
        try:
            return read(self.portal)
        except PortalChanged as missing:
            self.not_there.append(page)
            self.portal.journal.warn(
                say(
                    'The portal has no "{page}" that could be read, so nothing was looked up there. {fact}',
                    page=page,
                    fact=missing.fact,
                )
            )
            return []


def look_up(portal: Portal, month: ContributionMonth, known: Known) -> Found:
    """Ask the portal everywhere it could show the month. Raises ContributionRefused for more than one thing."""
    portal.chapter(say("Look at what the portal has for this month"))
    go_to_contribution(portal)
    pending = read_pending_list(portal)
    here = of_month(pending, month, known)
    if [each.standing for each in here] == [Standing.PAID]:
        return together(month, here)
    pages = Pages(portal)
    drafts = of_month(pages.ask(DRAFTS, read_drafts), month, known)
    unpaid = pages.ask(UNPAID, read_unpaid)
    found = together(month, [*here, *drafts, *of_month(unpaid, month, known)])
    if known.earlier and drafts:  # in the pending list the month stands more than once
        found = replace(found, opens_in=DRAFTS)
    explained = {*known.earlier, *known.of_other_months}
    explained |= {each.acr for each in (*pending, *unpaid) if not each.is_for(month)}
    paid = None if found.acr else look_for_receipt(pages, month, explained)
    if paid is not None and found.standing is Standing.DRAFT:
        raise contradiction(
            month, [*here, *drafts], say("{acr} paid, under {history}", acr=paid.acr, history=HISTORY)
        )
    return replace(paid or found, not_looked=tuple(pages.not_there))


def of_month(listed: list[Listed], month: ContributionMonth, known: Known) -> list[Listed]:
    """Leave out other months, and the month's earlier submissions."""
    return [each for each in listed if each.is_for(month) and each.acr not in known.earlier]


def together(month: ContributionMonth, listed: list[Listed]) -> Found:
    """Make one thing of what the pages show: one ACR or one draft, in whatever number of places."""
    if not listed:
        return Found(Standing.NOTHING)
    first = listed[0]
    acrs = {each.acr for each in listed}
    pages = [each.page for each in listed]
    if len(acrs) > 1 or len(set(pages)) < len(pages):
        raise contradiction(month, listed)
    if first.page == UNPAID:
        raise contradiction(
            month, listed, say("nothing of it under {pending_list}", pending_list=PENDING_LIST)
        )
    return Found(first.standing, first.acr, first.total, first.page)


def look_for_receipt(pages: Pages, month: ContributionMonth, explained: set[str]) -> Found | None:
    """Look into the receipts of payments that no list explains: one of them may be for this month.

    Raises OutcomeUnknown for one that is not known to have failed, and that no receipt puts to a month.
    """
    for attempt in pages.ask(HISTORY, read_attempts):
        for acr in attempt.acrs:
            if acr in explained or not acr.startswith("ACR") or attempt.failed or not _since(attempt, month):
                continue
            receipt = _receipt_of(pages.portal, attempt) if attempt.succeeded else None
            if receipt is None:
                raise _of_no_month(attempt, acr, month)
            if f"{acr}-{month.first_day:%m/%Y}" in receipt.kinds.replace(" ", ""):
                return _paid_alone(attempt, acr, month)
    return None


def contradiction(month: ContributionMonth, listed: list[Listed], *others: str) -> ContributionRefused:
    """Say that the portal shows more than one thing for a month, or the same thing in one place only."""
    shown = "; ".join([*map(str, listed), *others])
    return ContributionRefused(
        say("For {month} the portal shows {shown}.", month=month.name, shown=shown),
        say("{ask} SOCSO can remove one; an unpaid one too many need not be paid.", ask=say_marked(ASK)),
    )


def _since(payment: Attempt, month: ContributionMonth) -> bool:
    """Say whether the payment may be for the month: none can be paid before its 16th. No date, no proof."""
    try:
        day, number, year = (int(part) for part in payment.day.split("/"))
        return date(year, number, day) >= month.payable_from
    except ValueError:
        return True


def _receipt_of(portal: Portal, attempt: Attempt) -> OfficialReceipt | None:
    go_to_history(portal)
    return open_receipt(portal, attempt)


def _paid_alone(payment: Attempt, acr: str, month: ContributionMonth) -> Found:
    if len(payment.acrs) > 1:
        raise contradiction(
            month, [], say("{acr} paid together with others, under {history}", acr=acr, history=HISTORY)
        )
    return Found(Standing.PAID, acr, payment.amount)


def _of_no_month(attempt: Attempt, acr: str, month: ContributionMonth) -> OutcomeUnknown:
    return OutcomeUnknown(
        say(
            "{history} has a payment for {acr} ({attempt}), and neither a list nor a receipt says of "
            "which month it is: it may be {month}.",
            history=HISTORY,
            acr=acr,
            attempt=attempt,
            month=month.name,
        ),
        say(
            "Do not pay again. Look at your bank account, and run this again tomorrow: a pending "
            "payment settles by itself. SOCSO's help line is {help_line}."
        ),
    )


def ensure_known_beside(month: ContributionMonth, found: Found, known: Known, before: Entry | None) -> None:
    """Stop at an ACR beside the settled ones that was not submitted from here: nobody can say what it covers."""
    if not found.acr or (before is not None and (before.acr == found.acr or before.in_doubt)):
        return
    raise ContributionRefused(
        say(
            "For {month} the portal shows {acr} ({standing}), {total}, beside {earlier}, and it was "
            "not submitted from here.",
            month=month.name,
            acr=found.acr,
            standing=found.standing,
            total=ringgit(found.total),
            earlier=say(" and ").join(known.earlier) or say("what is settled"),
        ),
        say_marked(ASK),
    )
