"""A registered household that pays, and what moved at the portal when it did."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from assist_bot.cli.rehearsing import registered
from assist_bot.contribution import Contribution, ContributionMonth, contribution_for
from assist_bot.errors import ContributionRefused, Ending
from assist_bot.ledger import Entry, Ledger
from assist_bot.profile import Profile
from fixtures.mock_portal.memory import Account
from flows.pay_contribution import Paid, Until, Wish, pay_in_session
from flows.session import begin_session
from tests.flows.household import Household
from tests.flows.person import ScriptedPerson

OCTOBER = ContributionMonth.parse("2026-10")
SITI = "C1234567"
DEWI = "C7654321"
SECOND_EMPLOYEE = f"""
[[employee]]
name = "DEWI LESTARI"
passport = {{ number = "{DEWI}", expiry = 2030-04-30 }}
nationality = "Indonesia"
date_of_birth = 1992-07-09
gender = "female"
occupation = "Domestic Worker"
employment_start = 2025-02-01
salary = "1700.00"
work_permit = {{ number = "PE7654321", start = 2026-02-01, expiry = 2027-01-31 }}
"""


class Moved(NamedTuple):
    """How many of each the portal and the bank have: an attempt is a payment that was begun."""

    drafts: int = 0
    submissions: int = 0
    attempts: int = 0
    debits: int = 0


@dataclass
class Payer:
    """A household that runs `pay` for October 2026, as often as a test wants."""

    home: Household
    person: ScriptedPerson
    month: ContributionMonth = OCTOBER
    said: list[str] = field(default_factory=list)
    pays_for: Contribution | None = None
    listener: Callable[[dict[str, Any]], None] = lambda _event: None

    @property
    def account(self) -> Account:
        """What the portal remembers of this employer."""
        return self.home.account

    @property
    def moved(self) -> Moved:
        """What moved since the beginning."""
        debits = sum(payment.debited for payment in self.account.payments)
        return Moved(
            len(self.account.drafts), len(self.account.submissions), len(self.account.payments), debits
        )

    @property
    def entry(self) -> Entry | None:
        """What the ledger says about the month; nothing where there is no ledger."""
        if not self.home.ledger_path.exists():
            return None
        with Ledger.open(self.home.ledger_path, read_only=True) as ledger:
            return ledger.entry(self.account.portal_id, self.month)

    @property
    def state(self) -> str:
        """The ledger's word for the month."""
        return str(self.entry.state) if self.entry else ""

    def finds(self, **account: object) -> None:
        """Let the portal have this from now on, whatever it had of it before."""
        here = self.home.practice
        with here.practice.lock:
            kept = here.memory.as_json()["accounts"][self.account.portal_id]
            here.memory.seed([{**kept, **account}], [])

    def pay(
        self,
        until: Until = Until.RECEIPT,
        *,
        dry_run: bool = False,
        accept_total: Decimal | None = None,
        additional: bool = False,
    ) -> Paid:
        """Log in and pay, as the command does: for everybody in the profile, or as `pays_for` says."""
        contribution = self.pays_for or contribution_for(self.home.profile, self.month)
        name = self.home.profile.employer.name
        wish = Wish(contribution, until, "Maybank2U", accept_total, additional, employer_name=name)
        with self.home.running("pay", dry_run=dry_run) as run:
            run.journal.listen(lambda event: self.said.append(str(event)))
            run.journal.listen(self.listener)
            session = begin_session(run.portal, run.credentials)
            return session.keep(lambda: pay_in_session(session, run.ledger, wish, self.person))

    def tried(self, until: Until = Until.RECEIPT, *, additional: bool = False) -> str:
        """Run, and give the name of what stopped the run, or "paid"."""
        try:
            self.pay(until, additional=additional)
        except Ending as ending:
            return type(ending).__name__
        return "paid"

    def stopped(
        self, until: Until = Until.RECEIPT, *, dry_run: bool = False, additional: bool = False
    ) -> Ending:
        """Run, and give what stopped the run."""
        try:
            paid = self.pay(until, dry_run=dry_run, additional=additional)
        except Ending as ending:
            return ending
        raise AssertionError(f"nothing stopped it: {paid}")


def hired(profile: Profile, account: dict[str, object]) -> dict[str, Any]:
    """Describe the registered household to the practice portal, changed as a test needs it."""
    return {**registered(profile, hired_by=OCTOBER.first_day), **account}


def row(salary: str | None, *amounts: str, passport: str = SITI, name: str = "SITI AMINAH") -> dict[str, Any]:
    """Describe one employee's row: salary, employer, employee, SKBBK and total, in ringgit."""
    figures = dict(zip(("employer", "employee", "skbbk", "total"), amounts, strict=False))
    return {"passport": passport, "name": name, "salary": salary, **figures}


RIGHT = row("1500.00", "25.35", "7.25", "10.85", "43.45")


def drafted(line: dict[str, Any] = RIGHT) -> dict[str, Any]:
    """Describe a draft for October."""
    return {
        "month": "2026-10",
        "lines": [line],
        "saved_at": "2026-11-18T09:00:00+08:00",
        "total": line["total"],
    }


def submitted(line: dict[str, Any] = RIGHT, acr: str = "ACR112660152700", **changes: str) -> dict[str, Any]:
    """Describe a submission for October whose ACR waits for its payment."""
    when = {"submitted_at": "2026-11-18T09:00:00+08:00"}
    return {"acr": acr, "month": "2026-10", "lines": [line], "total": line["total"], **when, **changes}


def attempt(status: str, *, debited: bool, acr: str = "ACR112660152700", **changes: str) -> dict[str, Any]:
    """Describe a payment of that ACR that was begun."""
    return {
        "fpx": "2611180900000001",
        "acrs": [acr],
        "amount": "43.45",
        "business_model": "B2C",
        "bank": "Maybank2U",
        "started_at": "2026-11-18T09:05:00+08:00",
        "status": status,
        "debited": debited,
        **changes,
    }


def settle_payer(
    settled: Callable[..., Household], person: ScriptedPerson, changes: dict[str, str], **account: object
) -> Payer:
    """Settle a household that is registered; whose person looks at the bank account before answering for it."""
    payer = Payer(settled(seed=partial(hired, account=account), command="pay", **changes), person)

    def look_at_the_account(question: str) -> None:
        if question == "confirms_not_debited" and payer.moved.debits:
            raise ContributionRefused(
                "The person sees that the money was taken.", "Nothing further was sent."
            )

    person.before_agreeing = look_at_the_account
    return payer
