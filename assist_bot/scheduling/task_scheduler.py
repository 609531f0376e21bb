"""A task of Windows Task Scheduler. It runs while the person is logged in, and catches up afterwards."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import MachineError
from assist_bot.language import say
from assist_bot.scheduling.days import BEGINS, DAYS, JITTER
from assist_bot.scheduling.programs import is_there, trouble_with, went_well

TASK = "assist-bot"
_SPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_SETTINGS = {
    "MultipleInstancesPolicy": "IgnoreNew",
    "DisallowStartIfOnBatteries": "false",
    "StopIfGoingOnBatteries": "false",
    "StartWhenAvailable": "true",
    "ExecutionTimeLimit": "PT1H",
}


def answers() -> bool:
    """Say whether this computer has it."""
    return is_there("schtasks")


def task_text(command: Sequence[str]) -> str:
    """Write the task: on several days of each month, not all households at once, and later where it was missed."""
    ET.register_namespace("", _SPACE)
    task = ET.Element(_named("Task"), version="1.2")
    trigger = _below(_below(task, "Triggers"), "CalendarTrigger")
    _below(trigger, "StartBoundary", f"2026-01-01T{BEGINS:%H:%M:%S}")
    _below(trigger, "Enabled", "true")
    _below(trigger, "RandomDelay", f"PT{JITTER.seconds // 3600}H")
    by_month = _below(trigger, "ScheduleByMonth")
    days, months = _below(by_month, "DaysOfMonth"), _below(by_month, "Months")
    for day in DAYS:
        _below(days, "Day", str(day))
    for month in range(1, 13):
        _below(months, ContributionMonth(2026, month).name.split()[0])
    person = _below(_below(task, "Principals"), "Principal")
    person.set("id", "Author")
    _below(person, "LogonType", "InteractiveToken")
    _below(person, "RunLevel", "LeastPrivilege")
    settings = _below(task, "Settings")
    for name, value in _SETTINGS.items():
        _below(settings, name, value)
    actions = _below(task, "Actions")
    actions.set("Context", "Author")
    run = _below(actions, "Exec")
    _below(run, "Command", command[0])
    _below(run, "Arguments", subprocess.list2cmdline(command[1:]))
    return '<?xml version="1.0" encoding="UTF-16"?>\n' + ET.tostring(task, "unicode")


def install(command: Sequence[str]) -> None:
    """Hand the task over, in place of an earlier one. Raises MachineError."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "task.xml"
        file.write_text(task_text(command), "utf-16")  # what schtasks reads
        trouble = trouble_with("schtasks", "/Create", "/TN", TASK, "/XML", str(file), "/F")
    if trouble:
        raise MachineError(
            say("Task Scheduler did not take the task: {said}.", said=trouble.rstrip(".")),
            say("Nothing was installed. Look at the task assist-bot in Task Scheduler, then install again."),
        )


def remove() -> None:
    """Take the task away. Raises MachineError where it stays."""
    went_well("schtasks", "/Delete", "/TN", TASK, "/F")
    if went_well("schtasks", "/Query", "/TN", TASK):
        raise MachineError(
            say("Task Scheduler did not remove the task assist-bot."),
            say("Remove it there by hand, then run `assist-bot schedule remove` again."),
        )


def is_installed(_command: Sequence[str]) -> bool:
    """Say whether the task is there."""
    return went_well("schtasks", "/Query", "/TN", TASK)


def _named(name: str) -> str:
    return f"{{{_SPACE}}}{name}"


def _below(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, _named(name))
    element.text = text
    return element
