"""`assist-bot amount`: what is owed, and why, on a computer that has nothing but the program."""

import pytest

from tests.cli.home import Home

BEFORE_DUE = {"ASSIST_BOT_NOW": "2026-11-15"}


@pytest.fixture
def bare(home: Home) -> Home:
    """Give a computer without a profile, and without a browser."""
    (home.folder / "profile.toml").unlink()
    home.settings["ASSIST_BOT_BROWSER"] = "/nonexistent"
    return home


def test_what_is_owed_is_told_in_one_object(bare: Home) -> None:
    """Without and with LINDUNG 24 Jam, and nothing is kept."""
    before = {path.name for path in bare.folder.iterdir()}
    result = bare.run("amount", "--month", "2026-10", "--wages", "1500", "--json", **BEFORE_DUE).result
    message = result.pop("message")
    assert result == {
        "outcome": "done",
        "exit_code": 0,
        "month": "2026-10",
        "total": "43.45",
        "amounts": [
            {
                "name": "Without LINDUNG 24 Jam",
                "employer": "25.35",
                "employee_share": "7.25",
                "skbbk": "0.00",
                "total": "32.60",
            },
            {
                "name": "With LINDUNG 24 Jam",
                "employer": "25.35",
                "employee_share": "7.25",
                "skbbk": "10.85",
                "total": "43.45",
            },
        ],
    }
    for words in (
        "RM32.60 is owed, or RM43.45 if the portal charges LINDUNG 24 Jam",
        "First Category: foreign workers are under Invalidity as well from July 2024",
        "wages over RM1,400.00 up to RM1,500.00, in SOCSO's table of 1 October 2024",
        "due by 15 November 2026",
    ):
        assert words in message
    assert {path.name for path in bare.folder.iterdir()} == before


def test_last_month_is_meant_where_none_is_named(bare: Home) -> None:
    """As `pay` does."""
    assert bare.run("amount", "--wages", "1500", "--json").result["month"] == "2026-10"


def test_overtime_is_added_to_the_salary(bare: Home) -> None:
    """1500.00+120.00 is in the row of RM1,620.00."""
    result = bare.run("amount", "--month", "2026-10", "--wages", "1500.00+120.00", "--json").result
    assert result["total"] == "49.45"
    assert "RM1,620.00" in result["message"]


def test_a_category_can_be_named(bare: Home) -> None:
    """In the Second the employee pays nothing but LINDUNG 24 Jam."""
    named = ("--month", "2026-10", "--wages", "1500", "--category", "second")
    result = bare.run("amount", *named, "--json").result
    assert [each["total"] for each in result["amounts"]] == ["18.10", "28.95"]
    assert "Second Category: you named it" in result["message"]


def test_late_interest_is_said_as_at_least_and_as_an_estimate(bare: Home) -> None:
    """Once the month is past due; it is no part of the total."""
    result = bare.run("amount", "--month", "2026-10", "--wages", "1500", "--json").result
    assert (result["late_interest"], result["total"]) == ("5.00", "43.45")
    assert "at least RM5.00. That is an estimate" in result["message"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--month", "2026-10"], "--wages"),
        (["--wages", "lots"], "1500.00+120.00"),
        (["--wages", "1500+"], "1500.00+120.00"),
        (["--wages", "9" * 40], "no amount"),
        (["--wages", "1500", "--month", "October"], "2026-10"),
        (["--wages", "1500", "--category", "third"], "second"),
    ],
)
def test_what_cannot_be_understood_is_exit_code_2(bare: Home, arguments: list[str], named: str) -> None:
    """It says what would be right."""
    ran = bare.run("amount", *arguments)
    assert (ran.code, ran.stdout) == (2, "")
    assert named in ran.stderr


@pytest.mark.parametrize(
    ("month", "wages", "why"),
    [
        ("2021-05", "1500", "domestic workers are covered from June 2021"),
        ("2026-10", "0", "There is no schedule for October 2026 and wages of RM0.00"),
    ],
)
def test_where_nothing_is_owed_it_is_refused(bare: Home, month: str, wages: str, why: str) -> None:
    """With the reason, and the month that was asked for."""
    result = bare.run("amount", "--month", month, "--wages", wages, "--json").result
    assert (result["outcome"], result["exit_code"], result["month"]) == ("refused", 6, month)
    assert why in result["message"]


def test_people_get_a_table(bare: Home) -> None:
    """On stdout, like every result that is well."""
    ran = bare.run("amount", "--month", "2026-10", "--wages", "1500")
    assert ran.code == 0
    assert ran.stdout.startswith("Done")
    assert all(figure in ran.stdout for figure in ("RM25.35", "RM7.25", "RM10.85", "RM32.60", "RM43.45"))
    assert ran.stderr == ""
