"""Paying several months in one run: one log-in, one plan, then each month in turn, the oldest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from assist_bot.cli.asking import Agreeing
from assist_bot.cli.month_plan import PLAN_HEADINGS, PlannedMonth, as_found, plan, rows_of
from assist_bot.cli.one_month import paying, told, with_record
from assist_bot.cli.pay_wishes import PayWishes, ensure_bank_known
from assist_bot.cli.putting_together import Months, together
from assist_bot.cli.rehearsing import as_far_as_reading_allows, registered, with_rehearsal
from assist_bot.cli.running import Run, ending_plainly
from assist_bot.contribution import ContributionMonth, employed_months
from assist_bot.credentials import Credentials
from assist_bot.language import say, say_marked
from assist_bot.ledger import Ledger, State
from assist_bot.outcome import Outcome, Result
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.portal.stopped import evidence
from assist_bot.profile import Profile
from flows.log_in import ensure_past_first_visit
from flows.pay_contribution import Wish, pay_in_session
from flows.session import Session, begin_session
from flows.unpaid_months import look_at_months, unpaid_months

_SETTLED = (State.PAID, State.SETTLED_BY_HAND)


@dataclass(frozen=True)
class Several:
    """A run for several months: what was asked for, who decides, and what is known of the months so far."""

    run: Run
    pay: PayWishes
    person: Person
    months: Months = field(default_factory=Months)


def pay_several_months(run: Run, pay: PayWishes, person: Person) -> Result:
    """Pay the months that were asked for, or those that are unpaid, up to the first that is not clean."""
    several = Several(run, pay, Agreeing() if run.wishes.dry_run else person)
    with ending_plainly() as ended:
        ended.result = _pay(several)
    if ended.result.exit_code and not ended.result.months:
        return together(several.months, ended.result)
    return ended.result


def _pay(several: Several) -> Result:
    run, pay, months = several.run, several.pay, several.months
    ensure_bank_known(run.profile, pay)
    asked = sorted({ContributionMonth.parse(month) for month in pay.months})
    months.planned = [PlannedMonth(month) for month in asked]  # as they are told where planning fails
    months.planned = [plan(run, pay, month) for month in asked]
    candidates = _perhaps_unpaid(run, pay) if pay.arrears else ()
    if not candidates and not any(each.wish for each in months.planned):
        return together(months)
    flow = partial(_in_one_session, several=several, candidates=candidates)
    if run.wishes.dry_run:
        return _rehearsed(several, as_far_as_reading_allows(run, flow), candidates)
    with run.portal() as portal:
        return flow(portal, run.ledger, run.credentials, run.profile)


def _perhaps_unpaid(run: Run, pay: PayWishes) -> tuple[ContributionMonth, ...]:
    """List the months of employment that are not on record as settled; with --check all of them."""
    employer = run.profile.portal.portal_id
    entries = {
        month: run.ledger.entry(employer, month) for month in employed_months(run.profile, run.now.date())
    }
    return tuple(
        month for month, entry in entries.items() if pay.check or not (entry and entry.state in _SETTLED)
    )


def _in_one_session(
    portal: Portal,
    ledger: Ledger,
    credentials: Credentials,
    _profile: Profile,
    *,
    several: Several,
    candidates: Sequence[ContributionMonth],
) -> Result:
    """Log in, look, show the plan, and go through the months."""
    session, months = begin_session(portal, credentials), several.months
    session.keep(lambda: _look(session, ledger, several, candidates))
    _tell_plan(several)
    wishes = [each.wish for each in months.planned if each.wish]
    for month, result in in_turn(session, ledger, wishes, several.person):
        months.became[month] = result
    return together(months)


def _tell_plan(several: Several) -> None:
    """Show the plan to the person, and keep it in the journal."""
    rows = rows_of(several.months.planned)
    headings = [say_marked(each) for each in PLAN_HEADINGS]
    if rows:
        several.run.terminal.show_table(say("The plan"), headings, rows)
    for name, *texts in rows:
        said = [f"{word}: {text}" for word, text in zip(headings[1:], texts, strict=True) if text]
        several.run.journal.fact(say("Plan for {name}", name=name), "; ".join(said))


def _look(
    session: Session, ledger: Ledger, several: Several, candidates: Sequence[ContributionMonth]
) -> None:
    """Add to the plan what the portal has; for arrears it is the portal's list that makes the plan."""
    ensure_past_first_visit(session.seen)
    portal, months = session.portal, several.months
    if several.pay.arrears:
        unpaid = unpaid_months(portal, ledger, candidates)
        months.not_offered = unpaid.not_offered
        planned = [plan(several.run, several.pay, month) for month in unpaid.listed]
        months.planned = [as_found(each, unpaid.listed[each.month]) for each in planned]
    else:
        asked = [each.month for each in months.planned if not each.on_record]
        listed = look_at_months(portal, asked)
        months.planned = [
            as_found(each, listed[each.month]) if each.month in listed else each for each in months.planned
        ]


def in_turn(
    session: Session, ledger: Ledger, wishes: Sequence[Wish], person: Person
) -> Iterator[tuple[ContributionMonth, Result]]:
    """Pay one month after the other, and give what became of each, up to the first that is not clean."""
    for place, wish in enumerate(wishes, 1):
        month, portal = wish.contribution.month, session.portal
        pay = partial(pay_in_session, session, ledger, wish, person)
        with (
            portal.journal.part(
                say("{month} ({place} of {count})", month=month.name, place=place, count=len(wishes))
            ),
            ending_plainly() as ended,
            evidence(portal),
        ):
            ended.result = told(session.keep(pay), wish)
        result = with_record(ledger, portal.access.portal_id, month, ended.result)
        yield month, result
        if result.exit_code:
            return


def _rehearsed(several: Several, result: Result, candidates: Sequence[ContributionMonth]) -> Result:
    """Rehearse the first month that something would have been saved for; the others go the same way."""
    run, months = several.run, several.months
    if result.exit_code and not result.months:
        result = together(months, result)
    planned = months.planned or [plan(run, several.pay, month) for month in candidates]
    left = [each for each in planned if each.wish and _left_to_show(months, each)]
    if not left or left[0].wish is None:
        return result
    month, flow = left[0].month, partial(paying, wish=left[0].wish, person=several.person)
    with run.journal.part(month.name):
        shown = with_rehearsal(run, result, flow, partial(registered, hired_by=month.first_day))
    if shown is result:  # it was refused, or there was nothing to do: no rehearsal
        return result
    return replace(
        shown,
        message=say("{message} The rehearsal is of {month} only.", message=shown.message, month=month.name),
    )


def _left_to_show(months: Months, each: PlannedMonth) -> bool:
    became = months.became.get(each.month)
    return became is None or became.outcome is Outcome.DRY_RUN
