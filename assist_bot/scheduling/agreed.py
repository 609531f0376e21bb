"""What the person chose when installing the schedule, and how its last run ended: one private file."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import MachineError
from assist_bot.language import say
from assist_bot.places import write_private

Starter = Literal["systemd", "task_scheduler", "by_hand"]
Until = Literal["draft", "acr"]


@dataclass(frozen=True)
class LastRun:
    """A run of the schedule; `outcome` is an Outcome's word, "" for one that was cut off or still goes on.

    `notified`: how the notification went, "sent", "failed", or "" where there was none to send.
    """

    began: datetime
    month: ContributionMonth
    outcome: str = ""
    notified: str = ""


@dataclass(frozen=True)
class Agreed:
    """How far the scheduled run goes, who starts it with what, and since which month it is to be relied on.

    `at_most`: the largest total in ringgit that it may submit by itself; None where it submits nothing.
    """

    until: Until
    at_most: Decimal | None
    starter: Starter
    command: tuple[str, ...]
    since: ContributionMonth
    last: LastRun | None = None


def read(path: Path) -> Agreed | None:
    """Read it; None where nothing is installed. Raises MachineError where it cannot be read."""
    try:
        return _from(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError, ArithmeticError) as error:
        raise MachineError(
            say("What was agreed to for the schedule cannot be read: {path}.", path=path),
            say("Nothing was prepared. Install it again with `assist-bot schedule install`."),
        ) from error


def write(path: Path, agreed: Agreed) -> None:
    """Keep it. Raises MachineError."""
    write_private(
        path,
        json.dumps(asdict(agreed) | {"since": str(agreed.since), "last": _written(agreed.last)}, default=str),
    )


def _from(kept: dict[str, Any]) -> Agreed:
    last, at_most = kept["last"], kept["at_most"]
    if kept["until"] not in ("draft", "acr") or (kept["until"] == "acr") != (at_most is not None):
        raise ValueError("how far it goes")
    return Agreed(
        kept["until"],
        None if at_most is None else Decimal(at_most),
        kept["starter"],
        tuple(kept["command"]),
        ContributionMonth.parse(kept["since"]),
        last
        and LastRun(
            datetime.fromisoformat(last["began"]),
            ContributionMonth.parse(last["month"]),
            last["outcome"],
            last["notified"],
        ),
    )


def _written(last: LastRun | None) -> dict[str, str] | None:
    return asdict(last) | {"began": last.began.isoformat(), "month": str(last.month)} if last else None
