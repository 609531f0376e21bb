"""What must hold whatever happens, counted: zero each time, in every cell and after every run."""

from typing import NamedTuple

from assist_bot.contribution import ContributionMonth
from assist_bot.ledger import Entry, RegistrationEntry, RegistrationState, State
from fixtures.mock_portal.memory import Account

KNOWN = (State.PAID, State.PAYING, State.UNKNOWN, State.SETTLED_BY_HAND)
WRONG_PASSWORDS = 3
SENT = (State.SUBMITTING, State.SUBMITTED, State.PAYING, State.PAID, State.UNKNOWN)


class Counted(NamedTuple):
    """How often each promise was broken."""

    sent_twice: int = 0
    paid_twice: int = 0
    claimed: int = 0
    unrecorded: int = 0
    locked_out: int = 0

    def worse(self, other: "Counted") -> "Counted":
        """Give the larger of both, promise by promise."""
        return Counted(*(max(pair) for pair in zip(self, other, strict=True)))


def after_paying(account: Account, month: ContributionMonth, entry: Entry | None, claims: int) -> Counted:
    """Compare what the portal and the bank remember of a month with the ledger, and with what a run claimed.

    `claims` is 1 where a run has said that the month is paid.
    """
    acrs = {each.acr for each in account.submissions if each.month == str(month)}
    debits = sum(payment.debited and bool(acrs & {*payment.acrs}) for payment in account.payments)
    claims = max(claims, int(entry is not None and entry.state is State.PAID))
    return Counted(
        sent_twice=max(0, len(acrs) - 1),
        paid_twice=max(0, debits - 1),
        claimed=claims if not debits else 0,
        unrecorded=debits if entry is None or entry.state not in KNOWN else 0,
        locked_out=locked_out(account),
    )


def after_registering(account: Account, entry: RegistrationEntry | None, claims: int) -> Counted:
    """Do the same for the registration: what is sent are the application, the employees and the documents."""
    people = [each.passport for each in account.employees]
    documents = [each.description for each in account.documents]
    sent = len(account.registrations)
    claims = max(claims, int(entry is not None and entry.state is RegistrationState.REGISTERED))
    return Counted(
        sent_twice=max(0, sent - 1) + len(people) - len({*people}) + len(documents) - len({*documents}),
        claimed=claims if not sent else 0,
        unrecorded=sent if entry is None or entry.state is RegistrationState.BEGUN else 0,
        locked_out=locked_out(account),
    )


def locked_out(account: Account) -> int:
    """Say (as 0 or 1) whether the account is locked or about to be."""
    return int(account.locked or account.wrong_passwords >= WRONG_PASSWORDS)


def truthful(account: Account, month: ContributionMonth, entry: Entry | None) -> bool:
    """Say whether the ledger's word agrees with the portal, or says that it does not know."""
    found = [each for each in account.submissions if each.month == str(month)]
    if not found:
        return entry is None or entry.state in (State.PLANNED, State.DRAFTED) or entry.in_doubt
    if found[0].status == "Paid":
        return entry is not None and (entry.state is State.PAID or entry.payment_in_doubt)
    return entry is not None and (entry.state is State.SUBMITTED or entry.in_doubt)
