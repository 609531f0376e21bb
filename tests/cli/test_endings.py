"""How whatever ends a run is told: the doubt first, and a result that is there already stands."""

import errno
import os

import pytest

from assist_bot.cli.running import ending_plainly
from assist_bot.errors import OutcomeUnknown, PortalUnavailable
from assist_bot.outcome import Outcome, Result

DOUBT = OutcomeUnknown("A payment was begun.", "Look at your bank.")


@pytest.mark.parametrize("later", [KeyboardInterrupt(), RuntimeError("the browser is gone"), OSError(), None])
def test_a_doubt_is_told_whatever_fails_while_things_are_put_away(later: BaseException | None) -> None:
    """A second Ctrl-C does not make "nothing was being submitted" of it."""
    with ending_plainly() as ended:
        try:
            raise DOUBT
        finally:
            if later is not None:
                raise later
    assert ended.result.outcome is Outcome.UNKNOWN
    assert ended.result.message == str(DOUBT)


def test_a_result_that_is_there_stands() -> None:
    """What fails afterwards is for the log."""
    with ending_plainly() as ended:
        ended.result = Result(Outcome.DONE, "Paid.")
        raise KeyboardInterrupt
    assert ended.result.message == "Paid."


@pytest.mark.parametrize(
    ("error", "outcome", "said"),
    [
        (KeyboardInterrupt(), Outcome.INTERRUPTED, "nothing was being submitted"),
        (PortalUnavailable("It is away.", "Later."), Outcome.PORTAL, "It is away. Later."),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), Outcome.MACHINE, "The disk is full."),
        (OSError(errno.EROFS, os.strerror(errno.EROFS)), Outcome.MACHINE, "Read-only file system"),
        (ZeroDivisionError(), Outcome.BUG, "A fault in assist-bot itself"),
    ],
)
def test_every_end_is_told_in_words(error: BaseException, outcome: Outcome, said: str) -> None:
    """A fact, a remedy, the right outcome; never a traceback."""
    with ending_plainly() as ended:
        raise error
    assert ended.result.outcome is outcome
    assert said in ended.result.message


def test_a_run_without_a_result_is_a_fault() -> None:
    """It is not told as a success."""
    with ending_plainly() as ended:
        pass
    assert ended.result.outcome is Outcome.BUG
