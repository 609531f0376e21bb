"""A person who follows a script: agrees, unless the test says otherwise, and remembers what they were asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from playwright.sync_api import BrowserContext, Page

from assist_bot.contribution import CheckedDraft
from assist_bot.errors import ContributionRefused


def approve(page: Page) -> None:
    """Sign in at the practice bank and approve."""
    sign_in(page)
    page.get_by_role("button", name="Approve").click()


def decline(page: Page) -> None:
    """Sign in at the practice bank and say no."""
    sign_in(page)
    page.get_by_role("button", name="Decline").click()


def close_the_window(page: Page) -> None:
    """Have second thoughts."""
    page.close()


def sign_in(page: Page) -> None:
    """Sign in at the practice bank."""
    page.get_by_label("User ID").fill("ah meng")
    page.get_by_label("Password").fill("at the bank only")
    page.get_by_role("button", name="Log in").click()


@dataclass
class ScriptedPerson:
    """Agrees to everything but what stands in `refuses`; at the bank does what `at_the_bank` says.

    `asked` lists the questions in their order, by the names of the questions.
    """

    context: BrowserContext
    at_the_bank: Callable[[Page], None] = approve
    once_warned: Callable[[Page], None] = lambda _page: None
    refuses: tuple[str, ...] = ()
    before_agreeing: Callable[[str], None] = lambda _question: None
    minutes_at_the_bank: float = 0.2
    asked: list[str] = field(default_factory=list)
    told: dict[str, object] = field(default_factory=dict)

    def accepts_terms(self, terms: str) -> None:
        """Read the terms."""
        self._asked("accepts_terms", terms)

    def approves_registration(self, preview: str) -> None:
        """Read the preview."""
        self._asked("approves_registration", preview)

    def approves_contribution(self, checked: CheckedDraft) -> None:
        """Look at the total."""
        self._asked("approves_contribution", checked.total)

    def prefers_own_draft(self, portal_total: Decimal, own: Decimal) -> None:
        """Look at both figures."""
        self._asked("prefers_own_draft", (portal_total, own))

    def confirms_not_debited(self, total: Decimal, acr: str) -> None:
        """Look at the bank account."""
        self._asked("confirms_not_debited", (total, acr))

    def confirms_nothing_sent(self, month: str) -> None:
        """Decide after two looks."""
        self._asked("confirms_nothing_sent", month)

    def approves_payment(self, month: str, acr: str, total: Decimal) -> None:
        """Look at the ACR of an earlier run."""
        self._asked("approves_payment", (month, acr, total))

    def may_go_to_the_bank(self, total: Decimal, acr: str, hosts: Sequence[str]) -> None:
        """Be there."""
        self._asked("may_go_to_the_bank", (total, acr, tuple(hosts)))

    def is_at_the_bank(self, host: str, total: Decimal) -> None:
        """Act at the bank, in whatever window is open last."""
        self._asked("is_at_the_bank", (host, total))
        self.at_the_bank(self.context.pages[-1])

    def is_warned_at_the_bank(self, shown: Sequence[Decimal], total: Decimal) -> None:
        """Have second thoughts, in whatever window is open last."""
        self._asked("is_warned_at_the_bank", (tuple(shown), total))
        self.once_warned(self.context.pages[-1])

    def is_told_of_a_host(self, host: str, *, whole_page: bool) -> None:
        """Take note."""
        self._asked("is_told_of_a_host", (host, whole_page))

    def _asked(self, question: str, about: object) -> None:
        self.asked.append(question)
        self.told[question] = about
        self.before_agreeing(question)
        if question in self.refuses:
            raise ContributionRefused(f"The person said no ({question}).", "Nothing further was sent.")
