"""What each start puts in order on the disk, and what it tells of it."""

import os
import stat
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assist_bot.clock import KUALA_LUMPUR
from assist_bot.ledger import Ledger
from assist_bot.places import Places, holding_the_lock
from fixtures.mock_portal.faults import Fault
from fixtures.mock_portal.steps import Step
from tests.cli.home import ENOUGH, OCTOBER, PORTAL_ID, PROJECT, Home, Ran
from tests.unit.ledger.acts import submit

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells by other means who may read")

OLD = ("2025-11-01T10-00-00-pay", "2026-05-20T10-00-00-register-dry-run")
YOUNG = "2026-06-01T10-00-00-pay"


def start(home: Home, *more: str, **settings: str) -> Ran:
    """Start a run that opens no browser."""
    settings |= {"ASSIST_BOT_BROWSER": "/nonexistent"}
    return home.run("pay", "--month", "2026-09", "--receipt", "R1", "--json", *more, **settings)


def add_runs(home: Home, *names: str) -> None:
    """Have runs of earlier days."""
    for name in names:
        (home.folder / "runs" / name).mkdir(parents=True)
        (home.folder / "runs" / name / "001-home.png").write_bytes(b"picture")


def runs(home: Home) -> set[str]:
    """Give those of the runs that were added which are still there."""
    return {path.name for path in (home.folder / "runs").iterdir()} & {*OLD, YOUNG}


def test_what_others_could_read_is_mended_and_told_in_a_line(home: Home) -> None:
    """On stderr, so that the object on stdout stays one; the next start has nothing to tell."""
    add_runs(home, YOUNG)
    for path in (home.folder, home.folder / "runs", home.folder / "runs" / YOUNG):
        path.chmod(0o755)
    (home.folder / "profile.toml").chmod(0o644)
    ran = start(home)
    assert ran.result["outcome"] == "done"
    assert f"Others on this computer could read {home.folder} and" in ran.stderr
    everything = [
        home.folder / "profile.toml",
        *(home.folder / "runs").rglob("*"),
        home.folder / "ledger.sqlite",
    ]
    assert {stat.S_IMODE(path.stat().st_mode) for path in everything if path.is_file()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (home.folder, *everything) if path.is_dir()} == {
        0o700
    }
    assert "Others on this computer" not in start(home).stderr


def test_what_cannot_be_mended_is_exit_code_9_before_anything_is_begun(home: Home) -> None:
    """A link to a file that others may read: it keeps its mode, and no run is begun."""
    elsewhere = home.folder.parent / "elsewhere.toml"
    (home.folder / "profile.toml").rename(elsewhere)
    (home.folder / "profile.toml").symlink_to(elsewhere)
    elsewhere.chmod(0o644)
    for arguments in (["pay", "--json"], ["forget", "--json"]):
        result = home.run(*arguments).result
        assert (result["outcome"], result["exit_code"]) == ("machine", 9)
        assert f"chmod 600 '{elsewhere}'" in result["message"]
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o644
    assert not (home.folder / "runs").exists()


def test_old_evidence_goes_at_a_start_and_is_told_there_and_in_the_review(home: Home) -> None:
    """After 180 days. Receipts stay; so does a run of which something that was sent is not settled."""
    add_runs(home, *OLD, YOUNG)
    (home.folder / "documents").mkdir()
    receipt = home.folder / "documents" / "2025-10 SOCSO receipt RM32.60.pdf"
    receipt.write_bytes(b"receipt")
    with Ledger.open(home.folder / "ledger.sqlite", run_folder=home.folder / "runs" / OLD[0]) as ledger:
        submit(ledger)
    assert start(home, "--dry-run").result["outcome"] == "dry_run"
    assert runs(home) == {*OLD, YOUNG}
    with holding_the_lock(Places(home.folder, home.folder), "pay"):
        assert start(home).result["outcome"] == "waiting"
    assert runs(home) == {*OLD, YOUNG}
    ran = start(home)
    told = (
        "Runs older than 180 days: 1 removed with pictures, journal and bundle, "
        "1 kept, because the record still needs it. Receipts, letters and the record stay."
    )
    assert ran.stderr.count(told) == 1
    assert runs(home) == {OLD[0], YOUNG}
    assert told in Path(ran.result["run_folder"], "review.html").read_text("utf-8")
    assert receipt.read_bytes() == b"receipt"
    with Ledger.open(home.folder / "ledger.sqlite", read_only=True) as ledger:
        assert ledger.entry(PORTAL_ID, OCTOBER) is not None


def test_the_profile_says_how_many_days_and_a_clock_that_is_set_ages_nothing(home: Home) -> None:
    """With a date in 2040, set for trying things out, nothing real is taken for old."""
    yesterday = f"{datetime.now(KUALA_LUMPUR) - timedelta(days=1):%Y-%m-%dT%H-%M-%S}-pay"
    add_runs(home, YOUNG, yesterday)
    home.write_profile(tail="[retention]\nevidence_days = 30")
    ran = start(home, ASSIST_BOT_NOW="2040-01-01")
    assert "Runs older than 30 days: 1 removed" in ran.stderr
    assert not runs(home)
    assert (home.folder / "runs" / yesterday).exists()


def test_days_that_are_none_are_told(home: Home) -> None:
    """Exit code 3, as everything that is wrong in the profile; nothing is removed."""
    add_runs(home, *OLD)
    home.write_profile(tail="[retention]\nevidence_days = 0")
    result = start(home).result
    assert result["exit_code"] == 3
    assert [(each["key"], each["message"]) for each in result["problems"]] == [
        ("retention.evidence_days", "is to be a number of days from 1 to 36500")
    ]
    assert runs(home) == {*OLD}


def test_the_browsers_private_data_go_at_the_next_start_after_a_kill(payer: Home) -> None:
    """Whether that one opens a browser or not; nothing of it is among the temporary files either."""
    temporary = payer.folder.parent / "temporary"
    temporary.mkdir()
    # Killed while the portal takes its time over a page, so that no file of it is broken off.
    payer.practice.faults.replace([f"{Fault.SLOW}@{Step.HOME_PAGE}:always"])
    program = payer.start("pay", "--until", "draft", "--yes", TMPDIR=str(temporary))
    private, deadline = payer.folder / "browser", time.monotonic() + ENOUGH
    while not payer.account.log_ins:
        assert time.monotonic() < deadline
        assert program.poll() is None
        time.sleep(0.05)
    os.kill(program.pid, 9)
    program.communicate()
    assert private.exists()
    (payer.folder / "rehearsal-x1y2").mkdir()
    start(payer)
    assert not private.exists()
    assert not (payer.folder / "rehearsal-x1y2").exists()
    assert not [path for path in temporary.rglob("*") if path.is_file()]


DOWNLOAD = """
import sys
from pathlib import Path
from assist_bot.browser import Opening, open_page
from assist_bot.browser_finding import find_browser
from assist_bot.fence.fence import Fence
folder = Path(sys.argv[1])
with open_page(Opening(find_browser(), folder, folder / "words.toml"), Fence("http://127.0.0.1:9")) as page:
    page.set_content('<a download="letter.pdf" href="data:application/pdf;base64,JVBERi0=">letter</a>')
    with page.expect_download() as coming:
        page.get_by_text("letter").click()
    print(coming.value.path(), flush=True)
    if sys.argv[2:]:
        sys.exit("a fault in the middle")
"""


@pytest.mark.parametrize("fault", [[], ["fault"]])
def test_what_is_downloaded_stands_in_the_browsers_private_folder_until_it_goes(
    tmp_path: Path, fault: list[str]
) -> None:
    """However the run ends: nothing of it is left there or among the temporary files of the system."""
    private, temporary = tmp_path / "browser", tmp_path / "temporary"
    temporary.mkdir()
    script = [sys.executable, "-c", DOWNLOAD, str(private), *fault]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "TMPDIR": str(temporary)}
    ran = subprocess.run(script, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == len(fault), ran.stderr
    assert private in Path(ran.stdout.strip()).parents
    assert not private.exists()
    assert not [path for path in temporary.rglob("*") if path.is_file()]
