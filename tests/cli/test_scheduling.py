"""`assist-bot schedule`: installed, shown, replaced and removed, by systems that write down what they are told."""

import json
import sys
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.home import PASSWORD
from tests.cli.in_process import Computer
from tests.cli.timers import Orders
from tests.unit.keyrings import LockedStore, NoStore

TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are shell scripts")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Computer:
    """Give a computer with a profile and a stored password."""
    return Computer(tmp_path / "the computer", monkeypatch, capsys)


@pytest.fixture
def orders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Orders:
    """Give programs of the system, the first that are found on this computer."""
    orders = Orders(tmp_path / "programs")
    monkeypatch.setenv("PATH", orders.path)
    return orders


def unit(home: Computer, name: str) -> ConfigParser:
    """Read a unit of the person's systemd."""
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # systemd's names have capitals
    parser.read(home.folder / ".config" / "systemd" / "user" / name)
    return parser


def left(home: Computer) -> list[str]:
    """List what the schedule has on disk."""
    units = home.folder / ".config" / "systemd" / "user"
    files = [*units.glob("*"), home.folder / "schedule.json"]
    return sorted(file.name for file in files if file.exists())


def shown(home: Computer) -> dict[str, tuple[str, str]]:
    """Tell what `schedule show` finds: of each thing how it stands, and what is said."""
    checks = home.run("schedule", "show", "--json").result["checks"]
    return {each["name"]: (each["state"], each["message"]) for each in checks}


def test_a_timer_is_installed_replaced_and_removed_without_a_trace(home: Computer, orders: Orders) -> None:
    """Two units and one private file; until the ACR only for a total that was typed; then nothing of it is left."""
    orders.obeyed_by("systemctl")
    ran = home.run("schedule", "install")
    assert ran.code == 0
    assert "up to the checked draft" in ran.stdout
    assert "The next run is on 22 November 2026." in ran.stdout
    assert "cannot type anything to unlock it" in ran.stderr
    assert "Nobody is told how a run went" in ran.stderr
    assert left(home) == ["assist-bot.service", "assist-bot.timer", "schedule.json"]
    assert (home.folder / "schedule.json").stat().st_mode & 0o777 == 0o600
    assert orders.told("systemctl")[-2:] == ["--user daemon-reload", "--user enable --now assist-bot.timer"]
    assert unit(home, "assist-bot.service")["Service"]["ExecStart"] == (
        f'"{sys.executable}" "-m" "assist_bot" "schedule" "run" "--home" "{home.folder}"'
    )

    refused = home.run("schedule", "install", "--until", "acr", stdin="43.40\n")
    assert refused.code == 6
    assert "Nothing was changed" in refused.stderr
    assert home.run("schedule", "install", "--until", "acr").code == 8
    assert shown(home)["Schedule"][1].startswith("It stops at the checked draft, and submits nothing.")
    agreed = home.run("schedule", "install", "--until", "acr", stdin="43.45\n")
    assert agreed.code == 0
    assert "submitted to SOCSO without asking you again" in agreed.stderr
    assert "for RM43.45 at most" in shown(home)["Schedule"][1]

    assert home.run("schedule", "remove").code == 0
    assert left(home) == []
    assert "--user disable --now assist-bot.timer" in orders.told("systemctl")
    assert shown(home)["Schedule"][0] == "warning"
    assert home.run("schedule", "remove", "--json").result["outcome"] == "nothing_to_do"


def test_a_systemd_that_refuses_leaves_nothing_installed(home: Computer, orders: Orders) -> None:
    """What it said is told."""
    orders.obeyed_by("systemctl", refusing="enable")
    ran = home.run("schedule", "install")
    assert ran.code == 9
    assert "No such luck" in ran.stderr
    assert left(home) == []


def test_windows_gets_its_task(home: Computer, orders: Orders) -> None:
    """With several days, a random delay, and catching up; it starts this very program, and nothing secret is in it."""
    orders.obeyed_by("schtasks", refusing="/Query")
    assert home.run("schedule", "install", "--profile", "profile.toml").code == 0
    assert orders.told("schtasks")[0].startswith("/Create /TN assist-bot /XML ")
    task = ET.fromstring(  # noqa: S314  # our own
        (orders.folder / "handed-over").read_text("utf-16").partition("?>")[2]
    )
    texts = {element.tag.removeprefix(TASK): element.text for element in task.iter()}
    days = [element.text for element in task.iter(f"{TASK}Day")]
    assert days == ["3", "7", "10", "12", "14", "16", "19", "22", "25", "28"]
    months = task.find(f".//{TASK}Months")
    assert months is not None
    assert len(months) == 12
    assert (texts["StartWhenAvailable"], texts["RandomDelay"], texts["Command"]) == (
        "true",
        "PT4H",
        sys.executable,
    )
    assert texts["Arguments"] == (
        f'-m assist_bot schedule run --home "{home.folder}" --profile "{home.folder / "profile.toml"}"'
    )
    assert shown(home)["Schedule"][1].endswith("But that is not there any more, or starts something else.")
    assert home.run("schedule", "remove").code == 0
    assert "/Delete /TN assist-bot /F" in orders.told("schtasks")


def test_elsewhere_there_is_a_line_for_cron(home: Computer, orders: Orders) -> None:
    """It waits for the person (8), and says that nothing runs before that."""
    orders.obeyed_by("systemctl", refusing="show-environment")
    result = home.run("schedule", "install", "--json").result
    assert result["exit_code"] == 8
    assert "nothing runs until you start it yourself" in result["message"]
    line = result["message"].splitlines()[-1]
    assert line.endswith(f" -m assist_bot schedule run --home '{home.folder}' 2>/dev/null")
    assert left(home) == ["schedule.json"]


@pytest.mark.parametrize(
    ("given", "said"), [("", "locked"), (PASSWORD, "which a scheduled run does not have")]
)
def test_without_a_password_for_later_nothing_is_installed(
    home: Computer, orders: Orders, monkeypatch: pytest.MonkeyPatch, given: str, said: str
) -> None:
    """It is tried when installing, not found out in the background."""
    orders.obeyed_by("systemctl")
    home.use(NoStore() if given else LockedStore())
    monkeypatch.setenv("ASSIST_BOT_PASSWORD", given)
    ran = home.run("schedule", "install")
    assert ran.code == 4
    assert said in ran.stderr
    assert left(home) == []


def test_a_run_that_nobody_agreed_to_prepares_nothing(home: Computer) -> None:
    """A timer that was left over."""
    ran = home.run("schedule", "run", "--home", str(home.folder))
    assert ran.code == 9
    assert "was NOT prepared" in ran.stdout
    assert "No schedule is installed" in ran.stderr
    assert not list(home.folder.glob("runs/*"))


def test_what_was_agreed_to_counts_only_as_a_whole(home: Computer, orders: Orders) -> None:
    """A file that was changed by hand, to submit without a total, is not followed; installing again mends it."""
    orders.obeyed_by("systemctl")
    assert home.run("schedule", "install").code == 0
    file = home.folder / "schedule.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"until": "acr"}))
    ran = home.run("schedule", "run", "--home", str(home.folder))
    assert ran.code == 9
    assert not list(home.folder.glob("runs/*"))
    assert home.run("schedule", "install").code == 0
    assert json.loads(file.read_text())["until"] == "draft"
