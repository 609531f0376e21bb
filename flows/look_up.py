"""What the portal itself says about a month: asked before anything is begun, and after everything unknown."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import ContributionRefused, PortalChanged
from assist_bot.money import read_ringgit, ringgit
from assist_bot.portal.portal import Portal
from assist_bot.portal.words import fold

PENDING_LIST = "Employer Contribution Pending List"


class Standing(StrEnum):
    """How far a month has come at the portal."""

    NOTHING = "nothing"
    DRAFT = "Incomplete"
    SUBMITTED = "Pending Payment"
    PAID = "Paid"


@dataclass(frozen=True)
class Found:
    """What the pending list says about one month; the total in ringgit."""

    standing: Standing
    acr: str = ""
    total: Decimal = Decimal(0)


def look_up(portal: Portal, month: ContributionMonth) -> Found:
    """Read the pending list. Raises ContributionRefused when the month stands there more than once."""
    portal.chapter("Look at what the portal has for this month")
    go_to_contribution(portal)
    mine = found_for(month, read_pending_list(portal))
    if len(mine) > 1:
        raise _more_than_one(mine, month)
    return mine[0] if mine else Found(Standing.NOTHING)


def go_to_contribution(portal: Portal) -> None:
    """Go to the pending list, as the guide says."""
    portal.click("My Sites")
    portal.click("SOCSO – Contribution")
    portal.hover("Employer Contribution")
    portal.click("Add Contribution (Portal)")
    portal.see(PENDING_LIST)


def read_pending_list(portal: Portal) -> list[dict[str, str]]:
    """Read every row of the pending list, through all its pages."""
    columns = ("Contribution Month", "Status", "ACR No.", "Total Amount (RM)")
    return portal.section(PENDING_LIST).rows(*columns)


def found_for(month: ContributionMonth, rows: list[dict[str, str]]) -> list[Found]:
    """Pick what the pending list says about a month: nothing, one row, or more than one."""
    names = {fold(name) for name in month.portal_names}
    return [_found(row) for row in rows if fold(row["Contribution Month"]) in names]


def _found(row: dict[str, str]) -> Found:
    standing = next((each for each in Standing if fold(each) == fold(row["Status"])), None)
    if standing in (None, Standing.NOTHING):
        raise PortalChanged(
            f'The portal lists {row["Contribution Month"]} as "{row["Status"]}", which is not known here.',
            "Nothing was begun. Look at the pending list at the portal.",
        )
    return Found(standing, row["ACR No."], read_ringgit(row["Total Amount (RM)"]))


def _more_than_one(found: list[Found], month: ContributionMonth) -> ContributionRefused:
    listed = "; ".join(
        f"{each.standing} {each.acr} {ringgit(each.total)}".replace("  ", " ") for each in found
    )
    return ContributionRefused(
        f"The portal lists {month.name} {len(found)} times: {listed}.",
        "Nothing was done, because only you can say which one counts. "
        "SOCSO can remove one: 1-300-22-8000. An unpaid one too many need not be paid.",
    )
