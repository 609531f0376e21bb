"""`assist-bot pay --month MONTH --receipt NUMBER`: what the person saw is recorded, on their word alone."""

from decimal import Decimal
from functools import partial

from assist_bot.cli.running import Run, Wishes, execute, exit_with
from assist_bot.contribution import ContributionMonth
from assist_bot.money import ringgit
from assist_bot.outcome import Outcome, Result

HELP = "SOCSO's help line is 1-300-22-8000."


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
            f"{month.name} would be recorded as settled by hand, with receipt {receipt}.",
            month=str(month),
        )
    entry = run.ledger.settled_by_hand(employer, month, receipt)
    return Result(
        Outcome.DONE,
        f"{month.name} is recorded as settled by hand, with receipt {receipt}, on your word: nothing is sent or paid "
        "for it from here any more. It counts as paid once the portal shows it, which `assist-bot pay --month "
        f"{month}` looks for. Another number is recorded in the same way.",
        month=str(month),
        total=entry.total,
        acr=entry.acr,
        receipt=receipt,
    )


def still_by_hand(name: str, acr: str, total: Decimal, receipt: str) -> str:
    """Say that a month is settled on the person's word, and that the portal does not show it."""
    waits = f" There {acr} over {ringgit(total)} is still to be paid." if acr else ""
    return (
        f"{name} was settled by hand, with receipt {receipt}; the portal does not show it as paid yet.{waits} Nothing "
        "was sent: it never is for a month that you settled. If the receipt is for something else, take it and the "
        f"month to SOCSO, who can say what is paid and what is to be done at the portal by hand. {HELP}"
    )
