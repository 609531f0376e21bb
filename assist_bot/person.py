"""The one who decides: approves, signs in at the bank, answers what only they can."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from assist_bot.contribution import CheckedDraft


class Person(Protocol):
    """Asked before anything that binds. Each question raises an Ending where the answer is no, or nobody can answer."""

    def accepts_terms(self, terms: str) -> None:
        """Read the portal's terms of use and agree to them."""

    def approves_registration(self, preview: str) -> None:
        """Read what is about to be submitted and agree to it."""

    def approves_contribution(self, checked: CheckedDraft) -> None:
        """Agree to pay exactly this total."""

    def prefers_own_draft(self, portal_total: Decimal, own: Decimal) -> None:
        """Agree that a draft made by hand, with other wages in ringgit, is replaced by ours."""

    def confirms_not_debited(self, total: Decimal, acr: str) -> None:
        """Say that the bank did not take the money of an earlier attempt whose end is not known."""

    def confirms_nothing_sent(self, month: str) -> None:
        """Say that an earlier submission, which the portal does not show after two looks, is not to be waited for."""

    def approves_payment(self, month: str, acr: str, total: Decimal) -> None:
        """Agree to pay an ACR that was submitted in an earlier run."""

    def may_go_to_the_bank(self, total: Decimal, acr: str, hosts: Sequence[str]) -> None:
        """Be there to sign in at the bank, and know to which hosts the browser may go there."""

    def is_at_the_bank(self, host: str, total: Decimal) -> None:
        """Be told that the bank's page is open now, and that it is their turn."""

    def is_warned_at_the_bank(self, shown: Sequence[Decimal], total: Decimal) -> None:
        """Be told at once that the bank's page shows these amounts, and not the total that was approved."""

    def is_told_of_a_host(self, host: str, *, whole_page: bool) -> None:
        """Be told at once that the bank's page wanted a host, for a page or a part of one, that is not let through."""

    @property
    def minutes_at_the_bank(self) -> float:
        """How long to wait for the person at the bank."""
