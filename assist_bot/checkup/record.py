"""The ledger: whole, without open doubts, and with no month left half-way."""

from collections.abc import Iterator

from assist_bot.checkup.checking import ok, warning
from assist_bot.ledger import Entry, Ledger, RegistrationState
from assist_bot.outcome import Check
from assist_bot.places import Places

RECORD = "Record"


def look_at_record(here: Places, employer: str) -> Iterator[Check]:
    """Open the ledger, which looks through all of it, and tell what is open. Raises MachineError for a damaged one."""
    if not here.ledger.exists():
        yield ok(RECORD, "There is none yet; the first run makes it.")
        return
    with Ledger.open(here.ledger, read_only=True) as ledger:
        entries = ledger.entries()
        registration = ledger.registration(employer) if employer else None
    settled = sum(entry.settled for entry in entries)
    yield ok(RECORD, f"{here.ledger} is whole: {len(entries)} submissions, {settled} of them settled.")
    for entry in entries:
        if entry.in_doubt:
            yield _in_doubt(entry)
        elif not entry.settled:
            yield _half_way(entry)
    if registration is not None and registration.state is not RegistrationState.REGISTERED:
        yield warning(
            RECORD,
            f"The registration is {registration.state}, since {registration.changed:%d %B %Y}.",
            "Run `assist-bot register`: it looks at the portal and goes on from there.",
        )


def _in_doubt(entry: Entry) -> Check:
    return warning(
        RECORD,
        f"Something was sent for {entry.month.name} and its answer is not known.",
        f"Run `assist-bot pay --month {entry.month}`: it looks at the portal before anything else.",
    )


def _half_way(entry: Entry) -> Check:
    return warning(
        RECORD,
        f"{entry.month.name} is begun and not paid ({entry.state}).",
        f"Run `assist-bot pay --month {entry.month}`: it goes on from there.",
    )
