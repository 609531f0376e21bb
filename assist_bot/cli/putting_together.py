"""What became of several months, as one result."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assist_bot.cli.month_plan import PlannedMonth
from assist_bot.cli.one_month import MISTAKE
from assist_bot.contribution import ContributionMonth
from assist_bot.language import mark, say, say_marked
from assist_bot.money import ringgit
from assist_bot.outcome import NOT_BEGUN, MonthResult, Outcome, Result

_LEAST_FINISHED_FIRST = {
    Outcome.DRY_RUN: mark("Looked at, nothing saved"),
    Outcome.DRAFTED: mark("Draft saved and checked, nothing submitted"),
    Outcome.SUBMITTED: mark("Submitted, still to be paid"),
    Outcome.DONE: mark("Paid"),
    Outcome.NOTHING_TO_DO: mark("Nothing to do"),
}
_NOTHING_UNPAID = mark("No month is unpaid.")


@dataclass
class Months:
    """The months of a run, and what became of each so far. Those `not_offered` may be paid, or not: nobody knows."""

    planned: list[PlannedMonth] = field(default_factory=list)
    not_offered: tuple[ContributionMonth, ...] = ()
    became: dict[ContributionMonth, Result] = field(default_factory=dict)

    def result_of(self, each: PlannedMonth) -> Result | None:
        """Give what became of a month; None when it was not begun."""
        return self.became.get(each.month) or each.settled


def together(months: Months, failure: Result | None = None) -> Result:
    """Put the results of all months together. `failure`: what ended the run outside of any month."""
    results = [(each, months.result_of(each)) for each in months.planned]
    stopped = next(((each, result) for each, result in results if result and result.exit_code), None)
    outcomes = {result.outcome for _, result in results if result}
    outcome = next((each for each in _LEAST_FINISHED_FIRST if each in outcomes), Outcome.NOTHING_TO_DO)
    month, problems = "", failure.problems if failure else ()
    if failure:
        outcome = failure.outcome
    elif stopped:
        outcome, month, problems = stopped[1].outcome, str(stopped[0].month), stopped[1].problems
    return Result(
        outcome,
        "\n".join(_told(months, failure)) or say_marked(_NOTHING_UNPAID),
        month=month,
        months=[_month(each, result) for each, result in results],
        problems=problems,
    )


def _month(each: PlannedMonth, result: Result | None) -> MonthResult:
    if result is None:
        return MonthResult(str(each.month), NOT_BEGUN, say("{month} was not begun.", month=each.month.name))
    return MonthResult(
        str(each.month),
        str(result.outcome),
        result.message.removesuffix(say_marked(MISTAKE)).rstrip(),  # it is told once, of all months
        result.total,
        result.lines,
        result.late_interest,
        result.acr,
        result.receipt,
    )


def _told(months: Months, failure: Result | None) -> Iterator[str]:
    """Tell it in sentences: what was done, what stopped, what was not begun, and what nobody knows."""
    if failure:
        yield failure.message
    results = {each.month: months.result_of(each) for each in months.planned}
    owed = {month: each for month, each in results.items() if not _nothing_owed(each)}
    for outcome, words in _LEAST_FINISHED_FIRST.items():
        done = [_with_total(month, each) for month, each in owed.items() if each and each.outcome is outcome]
        if done:
            yield say("{words}: {months}.", words=say_marked(words), months=", ".join(done))
    for month, each in results.items():
        if each and each.exit_code:
            yield say("{month} stopped: {message}", month=month.name, message=each.message)
        elif each and _nothing_owed(each):
            yield each.message
    if not_begun := [month for month, each in results.items() if each is None]:
        yield say(
            "Not begun: {months}; the same command goes on with what is left.", months=_names(not_begun)
        )
    yield from _asides(months)


def _nothing_owed(result: Result | None) -> bool:
    return result is not None and result.outcome is Outcome.NOTHING_TO_DO and result.total is None


def _asides(months: Months) -> Iterator[str]:
    sent = [each for each in months.planned if _was_sent(months.became.get(each.month))]
    if late := [_late(each, months.became[each.month]) for each in sent if each.late]:
        yield say(
            "Late interest is a payable of its own and was not paid here: {months}.", months=", ".join(late)
        )
    if months.not_offered:
        yield (
            say(
                "The portal does not offer {months}: it may have been paid in the PRIHATIN app, or "
                "before. Nothing was done about it.",
                months=_names(months.not_offered),
            )
        )
    if sent:
        yield say_marked(MISTAKE)


def _late(each: PlannedMonth, became: Result) -> str:
    """Write a month's late interest: what the portal asks for, or else our estimate."""
    if became.late_interest is not None:
        return f"{each.month.name} {ringgit(became.late_interest)}"
    return say("{month} at least {late} by estimate", month=each.month.name, late=ringgit(each.late))


def _was_sent(result: Result | None) -> bool:
    return result is not None and result.outcome in (Outcome.DONE, Outcome.SUBMITTED)


def _with_total(month: ContributionMonth, result: Result) -> str:
    return f"{month.name} ({ringgit(result.total)})" if result.total is not None else month.name


def _names(months: Iterable[ContributionMonth]) -> str:
    return ", ".join(month.name for month in months)
