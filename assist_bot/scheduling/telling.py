"""What the person is told of a scheduled run. It goes through others' services: no name and no paper's number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assist_bot.contribution import ContributionMonth
from assist_bot.language import day, mark, say, say_marked
from assist_bot.money import ringgit
from assist_bot.outcome import Outcome
from assist_bot.scheduling.days import DUE_SOON, next_day

_WHY = {
    Outcome.MEND_PROFILE: mark("something in your profile is to be mended. `assist-bot doctor` says what."),
    Outcome.CREDENTIALS: (
        mark(
            "there was no password that could be used, or the credential store was locked. "
            "`assist-bot credentials check` says which."
        )
    ),
    Outcome.PORTAL: (
        mark(
            "the portal could not be reached, or was not as expected. If it happens again, run `{pay}` yourself."
        )
    ),
    Outcome.REFUSED: (
        mark(
            "the portal does not offer the month yet, or something in it is not as expected. Run "
            "`{pay}` yourself: it says "
            "what it is."
        )
    ),
    Outcome.WAITING: mark(
        "it waits for you, for SOCSO, or for another run. Run `{pay}` yourself: it says for whom."
    ),
    Outcome.MACHINE: mark("this computer is to be mended. `assist-bot doctor` says what."),
    Outcome.INTERRUPTED: mark("the run was stopped. The next one goes on."),
}
_FAULT = mark("of a fault in assist-bot itself. Run `{pay}` yourself, and look at the portal first.")


@dataclass(frozen=True)
class Told:
    """A message: its first line, and the rest."""

    title: str
    text: str


@dataclass(frozen=True)
class Ended:
    """How a scheduled run ended: for which month, on what day, with what total in ringgit, what else is open."""

    outcome: Outcome
    month: ContributionMonth
    today: date
    total: Decimal | None = None
    left_behind: Sequence[ContributionMonth] = ()
    runs_missed: int = 0


def told(ended: Ended) -> Told:
    """Say what was prepared or was not, by when it is due, and what the person does next."""
    month, pay = ended.month.name, f"assist-bot pay --month {ended.month}"
    over = say(" over {total}", total=ringgit(ended.total)) if ended.total is not None else ""
    match ended.outcome:
        case Outcome.DRAFTED:
            title = say("{month}: the draft is ready", month=month)
            text = say(
                "The draft for {month}{over} is saved and checked. Nothing is submitted or paid. {due} Next, at your "
                "computer: `{pay}`.",
                month=month,
                over=over,
                due=_due(ended),
                pay=pay,
            )
        case Outcome.SUBMITTED:
            title = say("{month}: submitted, to be paid by you", month=month)
            text = say(
                "{month} is submitted: its slip (ACR){over} is to be paid, and nothing is paid yet. {due} Next, at "
                "your computer: `{pay}`.",
                month=month,
                over=over,
                due=_due(ended),
                pay=pay,
            )
        case Outcome.NOTHING_TO_DO | Outcome.DONE:
            title = say("{month}: nothing to do", month=month)
            text = say("{month} is paid or settled{over}; nothing was done.", month=month, over=over)
        case Outcome.UNKNOWN:
            title = say("{month}: look before anything else", month=month)
            text = say(
                "It is not known what became of something that was sent for {month}. Do not pay it by hand. Next, at "
                "your computer: `{pay}`, which looks at the portal first. SOCSO's help line is {help_line}.",
                month=month,
                pay=pay,
            )
        case other:
            title = say("{month} was NOT prepared", month=month)
            why = say_marked(_WHY.get(other, _FAULT), pay=pay)
            text = say(
                "{month} was NOT prepared, because {why} {due} {again} SOCSO's help line is {help_line}.",
                month=month,
                why=why,
                due=_due(ended),
                again=_again(ended),
            )
    return Told(f"assist-bot: {title}", " ".join([text, *_besides(ended)]))


def nothing_new(ended: Ended, before: str) -> bool:
    """Say whether the month was settled already when it was last told, and nothing else is open."""
    settled = ended.outcome is Outcome.NOTHING_TO_DO and before == Outcome.NOTHING_TO_DO
    return settled and not ended.left_behind and not ended.runs_missed


def _due(ended: Ended) -> str:
    due, left = ended.month.due, ended.month.due - ended.today
    if left > DUE_SOON:
        return say("It is due by {day}.", day=day(due))
    return say("It is due by {day}: days left, {days}.", day=day(due), days=left.days)


def _again(ended: Ended) -> str:
    following = next_day(ended.today)
    if following > ended.month.due:
        return say("No other run comes before that: do it yourself.")
    return say("It is tried again on {day}.", day=day(following))


def _besides(ended: Ended) -> list[str]:
    also = []
    if ended.left_behind:
        months = ", ".join(month.name for month in ended.left_behind)
        also.append(
            say(
                "Not on record as paid, and late: {months}. `assist-bot pay --arrears` asks the portal and pays what "
                "is open.",
                months=months,
            )
        )
    if ended.runs_missed:
        also.append(
            say(
                "Runs that did not happen before this one, because this computer was off or nobody was logged in: "
                "{count}.",
                count=ended.runs_missed,
            )
        )
    return also
