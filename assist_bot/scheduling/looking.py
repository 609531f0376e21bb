"""What is installed, when it runs next, how it ran last, and whether anybody is told."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from assist_bot.checkup.checking import ok, warning
from assist_bot.language import day, say
from assist_bot.money import ringgit
from assist_bot.outcome import EXIT_CODES, Check, Outcome
from assist_bot.scheduling import starting
from assist_bot.scheduling.agreed import Agreed, LastRun
from assist_bot.scheduling.days import BEGINS, JITTER, next_run, runs_missed
from assist_bot.verdict import VERDICTS

SCHEDULE, LAST, NEXT, TELLING = "Schedule", "Last run", "Next run", "Notification"


def look_at_schedule(known: Agreed | None, urls: Sequence[str], now: datetime) -> Iterator[Check]:
    """Give one check after the other."""
    if known is None:
        yield warning(
            SCHEDULE,
            say("None is installed: nothing runs by itself."),
            say("Install one with `assist-bot schedule install`."),
        )
        return
    yield _installed(known)
    yield from _last(known.last, now.date())
    yield _next(known, now)
    yield _telling(urls)


def _installed(known: Agreed) -> Check:
    goal = say("It stops at the checked draft, and submits nothing.")
    if known.at_most is not None:
        goal = say("It goes to the slip to be paid (ACR), for {total} at most.", total=ringgit(known.at_most))
    started = say("{goal} It is started by {starter}.", goal=goal, starter=starting.name_of(known.starter))
    if starting.is_installed(known.starter, known.command) is False:
        return warning(
            SCHEDULE,
            say("{started} But that is not there any more, or starts something else.", started=started),
            say("Run `assist-bot schedule install` again."),
        )
    return ok(SCHEDULE, started)


def _last(last: LastRun | None, today: date) -> Iterator[Check]:
    if last is None:
        yield ok(LAST, say("None yet."))
        return
    when, month = day(last.began.date()), last.month.name
    pay = say("Run `assist-bot pay --month {month}`.", month=last.month)
    if not last.outcome:
        yield warning(
            LAST, say("{when}, for {month}: it was cut off, or still goes on.", when=when, month=month), pay
        )
    elif EXIT_CODES[Outcome(last.outcome)]:
        said = VERDICTS[Outcome(last.outcome)].words
        yield warning(
            LAST, say("{when}, for {month}: not prepared. {said}.", when=when, month=month, said=said), pay
        )
    else:
        said = VERDICTS[Outcome(last.outcome)].words
        yield ok(LAST, say("{when}, for {month}: {said}.", when=when, month=month, said=said))
    if last.notified == "failed":
        yield warning(
            TELLING, say("That of the last run did not go out."), say("Try `assist-bot notify test`.")
        )
    if missed := runs_missed(last.began.date(), today):
        yield warning(
            LAST,
            say("Runs since then that did not happen: {count}.", count=missed),
            say("Was this computer off, or nobody logged in? The next run catches up."),
        )


def _next(known: Agreed, now: datetime) -> Check:
    if known.starter == "by_hand":
        return ok(NEXT, say("When your own line (cron or launchd) starts it."))
    latest = (datetime.combine(now.date(), BEGINS) + JITTER).time()
    return ok(
        NEXT,
        say(
            "{day}, between {first} and {last}.",
            day=day(next_run(now)),
            first=f"{BEGINS:%H:%M}",
            last=f"{latest:%H:%M}",
        ),
    )


def _telling(urls: Sequence[str]) -> Check:
    if urls:
        return ok(TELLING, say("You are told of each run; addresses: {count}.", count=len(urls)))
    return warning(
        TELLING,
        say("Nobody is told how a run went."),
        say("Write [notify] into the profile; the README says how."),
    )
