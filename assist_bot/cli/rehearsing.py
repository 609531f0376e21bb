"""The rest of a dry run, shown on the practice portal: the same flow, with the person's own profile."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from assist_bot.browser import Opening, open_portal
from assist_bot.browser_finding import ensure_browser
from assist_bot.cli.running import Run, ending_plainly
from assist_bot.credentials import Credentials, in_private_store, set_password
from assist_bot.given import nothing_given
from assist_bot.language import say
from assist_bot.ledger import Ledger
from assist_bot.leftovers import REHEARSAL
from assist_bot.outcome import Outcome, Result
from assist_bot.portal.portal import Portal
from assist_bot.profile import Profile, papers_for
from fixtures.mock_portal.server import PracticePortal, start

PASSWORD = "Rehearsal-1234"  # noqa: S105  # it opens the practice portal only

Flow = Callable[[Portal, Ledger, Credentials, Profile], Result]


def dry_run(run: Run, flow: Flow, seed: Callable[[Profile], dict[str, Any]]) -> Result:
    """Go through the flow at the portal until something would be saved, then rehearse all of it."""
    return with_rehearsal(run, as_far_as_reading_allows(run, flow), flow, seed)


def as_far_as_reading_allows(run: Run, flow: Flow) -> Result:
    """Go through the flow at the portal, which saves nothing."""
    with ending_plainly() as ended, run.portal() as portal:
        ended.result = flow(portal, run.ledger, run.credentials, run.profile)
    return ended.result


def with_rehearsal(run: Run, result: Result, flow: Flow, seed: Callable[[Profile], dict[str, Any]]) -> Result:
    """Rehearse a flow on the practice portal, where the portal itself left something to be shown."""
    if result.outcome is Outcome.DRY_RUN:
        run.journal.not_done(say("Everything from here on"), say("A dry run saves nothing at the portal."))
    if result.outcome in (Outcome.DRY_RUN, Outcome.PORTAL):
        rehearsed = _rehearse(run, flow, seed)
        words = say("What comes after that was rehearsed on the practice portal.")
        if rehearsed.exit_code:
            words = say("The rehearsal on the practice portal stopped: {message}", message=rehearsed.message)
            run.journal.warn(words)
        return replace(result, message=f"{result.message} {words}")
    return result


def _rehearse(run: Run, flow: Flow, seed: Callable[[Profile], dict[str, Any]]) -> Result:
    with (
        ending_plainly() as ended,
        run.journal.rehearsal(),
        tempfile.TemporaryDirectory(prefix=REHEARSAL, dir=run.places.state) as folder,
        start(clock=run.now, bank_signs=True) as practice,
        nothing_given(),
        in_private_store(Path(folder)),
    ):
        run.journal.chapter(say("Rehearsal on the practice portal"))
        profile = _at(practice, run.profile)
        practice.memory.seed([seed(profile)], [])
        set_password(profile.portal.portal_id, PASSWORD, Path(folder))
        credentials = Credentials.open(profile.portal.portal_id, None, Path(folder))
        opening = Opening(
            ensure_browser(run.terminal.say), Path(folder, "browser"), Path(folder, "words.toml")
        )
        papers = [paper.path for paper in papers_for(profile)]
        with (
            Ledger.open(Path(folder, "ledger.sqlite")) as ledger,
            open_portal(opening, profile.portal, run.journal, read_only=False, papers=papers) as portal,
        ):
            ended.result = flow(portal, ledger, credentials, profile)
    return ended.result


def _at(practice: PracticePortal, profile: Profile) -> Profile:
    portal = profile.portal.model_copy(update={"url": practice.url, "security_phrase": None})
    return profile.model_copy(update={"portal": portal})


def unregistered(profile: Profile) -> dict[str, Any]:
    """Describe the household to the practice portal as it is before the first visit."""
    return {"portal_id": profile.portal.portal_id, "temporary_password": PASSWORD}


def registered(profile: Profile, hired_by: date) -> dict[str, Any]:
    """Describe the household to the practice portal as it is after registration."""
    return {
        "portal_id": profile.portal.portal_id,
        "password": PASSWORD,
        "first_visit": False,
        "employer_code": "E1234567890X",
        "registration_status": "registered",
        "information": {"name": profile.employer.name},
        "employees": [
            {
                "name": employee.name,
                "passport": employee.passport.number,
                "nationality": employee.nationality,
                "date_of_birth": employee.date_of_birth.isoformat(),
                "employment_start": min(employee.employment_start, hired_by).isoformat(),
                "salary": str(employee.salary),
                "entered_scheme": employee.entered_scheme.isoformat() if employee.entered_scheme else None,
            }
            for employee in profile.employees
            if employee.employment_end is None or employee.employment_end >= hired_by
        ],
    }
