"""Which months are unpaid: what the pending list has, and what Arrears Contribution offers beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assist_bot.contribution import ContributionMonth
from assist_bot.language import say
from assist_bot.ledger import Ledger
from assist_bot.portal.portal import Portal
from assist_bot.portal.words import fold
from flows.draft_contribution import months_offered
from flows.listings import Listed, Standing, go_to_contribution, read_pending_list

ByMonth = Mapping[ContributionMonth, Sequence[Listed]]
"""For each month its rows of the pending list: none, one, or more than one."""


@dataclass(frozen=True)
class Unpaid:
    """The unpaid months as the pending list has them, and those that the portal neither has nor offers."""

    listed: ByMonth
    not_offered: tuple[ContributionMonth, ...]


def look_at_months(portal: Portal, months: Sequence[ContributionMonth]) -> ByMonth:
    """Read what the pending list has of several months."""
    portal.chapter(say("Look at what the portal has for these months"))
    go_to_contribution(portal)
    rows = read_pending_list(portal)
    return {month: [row for row in rows if row.is_for(month)] for month in months}


def unpaid_months(portal: Portal, ledger: Ledger, months: Sequence[ContributionMonth]) -> Unpaid:
    """Tell which of these months the portal shows as unpaid. A month that it does not offer is not guessed at."""
    listed = look_at_months(portal, months)
    portal.chapter(say("Look which months the portal offers"))
    offered = {fold(name) for name in months_offered(portal)}
    open_months = [month for month in months if not is_paid(listed[month])]
    unpaid = [
        month
        for month in open_months
        if listed[month] or is_offered(month, offered) or in_doubt(ledger, portal, month)
    ]
    return Unpaid(
        {month: listed[month] for month in unpaid},
        tuple(month for month in open_months if month not in unpaid),
    )


def is_paid(found: Sequence[Listed]) -> bool:
    """Say whether the pending list has a month, and has it as paid only."""
    return bool(found) and all(each.standing is Standing.PAID for each in found)


def is_offered(month: ContributionMonth, offered: set[str]) -> bool:
    """Say whether a month is among those of the drop-down."""
    return any(fold(name) in offered for name in month.portal_names)


def in_doubt(ledger: Ledger, portal: Portal, month: ContributionMonth) -> bool:
    """Say whether something was sent for a month whose answer is not known: that is looked after first."""
    entry = ledger.entry(portal.access.portal_id, month)
    return entry is not None and entry.in_doubt
