"""`assist-bot pay` for several months in one run."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import register_at_portal
from tests.cli.home import Home

ALL = ("pay", "--yes", "--json", "--wait-for-bank", "1")
SEPTEMBER_AND_OCTOBER = ("--month", "2026-10", "--month", "2026-09")
NO_BROWSER = {"ASSIST_BOT_BROWSER": "/nonexistent"}


@pytest.fixture
def since_august(home: Home) -> Home:
    """Give the computer of a household whose employee came on 31 August 2026, and had no wages in September."""
    home.write_profile(employment_start="2026-08-31", tail='[wages]\n"2026-09" = "0.00"')
    register_at_portal(home)
    return home


def chapters(run_folder: str) -> list[str]:
    """List the parts of the guide in a run's journal."""
    lines = Path(run_folder, "journal.jsonl").read_text("utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    return [event["title"] for event in events if event["event"] == "chapter"]


def outcomes(result: dict[str, Any]) -> list[tuple[str, str]]:
    """Give each month with its outcome."""
    return [(month["month"], month["outcome"]) for month in result["months"]]


def test_arrears_pays_every_unpaid_month_once_in_one_run(since_august: Home) -> None:
    """The plan comes first, a month without wages is passed over; run again, nothing is sent."""
    ran = since_august.run(*ALL, "--arrears")
    result = ran.result
    assert (result["outcome"], result["exit_code"]) == ("done", 0)
    assert outcomes(result) == [
        ("2026-08", "done"),
        ("2026-09", "nothing_to_do"),
        ("2026-10", "done"),
        ("2026-11", "done"),
    ]
    account = since_august.account
    assert [submission.month for submission in account.submissions] == ["2026-08", "2026-10", "2026-11"]
    paid = [month for month in result["months"] if month["outcome"] == "done"]
    assert [month["receipt"] for month in paid] == [payment.receipt for payment in account.payments]
    assert [month["acr"] for month in paid] == [submission.acr for submission in account.submissions]
    assert {month["total"] for month in paid} == {"43.45"}
    told = {"month", "outcome", "message", "total", "lines", "late_interest", "acr", "receipt"}
    assert set(paid[0]) == told
    assert not {"month", "total", "lines", "acr", "receipt"} & set(result)
    assert len(account.log_ins) == 1
    assert ran.stderr.index("The plan") < ran.stderr.index("August 2026 (1 of 3)")
    assert all(words in ran.stderr for words in ("15/09/2026", "owed", "RM32.60", "RM5.00"))
    assert "Nothing is owed for September 2026" in result["message"]
    assert "Late interest" in result["message"]
    assert "October 2026 (2 of 3): Payment" in chapters(result["run_folder"])
    assert len(list((since_august.folder / "runs").glob("*/review.html"))) == 1

    again = since_august.run(*ALL, "--arrears").result
    assert (again["outcome"], outcomes(again)) == ("nothing_to_do", [("2026-09", "nothing_to_do")])
    assert (len(account.submissions), len(account.payments)) == (3, 3)


@pytest.mark.thorough
def test_months_that_are_paid_by_the_record_need_no_browser(payer: Home) -> None:
    """Two months are asked for in any order and paid the oldest first; asked again, only --check looks."""
    result = payer.run(*ALL, *SEPTEMBER_AND_OCTOBER).result
    assert outcomes(result) == [("2026-09", "done"), ("2026-10", "done")]
    again = payer.run(*ALL, *SEPTEMBER_AND_OCTOBER, **NO_BROWSER).result
    assert (again["outcome"], again["exit_code"]) == ("nothing_to_do", 0)
    assert [month["receipt"] for month in again["months"]] == [month["receipt"] for month in result["months"]]
    checked = payer.run(*ALL, *SEPTEMBER_AND_OCTOBER, "--check", **NO_BROWSER).result
    assert (checked["outcome"], checked["exit_code"]) == ("machine", 9)
    assert outcomes(checked) == [("2026-09", "not_begun"), ("2026-10", "not_begun")]
    assert len(payer.account.submissions) == 2


def test_the_first_month_that_is_not_clean_stops_the_run(payer: Home) -> None:
    """The exit code is its own; what was done, what stopped and what was not begun is told and shown."""
    months = (*SEPTEMBER_AND_OCTOBER, "--month", "2026-11")
    ran = payer.run("pay", "--json", "--until", "acr", *months, stdin="43.45\nno\n")
    result = ran.result
    assert (result["outcome"], result["exit_code"], result["month"]) == ("refused", 6, "2026-10")
    assert outcomes(result) == [("2026-09", "submitted"), ("2026-10", "refused"), ("2026-11", "not_begun")]
    assert [submission.month for submission in payer.account.submissions] == ["2026-09"]
    assert [draft.month for draft in payer.account.drafts] == ["2026-10"]
    assert result["months"][1]["total"] == "43.45"
    said = ("September 2026 (RM43.45)", "October 2026 stopped", "Not begun: November 2026")
    assert all(words in result["message"] for words in said)
    review = Path(result["run_folder"], "review.html").read_text("utf-8")
    assert "October 2026: Stopped: nothing was submitted" in review
    assert "November 2026: Not begun" in review


def test_with_nobody_to_ask_it_stops_at_the_first_draft(payer: Home) -> None:
    """--no-input approves nothing; up to the draft there is nothing to approve, in any month."""
    waiting = payer.run("pay", "--json", "--no-input", *SEPTEMBER_AND_OCTOBER).result
    assert (waiting["outcome"], waiting["exit_code"]) == ("waiting", 8)
    assert outcomes(waiting) == [("2026-09", "waiting"), ("2026-10", "not_begun")]
    drafted = payer.run("pay", "--json", "--no-input", "--until", "draft", *SEPTEMBER_AND_OCTOBER).result
    assert (drafted["outcome"], drafted["exit_code"]) == ("drafted", 0)
    assert sorted(draft.month for draft in payer.account.drafts) == ["2026-09", "2026-10"]
    assert payer.account.submissions == []


@pytest.mark.thorough
def test_a_dry_run_looks_at_every_month_and_rehearses_one(since_august: Home) -> None:
    """Each goes as far as reading allows; nothing is saved, and the first one is shown to the receipt."""
    result = since_august.run("pay", "--dry-run", "--json", "--arrears").result
    assert (result["outcome"], result["exit_code"]) == ("dry_run", 0)
    assert outcomes(result) == [
        ("2026-08", "dry_run"),
        ("2026-09", "nothing_to_do"),
        ("2026-10", "dry_run"),
        ("2026-11", "dry_run"),
    ]
    assert (since_august.account.drafts, since_august.account.submissions) == ([], [])
    assert not (since_august.folder / "ledger.sqlite").exists()
    told = chapters(result["run_folder"])
    assert "November 2026 (3 of 3): Enter the salary" in told
    assert [title for title in told if title.endswith(": Receipt")] == ["August 2026: Receipt"]


def test_a_month_that_cannot_be_paid_yet_is_refused_before_any_is_begun(home: Home) -> None:
    """Without a browser: the date is told, and no month is begun."""
    arguments = ("pay", "--json", "--month", "2026-10", "--month", "2026-12")
    result = home.run(*arguments, **NO_BROWSER).result
    assert (result["outcome"], result["exit_code"]) == ("refused", 6)
    assert "16 December 2026" in result["message"]
    assert outcomes(result) == [("2026-10", "not_begun"), ("2026-12", "not_begun")]
