"""Between sending and the answer: whatever goes wrong there leaves the outcome unknown, and says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from assist_bot.errors import Ending, OutcomeUnknown
from assist_bot.language import mark, say, say_marked

REMEDY = mark("Do not repeat it by hand. Run this again: it looks at the portal before anything else.")


class Settled(Protocol):
    """Knows whether the answer was recorded."""

    @property
    def settled(self) -> bool:
        """Whether the answer was recorded."""


@contextmanager
def unless_settled(sending: Settled, what: str, mark_unknown: Callable[[str], None]) -> Iterator[None]:
    """Turn everything raised inside, and an end without an answer, into OutcomeUnknown; Ctrl-C too.

    What is raised after the answer was recorded passes as it is.
    """
    try:
        yield
        _ensure_settled(sending, what)
    except BaseException as error:
        if sending.settled:
            raise
        unknown = error if isinstance(error, OutcomeUnknown) else _unknown(what, error)
        # The disk says already that it was begun: no second failure, nor a second Ctrl-C, may hide the first.
        with suppress(BaseException):
            mark_unknown(unknown.fact)
        if unknown is error:
            raise
        raise unknown from error


def _unknown(what: str, error: BaseException) -> OutcomeUnknown:
    if isinstance(error, KeyboardInterrupt):
        why = say("you stopped it.")
    elif isinstance(error, Ending):
        why = error.fact
    else:
        why = say("the program failed ({kind}).", kind=type(error).__name__)
    return OutcomeUnknown(
        say("{what} was begun, and its outcome is not known: {why}", what=what, why=why), say_marked(REMEDY)
    )


def _ensure_settled(sending: Settled, what: str) -> None:
    if not sending.settled:
        raise OutcomeUnknown(
            say("{what} was sent, and no answer was recorded.", what=what), say_marked(REMEDY)
        )
