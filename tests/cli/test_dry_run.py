"""`--dry-run`: everything is shown, nothing is saved."""

import json
from pathlib import Path

import pytest

from tests.cli.home import Home
from tests.cli.test_portal_away import free_port


def rehearsed_chapters(run_folder: str) -> list[str]:
    """List the parts of the guide that the rehearsal went through."""
    lines = Path(run_folder, "journal.jsonl").read_text("utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    return [event["title"] for event in events if event["event"] == "chapter" and event.get("rehearsal")]


def test_a_dry_run_of_pay_saves_nothing_and_rehearses_the_rest(payer: Home) -> None:
    """Not at the portal, not in the ledger, not in the store; the review shows the rehearsal up to the receipt."""
    before, store = payer.practice.memory.as_json()["accounts"], payer.store
    ran = payer.run("pay", "--dry-run", "--json")
    result = ran.result
    assert (result["outcome"], result["exit_code"]) == ("dry_run", 0)
    assert "rehearsed on the practice portal" in result["message"]
    after = payer.practice.memory.as_json()["accounts"]
    for account in (*before.values(), *after.values()):
        account.pop("log_ins")
    assert after == before
    assert payer.store == store
    assert not (payer.folder / "ledger.sqlite").exists()
    assert not list(payer.folder.glob("rehearsal-*"))
    assert "Receipt" in rehearsed_chapters(result["run_folder"])
    assert "[rehearsal]" in ran.stderr
    review = Path(result["run_folder"], "review.html").read_text("utf-8")
    assert "rehears" in review.lower()


def test_a_dry_run_of_register_stops_at_the_terms_and_rehearses_the_rest(home: Home) -> None:
    """On a first visit the terms are the first thing that would be saved; no password is made up in the store."""
    store = home.store
    result = home.run("register", "--dry-run", "--json").result
    assert (result["outcome"], result["exit_code"]) == ("dry_run", 0)
    assert home.account.first_visit_stage == "terms"
    assert home.store == store
    assert "Preview and submit" in rehearsed_chapters(result["run_folder"])


@pytest.mark.thorough
def test_the_rehearsal_is_there_when_the_portal_is_not(payer: Home) -> None:
    """Exit code 5 for the portal that could not be read, and the pages to look at all the same."""
    payer.write_profile(url=f"http://127.0.0.1:{free_port()}/employer/login")
    result = payer.run("pay", "--dry-run", "--json").result
    assert (result["outcome"], result["exit_code"]) == ("portal", 5)
    assert "Receipt" in rehearsed_chapters(result["run_folder"])
