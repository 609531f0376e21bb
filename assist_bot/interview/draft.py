"""The answers so far, in a private file of the state folder: kept at once, gone when the profile is written."""

import json
from pathlib import Path
from typing import Any

from assist_bot.errors import MachineError
from assist_bot.interview.answers import Answers
from assist_bot.language import say
from assist_bot.places import write_private


def kept(draft: Path, profile: Path) -> Answers:
    """Give the answers that were kept for this profile; none where there are none.

    Raises MachineError where the file cannot be read.
    """
    answers = _all(draft).get(str(profile), [])
    return {tuple(place): typed for place, typed in answers}


def keep(draft: Path, profile: Path, answers: Answers) -> None:
    """Keep the answers for this profile; no answers forget it, and the file goes with the last. Raises MachineError."""
    everything = {**_all(draft), str(profile): list(answers.items())}
    if not answers:
        del everything[str(profile)]
    if everything:
        write_private(draft, json.dumps(everything))
    else:
        draft.unlink(missing_ok=True)


def _all(draft: Path) -> dict[str, Any]:
    try:
        found = json.loads(draft.read_text("utf-8"))
        return {str(name): [(list(place), typed) for place, typed in kept] for name, kept in found.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise MachineError(
            say("The answers that were kept cannot be read: {draft}.", draft=draft),
            say("Remove that file, then run `assist-bot init` again; it asks from the beginning."),
        ) from error
