"""`assist-bot prepare`: the checklist of everything that is to be there before the portal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assist_bot import clock, logs
from assist_bot.checklist.papers import too_large
from assist_bot.checklist.preparation import preparation
from assist_bot.checklist.whole import checklist
from assist_bot.cli.checklist_showing import show_checklist
from assist_bot.cli.e_mail_sent import remember_sent
from assist_bot.cli.running import ending_plainly, exit_with
from assist_bot.cli.terminal import Terminal, Unheard
from assist_bot.language import say
from assist_bot.outcome import ChecklistSection, Outcome, Result, Standing
from assist_bot.places import places
from assist_bot.profile import portal_of
from assist_bot.scans import CannotShrink, shrink

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class PrepareWishes:
    """What the person asked for: whether papers are shrunk without a question, and whether one may be asked."""

    profile: Path | None = None
    sent: date | None = None
    """The day on which the e-mail to SOCSO was sent, where that is to be remembered."""
    shrink: bool = False
    ask: bool = True
    as_json: bool = False


def command(wishes: PrepareWishes) -> None:
    """Go through the list, show it, and leave with exit code 0 where all is there, 3 where not."""
    terminal = Terminal()
    with ending_plainly() as ended:
        here = places()
        logs.begin(None)
        path = wishes.profile or here.profile
        portal = portal_of(path)
        today = clock.today(portal.url if portal else "")
        if wishes.sent:
            remember_sent(here, portal, wishes.sent, today)
        known = preparation(path, here, today)
        for paper in too_large(known):
            _offer_to_shrink(paper, terminal, wishes)
        with terminal.progress(say("Looking through your papers.")):
            sections = list(checklist(known))
        ended.result = told(sections)
    if not wishes.as_json:
        show_checklist(Unheard(highlight=False), ended.result.checklist)
    exit_with(ended.result, as_json=wishes.as_json)


def _offer_to_shrink(paper: Path, terminal: Terminal, wishes: PrepareWishes) -> None:
    """Make a paper smaller where that was asked for beforehand or is agreed to now."""
    if not wishes.shrink:
        question = say(
            "{paper} is over 5 MB. Type SHRINK to make it smaller; the original is kept", paper=paper
        )
        answer = terminal.ask(question) if wishes.ask else None
        if (answer or "").strip().upper() != "SHRINK":
            return
    try:
        done = shrink(paper)
    except CannotShrink as error:
        terminal.say(say("{paper} was left as it was. {why}", paper=paper, why=error))
        return
    terminal.say(
        say(
            "{paper} has {after} MB now instead of {before}. The original is {original}.",
            paper=paper,
            after=f"{done.after / MEGABYTE:.1f}",
            before=f"{done.before / MEGABYTE:.1f}",
            original=done.original.name,
        )
    )


def told(sections: Sequence[ChecklistSection]) -> Result:
    """Put above the list how it stands, and what to begin with."""
    items = [item for section in sections for item in section.items]
    states = [
        state for _, state in dict.fromkeys((item.name, item.state) for item in items)
    ]  # each paper once
    open_ones = [item for item in items if item.state in (Standing.MISSING, Standing.WRONG)]
    count = say(
        "{there} there, {missing} missing, {wrong} wrong, {look} to be looked at by you.",
        there=states.count(Standing.THERE),
        missing=states.count(Standing.MISSING),
        wrong=states.count(Standing.WRONG),
        look=states.count(Standing.LOOK),
    )
    if open_ones:
        begin = say("Begin with: {name}.", name=open_ones[0].name)
        return Result(Outcome.INCOMPLETE, f"{count} {begin}", checklist=sections)
    ready = say("You can register now: `assist-bot register --dry-run` shows what would be done.")
    return Result(Outcome.DONE, f"{count} {ready}", checklist=sections)
