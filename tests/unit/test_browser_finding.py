"""Which browser is used: the one asked for, else an installed one, else one that is installed now."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assist_bot import browser_finding, browser_installing
from assist_bot.browser_finding import ensure_browser, find_browser, launch_arguments
from assist_bot.errors import MachineError


def program(folder: Path, name: str, script: str = "echo Chromium 150") -> Path:
    """Put a program of that name into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be on a computer without any browser, whose only programs are those in the folder returned."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.delenv("ASSIST_BOT_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "downloads"))
    monkeypatch.setattr(browser_finding, "KNOWN_PLACES", dict.fromkeys(browser_finding.NAMES, ()))
    return programs


def test_the_browser_asked_for_is_used(
    tmp_path: Path, computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ASSIST_BOT_BROWSER wins over one that is installed."""
    program(computer, "google-chrome")
    mine = program(tmp_path / "mine", "my browser")
    monkeypatch.setenv("ASSIST_BOT_BROWSER", str(mine))
    browser = find_browser()
    assert browser
    assert browser.executable == str(mine)


@pytest.mark.parametrize("asked_for", ["no-such-program", "/"])
def test_one_asked_for_that_cannot_be_started_is_an_error(
    asked_for: str, computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No other browser takes its place."""
    program(computer, "chromium")
    monkeypatch.setenv("ASSIST_BOT_BROWSER", asked_for)
    with pytest.raises(MachineError, match="ASSIST_BOT_BROWSER") as error:
        find_browser()
    assert asked_for in error.value.fact


@pytest.mark.parametrize(
    ("command", "name"),
    [("google-chrome", "Chrome"), ("microsoft-edge-stable", "Edge"), ("chromium", "Chromium")],
)
def test_an_installed_browser_is_found_by_its_command(command: str, name: str, computer: Path) -> None:
    """Chrome, Edge and Chromium are found on the PATH."""
    path = program(computer, command)
    browser = find_browser()
    assert browser
    assert (browser.executable, browser.name) == (str(path), name)


def test_an_installed_browser_is_found_in_its_usual_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser need not be on the PATH."""
    path = program(tmp_path / "opt", "chrome")
    monkeypatch.setattr(browser_finding, "KNOWN_PLACES", {"Chrome": (str(path),), "Edge": (), "Chromium": ()})
    browser = find_browser()
    assert browser
    assert browser.executable == str(path)


def test_a_snap_is_passed_over(computer: Path) -> None:
    """A snap cannot use the private data folder, so it is as good as no browser."""
    program(computer, "chromium-browser", "exec /snap/bin/chromium")
    assert find_browser() is None


@pytest.mark.parametrize(("exit_code", "usable"), [(0, True), (127, False)])
def test_playwrights_own_download_is_used_where_it_runs(exit_code: int, usable: bool) -> None:
    """One that lacks the system's libraries is as good as none."""
    where = subprocess.run(
        [sys.executable, "-c", browser_finding.WHERE_PLAYWRIGHT_KEEPS_ITS_OWN],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.strip()
    download = program(Path(where).parent, Path(where).name, f"echo Chromium; exit {exit_code}")
    browser = find_browser()
    assert (browser and browser.executable) == (str(download) if usable else None)


def test_where_nothing_can_be_installed_the_command_to_type_is_named(
    computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error ends with the exact command of this computer's package manager."""
    program(computer, "dnf")
    # The download is pointed at a port where nobody answers.
    monkeypatch.setenv("PLAYWRIGHT_DOWNLOAD_HOST", "http://127.0.0.1:9")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    said: list[str] = []
    with pytest.raises(MachineError) as error:
        ensure_browser(said.append)
    assert "`sudo dnf install -y chromium`" in error.value.remedy
    assert any("playwright install" in line for line in said)
    assert not any("apt-get" in line for line in said)


def test_as_root_the_system_installs_what_could_not_be_downloaded(
    computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """apt-get is announced before it runs, and what it installed is used."""
    monkeypatch.setenv("PLAYWRIGHT_DOWNLOAD_HOST", "http://127.0.0.1:9")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    chromium = computer / "chromium"
    program(
        computer,
        "apt-get",
        f'[ "$1" = update ] || {{ echo "#!/bin/sh" > "{chromium}"; /bin/chmod +x "{chromium}"; }}',
    )
    said: list[str] = []
    assert ensure_browser(said.append).executable == str(chromium)
    assert said[-2:] == ["Running: apt-get update", "Running: apt-get install -y chromium"]


def test_an_installation_that_does_not_end_is_stopped(
    computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command and everything that it started are ended: otherwise this test would last ten minutes."""
    monkeypatch.setattr(browser_installing, "SECONDS", 0.2)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(computer, "apt-get", "/bin/sleep 600 & wait")
    said: list[str] = []
    browser_installing.by_the_system(said.append)
    assert "did not end" in said[-1]


@pytest.mark.parametrize(("user", "sandbox"), [(0, False), (1000, True)])
def test_the_sandbox_is_given_up_for_root_only(
    user: int, sandbox: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everybody else keeps Chromium's sandbox."""
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert ("--no-sandbox" not in launch_arguments()) is sandbox
