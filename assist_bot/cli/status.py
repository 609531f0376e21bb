"""`assist-bot status`: how the household stands, from what is on this computer. Nothing is asked or changed."""

import sys
from collections.abc import Sequence
from pathlib import Path

from assist_bot import clock, logs
from assist_bot.cli.running import ending_plainly, exit_with
from assist_bot.cli.status_data import as_data
from assist_bot.cli.status_page import write_page
from assist_bot.cli.status_showing import show_standing
from assist_bot.cli.terminal import Terminal, Unheard
from assist_bot.errors import MachineError, ProfileError, Stop
from assist_bot.language import say
from assist_bot.outcome import Outcome, Problem, Result
from assist_bot.places import places
from assist_bot.profile import portal_of, private_of, secrets_of
from assist_bot.standing import Facts, HouseholdStanding, gather, standing_of


def command(profile: Path | None, html: Path | None, *, as_json: bool) -> None:
    """Show how everything stands, and leave with exit code 0; with another one only where that cannot be told."""
    with ending_plainly() as ended:
        facts = gathered(profile)
        standing = standing_of(facts)
        if not as_json:
            show_standing(Unheard(highlight=False), standing, _title(facts))
        if html:
            write_page(html, standing, _title(facts))
            Terminal().say(say("The page: {file}", file=html.absolute()))
        ended.result = _told(standing)
    if as_json or ended.result.exit_code:
        exit_with(ended.result, as_json=as_json)
    sys.stdout.flush()


def gathered(profile: Path | None) -> Facts:
    """Read what is known here and now."""
    here = places()
    logs.begin(None)
    path = profile or here.profile
    portal = portal_of(path)
    facts = gather(here, path, clock.today(portal.url if portal else ""))
    if facts.profile:
        logs.hide([*secrets_of(facts.profile), *private_of(facts.profile)])
    return facts


def _title(facts: Facts) -> str:
    return facts.profile.employer.name if facts.profile else say("Your household")


def _told(standing: HouseholdStanding) -> Result:
    """Give the object for scripts. What cannot be read makes the outcome: this computer before the profile."""
    return Result(
        _outcome(standing.hindrances),
        standing.next_action.sentence,
        problems=_problems(standing.hindrances),
        standing=as_data(standing),
    )


def _outcome(hindrances: Sequence[Stop]) -> Outcome:
    machine = (each.outcome for each in hindrances if isinstance(each, MachineError))
    return next(machine, hindrances[0].outcome if hindrances else Outcome.DONE)


def _problems(hindrances: Sequence[Stop]) -> list[Problem]:
    return [problem for each in hindrances if isinstance(each, ProfileError) for problem in each.problems]
