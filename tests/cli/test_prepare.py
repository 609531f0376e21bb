"""`assist-bot prepare`: what a person reads, what a script reads, the exit code, and papers made smaller."""

import os
from pathlib import Path
from typing import Any

from PIL import Image

from assist_bot.profile.paper_files import LARGEST, fault_in
from tests.cli.home import PASSWORD, Home
from tests.passports import lines, scan

SIZE = (2000, 1400)
NO_ENGINE = {"PATH": "/nonexistent"}


def states(result: dict[str, Any]) -> dict[str, str]:
    """Give how each item stands, by its name."""
    return {item["name"]: item["state"] for section in result["checklist"] for item in section["items"]}


def large_scan(home: Home) -> Path:
    """Let the passport be a scan of more than 5 MB."""
    home.write_profile(passport_copy='"papers/passport.jpg"')
    path = home.folder / "papers" / "passport.jpg"
    noise = Image.frombytes("RGB", SIZE, os.urandom(SIZE[0] * SIZE[1] * 3))
    Image.blend(scan(lines(), SIZE).convert("RGB"), noise, 0.5).save(path, quality=100, subsampling=0)
    assert path.stat().st_size > LARGEST
    return path


def test_with_everything_there_the_exit_code_is_0(home: Home) -> None:
    """A person reads each section and what comes next; nothing of the password, and nothing is written."""
    before = {str(path) for path in home.folder.rglob("*")}
    ran = home.run("prepare", COLUMNS="70", **NO_ENGINE)
    assert ran.code == 0, ran.stdout + ran.stderr
    for said in ("The three scans", "Logging in for the first time", "Borang SIP 1", "assist-bot register"):
        assert said in ran.stdout
    assert PASSWORD not in ran.stdout + ran.stderr
    assert {str(path) for path in home.folder.rglob("*")} == before


def test_without_a_profile_everything_is_listed_and_the_exit_code_is_3(home: Home) -> None:
    """One object for a script, with every item missing but the two that the portal provides."""
    (home.folder / "profile.toml").unlink()
    result = home.run("prepare", "--json").result
    assert (result["outcome"], result["exit_code"]) == ("incomplete", 3)
    assert len([state for state in states(result).values() if state == "there"]) == 2
    assert "Begin with: Profile." in result["message"]


def test_a_paper_that_is_too_large_is_only_made_smaller_when_that_is_agreed_to(home: Home) -> None:
    """Enter leaves it; SHRINK makes it smaller, keeps the original, and the list is then in order."""
    path = large_scan(home)
    refused = home.run("prepare", stdin="\n", **NO_ENGINE)
    assert (refused.code, path.stat().st_size > LARGEST) == (3, True)
    assert "--shrink" in refused.stdout
    agreed = home.run("prepare", stdin="shrink\n", **NO_ENGINE)
    assert agreed.code == 0, agreed.stdout + agreed.stderr
    assert fault_in(path) is None
    assert "The original is passport (original, before shrinking).jpg." in agreed.stderr
    assert path.with_name("passport (original, before shrinking).jpg").stat().st_size > LARGEST


def test_a_script_says_beforehand_that_papers_are_made_smaller(home: Home) -> None:
    """Without the option it is asked nothing, and the paper stays wrong."""
    large_scan(home)
    assert states(home.run("prepare", "--json", **NO_ENGINE).result)["Worker's Passport copy"] == "wrong"
    result = home.run("prepare", "--json", "--shrink", **NO_ENGINE).result
    assert (states(result)["Worker's Passport copy"], result["exit_code"]) == ("there", 0)
