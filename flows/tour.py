"""A tour of every page that can be reached without saving: for each word that is used there, how the portal shows it.

Nothing is saved, and nothing is pressed that a dry run would not press.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assist_bot.credentials import Credentials
from assist_bot.errors import PortalError, SessionEnded
from assist_bot.language import mark, say, say_marked
from assist_bot.portal.portal import Portal
from assist_bot.portal.surveying import Finding
from flows import tour_contribution, tour_log_in, tour_payment, tour_registration
from flows.draft_contribution import EMPLOYEES, SUBMISSION
from flows.left_alone import Seen
from flows.listings import DRAFTS, PENDING_LIST
from flows.log_in import HOME, INFORMATION, NEW_PASSWORD, QUESTION, TERMS, log_in
from flows.paying_attempts import HISTORY

FIRST_VISIT_FIRST = mark(
    "The portal asks for the first visit, whose next step would be saved, so the tour ends here."
)

Page = Callable[[Portal], Seen]


@dataclass(frozen=True)
class Visit:
    """One page: the words on it, and why it, or the rest of it, was `left_alone` or could not be reached (`broke_off`).

    What is not `needed` has another place where the same is asked.
    """

    title: str
    needed: bool
    findings: tuple[Finding, ...]
    left_alone: str = ""
    broke_off: PortalError | None = None


FIRST_VISIT: dict[str, Page] = {
    TERMS: tour_log_in.terms,
    NEW_PASSWORD: tour_log_in.new_password,
    QUESTION: tour_log_in.security_question,
    INFORMATION: tour_log_in.basic_information,
}

PAGES: tuple[tuple[str, Page, bool], ...] = (
    ("Home", tour_log_in.home_page, True),
    ("Employer Information", tour_registration.employer_information, True),
    ("Employee Information", tour_registration.employee_information, True),
    ("Upload Supporting Document", tour_registration.documents, True),
    (PENDING_LIST, tour_contribution.pending_list, True),
    (SUBMISSION, tour_contribution.months, True),
    (EMPLOYEES, tour_contribution.employee_contributions, True),
    (DRAFTS, tour_contribution.drafts, False),
    ("PAYMENT", tour_payment.payment_list, True),
    (HISTORY, tour_payment.payment_history, True),
)
"""Each page's title, how it is visited, and whether it is needed: where it is not, the same is asked elsewhere too."""


def tour(portal: Portal, credentials: Credentials) -> Iterator[Visit]:
    """Look at the log-in page, log in as always, and go through the pages behind it.

    Raises CredentialsError where the log-in fails. In the middle of a first visit the tour ends at the page of it that
    shows: what comes next would be saved.
    """
    yield visit(portal, "Log in", tour_log_in.log_in_page)
    shown = log_in(portal, credentials)
    portal = portal.logged_in()
    if shown == HOME:
        yield from behind_the_log_in(portal)
        return
    seen = visit(portal, say("First visit: {shown}", shown=shown), FIRST_VISIT[shown])
    yield replace(seen, left_alone=say_marked(FIRST_VISIT_FIRST))


def behind_the_log_in(portal: Portal) -> Iterator[Visit]:
    """Go through the pages behind the log-in, each from home, which shows; what cannot be reached is passed over."""
    home = portal.address
    over: PortalError | None = None
    for title, page, needed in PAGES:
        seen = (
            Visit(title, needed, (), broke_off=over)
            if over
            else visit(portal, title, page, home, needed=needed)
        )
        over = seen.broke_off if isinstance(seen.broke_off, SessionEnded) else None
        yield seen


def visit(portal: Portal, title: str, page: Page, home: str = "", *, needed: bool = True) -> Visit:
    """Visit one page, and keep what was seen even if the way ends before its last word."""
    portal.chapter(title)
    findings, left_alone, broke_off = list[Finding](), "", None
    try:
        if home:
            portal.come_back_to(home)
        for seen in page(portal):
            if isinstance(seen, Finding):
                findings.append(seen)
            else:
                left_alone = seen.why
        portal.photograph(title)
    except PortalError as error:
        broke_off = error
    return Visit(title, needed, tuple(findings), left_alone, broke_off)
