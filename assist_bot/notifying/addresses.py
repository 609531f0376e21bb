"""Where notifications go."""

from pathlib import Path

from assist_bot import logs
from assist_bot.given import NOTIFY_URL, given
from assist_bot.profile import notify_urls_of


def addresses(profile: Path) -> tuple[str, ...]:
    """Give what is given to this process, and what the profile has, even where it is wrong elsewhere.

    From here on no log shows them. Raises CredentialsError where systemd has one that cannot be read.
    """
    found = tuple(
        dict.fromkeys([*(secret.value.strip() for secret in given(NOTIFY_URL)[:1]), *notify_urls_of(profile)])
    )
    logs.hide(found)
    return found
