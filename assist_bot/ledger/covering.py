"""Whom the submissions of a month pay for, by what was written down of them: names, and ends of passport numbers."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from assist_bot.contribution import Contribution, Line
from assist_bot.errors import ContributionRefused
from assist_bot.language import mark, say, say_marked
from assist_bot.ledger.states import Entry, State

_NOT_BEGUN = (State.PLANNED, State.DRAFTED)
_BY_HAND = mark(
    "What it paid for stands on its slip or receipt at the portal. Pay for whoever is "
    "missing there yourself, with Arrears Contribution, or ask SOCSO on {help_line}."
)


def left_out(parts: Sequence[Entry], contribution: Contribution) -> tuple[Line, ...]:
    """Give the lines of a contribution that no submission pays for; none where that is not known for sure."""
    sent = [part for part in parts if part.state not in _NOT_BEGUN]
    if not sent or any(not _lines(part) for part in sent):
        return ()
    known = [each for part in sent for each in _lines(part)]
    return tuple(line for line in contribution.lines if not any(any(_same(each, line)) for each in known))


def additional_to(parts: Sequence[Entry], contribution: Contribution) -> Contribution:
    """Leave of a contribution what the settled submissions of its month do not pay for; it may be nothing.

    Raises ContributionRefused where there is none, where the last one is not settled, and where the record
    cannot say for sure whom they pay for.
    """
    name = contribution.month.name
    settled = [part for part in parts if part.settled]
    if not settled:
        raise ContributionRefused(
            say("For {name} nothing is on record as paid, so nothing can be additional to it.", name=name),
            say("Run this without --additional first: it looks at the portal, and goes on from there."),
        )
    for part in settled:
        if not _lines(part):
            which = part.acr or say("the submission with receipt {receipt}", receipt=part.receipt)
            raise ContributionRefused(
                say(
                    "The record does not say for whom {which} for {name} paid; nothing was begun.",
                    which=which,
                    name=name,
                ),
                say_marked(_BY_HAND),
            )
    known = [each for part in settled for each in _lines(part)]
    return replace(
        contribution, lines=tuple(line for line in contribution.lines if not _is_covered(line, known, name))
    )


def _is_covered(line: Line, known: list[dict[str, Any]], month: str) -> bool:
    """Say whether she was paid for. Half a match is none, and no proof of the contrary either."""
    matches = [_same(each, line) for each in known]
    if any(all(match) for match in matches):
        return True
    if any(any(match) for match in matches):
        raise ContributionRefused(
            say(
                "For {month} somebody was paid for who has the name or the passport number of {name}, "
                "but not both: she may have been paid for already, with another passport.",
                month=month,
                name=line.employee.name,
            ),
            say("Nothing was begun. {by_hand}", by_hand=say_marked(_BY_HAND)),
        )
    return False


def _same(known: dict[str, Any], line: Line) -> tuple[bool, bool]:
    """Compare by name and by the end of the passport number."""
    ours, end = line.employee.name, line.employee.passport.number[-4:]
    return _letters(known["employee"]) == _letters(ours), known["passport_ends_in"] == end


def _letters(name: str) -> str:
    return "".join(name.split()).casefold()


def _lines(part: Entry) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = json.loads(part.lines)
    return lines
