"""What stops a run before a browser is opened: the profile, the calendar, the record, another run."""

import json
import os
from pathlib import Path

import pytest

from assist_bot.places import Places, holding_the_lock
from tests.cli.home import Home, Ran

NO_BROWSER = {"ASSIST_BOT_BROWSER": "/nonexistent"}


def stopped(home: Home, *arguments: str, **settings: str) -> Ran:
    """Run `pay`, or what is named, for a script, with no browser to be had."""
    return home.run(*(arguments or ("pay",)), "--json", **NO_BROWSER, **settings)


def test_without_a_profile_the_way_to_one_is_told(home: Home) -> None:
    """Where it was looked for, and how to begin."""
    (home.folder / "profile.toml").unlink()
    result = stopped(home).result
    assert (result["outcome"], result["exit_code"]) == ("mend_profile", 3)
    assert str(home.folder / "profile.toml") in result["message"]
    assert "assist-bot init" in result["message"]
    assert set(result) == {"outcome", "exit_code", "message"}


def test_a_profile_in_another_encoding_is_exit_code_3(home: Home) -> None:
    """The line is named, and how to save it."""
    profile = home.folder / "profile.toml"
    profile.write_bytes(profile.read_text("utf-8").replace("TAMAN DAMAI", "TAMAN DÂMAI").encode("latin-1"))
    result = stopped(home).result
    assert result["exit_code"] == 3
    assert "UTF-8" in result["message"]


def test_everything_wrong_with_the_profile_is_told_at_once(home: Home) -> None:
    """Each with its key, what is wrong and an example; the words for people tell the same."""
    home.write_profile(postcode='"4600"', salary='"lots"')
    result = stopped(home).result
    assert result["outcome"] == "mend_profile"
    assert {problem["key"] for problem in result["problems"]} == {
        "employer.address.postcode",
        "employee[1].salary",
    }
    assert all(problem["message"] for problem in result["problems"])
    assert any(problem["example"] for problem in result["problems"])
    told = home.run("pay", **NO_BROWSER)
    assert "employer.address.postcode" in told.stderr
    assert told.stdout == ""


def test_a_paper_that_is_a_folder_stops_the_registration(home: Home) -> None:
    """The key of the paper is named, before a browser opens."""
    paper = home.folder / "papers" / "permit.pdf"
    paper.unlink()
    paper.mkdir()
    result = stopped(home, "register").result
    assert result["exit_code"] == 3
    assert [problem["key"] for problem in result["problems"]] == ["documents.work_permit_copy"]


def test_another_profile_can_be_named(home: Home) -> None:
    """--profile is looked at instead of the one in the config folder."""
    result = stopped(home, "pay", "--profile", "elsewhere.toml").result
    assert result["exit_code"] == 3
    assert "elsewhere.toml" in result["message"]


def test_a_month_that_is_not_open_is_refused_with_the_date(home: Home) -> None:
    """Before the 16th, in Malaysia, the month itself cannot be paid."""
    result = stopped(home, "pay", "--month", "2026-11", ASSIST_BOT_NOW="2026-11-15").result
    assert (result["outcome"], result["exit_code"], result["month"]) == ("refused", 6, "2026-11")
    assert "16 November 2026" in result["message"]
    assert Path(result["run_folder"], "review.html").exists()


def test_the_clock_is_told_in_malaysian_time(home: Home) -> None:
    """When it is the 15th in London it may be the 16th in Kuala Lumpur."""
    result = stopped(home, "pay", "--month", "2026-11", ASSIST_BOT_NOW="2026-11-15T16:30:00+00:00").result
    assert result["outcome"] == "machine"  # past the calendar: it looks for a browser


def test_the_clock_of_a_real_portal_cannot_be_turned(home: Home) -> None:
    """ASSIST_BOT_NOW counts only while the portal is on this computer."""
    home.write_profile(url="https://assist.perkeso.gov.my/employer/login")
    result = stopped(home, "pay", "--month", "2090-01", ASSIST_BOT_NOW="2090-02-20").result
    assert result["exit_code"] == 6
    assert "16 January 2090" in result["message"]


def test_a_clock_that_is_no_date_is_exit_code_9(home: Home) -> None:
    """The setting is named."""
    result = stopped(home, ASSIST_BOT_NOW="tomorrow").result
    assert result["exit_code"] == 9
    assert "ASSIST_BOT_NOW" in result["message"]


def test_without_a_bank_the_way_on_is_told(home: Home) -> None:
    """To the receipt a bank is needed; to the ACR it is not."""
    profile = home.folder / "profile.toml"
    profile.write_text(profile.read_text("utf-8").replace("[payment]\nbank", "# bank"), "utf-8")
    result = stopped(home).result
    assert result["exit_code"] == 3
    assert [problem["key"] for problem in result["problems"]] == ["payment.bank"]
    assert stopped(home, "pay", "--until", "acr").result["exit_code"] == 9


def test_a_browser_that_is_not_there_is_exit_code_9(home: Home) -> None:
    """The person is told which setting is wrong; the run folder says what was tried."""
    result = stopped(home).result
    assert (result["outcome"], result["exit_code"]) == ("machine", 9)
    assert "ASSIST_BOT_BROWSER is /nonexistent" in result["message"]


def test_a_damaged_ledger_stops_before_anything_is_begun(home: Home) -> None:
    """It says how to put it back, and leaves it as it is."""
    ledger = home.folder / "ledger.sqlite"
    ledger.write_bytes(b"not a ledger at all" * 100)
    before = ledger.read_bytes()
    result = stopped(home).result
    assert result["exit_code"] == 9
    assert "ledger" in result["message"]
    assert "backup" in result["message"]
    assert ledger.read_bytes() == before


def test_a_second_run_stops_and_says_who_holds_the_lock(home: Home) -> None:
    """Command, process and since when."""
    with holding_the_lock(Places(home.folder, home.folder), "register"):
        result = stopped(home).result
    assert (result["outcome"], result["exit_code"]) == ("waiting", 8)
    assert f"`register`, process {os.getpid()}, since " in result["message"]
    assert stopped(home).result["exit_code"] == 9  # the lock is free again


def test_a_folder_that_cannot_be_made_is_exit_code_9(home: Home, tmp_path: Path) -> None:
    """The state folder below a file, for example."""
    (tmp_path / "file").write_text("")
    result = stopped(home, ASSIST_BOT_HOME=str(tmp_path / "file" / "home")).result
    assert result["exit_code"] == 9
    assert "ASSIST_BOT_HOME" in result["message"]


def test_patience_that_is_no_number_is_told(home: Home) -> None:
    """The setting is named, with an example."""
    result = home.run("pay", "--json", ASSIST_BOT_PATIENCE="long").result
    assert "ASSIST_BOT_PATIENCE" in result["message"]
    assert result["exit_code"] == 3


def test_the_ending_of_a_stopped_run_stands_in_its_journal(home: Home) -> None:
    """What a script was told, the journal knows as well."""
    result = stopped(home).result
    lines = Path(result["run_folder"], "journal.jsonl").read_text("utf-8").splitlines()
    last = json.loads(lines[-1])
    assert (last["event"], last["result"]["outcome"]) == ("outcome", "machine")


@pytest.mark.parametrize("command", ["register", "pay"])
def test_papers_and_records_are_private(command: str, home: Home) -> None:
    """Whatever a run writes, only its owner may read."""
    stopped(home, command)
    written = [home.folder / name for name in ("runs", "ledger.sqlite", "assist-bot.log")]
    assert all(path.stat().st_mode & 0o077 == 0 for path in written)
