"""`assist-bot doctor`: what is in order on this computer, and with --portal whether the portal still has our words."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assist_bot import logs
from assist_bot.checkup.checking import not_checked, ok
from assist_bot.checkup.examining import Examination
from assist_bot.cli.doctor_showing import show_checks, show_never_seen, show_words
from assist_bot.cli.portal_checks import TOUR, checks_of, words_of
from assist_bot.cli.running import Run, Wishes, ending_plainly, execute, exit_with
from assist_bot.cli.terminal import Terminal, Unheard
from assist_bot.errors import Ending
from assist_bot.language import mark, say, say_marked
from assist_bot.outcome import Check, Outcome, Result, State
from assist_bot.places import Places, places
from assist_bot.portal.seen_words import never_seen
from flows.tour import Visit, tour

SERIOUS = (Outcome.MACHINE, Outcome.MEND_PROFILE, Outcome.CREDENTIALS, Outcome.PORTAL)
"""What is to be mended first: without it, nothing that comes later can be seen to."""


def command(profile: Path | None, *, portal: bool, as_json: bool) -> None:
    """Look at everything, show it, and leave with the exit code of the most serious problem."""
    here = places()
    with ending_plainly() as ended:
        logs.begin(None)
        examination = Examination(here, profile or here.profile)
        with Terminal().progress(say("Looking at this computer; nothing is changed.")):
            checks = list(examination.checks())
        ended.result = _told(Result(Outcome.DONE, "", checks=checks))
        if portal:
            ended.result = _told(
                _at_the_portal(profile, checks, reached=examination.trial.answer is not None)
            )
        ended.result = _with_assumed(ended.result, here)
    if not as_json:
        out = Unheard(highlight=False)
        show_checks(out, ended.result.checks)
        show_words(out, ended.result.words)
        if portal:
            show_never_seen(out, never_seen(here.seen_words))
    exit_with(ended.result, as_json=as_json)


def _with_assumed(result: Result, here: Places) -> Result:
    """Add which names are assumed and were never seen at the portal itself; a tour has just looked for them."""
    left = [
        each.word if each.name == each.word else f"{each.name} ({each.word})"
        for each in never_seen(here.seen_words)
    ]
    told = say(
        "{count} names for what the portal shows are assumed, and have not been seen there yet.",
        count=len(left),
    )
    return replace(result, checks=[*result.checks, ok(mark("Assumed words"), told)], never_seen=left)


def _at_the_portal(profile: Path | None, checks: list[Check], *, reached: bool) -> Result:
    """Take the tour, unless something is to be mended before; a browser is not installed for it."""
    if not reached or any(check.state is State.PROBLEM for check in checks):
        return Result(
            Outcome.DONE, "", checks=[*checks, not_checked(TOUR, say("what is told above comes first"))]
        )
    result = execute(Wishes("doctor", profile, dry_run=True, no_input=True), _tour)
    if result.exit_code and not any(check.outcome for check in result.checks):
        checks = [*checks, Check(TOUR, State.PROBLEM, result.message, outcome=result.outcome)]
    return replace(result, checks=[*checks, *result.checks])


def _tour(run: Run) -> Result:
    """Go round the portal, which is opened read-only, and tell of each page; also when the tour ends early."""
    visits, ended_by = list[Visit](), None
    with run.portal() as portal:
        try:
            visits.extend(tour(portal, run.credentials))
        except Ending as error:
            ended_by = error
    hidden = run.journal.hidden
    checks = [
        replace(check, message=hidden(check.message), remedy=hidden(check.remedy))
        for check in checks_of(visits, ended_by, run.places.own_words)
    ]
    words = [replace(word, shown=hidden(word.shown)) for word in words_of(visits)]
    result = _told(Result(Outcome.DONE, "", checks=checks, words=words))
    done = result.outcome is Outcome.DONE
    return replace(result, outcome=Outcome.DRY_RUN) if done else result


def _told(result: Result) -> Result:
    """Put the most serious outcome and a sentence above the checks."""
    found = {check.outcome for check in result.checks if check.outcome}
    outcome = next((each for each in SERIOUS if each in found), None) or next(iter(found), Outcome.DONE)
    first = next((check.name for check in result.checks if check.outcome is outcome), "")
    begin = say(" Begin with: {first}.", first=say_marked(first)) if first else ""
    return replace(result, outcome=outcome, message=f"{_counted(result.checks)}.{begin}")


def _counted(checks: Sequence[Check]) -> str:
    states = [check.state for check in checks]
    numbers = [
        (states.count(State.PROBLEM), mark("{count} problem"), mark("{count} problems")),
        (states.count(State.WARNING), mark("{count} warning"), mark("{count} warnings")),
        (states.count(State.NOT_CHECKED), mark("{count} not checked"), mark("{count} not checked")),
    ]
    told = [say_marked(one if count == 1 else more, count=count) for count, one, more in numbers if count]
    return ", ".join([say("{count} checks", count=len(checks)), *(told or [say("all in order")])])
