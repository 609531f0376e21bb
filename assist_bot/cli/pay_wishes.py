"""What the person asked `assist-bot pay` for, and what that comes to for one month."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from assist_bot.contribution import ContributionMonth, contribution_for
from assist_bot.errors import ProfileError
from assist_bot.language import say
from assist_bot.ledger.looks import SECOND_LOOK_AFTER
from assist_bot.money import read_ringgit
from assist_bot.outcome import Problem
from assist_bot.profile import Profile
from flows.pay_contribution import Until, Wish


@dataclass(frozen=True)
class PayWishes:
    """What the person asked for beside what every command has. No month means last month."""

    months: tuple[str, ...] = ()
    arrears: bool = False
    until: Literal["draft", "acr"] | None = None
    check: bool = False
    wait_for_bank: float | None = None
    wages: tuple[str, ...] = ()
    accept_total: str = ""
    additional: bool = False
    second_look_after: float = SECOND_LOOK_AFTER / timedelta(minutes=1)

    @property
    def several(self) -> bool:
        """Whether the run is about several months, or however many are unpaid."""
        return self.arrears or len(set(self.months)) > 1

    @property
    def goal(self) -> Until:
        """How far each month is to come."""
        return Until(self.until) if self.until else Until.RECEIPT


def wish_for(profile: Profile, pay: PayWishes, month: ContributionMonth) -> Wish:
    """Work out what is to be paid for a month. Raises ContributionRefused, or ProfileError without a bank."""
    ensure_bank_known(profile, pay)
    bank = profile.payment.bank if profile.payment else ""
    accept_total = read_ringgit(pay.accept_total) if pay.accept_total else None
    contribution = contribution_for(profile, month, pay.wages)
    apart = timedelta(minutes=pay.second_look_after)
    name = profile.employer.name
    return Wish(contribution, pay.goal, bank, accept_total, second_look_after=apart, employer_name=name)


def ensure_bank_known(profile: Profile, pay: PayWishes) -> None:
    """Raise ProfileError when the payment is asked for and the profile names no bank."""
    if pay.goal is Until.RECEIPT and profile.payment is None:
        raise ProfileError(
            say("The profile does not name your bank."),
            say("Add it, or stop before the payment with --until acr."),
            [Problem("payment.bank", say("is missing"), 'bank = "Maybank2U"')],
        )
