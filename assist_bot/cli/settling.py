"""`assist-bot pay --month MONTH --receipt NUMBER`: what the person saw is recorded, on their word alone."""

from decimal import Decimal
from functools import partial

from assist_bot.cli.running import Run, Wishes, execute, exit_with
from assist_bot.contribution import ContributionMonth
from assist_bot.language import mark, say, say_marked
from assist_bot.money import ringgit
from assist_bot.outcome import Outcome, Result

HELP = mark("SOCSO's help line is {help_line}.")


def command(wishes: Wishes, month: str, receipt: str) -> None:
    """Record the receipt, and leave with the exit code. No browser is opened."""
    job = partial(settle, month=ContributionMonth.parse(month), receipt=receipt.strip())
    exit_with(execute(wishes, job), as_json=wishes.as_json)


def settle(run: Run, month: ContributionMonth, receipt: str) -> Result:
    """Record a month as settled by hand. Raises ContributionRefused where it is on record as paid."""
    employer = run.profile.portal.portal_id
    if run.wishes.dry_run:
        return Result(
            Outcome.DRY_RUN,
            say(
                "{month} would be recorded as settled by hand, with receipt {receipt}.",
                month=month.name,
                receipt=receipt,
            ),
            month=str(month),
        )
    entry = run.ledger.settled_by_hand(employer, month, receipt)
    return Result(
        Outcome.DONE,
        say(
            "{month} is recorded as settled by hand, with receipt {receipt}, on your word: nothing "
            "is sent or paid for it from here any more. It counts as paid once the portal shows it, "
            "which `assist-bot pay --month {month_2}` looks for. Another number is recorded in the "
            "same way.",
            month=month.name,
            receipt=receipt,
            month_2=month,
        ),
        month=str(month),
        total=entry.total,
        acr=entry.acr,
        receipt=receipt,
    )


def still_by_hand(name: str, acr: str, total: Decimal, receipt: str) -> str:
    """Say that a month is settled on the person's word, and that the portal does not show it."""
    waits = (
        say(" There {acr} over {total} is still to be paid.", acr=acr, total=ringgit(total)) if acr else ""
    )
    return say(
        "{name} was settled by hand, with receipt {receipt}; the portal does not show it as paid "
        "yet.{waits} Nothing was sent: it never is for a month that you settled. If the receipt "
        "is for something else, take it and the month to SOCSO, who can say what is paid and "
        "what is to be done at the portal by hand. {help}",
        name=name,
        receipt=receipt,
        waits=waits,
        help=say_marked(HELP),
    )
