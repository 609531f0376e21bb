"""`assist-bot register`."""

from assist_bot.cli.asking import Agreeing, AtTheTerminal
from assist_bot.cli.rehearsing import dry_run, unregistered
from assist_bot.cli.running import Run, Wishes, execute, exit_with, visible
from assist_bot.credentials import Credentials
from assist_bot.errors import CredentialsError
from assist_bot.language import mark, say, say_marked
from assist_bot.ledger import Ledger
from assist_bot.outcome import Outcome, Result
from assist_bot.person import Person
from assist_bot.portal.portal import Portal
from assist_bot.profile import Profile
from flows.register import register
from flows.submit_registration import Registration

EXPECT = mark(
    "SOCSO's officer looks at it, which takes a few working days; the letters come by "
    "e-mail. Run this again then: it collects them. Questions: {help_line}."
)


def command(wishes: Wishes) -> None:
    """Register, and leave with the exit code."""
    headed = visible(wishes, must_act=False)
    exit_with(execute(wishes, _job, headed=headed), as_json=wishes.as_json)


def _job(run: Run) -> Result:
    if run.wishes.dry_run:
        _tell_what_would_stop_it(run)
        return dry_run(run, rehearsed, unregistered)
    run.credentials.ready_for_first_visit()
    person = AtTheTerminal(run.terminal, run.wishes.yes, run.wishes.no_input, run.headed, None)
    with run.portal() as portal:
        return registering(portal, run.ledger, run.credentials, run.profile, person)


def _tell_what_would_stop_it(run: Run) -> None:
    """Say beforehand, in a dry run, where the run itself would not even begin."""
    try:
        run.credentials.ready_for_first_visit()
    except CredentialsError as error:
        run.journal.warn(
            say("Without --dry-run this would stop before the portal is opened: {error}", error=error)
        )


def rehearsed(portal: Portal, ledger: Ledger, credentials: Credentials, profile: Profile) -> Result:
    """Register where nothing binds."""
    return registering(portal, ledger, credentials, profile, Agreeing())


def registering(
    portal: Portal, ledger: Ledger, credentials: Credentials, profile: Profile, person: Person
) -> Result:
    """Register, and tell what became of it."""
    return _told(register(portal, ledger, credentials, profile, person))


def _told(registration: Registration) -> Result:
    if registration.held:
        outcome, message = (
            Outcome.WAITING,
            say("The registration is submitted and waits for SOCSO. {expect}", expect=say_marked(EXPECT)),
        )
    elif registration.found:
        outcome, message = (
            Outcome.NOTHING_TO_DO,
            say("You are registered; there was nothing to do."),
        )
    else:
        outcome, message = Outcome.DONE, say("The registration is submitted, and the portal has accepted it.")
    return Result(
        outcome,
        message,
        employer_code=registration.employer_code,
        reference=registration.reference,
        letters=registration.letters,
    )
