"""The removal. What was confirmed is written down first: one that is killed half-way is finished by the next."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assist_bot.credentials import clear_all
from assist_bot.errors import MachineError
from assist_bot.filing import kept_as, papers_in
from assist_bot.forgetting.planning import Plan
from assist_bot.language import mark, say, say_marked
from assist_bot.ledger.forgetting import forget_on_record
from assist_bot.leftovers import remove
from assist_bot.places import Places, write_private
from assist_bot.profile import Whom, forget_in

AGAIN = mark("What is gone is gone; run `assist-bot forget` again, it goes on from here.")


@dataclass(frozen=True)
class Begun:
    """A forgetting that was confirmed: whom it is about, and whether what is to be kept for seven years goes too."""

    whom: Whom
    everything: bool


def begun(here: Places) -> Begun | None:
    """Give the forgetting that was cut off, if there is one. Raises MachineError where its note cannot be read."""
    try:
        note = json.loads(here.forgetting.read_text("utf-8"))
        return Begun(Whom(str(note["employee"]), str(note["passport_ends_in"])), note["everything"] is True)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise MachineError(
            say("The note of a forgetting that was cut off cannot be read: {file}.", file=here.forgetting),
            say("Remove that file, then run `assist-bot forget` once more; it asks again."),
        ) from error


def carry_out(plan: Plan, begun: Begun, profile: Path, here: Places) -> list[int]:
    """Remove what was confirmed, and give the profile's lines that still name her, in comments.

    The profile comes last: until then it says who is meant. Raises MachineError, CredentialsError or ProfileError
    where a part cannot be removed; the next forgetting goes on from there.
    """
    note = {"employee": begun.whom.name, "passport_ends_in": begun.whom.passport_end}
    write_private(here.forgetting, json.dumps({**note, "everything": begun.everything}))
    _remove_all([*plan.runs, *plan.proofs, *plan.logs, *plan.forms, plan.interview])
    if begun.everything:
        _remove_all(plan.to_be_kept.documents)
        if here.ledger.exists():
            still_there = {kept_as(path) for path in papers_in(here.documents)}
            forget_on_record(here.ledger, plan.whom.name, plan.is_hers, still_there)
    if plan.is_last and plan.portal_id:
        clear_all(plan.portal_id, here.state)
    still_named = forget_in(profile, plan.whom)
    here.forgetting.unlink(missing_ok=True)
    return still_named


def _remove_all(paths: Iterable[Path]) -> None:
    stuck = [path for path in paths if not remove(path)]
    if stuck:
        more = say(" and {count} more", count=len(stuck) - 1) if stuck[1:] else ""
        raise MachineError(
            say("{path}{more} could not be removed.", path=stuck[0], more=more),
            say("Close what uses it. {again}", again=say_marked(AGAIN)),
        )
