"""Whatever happens in whatever order: one submission, one payment, and no claim of either that is not true."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from assist_bot.errors import ContributionRefused, OutcomeUnknown
from assist_bot.ledger import Entry, Ledger, State
from tests.unit.ledger.acts import ACR, TOTAL
from tests.unit.owing import EMPLOYER, OCTOBER, checked, plan

ENDS = ("well", "well", "well", "lost before", "lost after", "killed before", "killed after")


class Household(RuleBasedStateMachine):
    """A household's runs, its accidents, and a portal that takes everything as often as it is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "ledger.sqlite"
        self.submissions = self.payments = 0
        self.pending = False
        self.all_known = True

    def teardown(self) -> None:
        """Clear up."""
        self.folder.cleanup()

    @rule(
        submit_ends=st.sampled_from(ENDS), pay_ends=st.sampled_from((*ENDS, "declined", "pending", "pending"))
    )
    def run_as_the_flows_do(self, submit_ends: str, pay_ends: str) -> None:
        """Look first, go on from what the portal shows, stop at a doubt."""
        with Ledger.open(self.file) as ledger:
            entry = self.look(ledger)
            if entry is not None and (entry.in_doubt or entry.state is State.PAID):
                return
            if entry is None or entry.state in (State.PLANNED, State.DRAFTED):
                ledger.planned(EMPLOYER, plan())
                ledger.drafted(EMPLOYER, checked())
                if not self.submit(ledger, submit_ends):
                    return
            if self.pending:  # as Payment History FPX says
                return
            self.pay(ledger, pay_ends)

    @precondition(lambda self: self.all_known)
    @rule(ends=st.sampled_from(ENDS), what=st.sampled_from(("submit", "pay")))
    def run_without_looking(self, what: str, ends: str) -> None:
        """Even then the ledger alone holds it, as long as everything was done from here."""
        with Ledger.open(self.file) as ledger:
            try:
                self.submit(ledger, ends) if what == "submit" else self.pay(ledger, ends)
            except ContributionRefused:
                return

    @rule()
    def the_person_decides(self) -> None:
        """After the portal was looked at, and truly; nobody can tell while FPX says pending."""
        with Ledger.open(self.file) as ledger:
            entry = self.look(ledger)
            if entry is not None and entry.in_doubt and not self.pending:
                assert ledger.looks(EMPLOYER, OCTOBER)
                ledger.nothing_moved(EMPLOYER, OCTOBER)

    @rule()
    def the_ledger_is_lost(self) -> None:
        """Delete the file, or go to another computer."""
        self.file.unlink(missing_ok=True)
        self.all_known = False

    @precondition(lambda self: self.pending)
    @rule()
    def the_pending_payment_settles(self) -> None:
        """Show at the portal what the bank took earlier."""
        self.pending = False

    @precondition(lambda self: not self.payments)
    @rule()
    def the_person_pays_at_the_portal(self) -> None:
        """By hand, in a browser of their own."""
        self.submissions = self.payments = 1
        self.all_known = False

    @invariant()
    def it_happens_once(self) -> None:
        """Ask the portal: it never saw a second one."""
        assert self.submissions <= 1
        assert self.payments <= 1

    @invariant()
    def the_record_is_true(self) -> None:
        """Compare: what the ledger claims has happened."""
        with Ledger.open(self.file, read_only=True) as ledger:
            entry = ledger.entry(EMPLOYER, OCTOBER)
        if entry is not None and entry.state is State.PAID:
            assert self.payments == 1
        if entry is not None and entry.state is State.SUBMITTED:
            assert self.submissions == 1

    def look(self, ledger: Ledger) -> Entry | None:
        """Record what the portal shows."""
        if self.payments and not self.pending:
            return ledger.reconcile(EMPLOYER, OCTOBER, State.PAID, total=TOTAL, acr=ACR, receipt="R1")
        found = State.SUBMITTED if self.submissions else None
        return ledger.reconcile(
            EMPLOYER, OCTOBER, found, total=TOTAL if found else None, acr=ACR if found else ""
        )

    def submit(self, ledger: Ledger, ends: str) -> bool:
        """Submit, with an end; say whether an answer came."""
        snapshot = b""
        try:
            with ledger.submitting(EMPLOYER, checked()) as submitting:
                snapshot = self.file.read_bytes()
                self.go_wrong(ends, "before")
                self.submissions += 1
                self.go_wrong(ends, "after")
                submitting.submitted(ACR)
        except OutcomeUnknown:
            self.forget_after_a_kill(ends, snapshot)
            return False
        return True

    def pay(self, ledger: Ledger, ends: str) -> None:
        """Pay, with an end."""
        snapshot = b""
        try:
            with ledger.paying(EMPLOYER, OCTOBER, ACR, TOTAL) as paying:
                snapshot = self.file.read_bytes()
                self.go_wrong(ends, "before")
                if ends == "declined":
                    paying.declined()
                    return
                self.payments += 1
                self.pending = ends == "pending"
                self.go_wrong(ends, "after")
                self.go_wrong(ends, "pending")
                paying.paid("R1")
        except OutcomeUnknown:
            self.forget_after_a_kill(ends, snapshot)

    def go_wrong(self, ends: str, when: str) -> None:
        """Lose the answer here, if that is how it ends."""
        if ends.endswith(when):
            raise ConnectionError(ends)

    def forget_after_a_kill(self, ends: str, snapshot: bytes) -> None:
        """Put the file back to what was on disk when the process died."""
        if ends.startswith("killed"):
            self.file.write_bytes(snapshot)


TestOnce = Household.TestCase
TestOnce.settings = settings(max_examples=50, stateful_step_count=15, deadline=None)


def test_a_portal_that_takes_everything_is_no_excuse(ledger: Ledger) -> None:
    """The ledger refuses a second submission that the portal would take."""
    with ledger.submitting(EMPLOYER, checked()) as submitting:
        submitting.submitted(ACR)
    with pytest.raises(ContributionRefused), ledger.submitting(EMPLOYER, checked()):
        pytest.fail("it was begun a second time")
