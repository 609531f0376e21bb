"""`assist-bot calendar`: due dates and expiry dates as a file for calendar programs. Nothing else is written."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from assist_bot.cli.calendar_file import calendar_of
from assist_bot.cli.running import ending_plainly, exit_with
from assist_bot.cli.status import gathered
from assist_bot.cli.terminal import Terminal
from assist_bot.errors import ProfileError
from assist_bot.language import say
from assist_bot.outcome import Outcome, Result
from assist_bot.places import write_private


def command(profile: Path | None, file: Path | None) -> None:
    """Write the calendar, or print it, and leave with the exit code."""
    with ending_plainly() as ended:
        facts = gathered(profile)
        for hindrance in facts.hindrances:
            raise hindrance  # a calendar without what cannot be read would miss days
        if facts.profile is None:
            raise ProfileError(say("There is no profile."), say("Begin with `assist-bot profile example`."))
        text = calendar_of(facts, facts.profile, datetime.now(UTC))
        if file:
            write_private(file.absolute(), text, newline="")
            Terminal().say(
                say("The calendar: {file}. Open it in your calendar program.", file=file.absolute())
            )
        else:
            sys.stdout.buffer.write(text.encode())
            sys.stdout.flush()
        ended.result = Result(Outcome.DONE, "")
    if ended.result.exit_code:
        exit_with(ended.result)
