"""Months at random: runs, faults, kills, days that pass, and what the person does by hand; every promise after each."""

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from playwright.sync_api import Browser

from assist_bot.contribution import ContributionMonth
from fixtures.mock_portal.memory import Account, Payment, Submission
from tests.flows.paying import OCTOBER
from tests.soak import by_hand
from tests.soak.invariants import Counted, after_paying
from tests.soak.scene import Scene, run_until_it_ends, settled
from tests.soak.seeds import BEGINNINGS

EXAMPLES = 3
RULES = 10
MONTHS_AT_MOST = 6
DAY = 24 * 60 * 60
FAULTS = (
    "drop-after@log-in",
    "drop-before@contribution-list-page",
    "session-ended@contribution-month-page",
    "drop-before@save-draft",
    "drop-after@save-draft",
    "background-save@save-draft",
    "wrong-amount",
    "amount-changed",
    "drop-after@complete",
    "drop-before@confirm-submission",
    "drop-after@confirm-submission",
    "error-after@confirm-submission",
    "background-save@confirm-submission",
    "session-ended-bar@acr-page",
    "drop-after@add-to-cart",
    "error-before@continue",
    "drop-before@proceed",
    "drop-after@proceed",
    "bank-declines",
    "bank-pending",
    "bank-debits-but-fails",
    "bank-never-returns",
    "drop-before@bank-return",
    "drop-after@bank-return",
    "error-after@receipt-page",
    "drop-after@receipt-pdf",
)

THEN_RUN = st.sampled_from((True, False))
"""Mostly a run follows what happened, and sees it: rules are left out at random, and so could all the runs be."""


class Killed(BaseException):
    """The run is gone at this moment."""


class Months(RuleBasedStateMachine):
    """One employer, month after month."""

    browser: ClassVar[Browser]
    with_runs: ClassVar[int] = 0
    worst: ClassVar[Counted]
    story: ClassVar[list[str]]

    def __init__(self) -> None:
        super().__init__()
        self.left = ExitStack()
        self.months = [OCTOBER]
        self.runs = 0
        self.claims: dict[ContributionMonth, int] = {}
        self.paid_by_hand: set[ContributionMonth] = set()
        self.scene: Scene

    @initialize()
    def settle(self) -> None:
        """Begin with a household that is registered and has nothing for October."""
        type(self).story = []
        folder = self.left.enter_context(
            tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True)
        )
        self.scene = self.left.enter_context(settled(BEGINNINGS["fresh"], self.browser, Path(folder)))

    def teardown(self) -> None:
        """Put the household away."""
        self.left.close()

    @property
    def month(self) -> ContributionMonth:
        """The month that is being paid."""
        return self.scene.payer.month

    @property
    def account(self) -> Account:
        """What the portal remembers."""
        return self.scene.home.account

    @property
    def submission(self) -> Submission | None:
        """The submission of the month at the portal."""
        return next((each for each in self.account.submissions if each.month == str(self.month)), None)

    @property
    def done(self) -> bool:
        """Whether a run has said that the month is paid: then there is little to be seen in more runs for it."""
        return self.month in self.claims

    @property
    def attempts(self) -> list[Payment]:
        """The attempts to pay the month."""
        acr = self.submission.acr if self.submission else ""
        return [each for each in self.account.payments if acr in each.acrs]

    @precondition(lambda self: not self.done)
    @rule()
    def run(self) -> None:
        """Pay, with nothing in the way."""
        self._pay("run")

    @precondition(lambda self: not self.done)
    @rule(fault=st.sampled_from(FAULTS))
    def run_with_fault(self, fault: str) -> None:
        """Pay, with a fault somewhere on the way."""
        self.scene.practice.faults.replace([fault])
        self._pay(f"run with {fault}")
        self.scene.practice.faults.replace([])

    @precondition(lambda self: not self.done)
    @rule(write=st.integers(3, 140))
    def run_that_is_killed(self, write: int) -> None:
        """Pay, and be gone at some write of the journal."""
        self.scene.payer.listener = killer(write)
        self._pay(f"run killed at write {write}")
        self.scene.payer.listener = lambda _event: None

    @rule(days=st.integers(1, 5), then_run=THEN_RUN)
    def days_pass(self, days: int, *, then_run: bool) -> None:
        """Let days pass."""
        self._tell(f"{days} days pass")
        self.scene.practice.clock.advance(days * DAY)
        self._then(run=then_run)

    @precondition(lambda self: len(self.months) < MONTHS_AT_MOST)
    @rule(then_run=THEN_RUN)
    def next_month(self, *, then_run: bool) -> None:
        """Come to the next month, once it can be paid."""
        self._tell("next month")
        newest = self.months[-1].first_day
        following = (newest + timedelta(days=32)).replace(day=1)
        self.months.append(ContributionMonth.parse(f"{following:%Y-%m}"))
        self.scene.payer.month = self.months[-1]
        payable = (following + timedelta(days=32)).replace(day=2)
        here = self.scene.practice.clock
        here.set(max(here.today(), payable))
        self._then(run=then_run)

    @precondition(lambda self: len(self.months) > 1)
    @rule(place=st.integers(0, 1), then_run=THEN_RUN)
    def another_month(self, place: int, *, then_run: bool) -> None:
        """Turn to an earlier month again."""
        self.scene.payer.month = self.months[place]
        self._tell(f"now for {self.month}")
        self._then(run=then_run)

    @precondition(lambda self: self.submission is None)
    @rule(then_run=THEN_RUN)
    def draft_by_hand(self, *, then_run: bool) -> None:
        """Save a draft at the portal by hand."""
        self._tell("a draft by hand")
        by_hand.draft(self.scene)
        self._then(run=then_run)

    @precondition(lambda self: self.submission is None)
    @rule(then_run=THEN_RUN)
    def submit_by_hand(self, *, then_run: bool) -> None:
        """Submit at the portal by hand."""
        self._tell("submitted by hand")
        by_hand.submit(self.scene)
        self._then(run=then_run)

    @precondition(lambda self: self.submission and all(each.status == "Failed" for each in self.attempts))
    @precondition(lambda self: not any(each.debited for each in self.attempts))
    @rule(then_run=THEN_RUN)
    def pay_by_hand(self, *, then_run: bool) -> None:
        """Pay at the portal by hand, where no attempt is open and none took the money."""
        self._tell("paid by hand")
        assert self.submission
        by_hand.pay(self.scene, self.submission)
        self.paid_by_hand.add(self.month)
        self._then(run=then_run)

    @precondition(lambda self: any(each.status in ("Started", "Pending") for each in self.attempts))
    @rule(taken=st.booleans(), then_run=THEN_RUN)
    def bank_settles(self, *, taken: bool, then_run: bool) -> None:
        """Let the bank end what it left open: what it took stays taken."""
        self._tell("the bank settles")
        for payment in self.attempts:
            if payment.status in ("Started", "Pending"):
                if payment.debited or (taken and not any(each.debited for each in self.attempts)):
                    by_hand.succeed(self.scene, payment)
                else:
                    payment.status, payment.bank_answer = "Failed", "Failed"
        self._then(run=then_run)

    @precondition(lambda self: not self.done)
    @rule()
    def run_until_it_ends(self) -> None:
        """Run again and again: that ends, and the record tells the truth."""
        self._tell("run until it ends")
        ended = run_until_it_ends(self.scene)
        self._ran(ended.codes[-1])
        self._tell(f"... {ended.codes}, {self.scene.stands}")
        type(self).worst = self.worst.worse(self._without_by_hand(self.month, ended.counted))
        assert not ended.wrong, ended.wrong

    @invariant()
    def every_promise_holds(self) -> None:
        """Nothing is twice, nothing is claimed that is not so, and no payment is unknown after a run."""
        for month in self.months:
            entry = self._entry(month)
            counted = after_paying(self.account, month, entry, self.claims.get(month, 0))
            counted = self._without_by_hand(month, counted)
            type(self).worst = self.worst.worse(counted)
            assert not any(counted), f"{month}: {counted}, {self.scene.stands}"

    def _then(self, *, run: bool) -> None:
        if run:
            self._pay("run")

    def _pay(self, words: str) -> None:
        try:
            code = self.scene.run()
        except Killed:
            code = -9
        self._ran(code)
        self._tell(f"{words}: {code}, {self.scene.stands}")

    def _ran(self, code: int) -> None:
        """Note what a run said: a month that it calls paid is known to it from now on."""
        type(self).with_runs += not self.runs
        self.runs += 1
        if code == 0:
            self.claims[self.month] = 1
            self.paid_by_hand.discard(self.month)

    def _without_by_hand(self, month: ContributionMonth, counted: Counted) -> Counted:
        """Leave out a payment by hand that no run has come across yet."""
        return counted._replace(unrecorded=0) if month in self.paid_by_hand else counted

    def _entry(self, month: ContributionMonth) -> Any:  # noqa: ANN401  # as the payer has it
        payer = self.scene.payer
        current, payer.month = payer.month, month
        try:
            return payer.entry
        finally:
            payer.month = current

    def _tell(self, words: str) -> None:
        self.story.append(words)


def killer(write: int) -> Callable[[dict[str, Any]], None]:
    """Give a listener that ends the run at this write, and at every later one."""
    written = 0

    def listener(_event: dict[str, Any]) -> None:
        nonlocal written
        written += 1
        if written >= write:
            raise Killed

    return listener


@dataclass(frozen=True)
class Tried:
    """How some examples went: the worst count, how many had runs in them, the last one's story, and what is wrong."""

    counted: Counted
    number: int
    story: str
    wrong: str


def examples(browser: Browser, number: int, how_many: int = EXAMPLES, rules: int = RULES) -> Tried:
    """Try some examples, always the same for one number."""

    @seed(number)
    class These(Months):
        pass

    These.browser, These.worst, These.story = browser, Counted(), []
    chosen = settings(
        max_examples=how_many,
        stateful_step_count=rules,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    wrong = ""
    try:
        run_state_machine_as_test(These, settings=chosen)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told with what led to it
        wrong = f"{type(error).__name__}: {error}"[:1000]
    return Tried(These.worst, These.with_runs, "; ".join(These.story), wrong)
