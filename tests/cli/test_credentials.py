"""The password: where it comes from, and what is said when there is none or a wrong one."""

import sys

from tests.cli.home import PASSWORD, PORTAL_ID, Home

FAIL = "keyring.backends.fail.Keyring"
LOCKED = "tests.cli.file_store.LockedStore"


def test_a_password_is_set_checked_and_cleared(home: Home) -> None:
    """It is read from stdin when that is no terminal, and never printed."""
    (home.folder / "store.json").unlink()
    assert home.run("credentials", "check").code == 4
    ran = home.run("credentials", "set", stdin="Right-Horse-9\n")
    assert ran.code == 0
    assert home.store == {f"assist-bot {PORTAL_ID}": "Right-Horse-9"}
    checked = home.run("credentials", "check")
    assert checked.code == 0
    assert "the credential store" in checked.stdout
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
    assert "profile example" in ran.stderr


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


def test_the_password_may_come_from_the_environment_or_a_command(home: Home) -> None:
    """Where there is no store."""
    set_aside = {"PYTHON_KEYRING_BACKEND": FAIL}
    told = home.run("credentials", "check", **set_aside, ASSIST_BOT_PASSWORD="Right-Horse-9")
    assert "ASSIST_BOT_PASSWORD" in told.stdout
    command = f'[credentials]\ncommand = ["{sys.executable}", "-c", "print(\'Right-Horse-9\')"]'
    home.write_profile(tail=command)
    told = home.run("credentials", "check", **set_aside)
    assert "the profile's command" in told.stdout
    assert "Right-Horse-9" not in told.stdout + told.stderr


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
