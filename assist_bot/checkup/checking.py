"""Each check is one sentence and at most one remedy; whatever ends a look becomes a check itself."""

from collections.abc import Callable, Iterator

from assist_bot.errors import Ending
from assist_bot.language import say
from assist_bot.outcome import Check, Outcome, State


def ok(name: str, message: str) -> Check:
    """Note something that is as it should be."""
    return Check(name, State.OK, message)


def warning(name: str, message: str, remedy: str) -> Check:
    """Note something that stops nothing, or not yet."""
    return Check(name, State.WARNING, message, remedy)


def problem(name: str, outcome: Outcome, message: str, remedy: str) -> Check:
    """Note something that would end a run, with the outcome that the run would have."""
    return Check(name, State.PROBLEM, message, remedy, outcome)


def not_checked(name: str, why: str) -> Check:
    """Note something that could not be looked at, or need not be."""
    return Check(name, State.NOT_CHECKED, say("Not checked, because {why}.", why=why))


def ended_by(name: str, error: Ending) -> Check:
    """Make a problem of what would end a run."""
    return problem(name, error.outcome, error.fact, error.remedy)


def guarded(name: str, look: Callable[[], Iterator[Check]]) -> Iterator[Check]:
    """Give the checks of a look; where it ends in an error, that is its last check."""
    try:
        yield from look()
    except Ending as error:
        yield ended_by(name, error)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        where = f" ({error.filename})" if error.filename else ""
        yield problem(
            name,
            Outcome.MACHINE,
            say("This computer refused something: {reason}{where}.", reason=reason, where=where),
            say("Give yourself the right to it, or free some disk space."),
        )
