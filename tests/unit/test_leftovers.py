"""What killed runs leave goes at the next start, and nothing else does."""

import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from assist_bot import leftovers, logs
from assist_bot.leftovers import remove, remove_leftovers, trial_folder
from assist_bot.places import Places, prepare

TRIAL = """
import sys
from assist_bot.leftovers import trial_folder
with trial_folder() as folder:
    (folder / "browser").mkdir()
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Give a computer with temporary files of its own."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    places = Places(tmp_path / "config", tmp_path / "state")
    prepare(places)
    return places


def test_private_data_of_browsers_and_rehearsals_goes(here: Places) -> None:
    """Of runs and of the demo; half-written files too. The records and the person's files stay."""
    left = [here.browser_data, here.state / "rehearsal-x1", here.state / "demo" / "browser"]
    for folder in left:
        (folder / "Default").mkdir(parents=True)
        (folder / "Default" / "Cookies").write_text("a session")
    half = [here.state / ".log-ins.json.ab12cd", here.config / ".words.toml.ab12cd"]
    half.append(here.documents / "2026" / ".2026-10 SOCSO receipt RM32.60.pdf")
    half[-1].parent.mkdir(parents=True)
    stays = [here.ledger, here.profile, here.documents / "receipt.pdf", here.state / "demo" / "profile.toml"]
    for file in (*half, *stays):
        file.write_text("")
    remove_leftovers(here)
    assert not [path for path in (*left, *half) if path.exists()]
    assert all(path.exists() for path in stays)


def test_a_link_in_place_of_the_browsers_folder_is_removed_and_not_followed(
    here: Places, tmp_path: Path
) -> None:
    """What it leads to stays."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.png").write_text("")
    here.browser_data.symlink_to(tmp_path / "photos")
    (here.state / "rehearsal-x").symlink_to(tmp_path / "photos" / "cat.png")
    remove_leftovers(here)
    assert not here.browser_data.is_symlink()
    assert (tmp_path / "photos" / "cat.png").exists()


def test_a_folder_that_is_still_written_to_goes_all_the_same(tmp_path: Path) -> None:
    """A browser that was just closed writes for a moment longer."""
    folder = tmp_path / "browser"
    folder.mkdir()
    until = time.monotonic() + 0.6

    def write() -> None:
        number = 0
        while folder.exists() and time.monotonic() < until:
            number += 1
            with suppress(FileNotFoundError):  # it is being removed
                (folder / "Default").mkdir(exist_ok=True)
                (folder / "Default" / str(number)).write_text("late")

    writer = Thread(target=write)
    writer.start()
    assert remove(folder)
    writer.join()
    assert not folder.exists()


def test_the_trial_of_doctor_goes_at_its_end_and_after_a_kill_at_the_next_start(here: Places) -> None:
    """One that is still at work is left alone; strangers' folders of such a name are, too."""
    with trial_folder() as folder:
        remove_leftovers(here)
        assert folder.exists()
    assert not folder.exists()
    stranger = Path(tempfile.gettempdir(), "assist-bot-trial-notes.txt")
    stranger.write_text("")
    command = [sys.executable, "-c", TRIAL]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"TMPDIR": tempfile.gettempdir()},
    ) as other:
        assert other.stdout
        left = Path(other.stdout.readline().strip())
        assert left.parent == Path(tempfile.gettempdir())
        remove_leftovers(here)
        assert (left / "browser").exists()
        other.kill()
        other.wait()
    remove_leftovers(here)
    assert not left.exists()
    assert stranger.exists()


def test_what_cannot_be_removed_is_told_and_stops_nothing(
    here: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk that refuses: the run goes on, and the next one tries again."""
    here.browser_data.mkdir()
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    monkeypatch.setattr(leftovers, "TRYING", 0.2)
    logs.begin(None)
    remove_leftovers(here)
    assert f"WARNING: {here.browser_data} could not be removed" in capsys.readouterr().err
