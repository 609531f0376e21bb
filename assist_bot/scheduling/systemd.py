"""A timer of the person's own systemd, on Linux. It runs while they are logged in, and catches up afterwards."""

import os
from collections.abc import Sequence
from pathlib import Path

from assist_bot.errors import MachineError
from assist_bot.language import say
from assist_bot.places import write_private
from assist_bot.scheduling.command_line import for_systemd
from assist_bot.scheduling.days import BEGINS, DAYS, JITTER
from assist_bot.scheduling.programs import trouble_with, went_well

TIMER, SERVICE = "assist-bot.timer", "assist-bot.service"


def answers() -> bool:
    """Say whether there is a systemd of this person's that takes orders."""
    return went_well("systemctl", "--user", "show-environment")


def service_text(command: Sequence[str]) -> str:
    """Write the unit of one run. What it tells at length stays out of the system's journal, which others may read."""
    return f"""\
[Unit]
Description=Prepare this month's SOCSO contribution (assist-bot)

[Service]
Type=oneshot
ExecStart={for_systemd(command)}
TimeoutStartSec=1h
StandardError=null
"""


def timer_text() -> str:
    """Write the unit that starts it: on several days, not all households at once, and later where it was missed."""
    days = ",".join(f"{day:02}" for day in DAYS)
    return f"""\
[Unit]
Description=Prepare this month's SOCSO contribution (assist-bot)

[Timer]
OnCalendar=*-*-{days} {BEGINS:%H:%M:%S}
RandomizedDelaySec={JITTER.seconds}
Persistent=true

[Install]
WantedBy=timers.target
"""


def install(command: Sequence[str]) -> None:
    """Write both units, in place of earlier ones, and start the timer. Raises MachineError."""
    if set(command[0]) & set("\"'\\"):
        raise _refused(
            say("a program may have no quotation mark in its path, as {path} has", path=command[0])
        )
    folder = _units()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(error.strerror or "no folder for it") from error
    write_private(folder / SERVICE, service_text(command))
    write_private(folder / TIMER, timer_text())
    trouble = trouble_with("systemctl", "--user", "daemon-reload") or trouble_with(
        "systemctl", "--user", "enable", "--now", TIMER
    )
    if trouble:
        remove()
        raise _refused(trouble)


def remove() -> None:
    """Stop the timer, take away both units and what systemd notes of it. Raises MachineError for files that stay."""
    went_well("systemctl", "--user", "disable", "--now", TIMER)
    went_well("systemctl", "--user", "clean", "--what=state", TIMER)
    for name in (TIMER, SERVICE):
        file = _units() / name
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise MachineError(
                say(
                    "{file} could not be removed: {reason}.",
                    file=file,
                    reason=error.strerror or "no reason given",
                ),
                say("Remove it by hand, then run `assist-bot schedule remove` again."),
            ) from error
    went_well("systemctl", "--user", "daemon-reload")


def is_installed(command: Sequence[str]) -> bool:
    """Say whether the timer waits, and starts exactly this."""
    try:
        same = (_units() / SERVICE).read_text("utf-8") == service_text(command)
    except OSError:
        return False
    return same and went_well("systemctl", "--user", "is-active", TIMER)


def _units() -> Path:
    """Give the folder in which a person's own units stand."""
    own = os.environ.get("XDG_CONFIG_HOME", "")
    return (Path(own) if Path(own).is_absolute() else Path.home() / ".config") / "systemd" / "user"


def _refused(said: str) -> MachineError:
    return MachineError(
        say("systemd did not take the timer: {said}.", said=said.rstrip(".")),
        say("Nothing was installed. `systemctl --user status` may say more; then install again."),
    )
