"""What a scheduled run may submit by itself, and everything that stays with the person."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from assist_bot.cli.agreed_beforehand import AgreedBeforehand, nobody_there
from assist_bot.cli.terminal import Terminal
from assist_bot.contribution import check_amounts
from assist_bot.errors import ContributionRefused, OutcomeUnknown, Waiting
from tests.unit.owing import checked, draft, row

TOTAL = Decimal("32.60")


def agreeing_to(at_most: str | None) -> AgreedBeforehand:
    """Give somebody who is not there and agreed to this beforehand."""
    return nobody_there(Terminal(), None if at_most is None else Decimal(at_most))


@pytest.mark.parametrize("at_most", ["32.60", "43.45"])
def test_a_total_up_to_what_was_agreed_to_is_submitted(at_most: str) -> None:
    """RM32.60, where that or more was typed."""
    agreeing_to(at_most).approves_contribution(checked())


@pytest.mark.parametrize("at_most", ["32.59", "0.00", None])
def test_more_than_was_agreed_to_is_not_submitted(at_most: str | None) -> None:
    """It waits for the person, and says what they had agreed to."""
    with pytest.raises(Waiting, match=r"Nothing was submitted\. .* for October 2026 stays at the portal"):
        agreeing_to(at_most).approves_contribution(checked())


def test_a_figure_that_is_not_our_own_is_never_submitted_by_itself() -> None:
    """Not even where it is less than what was agreed to, and somebody accepted it by name."""
    accepted = check_amounts(draft(row(employer="24.35")), Decimal("31.60"))
    with pytest.raises(ContributionRefused, match="Nothing was submitted"):
        agreeing_to("43.45").approves_contribution(accepted)


@pytest.mark.parametrize(
    "asked",
    [
        lambda person: person.accepts_terms("terms"),
        lambda person: person.approves_registration("preview"),
        lambda person: person.prefers_own_draft(TOTAL, TOTAL),
        lambda person: person.approves_payment("October 2026", "ACR1", TOTAL),
        lambda person: person.may_go_to_the_bank(TOTAL, "ACR1", ["bank.example"]),
    ],
)
def test_everything_else_waits_for_the_person(asked: Callable[[AgreedBeforehand], None]) -> None:
    """Terms, a registration, a draft made by hand, a payment, the bank."""
    with pytest.raises(Waiting):
        asked(agreeing_to("43.45"))


def test_a_doubt_stays_one() -> None:
    """Nothing said beforehand says where the money is, or that nothing arrived."""
    with pytest.raises(OutcomeUnknown):
        agreeing_to("43.45").confirms_not_debited(TOTAL, "ACR1")
    with pytest.raises(OutcomeUnknown):
        agreeing_to("43.45").confirms_nothing_sent("October 2026")
