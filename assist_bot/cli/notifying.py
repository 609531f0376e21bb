"""`assist-bot notify test`, and the addresses that were not understood or not reached."""

from collections.abc import Sequence
from pathlib import Path

from assist_bot import logs
from assist_bot.cli.running import ending_plainly, exit_with
from assist_bot.errors import MachineError, ProfileError
from assist_bot.given import NOTIFY_URL
from assist_bot.language import say
from assist_bot.notifying import Sent, addresses, not_understood, send
from assist_bot.outcome import Outcome, Problem, Result
from assist_bot.places import places
from assist_bot.profile import read_table

KEY = "notify.url"
EXAMPLE = 'url = "ntfy://ntfy.sh/a-name-nobody-guesses"'


def test(profile: Path | None, *, as_json: bool) -> None:
    """Send a message that says that it is a test, and leave with the exit code."""
    with ending_plainly() as ended:
        here = places()
        logs.begin(None)
        path = profile or here.profile
        urls = addresses(path)
        if not urls:
            read_table(path)  # where it cannot be read at all, that is what is to be mended
            raise _nowhere()
        ensure_understood(urls)
        text = say(
            "This is a test: messages of assist-bot arrive here. Nothing was prepared, and nothing is to do."
        )
        failed = [each for each in send(urls, say("assist-bot: a test"), text) if not each.went_out]
        if failed:
            raise MachineError(
                say(
                    "Not taken by the service, of {count} addresses: {which}.",
                    count=len(urls),
                    which=named(failed),
                ),
                say("Check the address and this computer's network. A password in it may have run out."),
            )
        ended.result = Result(
            Outcome.DONE,
            say("Sent to {count} of {count} addresses. See that it has arrived.", count=len(urls)),
        )
    exit_with(ended.result, as_json=as_json)


def ensure_understood(urls: Sequence[str]) -> None:
    """Raise ProfileError for addresses that apprise makes no service of; nothing is sent."""
    wrong = not_understood(urls)
    if wrong:
        raise ProfileError(
            say("No service for notifications is known for: {which}.", which=named(wrong)),
            say("Write it as in apprise's list of services. Then try `assist-bot notify test`."),
            [Problem(KEY, say("has an address that is not understood"), EXAMPLE)],
        )


def named(some: Sequence[Sent]) -> str:
    """Name addresses by their place and service: they hold passwords."""
    return ", ".join(map(str, some))


def _nowhere() -> ProfileError:
    return ProfileError(
        say("Neither the profile nor {name} says where notifications go.", name=NOTIFY_URL),
        say("Add it to the profile, then try again."),
        [Problem(KEY, say("is missing"), f"[notify]\n{EXAMPLE}")],
    )
