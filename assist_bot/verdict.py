"""How a run ended, in plain words for the person: the heading of the review."""

from dataclasses import dataclass, replace
from typing import Literal

from assist_bot.language import mark, say_marked
from assist_bot.outcome import Outcome

Kind = Literal["good", "neutral", "wait", "bad", "alarm"]


@dataclass(frozen=True)
class Verdict:
    """A few words, what they mean for the person, and the kind of colour that goes with them."""

    words: str
    meaning: str
    kind: Kind


VERDICTS = {
    Outcome.DONE: Verdict(mark("Done"), mark("Everything that was asked for is done."), "good"),
    Outcome.NOTHING_TO_DO: Verdict(
        mark("Nothing to do"), mark("Everything was already in order at the portal."), "good"
    ),
    Outcome.DRY_RUN: Verdict(
        mark("Dry run: nothing was saved"), mark("This run only looked and showed."), "neutral"
    ),
    Outcome.DRAFTED: Verdict(
        mark("Draft saved, not submitted"), mark("The draft stands at the portal."), "neutral"
    ),
    Outcome.SUBMITTED: Verdict(
        mark("Submitted, not paid yet"), mark("The slip (ACR) is still to be paid."), "wait"
    ),
    Outcome.WAITING: Verdict(
        mark("Waiting"), mark("The next step is not the program's. Run it again later."), "wait"
    ),
    Outcome.REFUSED: Verdict(mark("Stopped: nothing was submitted"), mark("Something was not right."), "bad"),
    Outcome.MEND_PROFILE: Verdict(
        mark("Your profile is to be mended"), mark("Mend it, then run again."), "bad"
    ),
    Outcome.INCOMPLETE: Verdict(
        mark("Not everything is there yet"), mark("See the list; nothing was sent."), "wait"
    ),
    Outcome.CREDENTIALS: Verdict(mark("Could not log in"), mark("No other password was tried."), "bad"),
    Outcome.PORTAL: Verdict(
        mark("Stopped: the portal was not as expected"), mark("See the last step below."), "bad"
    ),
    Outcome.UNKNOWN: Verdict(
        mark("Not known: look at the portal first"),
        mark(
            "Something was sent and its answer was lost. Money may have moved: look before you do anything."
        ),
        "alarm",
    ),
    Outcome.INTERRUPTED: Verdict(mark("Stopped by you"), mark("The run was interrupted."), "wait"),
    Outcome.MACHINE: Verdict(
        mark("This computer is to be mended"), mark("The run could not go on here."), "bad"
    ),
    Outcome.BUG: Verdict(mark("Stopped: a fault in the program"), mark("This is not your mistake."), "bad"),
    Outcome.USAGE: Verdict(mark("The command was not understood"), mark("Nothing was done."), "bad"),
}

CUT_OFF = Verdict(
    mark("Cut off: the run did not come to its end"),
    mark(
        "It was killed, or this computer stopped. Nothing was being saved at that moment. Run "
        "the command again."
    ),
    "bad",
)
CUT_OFF_WHILE_SAVING = Verdict(
    mark("Cut off while saving: look at the portal first"),
    mark("It was killed, or this computer stopped, while something was being sent. Money may have moved."),
    "alarm",
)


def verdict_for(outcome: str, *, was_saving: bool, stopped_at: str = "") -> Verdict:
    """Find the heading for an outcome's word; without one, the run was cut off.

    `stopped_at` is the month, in words, that stopped a run for several months: the heading is about it.
    """
    if outcome in VERDICTS:
        verdict = _said(VERDICTS[Outcome(outcome)])
        return replace(verdict, words=f"{stopped_at}: {verdict.words}") if stopped_at else verdict
    return _said(CUT_OFF_WHILE_SAVING if was_saving else CUT_OFF)


def _said(verdict: Verdict) -> Verdict:
    return replace(verdict, words=say_marked(verdict.words), meaning=say_marked(verdict.meaning))
