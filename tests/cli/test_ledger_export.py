"""`assist-bot ledger export`: the record as it is, read and never written."""

import csv
import json

import pytest

from assist_bot.ledger import Ledger
from tests.cli.home import Home
from tests.unit.ledger.acts import ACR, pay, submit
from tests.unit.owing import EMPLOYER, OCTOBER


@pytest.fixture
def recorded(home: Home) -> Home:
    """Have one month paid and another one settled by hand on record."""
    with Ledger.open(home.folder / "ledger.sqlite") as ledger:
        submit(ledger)
        pay(ledger)
        ledger.settled_by_hand(EMPLOYER, OCTOBER.next(), "R9")
    return home


def test_the_record_as_csv_has_one_line_for_each_submission(recorded: Home) -> None:
    """State, total, ACR, receipt, times and employees; no passport number but its end."""
    ran = recorded.run("ledger", "export")
    rows = list(csv.DictReader(ran.stdout.splitlines()))
    assert (ran.code, ran.stderr) == (0, "")
    assert [(row["month"], row["state"], row["total"], row["acr"], row["receipt"]) for row in rows] == [
        ("2026-10", "paid", "32.60", ACR, "R123"),
        ("2026-11", "settled_by_hand", "", "", "R9"),
    ]
    assert "wages 1500.00 contribution 32.60" in rows[0]["employees"]
    assert rows[0]["began"] <= rows[0]["changed"]
    assert "C1234567" not in ran.stdout


def test_the_record_as_json_has_every_line_with_money_as_text(recorded: Home) -> None:
    """One object; a total that is not known yet is empty."""
    contributions = json.loads(recorded.run("ledger", "export", "--format", "json").stdout)["contributions"]
    assert [each["state"] for each in contributions] == ["paid", "settled_by_hand"]
    assert contributions[0]["total"] == contributions[0]["lines"][0]["total"] == "32.60"
    assert contributions[1]["total"] == ""


def test_exporting_writes_nothing(home: Home) -> None:
    """Where there is no record none is made, and one that is there stays as it is."""
    assert home.run("ledger", "export", "--format", "json").stdout == '{\n  "contributions": []\n}\n'
    assert not (home.folder / "ledger.sqlite").exists()


def test_a_damaged_record_is_exit_code_9_with_the_way_back(home: Home) -> None:
    """It is left as it is, and nothing is printed for a script to take for a record."""
    ledger = home.folder / "ledger.sqlite"
    ledger.write_bytes(b"not a ledger at all" * 100)
    before = ledger.read_bytes()
    ran = home.run("ledger", "export", "--format", "json")
    assert (ran.code, ran.stdout, ledger.read_bytes()) == (9, "", before)
    assert "backup" in ran.stderr
    assert "mv '" in ran.stderr.replace("\n", "")
