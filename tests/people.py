"""Profiles of a made-up household, as sound or as wrong as a test needs them."""

from datetime import date
from pathlib import Path

from assist_bot.demo_household import write_household


def write_profile(folder: Path, today: date, portal_url: str, **changes: str) -> Path:
    """Write a sound profile with six papers, then change single lines of it.

    `salary='"1700.00"'` gives the first line of that key another value, `salary=""` takes the line away, and
    `tail` is added at the end.
    """
    profile = write_household(folder, today, portal_url)
    lines = profile.read_text(encoding="utf-8").splitlines()
    tail = changes.pop("tail", "")
    for key, value in changes.items():
        place = next(number for number, line in enumerate(lines) if line.startswith(f"{key} ="))
        lines[place] = f"{key} = {value}" if value else ""
    profile.write_text("\n".join([*lines, tail, ""]), encoding="utf-8")
    return profile
