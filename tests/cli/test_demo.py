"""`assist-bot demo`: the whole job, with nothing asked and nothing of the person touched."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from assist_bot.cli.running import exit_with
from assist_bot.outcome import LineResult, Outcome, Result
from assist_bot.places import Places, holding_the_lock
from tests.browsers import ordinary
from tests.cli.home import PASSWORD, PORTAL_ID, Home

FAIL = "keyring.backends.fail.Keyring"


def test_the_demo_tells_both_results_as_one(home: Home) -> None:
    """What pay gives, with code, reference and letters of the registration; the person's own store is not asked."""
    result = home.run(
        "demo", "--json", PYTHON_KEYRING_BACKEND=FAIL, ASSIST_BOT_PASSWORD="Real-Horse-9", **ordinary()
    ).result
    assert (result["outcome"], result["exit_code"]) == ("done", 0)
    assert set(result) - {"late_interest"} == {  # from the 16th on last month is late
        *("outcome", "exit_code", "message", "month", "total", "lines", "acr", "receipt"),
        *("employer_code", "reference", "letters", "papers", "run_folder"),
    }
    assert len(result["letters"]) == 2
    assert [Path(paper).name.partition(" SOCSO ")[2].split()[0] for paper in result["papers"]] == [
        *("letter", "registration", "slip", "receipt")
    ]
    assert all(Path(letter).is_file() for letter in result["letters"])
    assert len(list(home.folder.glob("demo/runs/*/review.html"))) == 2
    assert not (home.folder / "runs").exists() or not list((home.folder / "runs").iterdir())
    assert home.store == {f"assist-bot {PORTAL_ID}": PASSWORD}
    assert not [
        path
        for path in home.folder.rglob("*")
        if path.is_file() and path.suffix != ".pdf" and b"Real-Horse-9" in path.read_bytes()
    ]


def test_both_results_are_one_table_with_both_reviews(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reference, employer code, letters, ACR, amounts, receipt; then where letters and pictures are."""
    line = LineResult("SITI AMINAH", *map(Decimal, ("1500.00", "25.35", "7.25", "10.85", "43.45")))
    both = Result(
        Outcome.DONE,
        "Registered and paid.",
        month="2026-10",
        total=Decimal("43.45"),
        lines=[line],
        acr="ACR112660152714",
        receipt="R2026110000001",
        employer_code="E1102070081W",
        reference="CRN11202600122695",
        letters=[str(tmp_path / "Letter of acknowledgement.pdf"), str(tmp_path / "Letter of inquiry.pdf")],
        papers=[tmp_path / "2026" / "2026-10 SOCSO receipt RM32.60.pdf"],
        run_folder=tmp_path / "pay",
    )
    with pytest.raises(SystemExit) as left:
        exit_with(both, earlier=[tmp_path / "register"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    rows = re.findall(r"^│ (.+?) +│", told, re.MULTILINE)
    assert rows == [
        *("Reference", "Employer code", "Month", "ACR", "Total", "Receipt", "SITI AMINAH", "Letter", "Letter")
    ]
    assert told.count("┌") == 1
    kept = re.findall(r"^Kept: (.+)$", told, re.MULTILINE)
    assert kept == [str(tmp_path / "2026" / "2026-10 SOCSO receipt RM32.60.pdf")]
    reviews = re.findall(r"^Review: (.+)$", told, re.MULTILINE)
    assert [Path(review).parent.name for review in reviews] == ["register", "pay"]


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_a_demo_without_a_browser_says_so(arguments: list[str], home: Home) -> None:
    """Exit code 9, like any other run."""
    ran = home.run("demo", *arguments, ASSIST_BOT_BROWSER="/nonexistent")
    assert ran.code == 9
    assert "ASSIST_BOT_BROWSER" in ran.stdout + ran.stderr


def test_a_second_demo_leaves_the_first_alone(home: Home) -> None:
    """It begins by clearing its folder, so it must not while another run is in there."""
    (home.folder / "demo").mkdir()
    (home.folder / "demo" / "ledger.sqlite").write_text("of the first")
    with holding_the_lock(Places(home.folder, home.folder), "demo"):
        result = home.run("demo", "--json").result
    assert (result["outcome"], result["exit_code"]) == ("waiting", 8)
    assert (home.folder / "demo" / "ledger.sqlite").read_text() == "of the first"
