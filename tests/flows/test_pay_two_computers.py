"""Two computers with ledgers of their own at one portal account: one submission, one payment, no false claim."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from assist_bot.errors import ContributionRefused, OutcomeUnknown, Waiting
from flows.pay_contribution import Until
from tests.flows.paying import Moved, Payer, submitted
from tests.flows.person import ScriptedPerson, approve
from tests.sampling import sample

Settle = Callable[..., Payer]
Another = Callable[[Payer], Payer]
PAID_ONCE = Moved(submissions=1, attempts=1, debits=1)


@dataclass
class Elsewhere:
    """Another computer of the same household: it runs once, when the person at the first one is asked something."""

    first: Payer
    second: Payer
    when: str
    until: Until = Until.RECEIPT
    ended: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.first.person.before_agreeing = self.run

    def run(self, question: str) -> None:
        """Go all the way, in a browser of its own."""
        if question == self.when and not self.ended:
            self.ended.append("begun")
            self.ended[0] = self.second.tried(self.until)


@pytest.fixture
def another(new_context: Callable[[], BrowserContext], tmp_path: Path) -> Another:
    """Give the household of a payer a second computer, which knows nothing of what the first one does."""

    def settle_there(first: Payer) -> Payer:
        (tmp_path / "second").mkdir()
        context = new_context()
        home = replace(first.home, folder=tmp_path / "second", context=context)
        return Payer(home, ScriptedPerson(context))

    return settle_there


@pytest.mark.parametrize(
    ("until", "ends", "moved"),
    sample(
        [
            (Until.RECEIPT, "paid", PAID_ONCE),
            (Until.ACR, Waiting, Moved(submissions=1)),
            (Until.DRAFT, "paid", PAID_ONCE),
        ],
        Until.RECEIPT,
    ),
)
def test_what_another_computer_does_while_the_person_is_asked_is_not_done_again(
    payer: Settle, another: Another, until: Until, ends: object, moved: Moved
) -> None:
    """The first run stands at its approval; the other one finds its draft and goes on with it."""
    first = payer()
    second = another(first)
    elsewhere = Elsewhere(first, second, "approves_contribution", until)
    if ends is Waiting:
        ending = first.stopped()
        assert isinstance(ending, Waiting)
        assert first.account.submissions[0].acr in ending.fact
        assert "Nothing was submitted from here" in ending.remedy
        assert first.state == "submitted"
    else:
        paid = first.pay()
        assert paid.was_paid_before is (until is Until.RECEIPT)
        assert paid.receipt == first.account.payments[0].receipt
        assert first.state == "paid"
    assert elsewhere.ended == ["paid"]
    assert (first.moved, first.home.arrived("confirm-submission")) == (moved, min(1, moved.submissions))


def test_a_draft_that_was_changed_while_the_person_was_asked_is_not_submitted(payer: Settle) -> None:
    """What was approved is what is submitted, or nothing is."""
    household = payer()

    def change(question: str) -> None:
        if question == "approves_contribution":
            line = household.account.drafts[0].lines[0]
            line.employer, line.employee = line.employee, line.employer

    household.person.before_agreeing = change
    assert isinstance(household.stopped(), ContributionRefused)
    assert household.moved == Moved(drafts=1)


def test_a_payment_that_another_computer_makes_while_the_person_is_asked_is_not_made_again(
    payer: Settle, another: Another
) -> None:
    """The first run is asked whether to pay its ACR; meanwhile it is paid."""
    first = payer(submissions=[submitted()])
    second = another(first)
    elsewhere = Elsewhere(first, second, "approves_payment")
    assert first.pay().was_paid_before
    assert (elsewhere.ended, first.moved, first.state, second.state) == (["paid"], PAID_ONCE, "paid", "paid")


def test_while_one_computer_is_at_the_bank_the_other_one_does_not_go_there(
    payer: Settle, another: Another
) -> None:
    """It sees the attempt; whoever came first pays, and the other one then finds it paid."""
    first = payer(submissions=[submitted()])
    second = another(first)
    elsewhere = Elsewhere(first, second, "is_at_the_bank")
    first.pay()
    assert elsewhere.ended == ["OutcomeUnknown"]
    assert "is_at_the_bank" not in second.person.asked
    assert (first.moved, first.state) == (PAID_ONCE, "paid")
    assert second.pay().was_paid_before
    assert (second.moved, second.state) == (PAID_ONCE, "paid")


@pytest.mark.thorough
def test_when_both_stand_before_the_bank_only_one_goes_on(payer: Settle, another: Another) -> None:
    """Both were asked about the same ACR; the second sees, before it goes there, that the first one is there."""
    first = payer(submissions=[submitted()])
    second = another(first)

    def goes_first(question: str) -> None:
        if question == "approves_payment" and not first.person.asked:
            first.person.at_the_bank = leave_it_open
            assert first.tried() == "OutcomeUnknown"

    def leave_it_open(_page: object) -> None:
        """Be at the bank while the other computer goes on: the window stays, and time runs out."""

    first.person.minutes_at_the_bank = 0.05
    second.person.before_agreeing = goes_first
    assert isinstance(second.stopped(), OutcomeUnknown)
    assert second.person.asked == ["approves_payment"]
    assert second.moved == Moved(submissions=1, attempts=1)
    assert (first.state, second.state) == ("unknown", "submitted")
    assert first.person.at_the_bank is not approve


@pytest.mark.thorough
def test_a_second_submission_that_slips_through_is_not_paid(payer: Settle, another: Another) -> None:
    """Both passed their last look before either submitted, which no program can prevent: both ACRs are shown."""
    first = payer()
    second = another(first)
    slipped: list[str] = []

    def between_the_look_and_confirm(event: dict[str, Any]) -> None:
        if (event["event"], event.get("words")) == ("step", "SUBMIT") and not slipped:
            slipped.append("begun")
            slipped[0] = second.tried(Until.ACR)

    first.listener = between_the_look_and_confirm
    ending = first.stopped()
    assert slipped == ["paid"]
    assert isinstance(ending, Waiting)
    assert all(each.acr in ending.fact for each in first.account.submissions)
    assert (first.moved, first.state, second.state) == (Moved(submissions=2), "submitted", "submitted")
    assert [isinstance(each.stopped(), ContributionRefused) for each in (first, second)] == [True, True]
    assert first.moved == Moved(submissions=2)
