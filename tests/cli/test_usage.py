"""What is typed, and what cannot be understood."""

import tomllib

import pytest

from assist_bot import __version__
from assist_bot.profile import schema
from tests.cli.home import Home


def test_the_version_is_told(home: Home) -> None:
    """`--version` prints one line."""
    assert home.run("--version").stdout == f"assist-bot {__version__}\n"


def test_the_example_profile_is_printed(home: Home) -> None:
    """`profile example` prints nothing but a profile to begin with."""
    ran = home.run("profile", "example")
    assert tomllib.loads(ran.stdout)["version"] == 1
    assert not ran.stderr


def test_the_schema_is_printed(home: Home) -> None:
    """`profile schema` prints the JSON Schema that is published."""
    ran = home.run("profile", "schema")
    assert ran.code == 0
    assert ran.stdout.startswith("{")
    assert str(schema()["title"]) in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["pay", "--month", "2026-13"], "2026-10"),
        (["pay", "--month", "last month"], "2026-10"),
        (["pay", "--accept-total", "32,60"], "32.60"),
        (["pay", "--arrears", "--month", "2026-10"], "--arrears"),
        (["pay", "--month", "2026-09", "--month", "2026-10", "--wages", "1500.00"], "[wages]"),
        (["pay", "--arrears", "--accept-total", "32.60"], "--accept-total"),
        (["pay", "--until", "payday"], "acr"),
        (["register", "--nonsense"], "--nonsense"),
        (["payy"], "payy"),
    ],
)
def test_what_cannot_be_understood_is_exit_code_2(arguments: list[str], named: str, home: Home) -> None:
    """It is said on stderr, with what would be right; nothing is begun, and nothing stands on stdout."""
    ran = home.run(*arguments)
    assert (ran.code, ran.stdout) == (2, "")
    assert named in ran.stderr
    assert not (home.folder / "runs").exists()


def test_a_script_is_told_of_a_usage_error_in_the_object(home: Home) -> None:
    """With --json there is one object on stdout also when the command line is wrong."""
    ran = home.run("pay", "--json", "--month", "October")
    assert ran.result["outcome"] == "usage"
    assert ran.code == 2
    assert "no month such as 2026-10" in ran.result["message"]
