"""A stop at the portal's page, and `assist-bot teach`."""

import re
import zipfile
from pathlib import Path

from assist_bot.profile import load, people_of, secrets_of
from tests.cli.home import Home


def test_a_stop_leaves_a_file_to_be_sent_that_identifies_nobody(payer: Home) -> None:
    """With a real run behind it: nothing of the profile or of the log-in, and the review says where it is."""
    payer.practice.faults.replace(["label-renamed"])
    result = payer.run("pay", "--yes", "--json", "--until", "draft", ASSIST_BOT_PATIENCE="3").result
    assert (result["outcome"], result["exit_code"]) == ("portal", 5)
    folder = Path(result["run_folder"])
    with zipfile.ZipFile(folder / "stop.zip") as packed:
        names = packed.namelist()
        told = "\n".join(packed.read(name).decode() for name in names if not name.endswith(".png")).casefold()
    assert names == ["stop/report.json", "stop/page.yaml", "stop/page.png"]
    assert "contribution month" in told
    profile = load(payer.folder / "profile.toml", "pay", payer.practice.clock.today()).profile
    values = (*people_of(profile), *secrets_of(profile), payer.practice.origin, str(payer.folder))
    parts = {part for value in values for part in value.casefold().split() if len(part) > 2}
    assert not {part for part in parts if re.search(rf"\b{re.escape(part)}\b", told)}
    review = (folder / "review.html").read_text("utf-8")
    assert "We looked for a list “Contribution Month”" in review
    assert 'href="./stop.zip"' in review


def test_teaching_needs_a_screen_and_says_so_before_anything_is_touched(payer: Home) -> None:
    """Exit code 9: no run, no log-in."""
    ran = payer.run("teach", "pay", "--month", "2026-10")
    assert ran.code == 9
    assert "no screen" in ran.stderr
    assert "nothing was begun" in ran.stderr
    assert not (payer.folder / "runs").exists()
    assert payer.account.log_ins == []
