"""What time it is in Malaysia, where the portal stands and the rules are counted."""

import os
from datetime import date, datetime, time
from ipaddress import ip_address
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from assist_bot.errors import MachineError
from assist_bot.language import say

KUALA_LUMPUR = ZoneInfo("Asia/Kuala_Lumpur")
_SETTING = "ASSIST_BOT_NOW"
_MORNING = time(10)


def now(portal_url: str) -> datetime:
    """Give the present moment, aware, in Asia/Kuala_Lumpur.

    `ASSIST_BOT_NOW` sets it (a date, meaning 10:00, or an ISO date and time), but only while the portal is on
    this computer: the clock of a real payment cannot be turned. A value that is no date raises MachineError.
    """
    told = os.environ.get(_SETTING, "").strip()
    if told and is_loopback(portal_url):
        return _read(told)
    return datetime.now(KUALA_LUMPUR)


def today(portal_url: str) -> date:
    """Give the present day in Asia/Kuala_Lumpur; see `now`."""
    return now(portal_url).date()


def today_without_portal() -> date:
    """Give the present day where no portal is asked and nothing can be paid; `ASSIST_BOT_NOW` always counts."""
    return today("http://localhost")


def is_loopback(url: str) -> bool:
    """Say whether an address leads nowhere but to this computer."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _read(told: str) -> datetime:
    try:
        if "T" not in told and " " not in told:
            return datetime.combine(date.fromisoformat(told), _MORNING, KUALA_LUMPUR)
        moment = datetime.fromisoformat(told)
    except ValueError as error:
        raise MachineError(
            say("{setting} is set to {told!r}, which is no date.", setting=_SETTING, told=told),
            say(
                "Set it to a date such as 2026-11-20 or 2026-11-20T15:30, or remove it with `unset "
                "{setting}`.",
                setting=_SETTING,
            ),
        ) from error
    return moment.replace(tzinfo=KUALA_LUMPUR) if moment.tzinfo is None else moment.astimezone(KUALA_LUMPUR)
