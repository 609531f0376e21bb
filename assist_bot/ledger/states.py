"""What the ledger can say about a month's contribution, and about the registration."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from assist_bot.contribution import ContributionMonth


class State(StrEnum):
    """How far a contribution has come. `submitting` and `paying` on disk mean a run that was killed there."""

    PLANNED = "planned"
    DRAFTED = "drafted"
    SUBMITTING = "submitting"
    SUBMITTED = "submitted"
    PAYING = "paying"
    PAID = "paid"
    UNKNOWN = "unknown"
    SETTLED_BY_HAND = "settled_by_hand"


class RegistrationState(StrEnum):
    """How far the registration has come; `held` is one that waits for SOCSO's officer."""

    BEGUN = "begun"
    SUBMITTING = "submitting"
    HELD = "held"
    REGISTERED = "registered"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Entry:
    """The record of one submission: employer (portal ID), month, and its number (1 unless it is additional).

    `total` is in ringgit, None before a draft; `lines` is JSON text, a list of names, wages and amounts as
    text; `note` says in plain words why the state is what it is. Times are aware, in Asia/Kuala_Lumpur.
    """

    employer: str
    month: ContributionMonth
    part: int
    state: State
    total: Decimal | None
    acr: str
    receipt: str
    lines: str
    began: datetime
    changed: datetime
    run_folder: str
    note: str

    @property
    def in_doubt(self) -> bool:
        """Whether something was sent and its answer is not known."""
        return self.state in (State.SUBMITTING, State.PAYING, State.UNKNOWN)

    @property
    def settled(self) -> bool:
        """Whether nothing is left to be paid: by the portal's word, or by the person's."""
        return self.state in (State.PAID, State.SETTLED_BY_HAND)

    @property
    def payment_in_doubt(self) -> bool:
        """Whether the doubt is about the payment, not about the submission: the ACR was known before."""
        return self.in_doubt and bool(self.acr)


@dataclass(frozen=True)
class Seen:
    """What the portal shows of a month: a draft, an unpaid ACR (SUBMITTED), a payment, or nothing (None)."""

    state: State | None
    total: Decimal | None = None
    acr: str = ""
    receipt: str = ""


@dataclass(frozen=True)
class RegistrationEntry:
    """The record of an employer's registration; `letters` are file names."""

    employer: str
    state: RegistrationState
    employer_code: str
    reference: str
    letters: tuple[str, ...]
    began: datetime
    changed: datetime
    run_folder: str
    note: str

    @property
    def in_doubt(self) -> bool:
        """Whether the application was sent and its answer is not known."""
        return self.state in (RegistrationState.SUBMITTING, RegistrationState.UNKNOWN)
