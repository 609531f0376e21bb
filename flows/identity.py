"""Whose page the portal shows: one about somebody else than the profile names stops the run, nothing saved."""

from assist_bot.errors import ContributionRefused, PortalChanged
from assist_bot.language import mark, say, say_marked
from assist_bot.portal.portal import Portal
from assist_bot.profile import Employer, plain
from flows.figures import NUMBER

CODE, NAME = "Employer Code", "Employer Name"
HIDDEN = "*•"
NOBODY_ELSE = mark(
    "Nothing further was saved, submitted or paid. Check at the portal whose account this "
    "is, and what the profile says; SOCSO's help line is {help_line}."
)


def ensure_own_number(employer: Employer, shown: str, page: str) -> None:
    """Stop when a page shows another identification number than the employer's; what is hidden is not compared."""
    if any(sign in shown for sign in HIDDEN):
        return
    if shown and plain(shown) != plain(employer.identification_number):
        raise PortalChanged(
            say(
                "The portal's page {page} is about somebody else: its identification number ends in "
                "{shown}, the one of {employer} in {ours}.",
                page=page,
                shown=plain(shown)[-4:],
                employer=employer.name,
                ours=plain(employer.identification_number)[-4:],
            ),
            say_marked(NOBODY_ELSE),
        )


def ensure_own_page(portal: Portal, code: str, name: str, page: str) -> None:
    """Stop when a page names another employer, by the code that is on record or else by the name in the profile.

    What the page does not show is not compared.
    """
    shown_code, shown_name = portal.value(CODE, NUMBER), portal.value(NAME)
    ours, other = (code, shown_code) if code and shown_code else (name, shown_name)
    if ours and other and plain(ours) != plain(other):
        raise ContributionRefused(
            say(
                '{page} is about another employer than yours: it shows "{other}" and not "{ours}".',
                page=page,
                other=other,
                ours=ours,
            ),
            say_marked(NOBODY_ELSE),
        )
