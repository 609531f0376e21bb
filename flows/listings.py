"""The portal's lists of contributions: the pending list, the drafts, the unpaid ACRs."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import PortalChanged
from assist_bot.language import say
from assist_bot.money import ringgit
from assist_bot.portal.portal import Portal
from assist_bot.portal.words import fold
from flows.figures import figure, figure_or_nothing
from flows.pay_at_bank import CART, UNPAID

PENDING_LIST = "Employer Contribution Pending List"
DRAFTS = "Add Contribution Draft"
MONTH = "Contribution Month"


class Standing(StrEnum):
    """How far a month has come at the portal."""

    NOTHING = "nothing"
    DRAFT = "Incomplete"
    SUBMITTED = "Pending Payment"
    PAID = "Paid"


@dataclass(frozen=True)
class Listed:
    """One row of a list: the month in the portal's words, how far it has come, and the total in ringgit."""

    page: str
    month: str
    standing: Standing
    total: Decimal
    acr: str = ""

    def is_for(self, month: ContributionMonth) -> bool:
        """Say whether the row is about this month."""
        return fold(self.month) in {fold(name) for name in month.portal_names}

    def __str__(self) -> str:
        what = (
            f"{self.acr} {self.standing}" if self.acr else say("a draft ({standing})", standing=self.standing)
        )
        return say("{what}, {total}, under {page}", what=what, total=ringgit(self.total), page=self.page)


def go_to_contribution(portal: Portal) -> None:
    """Go to the pending list, as the guide says."""
    portal.click("My Sites")
    portal.click("SOCSO – Contribution")
    go_to_pending_list(portal)


def go_to_pending_list(portal: Portal) -> None:
    """Go to the pending list from anywhere among the pages of contributions."""
    portal.hover("Employer Contribution", under="SOCSO")
    portal.click("Add Contribution (Portal)")
    portal.see(PENDING_LIST)


def go_to_drafts(portal: Portal) -> None:
    """Go to the list of drafts from anywhere among the pages of contributions."""
    portal.hover("Employer Contribution", under="SOCSO")
    if not portal.can("button", "Search"):
        raise PortalChanged(say('The portal has no menu "Search".'), say("Look at the pictures of this run."))
    portal.hover("Search")
    portal.click(DRAFTS)


def read_pending_list(portal: Portal) -> list[Listed]:
    """Read the pending list, which is open: drafts, unpaid ACRs, and recent months that are paid."""
    rows = portal.section(PENDING_LIST).rows(MONTH, "Status", "ACR No.", "Total Amount (RM)")
    return [_pending(portal, row) for row in rows]


def read_drafts(portal: Portal) -> list[Listed]:
    """Open and read the list of drafts."""
    go_to_drafts(portal)
    rows = portal.section(DRAFTS).rows(MONTH, "Total Amount (RM)")
    portal.photograph(DRAFTS)
    return [
        Listed(DRAFTS, row[MONTH], Standing.DRAFT, figure_or_nothing(row["Total Amount (RM)"]))
        for row in rows
    ]


def read_unpaid(portal: Portal) -> list[Listed]:
    """Open and read the list of unpaid ACRs, and the cart; late interest is none of them."""
    portal.click("My Sites")
    portal.click("PAYMENT")
    portal.see(UNPAID, "ADD TO CART", "PROCEED TO SUMMARY")
    places = [portal.section(title) for title in (UNPAID, CART) if portal.has(title)] or [portal]
    rows = [row for place in places for row in place.rows("ACR No.", MONTH, "Amount (RM)")]
    acrs = {row["ACR No."]: row for row in rows if row["ACR No."].upper().startswith("ACR")}
    return [
        Listed(UNPAID, row[MONTH], Standing.SUBMITTED, figure(row["Amount (RM)"]), acr)
        for acr, row in acrs.items()
    ]


def _pending(portal: Portal, row: dict[str, str]) -> Listed:
    known = (Standing.DRAFT, Standing.SUBMITTED, Standing.PAID)
    standing = portal.our_word(row["Status"], *known)
    if standing not in known:
        raise PortalChanged(
            say(
                'The portal lists {month} as "{status}", which is not known here.',
                month=row[MONTH],
                status=row["Status"],
            ),
            say("Nothing was begun. Look at the pending list at the portal."),
        )
    read = figure_or_nothing if standing == Standing.DRAFT else figure
    total = read(row["Total Amount (RM)"])
    return Listed(PENDING_LIST, row[MONTH], Standing(standing), total, row["ACR No."])
