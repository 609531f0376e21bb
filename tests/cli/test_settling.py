"""`assist-bot pay --receipt`: recorded on the person's word, and never called paid before the portal shows it."""

from typing import Any

import pytest

from tests.cli.home import Home

ALL = ("pay", "--yes", "--json", "--wait-for-bank", "1", "--month", "2026-10")
NO_BROWSER = {"ASSIST_BOT_BROWSER": "/nonexistent"}


def settle(home: Home, receipt: str = "R9") -> dict[str, Any]:
    """Say that October was paid by hand."""
    return home.run("pay", "--month", "2026-10", "--receipt", receipt, "--json", **NO_BROWSER).result


def test_a_receipt_is_recorded_without_a_browser_and_is_not_called_paid(payer: Home) -> None:
    """The word for it is settled by hand; a wrong number is typed anew."""
    result = settle(payer, "R8")
    assert (result["outcome"], result["receipt"], result["month"]) == ("done", "R8", "2026-10")
    assert payer.state == "settled_by_hand"
    assert settle(payer)["receipt"] == "R9"
    assert payer.entry is not None
    assert (payer.entry.receipt, payer.state) == ("R9", "settled_by_hand")


def test_a_month_that_is_settled_by_hand_is_looked_at_and_never_sent(payer: Home) -> None:
    """The portal does not show it: what is on record and what can be done is told, and nothing is begun."""
    settle(payer)
    result = payer.run(*ALL).result
    assert (result["outcome"], result["receipt"]) == ("nothing_to_do", "R9")
    assert "does not show it as paid yet" in result["message"]
    assert "1-300-22-8000" in result["message"]
    assert "total" not in result  # nobody knows it
    account = payer.account
    assert [account.submissions, account.drafts, account.payments] == [[], [], []]
    assert payer.state == "settled_by_hand"


@pytest.mark.thorough
def test_once_the_portal_shows_it_paid_it_is_recorded_with_the_portals_receipt(payer: Home) -> None:
    """And then a receipt by hand is refused."""
    payer.run(*ALL)
    (payer.folder / "ledger.sqlite").unlink()
    settle(payer)
    result = payer.run(*ALL).result
    receipt = payer.account.payments[0].receipt
    assert (result["outcome"], result["receipt"], payer.state) == ("nothing_to_do", receipt, "paid")
    refused = settle(payer)
    assert refused["exit_code"] == 6
    assert f"recorded as paid, receipt {receipt}" in refused["message"]
    assert len(payer.account.payments) == 1


def test_a_receipt_without_a_month_or_a_number_is_a_usage_error(payer: Home) -> None:
    """Nothing is recorded on a guess."""
    for words in (("--receipt", "R9"), ("--month", "2026-10", "--receipt", " ")):
        result = payer.run("pay", *words, "--json", **NO_BROWSER).result
        assert result["exit_code"] == 2
    assert payer.state == ""


def test_a_dry_run_records_no_receipt(payer: Home) -> None:
    """It says what it would record."""
    words = ("pay", "--month", "2026-10", "--receipt", "R9", "--dry-run", "--json")
    result = payer.run(*words, **NO_BROWSER).result
    assert (result["outcome"], payer.state) == ("dry_run", "")
    assert "R9" in result["message"]
