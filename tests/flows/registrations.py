"""Runs of `register` in a test: one, or as many as it takes."""

from assist_bot.cli.registering import registering
from assist_bot.errors import Ending
from assist_bot.outcome import Result
from assist_bot.person import Person
from tests.flows.household import Household


def register_once(household: Household, person: Person, *, dry_run: bool = False) -> Result:
    """Run `register` once, with a browser, a journal and credentials of its own, as each command does."""
    with household.running("register", dry_run=dry_run) as run:
        return registering(run.portal, run.ledger, run.credentials, household.profile, person)


def register_again_and_again(household: Household, person: Person, at_most: int) -> list[Ending]:
    """Run `register` until it ends by itself, and give what stopped it before; fails after too many runs."""
    stops: list[Ending] = []
    for _ in range(at_most):
        try:
            register_once(household, person)
        except Ending as ending:
            stops.append(ending)
        else:
            return stops
    raise AssertionError(f"not registered after {at_most} runs: {[str(stop) for stop in stops]}")


def ending_of(household: Household, person: Person, *, dry_run: bool = False) -> Ending:
    """Run `register` once and give what stopped it; fails where nothing did."""
    try:
        result = register_once(household, person, dry_run=dry_run)
    except Ending as ending:
        return ending
    raise AssertionError(f"nothing stopped it: {result.message}")
