"""`assist-bot pay`."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Literal

from assist_bot.cli import adding
from assist_bot.cli.asking import Agreeing, AtTheTerminal
from assist_bot.cli.rehearsing import dry_run, registered
from assist_bot.cli.running import Run, Wishes, ending_plainly, execute, exit_with, visible
from assist_bot.cli.settling import still_by_hand
from assist_bot.contribution import ContributionMonth, contribution_for, ensure_payable, last_month
from assist_bot.credentials import Credentials
from assist_bot.errors import MachineError, ProfileError
from assist_bot.ledger import Entry, Ledger, State
from assist_bot.ledger.looks import SECOND_LOOK_AFTER
from assist_bot.money import read_ringgit, ringgit
from assist_bot.outcome import LineResult, Outcome, Problem, Result
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.profile import Profile
from flows.log_in import ensure_past_first_visit, log_in
from flows.pay_contribution import Paid, Until, Wish, pay_contribution

MISTAKE = (
    "If something is wrong with it: SOCSO's help line is 1-300-22-8000; "
    "a salary that was too low is corrected with SHORT CONTRIBUTION at the portal."
)


@dataclass(frozen=True)
class PayWishes:
    """What the person asked for beside what every command has."""

    month: str = ""
    until: Literal["draft", "acr"] | None = None
    check: bool = False
    wait_for_bank: float | None = None
    wages: tuple[str, ...] = ()
    accept_total: str = ""
    additional: bool = False
    second_look_after: float = SECOND_LOOK_AFTER / timedelta(minutes=1)


def command(wishes: Wishes, pay: PayWishes) -> None:
    """Pay, and leave with the exit code."""
    headed = visible(wishes, must_act=pay.until is None and not wishes.no_input)
    exit_with(execute(wishes, partial(job, pay=pay), headed=headed), as_json=wishes.as_json)


def job(run: Run, pay: PayWishes, person: Person | None = None) -> Result:
    """Pay the month that was asked for. Without a `person` it is the one at the terminal."""
    month = ContributionMonth.parse(pay.month) if pay.month else last_month(run.now.date())
    with ending_plainly() as ended:
        ended.result = _pay(run, pay, month, person)
    told = adding.with_left_out(ended.result, run.ledger, run.profile, month)
    return _with_record(run, month, told)


def _pay(run: Run, pay: PayWishes, month: ContributionMonth, person: Person | None) -> Result:
    entry = run.ledger.entry(run.profile.portal.portal_id, month)
    if adding.waits_to_be_asked_for(entry) and not pay.additional:
        return adding.only_drafted(month)
    if entry is not None and entry.state is State.PAID and not pay.check and not pay.additional:
        return Result(
            Outcome.NOTHING_TO_DO,
            f"{month.name} is paid: receipt {entry.receipt or 'with SOCSO'}. "
            "The portal was not asked; --check asks it.",
            total=entry.total,
            acr=entry.acr,
            receipt=entry.receipt,
        )
    ensure_payable(month, run.now.date())
    wish = _wish(run.profile, pay, month)
    if pay.additional or adding.is_under_way(entry):
        left = adding.what_is_left(run.ledger, run.profile.portal.portal_id, wish.contribution)
        if not left.lines:
            return adding.nothing_is_left(month)
        wish = replace(wish, contribution=left, additional=True)
    if run.wishes.dry_run:
        seed = partial(registered, hired_by=month.first_day)
        return dry_run(run, partial(paying, wish=wish, person=Agreeing()), seed)
    person = person or AtTheTerminal(
        run.terminal, run.wishes.yes, run.wishes.no_input, run.headed, pay.wait_for_bank
    )
    with run.portal() as portal:
        return paying(portal, run.ledger, run.credentials, run.profile, wish=wish, person=person)


def paying(
    portal: Portal, ledger: Ledger, credentials: Credentials, _profile: Profile, *, wish: Wish, person: Person
) -> Result:
    """Log in and pay, and tell what became of it."""
    ensure_past_first_visit(log_in(portal, credentials))
    return told(pay_contribution(portal.logged_in(), ledger, wish, person), wish)


def told(paid: Paid, wish: Wish) -> Result:
    """Tell how far a month has come."""
    name, total = wish.contribution.month.name, ringgit(paid.total)
    outcome, message = {
        Until.DRAFT: (
            Outcome.DRAFTED,
            f"The draft for {name} over {total} is saved and checked; nothing is submitted.",
        ),
        Until.ACR: (
            Outcome.SUBMITTED,
            f"{name} is submitted: {paid.acr} over {total} is to be paid. {MISTAKE}",
        ),
        Until.RECEIPT: (Outcome.DONE, f"{name} is paid: {total}, receipt {paid.receipt}. {MISTAKE}"),
    }[paid.until]
    if paid.by_hand:
        outcome, message = Outcome.NOTHING_TO_DO, still_by_hand(name, paid.acr, paid.total, paid.receipt)
    if paid.was_paid_before:
        outcome, message = Outcome.NOTHING_TO_DO, f"The portal shows {name} as paid: {total}, {paid.acr}."
    lines = [
        LineResult(row.name, row.salary, row.employer, row.employee, row.amounts.skbbk, row.total)
        for row in (paid.checked.rows if paid.checked else ())
    ]
    return Result(outcome, message, total=paid.total, lines=lines, acr=paid.acr, receipt=paid.receipt)


def _wish(profile: Profile, pay: PayWishes, month: ContributionMonth) -> Wish:
    until = Until(pay.until) if pay.until else Until.RECEIPT
    if until is Until.RECEIPT and profile.payment is None:
        raise ProfileError(
            "The profile does not name your bank.",
            "Add it, or stop before the payment with --until acr.",
            [Problem("payment.bank", "is missing", 'bank = "Maybank2U"')],
        )
    bank = profile.payment.bank if profile.payment else ""
    accept_total = read_ringgit(pay.accept_total) if pay.accept_total else None
    contribution = contribution_for(profile, month, pay.wages)
    apart = timedelta(minutes=pay.second_look_after)
    return Wish(contribution, until, bank, accept_total, second_look_after=apart)


def _with_record(run: Run, month: ContributionMonth, result: Result) -> Result:
    """Add what the record knows of the month to a result, also to one that ended otherwise than well."""
    result = replace(result, month=str(month))
    try:
        entry = run.ledger.entry(run.profile.portal.portal_id, month)
    except MachineError:
        entry = None  # what became of the run is worth more than what the record would add
    if entry is None:
        return result
    return replace(
        result,
        total=result.total if result.total is not None else entry.total,
        lines=result.lines or _recorded_lines(entry),
        acr=result.acr or entry.acr,
        receipt=result.receipt or entry.receipt,
    )


def _recorded_lines(entry: Entry) -> list[LineResult]:
    """Read the record's figures for each employee; none before a draft was checked."""
    names = ("wages", "employer", "employee_share", "skbbk", "total")
    return [
        LineResult(line["employee"], *(Decimal(line[name]) for name in names))
        for line in json.loads(entry.lines)
        if "total" in line
    ]
