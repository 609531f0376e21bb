"""Installed as a tool, the program carries everything it needs."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Installed:
    """The wheel installed into an environment of its own, and an empty folder to run it from."""

    programs: Path
    folder: Path

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a program of that environment where nothing of the project is at hand."""
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
            "ASSIST_BOT_HOME": str(self.folder / "home"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        return subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            check=False,
            text=True,
        )


def done(*command: str | Path) -> None:
    """Run a command that is to succeed, and show what it said where it does not."""
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, check=False, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    done(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, PROJECT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel beside the libraries that this test run uses, so that nothing is downloaded."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=False)
    paths = sysconfig.get_paths(scheme="venv", vars={"base": str(environment), "platbase": str(environment)})
    programs = Path(paths["scripts"])
    python = programs / Path(sys.executable).name
    # Before the libraries are lent, or pip would find the project among them.
    done(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel)
    # A .pth file adds the folder alone: the project's own editable entry in it is not followed.
    (Path(paths["purelib"]) / "lent.pth").write_text(sysconfig.get_path("purelib"))
    return Installed(programs, tmp_path_factory.mktemp("empty"))


def test_the_wheel_carries_every_file_of_its_packages(wheel: Path) -> None:
    """Code, templates, styles and tables: what git keeps in the three packages, and no more."""
    listing = subprocess.run(
        [
            str(shutil.which("git")),
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
            "assist_bot",
            "flows",
            "fixtures",
        ],
        cwd=PROJECT,
        capture_output=True,
        check=True,
        text=True,
    )
    kept = {path for path in listing.stdout.splitlines() if (PROJECT / path).exists()}
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert carried == kept
    for part in ("templates", "static", "data"):
        assert any(name.startswith(f"fixtures/mock_portal/{part}/") for name in carried), part
    assert any(name.startswith("assist_bot/data/") for name in carried)
    assert "assist_bot/locale/ms/LC_MESSAGES/assist_bot.po" in carried


def test_the_installed_program_is_the_installed_one(installed: Installed) -> None:
    """Run from an empty folder, all three packages come from the environment, not from this checkout."""
    script = "import assist_bot, flows, fixtures; print(*(m.__file__ for m in (assist_bot, flows, fixtures)))"
    run = installed.run(Path(sys.executable).name, "-c", script)
    assert run.returncode == 0, run.stderr
    assert str(PROJECT / "assist_bot") not in run.stdout
    assert all(str(installed.programs.parent) in path for path in run.stdout.split())


@pytest.mark.parametrize("module", ["flows", "assist_bot.browser_finding", "fixtures.mock_portal.server"])
def test_each_part_can_be_imported_there(module: str, installed: Installed) -> None:
    """The practice portal is part of the program, because a dry run rehearses on it."""
    run = installed.run(Path(sys.executable).name, "-W", "error", "-c", f"import {module}")
    assert run.returncode == 0, run.stderr


def test_the_installed_program_answers(installed: Installed) -> None:
    """`assist-bot --help` works from an empty folder."""
    run = installed.run("assist-bot", "--help")
    assert run.returncode == 0, run.stderr
    assert "register" in run.stdout
    assert "pay" in run.stdout
