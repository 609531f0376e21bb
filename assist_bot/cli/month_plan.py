"""The plan of a run for several months: what is to be done for each, before anything is begun."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assist_bot.cli.adding import nothing_is_left
from assist_bot.cli.one_month import settled_on_record, wish_left
from assist_bot.cli.pay_wishes import PayWishes
from assist_bot.cli.running import Run
from assist_bot.contribution import (
    ContributionMonth,
    employed_in,
    ensure_payable,
    late_interest_at_least,
    wages_for,
)
from assist_bot.language import mark, say, say_marked
from assist_bot.money import ringgit
from assist_bot.outcome import Outcome, Result
from assist_bot.profile import Profile
from flows.listings import Listed, Standing
from flows.pay_contribution import Wish
from flows.unpaid_months import is_paid

_WORDS = {
    Standing.DRAFT: mark("draft over {total}"),
    Standing.SUBMITTED: mark("unpaid {acr} over {total}"),
    Standing.PAID: mark("paid, {acr} over {total}"),
}
PLAN_HEADINGS = (
    mark("Month"),
    mark("Wages"),
    mark("We expect"),
    mark("The portal has"),
    mark("Due"),
    mark("Late interest"),
)


@dataclass(frozen=True)
class PlannedMonth:
    """A month, what is to be done for it, or why there is nothing to do, and what the portal has of it.

    `found` is None where the portal was not asked. `late` is the late interest in ringgit, at least.
    """

    month: ContributionMonth
    wish: Wish | None = None
    settled: Result | None = None
    on_record: bool = False
    found: Sequence[Listed] | None = None
    late: Decimal = Decimal(0)

    @property
    def at_the_portal(self) -> str:
        """What the portal has of the month, in words."""
        if self.found is None:
            return say("not asked: paid, by the record") if self.on_record else say("not asked")
        said = [
            say_marked(_WORDS[each.standing], acr=each.acr, total=ringgit(each.total)) for each in self.found
        ]
        return "; ".join(said) or say("nothing")

    @property
    def wages(self) -> str:
        """Whose wages are to be entered, and how much."""
        lines = self.wish.contribution.lines if self.wish else ()
        return "\n".join(f"{line.employee.name} {ringgit(line.wages)}" for line in lines)

    @property
    def expected(self) -> str:
        """What we expect to pay, in words."""
        if self.wish is None:
            return say("nothing to do") if self.on_record else say("no wages, nothing owed")
        return say(" or ").join(ringgit(total) for total in self.wish.contribution.totals)


def plan(run: Run, pay: PayWishes, month: ContributionMonth) -> PlannedMonth:
    """Plan one of several months. Raises what the same month alone would be refused with."""
    known = settled_on_record(run, pay, month)
    if known is not None:
        return PlannedMonth(month, settled=known, on_record=True)
    ensure_payable(month, run.now.date())
    if _nobody_has_wages(run.profile, month):
        words = say("Nothing is owed for {month}: the profile has no wages for anybody.", month=month.name)
        return PlannedMonth(month, settled=Result(Outcome.NOTHING_TO_DO, words))
    wish = wish_left(run, pay, month)
    if not wish.contribution.lines:
        return PlannedMonth(month, settled=nothing_is_left(month), on_record=True)
    late = late_interest_at_least(wish.contribution.totals[0], month, run.now.date())
    return PlannedMonth(month, wish, late=late)


def as_found(planned: PlannedMonth, found: Sequence[Listed]) -> PlannedMonth:
    """Add what the portal has. Where nothing is owed and there is something, it is told and left as it is."""
    seen = replace(planned, found=found, late=Decimal(0) if is_paid(found) else planned.late)
    if planned.settled is None or not found:
        return seen
    words = say(
        "{message} What the portal has was left as it is: {at_the_portal}.",
        message=planned.settled.message,
        at_the_portal=seen.at_the_portal,
    )
    return replace(seen, settled=replace(planned.settled, message=words))


def rows_of(planned: Sequence[PlannedMonth]) -> list[tuple[str, ...]]:
    """Write the plan as rows of text, under PLAN_HEADINGS."""
    return [
        (
            each.month.name,
            each.wages,
            each.expected,
            each.at_the_portal,
            f"{each.month.due:%d/%m/%Y}",
            say("at least {late}", late=ringgit(each.late)) if each.late else "",
        )
        for each in planned
    ]


def _nobody_has_wages(profile: Profile, month: ContributionMonth) -> bool:
    employed = employed_in(profile, month)
    return bool(employed) and not any(wages_for(profile, employee, month) for employee in employed)
