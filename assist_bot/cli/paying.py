"""`assist-bot pay`: one month, or several in one run."""

from functools import partial

from assist_bot.cli.asking import AtTheTerminal
from assist_bot.cli.one_month import pay_one_month
from assist_bot.cli.pay_wishes import PayWishes
from assist_bot.cli.running import Run, Wishes, execute, exit_with, visible
from assist_bot.cli.several_months import pay_several_months
from assist_bot.contribution import ContributionMonth, last_month
from assist_bot.outcome import Result
from assist_bot.person import Person


def command(wishes: Wishes, pay: PayWishes) -> None:
    """Pay, and leave with the exit code."""
    headed = visible(wishes, must_act=pay.until is None and not wishes.no_input)
    exit_with(execute(wishes, partial(job, pay=pay), headed=headed), as_json=wishes.as_json)


def job(run: Run, pay: PayWishes, person: Person | None = None) -> Result:
    """Pay what was asked for. Without a `person` it is the one at the terminal."""
    person = person or AtTheTerminal(
        run.terminal, run.wishes.yes, run.wishes.no_input, run.headed, pay.wait_for_bank
    )
    if pay.several:
        return pay_several_months(run, pay, person)
    month = ContributionMonth.parse(pay.months[0]) if pay.months else last_month(run.now.date())
    return pay_one_month(run, pay, month, person)
