"""Paying one month, and telling what became of it."""

import json
from dataclasses import replace
from decimal import Decimal
from functools import partial

from assist_bot.cli import adding
from assist_bot.cli.asking import Agreeing
from assist_bot.cli.pay_wishes import PayWishes, wish_for
from assist_bot.cli.rehearsing import dry_run, registered
from assist_bot.cli.running import Run, ending_plainly
from assist_bot.cli.settling import still_by_hand
from assist_bot.contribution import ContributionMonth, ensure_payable
from assist_bot.credentials import Credentials
from assist_bot.errors import MachineError
from assist_bot.language import mark, say, say_marked
from assist_bot.ledger import Entry, Ledger, State
from assist_bot.money import ringgit
from assist_bot.outcome import LineResult, Outcome, Result
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.profile import Profile
from flows.pay_contribution import Paid, Until, Wish, pay_in_session
from flows.session import begin_session

MISTAKE = mark(
    "If something is wrong with it: SOCSO's help line is {help_line}; a salary that was "
    "too low is corrected with SHORT CONTRIBUTION at the portal."
)


def pay_one_month(run: Run, pay: PayWishes, month: ContributionMonth, person: Person) -> Result:
    """Pay a month in a browser of its own, unless the record has it as paid."""
    with ending_plainly() as ended:
        ended.result = _pay(run, pay, month, person)
    told = adding.with_left_out(ended.result, run.ledger, run.profile, month)
    return with_record(run.ledger, run.profile.portal.portal_id, month, told)


def _pay(run: Run, pay: PayWishes, month: ContributionMonth, person: Person) -> Result:
    known = settled_on_record(run, pay, month)
    if known is not None:
        return known
    ensure_payable(month, run.now.date())
    wish = wish_left(run, pay, month)
    if not wish.contribution.lines:
        return adding.nothing_is_left(month)
    if run.wishes.dry_run:
        seed = partial(registered, hired_by=month.first_day)
        return dry_run(run, partial(paying, wish=wish, person=Agreeing()), seed)
    with run.portal() as portal:
        return paying(portal, run.ledger, run.credentials, run.profile, wish=wish, person=person)


def settled_on_record(run: Run, pay: PayWishes, month: ContributionMonth) -> Result | None:
    """Tell of a month for which the record says that nothing is to be done; None where something is."""
    entry = run.ledger.entry(run.profile.portal.portal_id, month)
    if adding.waits_to_be_asked_for(entry) and not pay.additional:
        return adding.only_drafted(month)
    return None if pay.check or pay.additional else paid_on_record(run, month)


def wish_left(run: Run, pay: PayWishes, month: ContributionMonth) -> Wish:
    """Work out what is to be paid: everything, or what an additional submission is to be for."""
    employer, wish = run.profile.portal.portal_id, wish_for(run.profile, pay, month)
    if not pay.additional and not adding.is_under_way(run.ledger.entry(employer, month)):
        return wish
    left = adding.what_is_left(run.ledger, employer, wish.contribution)
    return replace(wish, contribution=left, additional=True)


def paying(
    portal: Portal, ledger: Ledger, credentials: Credentials, _profile: Profile, *, wish: Wish, person: Person
) -> Result:
    """Log in and pay, and tell what became of it."""
    session = begin_session(portal, credentials)
    return told(session.keep(lambda: pay_in_session(session, ledger, wish, person)), wish)


def paid_on_record(run: Run, month: ContributionMonth) -> Result | None:
    """Tell what the record knows of a month that is paid; None where it is not known to be."""
    entry = run.ledger.entry(run.profile.portal.portal_id, month)
    if entry is None or entry.state is not State.PAID or not entry.receipt:
        return None
    return Result(
        Outcome.NOTHING_TO_DO,
        say(
            "{month} is paid: receipt {receipt}. The portal was not asked; --check asks it.",
            month=month.name,
            receipt=entry.receipt,
        ),
        total=entry.total,
        acr=entry.acr,
        receipt=entry.receipt,
    )


def told(paid: Paid, wish: Wish) -> Result:
    """Tell how far a month has come."""
    name, total = wish.contribution.month.name, ringgit(paid.total)
    outcome, message = {
        Until.DRAFT: (
            Outcome.DRAFTED,
            say(
                "The draft for {name} over {total} is saved and checked; nothing is submitted.",
                name=name,
                total=total,
            ),
        ),
        Until.ACR: (
            Outcome.SUBMITTED,
            say(
                "{name} is submitted: {acr} over {total} is to be paid. {mistake}",
                name=name,
                acr=paid.acr,
                total=total,
                mistake=say_marked(MISTAKE),
            ),
        ),
        Until.RECEIPT: (
            Outcome.DONE,
            say(
                "{name} is paid: {total}, receipt {receipt}. {mistake}",
                name=name,
                total=total,
                receipt=paid.receipt,
                mistake=say_marked(MISTAKE),
            ),
        ),
    }[paid.until]
    if paid.by_hand:
        outcome, message = Outcome.NOTHING_TO_DO, still_by_hand(name, paid.acr, paid.total, paid.receipt)
    if paid.was_paid_before:
        outcome, message = (
            Outcome.NOTHING_TO_DO,
            say("The portal shows {name} as paid: {total}, {acr}.", name=name, total=total, acr=paid.acr),
        )
    lines = [
        LineResult(row.name, row.salary, row.employer, row.employee, row.amounts.skbbk, row.total)
        for row in (paid.checked.rows if paid.checked else ())
    ]
    return Result(
        outcome,
        message + late_interest_told(paid),
        total=paid.total or None,  # of a month settled by hand it may not be known
        lines=lines,
        late_interest=paid.late_interest or None,
        acr=paid.acr,
        receipt=paid.receipt,
    )


def late_interest_told(paid: Paid) -> str:
    """Say what still waits at the portal beside what was paid."""
    if not paid.late_interest:
        return ""
    return say(
        " Late interest (FCLB) of {late_interest} for it waits at the portal. It needs an "
        "approval of its own and was not paid: pay it yourself at the portal, under PAYMENT.",
        late_interest=ringgit(paid.late_interest),
    )


def with_record(ledger: Ledger, employer: str, month: ContributionMonth, result: Result) -> Result:
    """Add what the record knows of the month to a result, also to one that ended otherwise than well."""
    result = replace(result, month=str(month))
    try:
        entry = ledger.entry(employer, month)
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
