"""A last look before each thing that binds: another computer may have been quicker while the person was asked.

Between such a look and what follows, a moment remains in which two computers could do the same: the portal takes
whatever it is sent. What it then has twice is seen before it is paid.
"""

from assist_bot.contribution import CheckedDraft, ContributionMonth
from assist_bot.errors import ContributionRefused, Waiting
from assist_bot.language import say
from assist_bot.money import ringgit
from assist_bot.portal.portal import Portal
from flows.draft_contribution import EMPLOYEES, open_draft, read_rows
from flows.listings import DRAFTS, PENDING_LIST, Standing, go_to_pending_list, read_pending_list
from flows.look_up import Found, Known, contradiction, of_month, together


def look_before_submitting(portal: Portal, checked: CheckedDraft, known: Known) -> Found | None:
    """Open the approved draft anew, or give what the month has become meanwhile.

    Raises ContributionRefused for a draft that is no longer the approved one.
    """
    portal.chapter(say("Look again before submitting"))
    go_to_pending_list(portal)
    here = of_month(read_pending_list(portal), checked.month, known)
    found = together(checked.month, here)
    if found.acr:
        return found
    open_draft(portal, checked.month, PENDING_LIST if here and not known.earlier else DRAFTS)
    portal.see(EMPLOYEES)
    if tuple(read_rows(portal)) != checked.draft.rows:
        raise ContributionRefused(
            say(
                "The draft for {month} was changed at the portal while you were asked.",
                month=checked.month.name,
            ),
            say("Nothing was submitted. Run this again; it shows you the figures anew."),
        )
    return None


def look_before_paying(portal: Portal, month: ContributionMonth, acr: str, known: Known) -> Found | None:
    """Give the month where it is paid meanwhile. Raises ContributionRefused where it has a second ACR."""
    portal.chapter(say("Look again before paying"))
    go_to_pending_list(portal)
    here = of_month(read_pending_list(portal), month, known)
    if any(each.acr != acr for each in here):
        raise contradiction(month, here, say("{acr} submitted from here just now", acr=acr))
    found = together(month, here)
    return found if found.standing is Standing.PAID else None


def submitted_elsewhere(month: ContributionMonth, found: Found) -> Waiting:
    """Say that the month was submitted while the person was asked, and not by this run."""
    return Waiting(
        say(
            "{month} was submitted elsewhere while you were asked: {acr} over {total}.",
            month=month.name,
            acr=found.acr,
            total=ringgit(found.total),
        ),
        say("Nothing was submitted from here. Run this again to pay it, unless it is being paid there."),
    )
