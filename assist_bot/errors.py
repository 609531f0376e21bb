"""Everything that can end a run before its goal, grouped by what the person does next.

Stop
├── ProfileError          3  the profile or a paper is to be mended
├── CredentialsError      4  no password, or one that the portal does not take
├── PortalError           5  the portal is not as expected
│   ├── PortalUnavailable      it cannot be reached, or says that it is closed
│   ├── SessionEnded           the log-in has run out
│   ├── PortalChanged          a word of the guide is not to be found, or stands there twice
│   │   └── NotOffered         a drop-down does not offer what is to be chosen
│   └── PortalRejected         it does not take what was entered, in its own words
├── ContributionRefused   6  nothing was submitted, because something is not right
├── ForgettingRefused     6  nothing was removed, because something is not right
├── ProofRefused          6  no proof was made, because something is not right
├── Waiting               8  for the person, for SOCSO, or for another run
└── MachineError          9  this computer is to be mended
OutcomeUnknown            7  something was sent and its answer was lost: look before anything else
DryRunEnds                0  a dry run has come to the first thing that would be saved

OutcomeUnknown stands beside Stop, not below it, so that no handler of ordinary failures can swallow it.
"""

from collections.abc import Sequence

from assist_bot.language import HELP_LINE, mark, say_marked
from assist_bot.outcome import Outcome, Problem


class Ending(Exception):
    """Ends a run: one sentence of fact, one of remedy. Where nobody can mend it alone, that names SOCSO's help line."""

    outcome = Outcome.BUG
    ask_socso = ""
    """What the remedy ends with, where it does not name SOCSO's help line: for what nobody can mend alone."""

    def __init__(self, fact: str, remedy: str) -> None:
        if self.ask_socso and HELP_LINE not in remedy:
            remedy = f"{remedy} {say_marked(self.ask_socso)}".strip()
        super().__init__(fact, remedy)
        self.fact = fact
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.fact} {self.remedy}".strip()


class Stop(Ending):
    """An end before which nothing is in doubt."""


class ProfileError(Stop):
    """The profile or a paper is to be mended; `problems` lists everything that is wrong, all at once."""

    outcome = Outcome.MEND_PROFILE

    def __init__(self, fact: str, remedy: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(fact, remedy)
        self.problems = tuple(problems)


class CredentialsError(Stop):
    """No password, or one that the portal does not take."""

    outcome = Outcome.CREDENTIALS


class PortalError(Stop):
    """The portal is not as expected."""

    outcome = Outcome.PORTAL


class PortalUnavailable(PortalError):
    """The portal cannot be reached, or says that it is closed."""

    ask_socso = mark("If it stays so, SOCSO's help line is {help_line}.")


class SessionEnded(PortalError):
    """The log-in has run out."""


class PortalChanged(PortalError):
    """A word of the guide is not to be found on the page, or stands there more than once."""


class NotOffered(PortalChanged):
    """A drop-down does not offer what is to be chosen."""


class PortalRejected(PortalError):
    """The portal does not take what was entered; the fact quotes it."""


class ContributionRefused(Stop):
    """Nothing was submitted: the month, the employee, the amount or the approval is not right."""

    outcome = Outcome.REFUSED


class ForgettingRefused(Stop):
    """Nothing was removed: it is not clear who is meant, it was not confirmed, or the record is in doubt."""

    outcome = Outcome.REFUSED


class ProofRefused(Stop):
    """No proof was made: it is not clear whose, or the file is there already."""

    outcome = Outcome.REFUSED


class Waiting(Stop):
    """The next step belongs to the person, to SOCSO, or to another run that holds the lock."""

    outcome = Outcome.WAITING


class MachineError(Stop):
    """This computer is to be mended: no browser, no disk space, a damaged ledger."""

    outcome = Outcome.MACHINE


class DryRunEnds(Ending):
    """A dry run has come to the first thing that would be saved; nothing is wrong."""

    outcome = Outcome.DRY_RUN


class OutcomeUnknown(Ending):
    """Something was sent and its answer was lost; money may have moved. Look at the portal before anything else."""

    outcome = Outcome.UNKNOWN
    ask_socso = mark("SOCSO's help line is {help_line}.")
