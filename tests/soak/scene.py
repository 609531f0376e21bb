"""One household at a practice portal of its own, for one cell: settled, looked at, and run again until it ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError

from assist_bot.credentials import in_private_store
from assist_bot.errors import ContributionRefused, Ending
from assist_bot.ledger import Ledger, RegistrationEntry, RegistrationState
from assist_bot.outcome import EXIT_CODES, Outcome
from fixtures.mock_portal.server import PracticePortal, start
from tests.flows.household import TODAY, Household, settle
from tests.flows.paying import Payer
from tests.flows.person import ScriptedPerson, approve
from tests.flows.registrations import register_once
from tests.soak.invariants import Counted, after_paying, after_registering, truthful
from tests.soak.moments import Moments
from tests.soak.seeds import Beginning, Command

PATIENCE = "5"
PHRASE = '"What is the name of your favorite pet?"\nsecurity_phrase = "blue kite"'
AT_MOST = 6
"""Runs after the one that was cut short; then it has not ended."""
BETWEEN_RUNS = 24 * 60 * 60
"""Seconds by which the portal's clock goes on before a run, so that a second look counts."""
STOPPED = {
    EXIT_CODES[each] for each in (Outcome.REFUSED, Outcome.UNKNOWN, Outcome.WAITING, Outcome.CREDENTIALS)
}
"""With these a run may stop each time again: the next step is the person's, the bank's or SOCSO's."""
SAME_STOPS = 3
"""A run that stops so often in the same way, with nothing moved, has ended."""


@dataclass
class Scene:
    """What a cell has in hand."""

    command: Command
    payer: Payer
    moments: Moments

    @property
    def home(self) -> Household:
        """The household."""
        return self.payer.home

    @property
    def practice(self) -> PracticePortal:
        """Its practice portal."""
        return self.home.practice

    @property
    def registration(self) -> RegistrationEntry | None:
        """What the ledger says of the registration."""
        if not self.home.ledger_path.exists():
            return None
        with Ledger.open(self.home.ledger_path, read_only=True) as ledger:
            return ledger.registration(self.home.account.portal_id)

    def run(self) -> int:
        """Run the command once, in the browser that is there, and give its exit code."""
        try:
            if self.command == "pay":
                self.payer.pay()
            else:
                return register_once(self.home, self.payer.person).exit_code
        except Ending as ending:
            self.payer.said.append(str(ending))
            return EXIT_CODES[ending.outcome]
        return 0

    def counted(self, code: int | None = None) -> Counted:
        """Hold what the portal remembers against the ledger, and against a run that ended with this code."""
        with self.practice.practice.lock:
            claims = int(code == 0)
            if self.command == "pay":
                return after_paying(self.home.account, self.payer.month, self.payer.entry, claims)
            return after_registering(self.home.account, self.registration, claims)

    @property
    def sent(self) -> int:
        """How much was sent: applications, submissions, attempts to pay."""
        account = self.home.account
        return len(account.registrations) + len(account.submissions) + len(account.payments)

    @property
    def told_truly(self) -> bool:
        """Whether the ledger's word is the portal's, or one of doubt."""
        if self.command == "register":
            entry = self.registration
            known = entry is not None and entry.state is not RegistrationState.BEGUN
            return known or not self.home.account.registrations
        return truthful(self.home.account, self.payer.month, self.payer.entry)

    @property
    def stands(self) -> str:
        """Say in one line where it stands: at the portal, and in the ledger."""
        account = self.home.account
        if self.command == "pay":
            return f"{self.payer.moved}, ledger: {self.payer.state or 'nothing'}"
        state = self.registration.state if self.registration else "nothing"
        return (
            f"{len(account.registrations)} applications, {len(account.employees)} employees, "
            f"{len(account.documents)} documents, wrong passwords {account.wrong_passwords}, ledger: {state}"
        )


@contextmanager
def settled(beginning: Beginning, browser: Browser, folder: Path, **profile: str) -> Iterator[Scene]:
    """Settle a household that begins so, in a new context of this browser and in this empty folder.

    `profile` changes its profile as `write_profile` has it.
    """
    before = os.environ.get("ASSIST_BOT_PATIENCE")
    os.environ["ASSIST_BOT_PATIENCE"] = PATIENCE
    moments = Moments()
    context = browser.new_context(
        locale="en-MY", viewport={"width": 1280, "height": 900}, accept_downloads=True
    )
    try:
        with start(clock=TODAY) as practice, in_private_store(folder):
            practice.practice.faults = moments
            home = settle(
                practice,
                folder,
                context,
                seed=lambda profile: {**beginning.seed(profile), "security_phrase": "blue kite"},
                command=beginning.command,
                profile_changes={"security_question": PHRASE, **profile},
            )
            person = ScriptedPerson(context, at_the_bank=approve_if_possible, minutes_at_the_bank=0.1)
            payer = Payer(home, person)
            looking_person(payer, beginning.command)
            yield Scene(beginning.command, payer, moments)
    finally:
        context.close()
        if before is None:
            del os.environ["ASSIST_BOT_PATIENCE"]
        else:
            os.environ["ASSIST_BOT_PATIENCE"] = before


def looking_person(payer: Payer, command: Command) -> None:
    """Let the person look at the bank account, and at the portal, before they say that nothing moved."""

    def look(question: str) -> None:
        account, month = payer.home.account, str(payer.month)
        acrs = {each.acr for each in account.submissions if each.month == month}
        taken = any(payment.debited and acrs & {*payment.acrs} for payment in account.payments)
        if question == "confirms_not_debited" and taken:
            raise ContributionRefused("The person sees that the money was taken.", "Nothing was sent.")
        if question == "confirms_nothing_sent" and (acrs if command == "pay" else account.registrations):
            raise ContributionRefused("The person sees that it was sent.", "Nothing was sent.")

    payer.person.before_agreeing = look


def approve_if_possible(page: Page) -> None:
    """Sign in and approve, or give up where the bank's page does not come."""
    page.set_default_timeout(3000)
    with suppress(PlaywrightError):
        approve(page)
    with suppress(PlaywrightError):
        page.set_default_timeout(30000)


@dataclass(frozen=True)
class Ended:
    """How running again ended: the exit codes in their order, the worst count, and what is wrong, if anything."""

    codes: tuple[int, ...]
    counted: Counted
    wrong: str = ""


def run_until_it_ends(scene: Scene) -> Ended:
    """Run again until it is done, or stops in the same way with nothing moved; then compare with the ledger."""
    codes: list[int] = []
    stops: list[tuple[int, str]] = []
    counted = Counted()
    while len(codes) < AT_MOST:
        scene.practice.clock.advance(BETWEEN_RUNS)
        codes.append(scene.run())
        counted = counted.worse(scene.counted(codes[-1]))
        stops.append((codes[-1], scene.stands))
        if codes[-1] == 0:
            break
        if codes[-1] in STOPPED and len(stops) >= SAME_STOPS and len({*stops[-SAME_STOPS:]}) == 1:
            break
    else:
        return Ended((*codes,), counted, f"not ended after {AT_MOST} runs: {scene.payer.said[-1:]}")
    # Who never got in has not looked: of what was there before, the ledger knows nothing, and says nothing.
    got_in = {*codes} != {EXIT_CODES[Outcome.CREDENTIALS]}
    untrue = got_in and not scene.told_truly
    return Ended((*codes,), counted, "the ledger is not what the portal shows" if untrue else "")
