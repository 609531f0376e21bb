"""What can be offered as an answer: what the person said before, and what stands on a paper."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assist_bot.interview.answers import shown, value_at
from assist_bot.interview.fields import Place
from assist_bot.language import say
from assist_bot.machine_readable_zone import Zone, read_zone
from assist_bot.profile.postcodes import states_of

_TWICE: dict[Place, Place] = {("portal", "portal_id"): ("employer", "email")}
"""What is often the same as another value."""


def suggestion_for(place: Place, table: Mapping[str, Any], folder: Path) -> tuple[str, str]:
    """Offer an answer, and say where it comes from; two empty texts where there is none."""
    if place in _TWICE:
        return str(value_at(table, _TWICE[place]) or ""), say("as your e-mail address")
    if place == ("employer", "address", "state"):
        postcode = str(value_at(table, ("employer", "address", "postcode")) or "")
        states = states_of(postcode) if postcode.isdecimal() else ()
        return (states[0], say("by the postcode")) if len(states) == 1 else ("", "")
    scan = passport_for(place, table, folder) if place[0] == "employee" else None
    if scan and (zone := zone_on(scan)):
        read = _on_zone(zone).get(place[2:])
        if read:
            return shown(read), say("read from the passport's scan")
    return "", ""


def passport_for(place: Place, table: Mapping[str, Any], folder: Path) -> Path | None:
    """Find the passport's scan of the employee whom a place is about; None where the profile names none."""
    own = value_at(table, (*place[:2], "documents", "passport_copy"))
    common = value_at(table, ("documents", "passport_copy")) if place[1] == 0 else None
    path = own or common
    return folder / Path(path).expanduser() if isinstance(path, str) and path else None


@cache
def zone_on(scan: Path) -> Zone | None:
    """Read the machine-readable zone of a passport, once; it may take a minute."""
    return read_zone(scan)


def _on_zone(zone: Zone) -> dict[Place, object]:
    return {
        ("name",): zone.name,
        ("passport", "number"): zone.document_number,
        ("passport", "expiry"): zone.expiry,
        ("nationality",): zone.country,
        ("date_of_birth",): zone.date_of_birth,
        ("gender",): zone.sex,
    }
