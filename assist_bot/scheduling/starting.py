"""Who starts the run on this computer: its systemd, its Task Scheduler, or what the person sets up by hand."""

import secrets
from collections.abc import Sequence

from assist_bot.language import mark, say_marked
from assist_bot.scheduling import systemd, task_scheduler
from assist_bot.scheduling.agreed import Starter
from assist_bot.scheduling.command_line import for_a_shell
from assist_bot.scheduling.days import BEGINS, DAYS

_NAMES: dict[Starter, str] = {
    "systemd": mark("a systemd timer"),
    "task_scheduler": mark("Windows Task Scheduler"),
    "by_hand": mark("a line of your own (cron or launchd)"),
}


def name_of(starter: Starter) -> str:
    """Name who starts the run, for the person."""
    return say_marked(_NAMES[starter])


def starter_here() -> Starter:
    """Choose what this computer has."""
    if task_scheduler.answers():
        return "task_scheduler"
    return "systemd" if systemd.answers() else "by_hand"


def install(starter: Starter, command: Sequence[str]) -> None:
    """Have it started from now on; by hand there is nothing to install. Raises MachineError."""
    if starter == "systemd":
        systemd.install(command)
    elif starter == "task_scheduler":
        task_scheduler.install(command)


def remove(starter: Starter) -> None:
    """Have it started no more; a line of the person's own is theirs to remove. Raises MachineError."""
    if starter == "systemd":
        systemd.remove()
    elif starter == "task_scheduler":
        task_scheduler.remove()


def is_installed(starter: Starter, command: Sequence[str]) -> bool | None:
    """Say whether it is still there; None where that cannot be seen."""
    if starter == "systemd":
        return systemd.is_installed(command)
    return task_scheduler.is_installed(command) if starter == "task_scheduler" else None


def cron_line(command: Sequence[str]) -> str:
    """Write a line for `crontab -e`, at a minute of its own: cron knows no jitter."""
    days = ",".join(map(str, DAYS))
    return f"{secrets.randbelow(60)} {BEGINS.hour} {days} * * {for_a_shell(command)} 2>/dev/null"
