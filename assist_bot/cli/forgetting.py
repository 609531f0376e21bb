"""`assist-bot forget`: names what there is of an employee on this computer, asks, and removes it."""

from pathlib import Path

from assist_bot import logs
from assist_bot.cli.forget_words import what_goes, what_is_gone, what_is_to_be_kept
from assist_bot.cli.running import ending_plainly, exit_with
from assist_bot.cli.terminal import Terminal
from assist_bot.errors import ForgettingRefused, Waiting
from assist_bot.forgetting import Begun, Plan, begun, carry_out, plan_for, whom_is_meant
from assist_bot.language import say
from assist_bot.ledger import Ledger
from assist_bot.leftovers import remove_leftovers
from assist_bot.outcome import Outcome, Result
from assist_bot.owner_only import told
from assist_bot.places import Places, holding_the_lock, places, prepare
from assist_bot.profile import read_table

EVERYTHING = "SEVEN YEARS"
"""What is typed to remove what is to be kept for as long, too."""


def command(employee: str, profile: Path | None, *, ask: bool, as_json: bool) -> None:
    """Forget, and leave with the exit code. Without `ask` only what was confirmed before a kill is finished."""
    terminal = Terminal()
    with ending_plainly() as ended:
        here = places()
        terminal.say_if(told(prepare(here)))
        logs.begin(None)  # the log is among what is removed
        with holding_the_lock(here, "forget"):
            remove_leftovers(here)
            ended.result = _forget(employee, profile or here.profile, here, terminal if ask else None)
    exit_with(ended.result, as_json=as_json)


def _forget(employee: str, profile: Path, here: Places, terminal: Terminal | None) -> Result:
    table = read_table(profile)
    agreed = begun(here)
    if agreed:
        plan = plan_for(agreed.whom, table, profile, here)
        first = say(
            "Forgetting {name} was confirmed before, and cut off; it is finished now. ", name=agreed.whom.name
        )
    else:
        with Ledger.open(here.ledger, read_only=True) as ledger:
            whom = whom_is_meant(table, ledger.entries(), employee)
        plan, first = plan_for(whom, table, profile, here), ""
        agreed = Begun(whom, _confirmed(plan, profile, here, terminal))
    still_named = carry_out(plan, agreed, profile, here)
    return Result(Outcome.DONE, first + what_is_gone(plan, agreed, profile, still_named))


def _confirmed(plan: Plan, profile: Path, here: Places, terminal: Terminal | None) -> bool:
    """Ask both questions before anything is removed; say whether what is to be kept for seven years goes too."""
    name = " ".join(plan.whom.name.split())
    if terminal is None:
        raise _needs_a_person()
    for line in what_goes(plan, profile, here):
        terminal.say(line)
    answer = terminal.ask(say("Type {name} to remove this", name=name))
    if answer is None:
        raise _needs_a_person()
    if " ".join(answer.split()).casefold() != name.casefold():
        raise ForgettingRefused(
            say("{name} was not forgotten; nothing was removed.", name=name), say("Run it again to decide.")
        )
    if not plan.to_be_kept:
        return False
    for line in what_is_to_be_kept(plan.to_be_kept, here):
        terminal.say(line)
    answer = terminal.ask(
        say("Type {everything} to remove this too, or press Enter to keep it", everything=EVERYTHING)
    )
    return " ".join((answer or "").split()).upper() == EVERYTHING


def _needs_a_person() -> Waiting:
    return Waiting(
        say(
            "Forgetting takes your own word, typed at a terminal, and nobody was there; nothing was removed."
        ),
        say("Run `assist-bot forget` at a terminal, without --json and --no-input."),
    )
