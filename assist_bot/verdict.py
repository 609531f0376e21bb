"""How a run ended, in plain words for the person: the heading of the review."""

from dataclasses import dataclass, replace
from typing import Literal

from assist_bot.outcome import Outcome

Kind = Literal["good", "neutral", "wait", "bad", "alarm"]


@dataclass(frozen=True)
class Verdict:
    """A few words, what they mean for the person, and the kind of colour that goes with them."""

    words: str
    meaning: str
    kind: Kind


VERDICTS = {
    Outcome.DONE: Verdict("Done", "Everything that was asked for is done.", "good"),
    Outcome.NOTHING_TO_DO: Verdict("Nothing to do", "Everything was already in order at the portal.", "good"),
    Outcome.DRY_RUN: Verdict("Dry run: nothing was saved", "This run only looked and showed.", "neutral"),
    Outcome.DRAFTED: Verdict("Draft saved, not submitted", "The draft stands at the portal.", "neutral"),
    Outcome.SUBMITTED: Verdict("Submitted, not paid yet", "The slip (ACR) is still to be paid.", "wait"),
    Outcome.WAITING: Verdict("Waiting", "The next step is not the program's. Run it again later.", "wait"),
    Outcome.REFUSED: Verdict("Stopped: nothing was submitted", "Something was not right.", "bad"),
    Outcome.MEND_PROFILE: Verdict("Your profile is to be mended", "Mend it, then run again.", "bad"),
    Outcome.INCOMPLETE: Verdict("Not everything is there yet", "See the list; nothing was sent.", "wait"),
    Outcome.CREDENTIALS: Verdict("Could not log in", "No other password was tried.", "bad"),
    Outcome.PORTAL: Verdict("Stopped: the portal was not as expected", "See the last step below.", "bad"),
    Outcome.UNKNOWN: Verdict(
        "Not known: look at the portal first",
        "Something was sent and its answer was lost. Money may have moved: look before you do anything.",
        "alarm",
    ),
    Outcome.INTERRUPTED: Verdict("Stopped by you", "The run was interrupted.", "wait"),
    Outcome.MACHINE: Verdict("This computer is to be mended", "The run could not go on here.", "bad"),
    Outcome.BUG: Verdict("Stopped: a fault in the program", "This is not your mistake.", "bad"),
    Outcome.USAGE: Verdict("The command was not understood", "Nothing was done.", "bad"),
}

CUT_OFF = Verdict(
    "Cut off: the run did not come to its end",
    "It was killed, or this computer stopped. Nothing was being saved at that moment. Run the command again.",
    "bad",
)
CUT_OFF_WHILE_SAVING = Verdict(
    "Cut off while saving: look at the portal first",
    "It was killed, or this computer stopped, while something was being sent. Money may have moved.",
    "alarm",
)


def verdict_for(outcome: str, *, was_saving: bool, stopped_at: str = "") -> Verdict:
    """Find the heading for an outcome's word; without one, the run was cut off.

    `stopped_at` is the month, in words, that stopped a run for several months: the heading is about it.
    """
    if outcome in VERDICTS:
        verdict = VERDICTS[Outcome(outcome)]
        return replace(verdict, words=f"{stopped_at}: {verdict.words}") if stopped_at else verdict
    return CUT_OFF_WHILE_SAVING if was_saving else CUT_OFF
