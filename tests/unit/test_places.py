"""Where things stand, who may read them, and that only one run is inside at a time."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from assist_bot.errors import MachineError, Waiting
from assist_bot.places import Places, holding_the_lock, places, prepare, write_private


@pytest.fixture
def home(tmp_path: Path) -> Places:
    """Prepare places in a folder of their own."""
    here = Places(config=tmp_path / "home", state=tmp_path / "home")
    prepare(here)
    return here


def test_everything_stands_inside_the_home_that_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ASSIST_BOT_HOME holds the profile and all records."""
    monkeypatch.setenv("ASSIST_BOT_HOME", str(tmp_path))
    here = places()
    assert here.profile == tmp_path / "profile.toml"
    for place in (here.runs, here.ledger, here.log_file, here.lock, here.browser_data, here.documents):
        assert place.parent == tmp_path
    assert here.documents.parent == tmp_path


def test_a_home_named_from_here_is_the_same_from_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative ASSIST_BOT_HOME is made absolute at once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSIST_BOT_HOME", "mine")
    assert places().state == tmp_path / "mine"


def test_without_a_home_the_platforms_own_folders_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty ASSIST_BOT_HOME is as good as none."""
    monkeypatch.setenv("ASSIST_BOT_HOME", "")
    assert "assist-bot" in places().profile.parts
    assert "assist-bot" in places().state.parts


def test_nobody_else_can_read_what_is_written(home: Places) -> None:
    """Folders are 0700 and files 0600, whatever the umask was."""
    (home.runs / "ordinary").write_text("written like any file")
    write_private(home.state / "private", "written in one go")
    for folder in (home.state, home.runs, home.documents):
        assert folder.stat().st_mode & 0o777 == 0o700
    for file in (home.runs / "ordinary", home.state / "private"):
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file where the folder should be ends as a MachineError with the path."""
    (tmp_path / "taken").write_text("")
    with pytest.raises(MachineError, match="taken") as error:
        prepare(Places(config=tmp_path / "taken", state=tmp_path / "taken"))
    assert "ASSIST_BOT_HOME" in error.value.remedy


def test_a_disk_without_room_is_noticed_before_anything_begins(tmp_path: Path) -> None:
    """A disk that takes no byte more (here: a limit of nothing a file) ends as a MachineError."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        with pytest.raises(MachineError, match="Nothing can be written"):
            prepare(Places(config=tmp_path / "home", state=tmp_path / "home"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_write_that_fails_leaves_the_old_text(home: Places) -> None:
    """Nothing of a failed write is left behind, and nothing that was there is lost."""
    file = home.state / "kept"
    write_private(file, "old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2, limits[1]))
    try:
        with pytest.raises(MachineError):
            write_private(file, "the new text")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert file.read_text() == "old"
    assert [path.name for path in home.state.iterdir() if path.is_file()] == ["kept"]


def test_a_second_run_is_told_who_is_inside(home: Places) -> None:
    """The message names the command, the process and since when."""
    with (
        holding_the_lock(home, "assist-bot pay"),
        pytest.raises(Waiting, match="assist-bot pay") as waiting,
        holding_the_lock(home, "assist-bot register"),
    ):
        pytest.fail("two runs are inside")
    assert str(os.getpid()) in waiting.value.fact
    assert "since 20" in waiting.value.fact


def test_the_lock_is_free_after_a_run_however_it_ended(home: Places) -> None:
    """An error inside gives the lock back, and its note goes too."""
    with pytest.raises(MachineError), holding_the_lock(home, "assist-bot pay"):
        raise MachineError("Something broke.", "Mend it.")
    with holding_the_lock(home, "assist-bot pay"):
        assert home.lock.with_name("lock.json").exists()
    assert not home.lock.with_name("lock.json").exists()


def test_a_killed_run_leaves_no_lock_behind(home: Places) -> None:
    """After a SIGKILL the next run gets in, past the note that was left."""
    script = (
        "import sys; from pathlib import Path; from assist_bot.places import Places, holding_the_lock\n"
        "home = Places(Path(sys.argv[1]), Path(sys.argv[1]))\n"
        "with holding_the_lock(home, 'assist-bot pay'):\n"
        "    print('inside', flush=True); sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(home.state)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(Waiting, match=str(other.pid)), holding_the_lock(home, "assist-bot pay"):
            pytest.fail("two runs are inside")
        other.kill()
        other.wait()
        with holding_the_lock(home, "assist-bot pay"):
            pass
