"""The password: where it comes from, and what is said when there is none or a wrong one."""

import json
import sys
from pathlib import Path

import playwright
import pytest

from tests.cli.home import PASSWORD, PORTAL_ID, Home

FAIL = "keyring.backends.fail.Keyring"
LOCKED = "tests.cli.file_store.LockedStore"
SECRET = "Right-Horse-9"


def test_a_password_is_set_checked_and_cleared(home: Home) -> None:
    """It is read from stdin when that is no terminal, and never printed."""
    (home.folder / "store.json").unlink()
    assert home.run("credentials", "check").code == 4
    ran = home.run("credentials", "set", stdin="Right-Horse-9\n")
    assert ran.code == 0
    assert home.store == {f"assist-bot {PORTAL_ID}": "Right-Horse-9"}
    checked = home.run("credentials", "check")
    assert checked.code == 0
    assert "comes from the credential store." in unwrapped(checked.stdout)
    cleared = home.run("credentials", "clear")
    assert cleared.code == 0
    assert home.store == {}
    said = "".join(part for each in (ran, checked, cleared) for part in (each.stdout, each.stderr))
    assert "Right-Horse-9" not in said


def test_no_password_on_stdin_is_told(home: Home) -> None:
    """What was stored stays as it was."""
    ran = home.run("credentials", "set")
    assert ran.code == 4
    assert "No password was given." in ran.stderr
    assert home.store == {f"assist-bot {PORTAL_ID}": PASSWORD}


def test_without_a_profile_credentials_say_so(home: Home) -> None:
    """They stand under the portal ID, which the profile names."""
    (home.folder / "profile.toml").unlink()
    ran = home.run("credentials", "check")
    assert ran.code == 3
    assert "assist-bot init" in ran.stderr


def test_without_a_store_all_the_ways_out_are_told(payer: Home) -> None:
    """Exit code 4, before a browser is opened."""
    result = payer.run("pay", "--json", PYTHON_KEYRING_BACKEND=FAIL, ASSIST_BOT_BROWSER="/nonexistent").result
    assert (result["outcome"], result["exit_code"]) == ("credentials", 4)
    assert "ASSIST_BOT_PASSWORD" in result["message"]
    assert "[credentials]" in result["message"]
    assert payer.account.log_ins == []


def test_a_first_visit_without_a_store_stops_before_the_browser(home: Home) -> None:
    """Its new password could not be kept: the two settings that help are named."""
    result = home.run(
        "register", "--json", "--yes", PYTHON_KEYRING_BACKEND=FAIL, ASSIST_BOT_BROWSER="/nonexistent"
    ).result
    assert result["exit_code"] == 4
    assert "ASSIST_BOT_NEW_PASSWORD" in result["message"]
    assert "ASSIST_BOT_SECURITY_ANSWER" in result["message"]


def test_a_locked_store_is_told(home: Home) -> None:
    """Unlock it, says the remedy; a run says so before a browser is opened."""
    locked = {"PYTHON_KEYRING_BACKEND": LOCKED, "ASSIST_BOT_BROWSER": "/nonexistent"}
    for arguments in (["pay", "--json"], ["register", "--json"], ["pay", "--dry-run", "--json"]):
        result = home.run(*arguments, **locked).result
        assert (result["outcome"], result["exit_code"]) == ("credentials", 4)
        assert "locked" in result["message"]
    ran = home.run("credentials", "check", PYTHON_KEYRING_BACKEND=LOCKED)
    assert ran.code == 4
    assert "The credential store is locked." in ran.stderr
    assert "Unlock it" in ran.stderr


def test_the_password_may_come_from_elsewhere(home: Home) -> None:
    """Where there is no store: a systemd credential, the environment, a command. Which one is said, for scripts too."""
    set_aside = {"PYTHON_KEYRING_BACKEND": FAIL}
    told = home.run("credentials", "check", **set_aside, ASSIST_BOT_PASSWORD=SECRET)
    assert "comes from ASSIST_BOT_PASSWORD." in unwrapped(told.stdout)
    (home.folder / "assist-bot-password").write_text(f"{SECRET}\n")
    loaded = {"CREDENTIALS_DIRECTORY": str(home.folder)}
    found = home.run("credentials", "check", "--json", **set_aside, **loaded)
    assert "the systemd credential assist-bot-password" in found.result["checks"][0]["message"]
    home.write_profile(tail=command_that(f"print({SECRET!r})"))
    printed = home.run("credentials", "check", **set_aside)
    assert "the profile's command" in unwrapped(printed.stdout)
    home.write_profile(tail=command_that(f"print({SECRET!r}); raise SystemExit(3)"))
    failing = home.run("credentials", "check", "--json", **set_aside)
    assert (failing.result["outcome"], failing.result["exit_code"]) == ("credentials", 4)
    assert "ended with exit code 3" in failing.result["message"]
    said = "".join(part for each in (told, found, printed, failing) for part in (each.stdout, each.stderr))
    assert SECRET not in said


def test_each_secret_has_its_check(home: Home) -> None:
    """The password, a new one, the security answer; nothing is written and the portal is not asked."""
    before = home.store
    files = {path: path.stat().st_mtime_ns for path in home.folder.rglob("*")}
    result = home.run("credentials", "check", "--json").result
    assert [(each["name"], each["state"]) for each in result["checks"]] == [
        ("Password", "ok"),
        ("New password", "ok"),
        ("Security answer", "ok"),
    ]
    assert home.store == before
    assert {path: path.stat().st_mtime_ns for path in home.folder.rglob("*")} == files
    assert home.practice.memory.requests == []


def test_sources_that_differ_are_told_by_the_check_and_by_every_run(payer: Home) -> None:
    """None is chosen in silence; the check also asks the command, which a run leaves alone."""
    given = {"ASSIST_BOT_PASSWORD": SECRET, "ASSIST_BOT_BROWSER": "/nonexistent"}
    words = "comes from the credential store; ASSIST_BOT_PASSWORD"
    ran = payer.run("pay", "--json", **given)
    assert f"{words} has another one" in ran.stderr
    assert ran.result["exit_code"] == 9  # no browser
    payer.write_profile(tail=command_that(f"print({SECRET!r})"))
    checked = payer.run("credentials", "check", **given)
    assert checked.code == 0
    assert f"{words} and the profile's command have others" in unwrapped(checked.stdout)
    assert SECRET not in ran.stdout + ran.stderr + checked.stdout + checked.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
def test_no_program_that_is_started_finds_a_secret_in_its_environment(payer: Home) -> None:
    """Neither the command, nor what drives the browser, nor the browser; and none on a command line."""
    note = f"env >> '{payer.folder}/found'; printf '%s ' \"$0\" \"$@\" >> '{payer.folder}/found'"
    node = Path(playwright.__file__).parent / "driver" / "node"
    driver = script(payer, "driver", f"{note}; exec '{node}' \"$@\"")
    browser = script(payer, "browser", f"{note}; echo BROWSER >> '{payer.folder}/found'; exit 1")
    source = script(payer, "source", f"{note}; echo '{SECRET}'")
    payer.write_profile(tail=f'[credentials]\ncommand = ["{source}"]')
    settings = {"ASSIST_BOT_BROWSER": browser, "PLAYWRIGHT_NODEJS_PATH": driver}
    given = {"ASSIST_BOT_NEW_PASSWORD": "New-Horse-9", "ASSIST_BOT_SECURITY_ANSWER": "milo-the-cat"}
    (payer.folder / "store.json").unlink()
    ran = payer.run("pay", "--json", **settings, **given)
    assert ran.result["outcome"] == "machine"
    payer.run("pay", "--json", **settings, **given, ASSIST_BOT_PASSWORD=SECRET)
    found = (payer.folder / "found").read_text()
    assert found.count("PLAYWRIGHT_NODEJS_PATH=") >= 5
    assert found.count("\nBROWSER\n") + found.count(" BROWSER\n") == 2
    assert not [secret for secret in (SECRET, *given.values()) if secret in found]


def script(home: Home, name: str, text: str) -> str:
    """Write a small program that stands in for another one."""
    path = home.folder / "programs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o700)
    return str(path)


def command_that(python: str) -> str:
    """Name a script of Python as the profile's command."""
    return f'[credentials]\ncommand = [{json.dumps(sys.executable)}, "-c", {json.dumps(python)}]'


def unwrapped(text: str) -> str:
    """Read what a narrow table has broken into lines."""
    return " ".join(text.replace("│", " ").split())


def test_a_wrong_password_is_tried_once_and_never_again(payer: Home) -> None:
    """Neither by the same run nor by the next one, until another one is stored."""
    payer.keep("Wrong-Horse-9")
    result = payer.run("pay", "--json", "--yes").result
    assert (result["outcome"], result["exit_code"]) == ("credentials", 4)
    assert "assist-bot credentials set" in result["message"]
    assert len(payer.account.log_ins) == 1

    again = payer.run("pay", "--json", "--yes", ASSIST_BOT_BROWSER="/nonexistent")
    assert again.result["exit_code"] == 4
    assert "not tried again" in again.result["message"]
    assert len(payer.account.log_ins) == 1
    kept = [path for path in payer.folder.rglob("*") if path.is_file() and path.name != "store.json"]
    assert not [path for path in kept if b"Wrong-Horse-9" in path.read_bytes()]
