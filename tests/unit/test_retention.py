"""Evidence ages out after the days that the profile names; what is to be kept stays, and what is needed too."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from assist_bot.clock import KUALA_LUMPUR
from assist_bot.journal import Journal
from assist_bot.outcome import Outcome, Result
from assist_bot.retention import AgedOut, age_out

NOW = datetime(2026, 11, 22, 10, 15, tzinfo=KUALA_LUMPUR)
DAYS = 180


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """Give the folder of all runs."""
    return tmp_path / "runs"


def a_run(runs: Path, days_ago: float, outcome: Outcome | None = Outcome.DONE, **result: Any) -> Journal:  # noqa: ANN401  # any field of a result
    """Have a run with a picture and a review some days ago; without an outcome it was killed."""
    began = NOW - timedelta(days=days_ago)
    journal = Journal.begin(
        runs, "pay", dry_run=False, now=began, version="0.1.0", for_good=runs.parent / "documents"
    )
    journal.photograph(b"picture", "Home")
    (journal.folder / "stop.zip").write_bytes(b"bundle")
    if outcome:
        journal.end(Result(outcome, "It ended.", **result))
    return journal


def aged(runs: Path, on_record: dict[str, bool] | None = None, days: int = DAYS) -> AgedOut:
    """Age out as at the start of a run."""
    return age_out(runs, runs.parent / "documents", on_record or {}, days, NOW)


def test_only_what_is_older_goes_and_it_is_told_in_one_line(runs: Path) -> None:
    """To the moment: a run of 180 days ago stays, a little later it goes, with all that is in it."""
    old = [a_run(runs, days) for days in (180.01, 200, 1000)]
    young = [a_run(runs, days) for days in (180, 179, 0)]
    told = aged(runs).told
    assert [path.name for path in sorted(runs.iterdir())] == sorted(each.folder.name for each in young)
    assert not [each for each in old if each.folder.exists()]
    assert told == (
        "Runs older than 180 days: 3 removed with pictures, journal and bundle. "
        "Receipts, letters and the record stay."
    )
    assert aged(runs).told == ""


def test_the_days_are_those_of_the_profile(runs: Path) -> None:
    """A household may keep them shorter."""
    run = a_run(runs, 8)
    assert aged(runs).removed == []
    assert aged(runs, days=7).removed == [run.folder.name]


def test_what_is_no_run_is_left_alone(runs: Path, tmp_path: Path) -> None:
    """Notes, folders of other names and days that never were; a link goes nowhere."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.png").write_text("")
    runs.mkdir()
    (runs / "2020-01-01T10-00-00-pay").symlink_to(tmp_path / "photos")
    (runs / "2020-01-01T10-00-00-register.txt").write_text("a note")
    for name in ("2020-13-41T10-00-00-pay", "2020-01-01", "keep"):
        (runs / name).mkdir()
    before = sorted(runs.iterdir())
    assert aged(runs).told == ""
    assert sorted(runs.iterdir()) == before
    assert (tmp_path / "photos" / "cat.png").exists()


def test_what_the_record_still_needs_is_never_touched(runs: Path) -> None:
    """While something that was sent is not settled, its pictures stay, however old; it is told beside what goes."""
    needed, other = a_run(runs, 400, Outcome.SUBMITTED), a_run(runs, 300)
    before = {path: path.read_bytes() for path in needed.folder.iterdir()}
    result = aged(runs, {needed.folder.name: True, other.folder.name: False})
    assert {path: path.read_bytes() for path in needed.folder.iterdir()} == before
    assert not other.folder.exists()
    assert "1 kept, because the record still needs it" in result.told


def test_a_run_that_ended_in_doubt_stays_unless_the_record_says_how_it_came_out(runs: Path) -> None:
    """Where the record was lost, its own journal is all that tells of the doubt."""
    unknown = a_run(runs, 400, Outcome.UNKNOWN)
    killed = a_run(runs, 401, None)
    with killed.step("save", "Submit", saves=True):
        text = (killed.folder / "journal.jsonl").read_text()
    (killed.folder / "journal.jsonl").write_text(text)  # as it was just before the answer
    looking = a_run(runs, 402, None)
    assert aged(runs).removed == [looking.folder.name]
    assert unknown.folder.exists()
    assert killed.folder.exists()
    settled = aged(runs, {unknown.folder.name: False, killed.folder.name: False})
    assert sorted(settled.removed) == sorted([unknown.folder.name, killed.folder.name])


def test_a_receipt_that_is_nowhere_else_is_kept_first(runs: Path) -> None:
    """As after a kill between its two copies; papers that the portal provides go with the run."""
    run = a_run(runs, 200, None)
    lasting = run.keep_for_good("2026-04 SOCSO receipt RM32.60.pdf", b"receipt")
    run.keep("Borang SIP 1.pdf", b"form")
    lasting.unlink()
    assert aged(runs).removed == [run.folder.name]
    assert [path.name for path in lasting.parent.iterdir()] == [lasting.name]
    assert lasting.read_bytes() == b"receipt"
    assert lasting.stat().st_mode & 0o777 == 0o600


def test_a_receipt_that_cannot_be_kept_keeps_its_run(runs: Path) -> None:
    """It is told, and tried again at the next start."""
    run = a_run(runs, 200, None)
    run.keep_for_good("receipt.pdf", b"receipt").unlink()
    (runs.parent / "documents").rmdir()
    (runs.parent / "documents").write_text("in the way")
    result = aged(runs)
    assert (run.folder / "receipt.pdf").exists()
    assert "1 could not be removed" in result.told


def test_a_journal_that_names_a_file_elsewhere_takes_nothing_from_there(runs: Path, tmp_path: Path) -> None:
    """A document is one of the run's own folder, and no link."""
    run = a_run(runs, 200, None)
    (tmp_path / "secret").write_text("secret")
    (run.folder / "linked.pdf").symlink_to(tmp_path / "secret")
    lines = [{"event": "document", "file": name, "for_good": True} for name in ("../../secret", "linked.pdf")]
    with (run.folder / "journal.jsonl").open("a") as journal:
        journal.writelines(json.dumps(line) + "\n" for line in lines)
    assert aged(runs).removed == [run.folder.name]
    assert not (tmp_path / "documents").exists()
    assert (tmp_path / "secret").exists()


def test_without_any_run_nothing_happens(runs: Path) -> None:
    """The first start."""
    assert aged(runs).told == ""
