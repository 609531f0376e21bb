"""Folders 0700 and files 0600 at each start: mended and told, or refused; no link is followed to mend anything."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assist_bot.errors import MachineError
from assist_bot.owner_only import told
from assist_bot.places import Places, prepare

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells by other means who may read")


@pytest.fixture
def here(tmp_path: Path) -> Places:
    """Give a computer on which assist-bot has run, with something of everything."""
    places = Places(tmp_path / "config", tmp_path / "state")
    prepare(places)
    run = places.runs / "2026-11-22T10-15-00-pay"
    (run / "stop").mkdir(parents=True)
    for file in (
        *(run / "journal.jsonl", run / "001-home.png", run / "stop" / "page.png", run / "stop.zip"),
        *(places.profile, places.own_words, places.ledger, places.log_file, places.seen_words, places.lock),
        *(
            places.state / "log-ins.json",
            places.state / "assist-bot.2026-11-22.log",
            places.documents / "receipt.pdf",
        ),
        places.state / "ledger.sqlite-journal",
    ):
        file.write_text("of the household")
        file.chmod(0o600)
    return places


def modes(here: Places) -> dict[Path, int]:
    """Give the mode bits of all that is there."""
    everything = [top for each in (here.config, here.state) for top in (each, *each.rglob("*"))]
    return {path: stat.S_IMODE(path.lstat().st_mode) for path in everything}


def test_what_is_the_owners_alone_is_left_as_it_is_and_nothing_is_told(here: Places) -> None:
    """The usual start."""
    before = modes(here)
    assert told(prepare(here)) == ""
    assert modes(here) == before


def test_everything_that_others_could_read_is_mended(here: Places) -> None:
    """Folders to 0700, files to 0600: after a restored backup for example, with modes that let everybody in."""
    for path in modes(here):
        path.chmod(0o777 if path.is_dir() else 0o666)
    line = told(prepare(here))
    assert set(modes(here).values()) == {0o700, 0o600}
    assert all(mode == (0o700 if path.is_dir() else 0o600) for path, mode in modes(here).items())
    assert line.startswith(
        f"Others on this computer could read {here.config} and {len(modes(here)) - 1} more"
    )
    assert told(prepare(here)) == ""


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o610])
def test_a_single_right_of_others_is_enough(here: Places, mode: int) -> None:
    """Of the group or of anybody, to read or to write."""
    here.profile.chmod(mode)
    assert prepare(here) == (here.profile,)
    assert stat.S_IMODE(here.profile.stat().st_mode) == 0o600


def test_a_profile_that_its_owner_only_reads_stays_so(here: Places) -> None:
    """Rights are taken, never given."""
    here.profile.chmod(0o444)
    prepare(here)
    assert stat.S_IMODE(here.profile.stat().st_mode) == 0o400


def test_what_is_not_the_programs_is_left_alone(here: Places) -> None:
    """The person's papers beside the profile keep their modes: the folder around them is closed."""
    paper = here.config / "papers" / "passport.pdf"
    paper.parent.mkdir()
    paper.write_text("")
    paper.chmod(0o644)
    prepare(here)
    assert stat.S_IMODE(paper.stat().st_mode) == 0o644


def elsewhere(here: Places) -> Path:
    """Give a file outside that others may read."""
    file = here.state.parent / "elsewhere"
    file.write_text("not ours")
    file.chmod(0o644)
    return file


@pytest.mark.parametrize("name", ["profile", "ledger", "log_file", "own_words"])
def test_a_link_to_what_others_may_read_is_refused_and_not_followed(here: Places, name: str) -> None:
    """What it leads to keeps its mode, and the message says what would help."""
    link, target = getattr(here, name), elsewhere(here)
    link.unlink()
    link.symlink_to(target)
    with pytest.raises(MachineError, match="is a link to") as refused:
        prepare(here)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644
    assert f"chmod 600 '{target}'" in refused.value.remedy
    target.chmod(0o600)
    prepare(here)


def test_a_state_folder_that_is_a_link_is_used_where_its_end_is_closed(here: Places) -> None:
    """On another disk, for example; open to others it is refused, and nothing there is changed or made."""
    moved = here.state.parent / "moved"
    moved.mkdir()
    moved.chmod(0o755)
    (moved / "ledger.sqlite").write_text("")
    (moved / "ledger.sqlite").chmod(0o644)
    linked = Places(here.config, here.state.parent / "link")
    linked.state.symlink_to(moved)
    with pytest.raises(MachineError, match="is a link to"):
        prepare(linked)
    assert [path.name for path in moved.iterdir()] == ["ledger.sqlite"]
    moved.chmod(0o700)
    prepare(linked)
    assert stat.S_IMODE((moved / "ledger.sqlite").stat().st_mode) == 0o644  # its folder is closed


def test_a_link_inside_a_run_is_nobodys_way_out(here: Places) -> None:
    """One that was planted there leads nowhere: neither its end nor what is below it is touched."""
    target = elsewhere(here)
    outside = here.state.parent / "folder"
    outside.mkdir()
    outside.chmod(0o755)
    (outside / "file").write_text("")
    (outside / "file").chmod(0o644)
    run = next(here.runs.iterdir())
    (run / "picture.png").symlink_to(target)
    (run / "folder").symlink_to(outside)
    assert prepare(here) == ()
    assert [stat.S_IMODE(each.stat().st_mode) for each in (target, outside, outside / "file")] == [
        0o644,
        0o755,
        0o644,
    ]


def test_a_file_with_another_name_elsewhere_is_refused(here: Places) -> None:
    """Mending it would close something that is not the program's."""
    target = elsewhere(here)
    here.log_file.unlink()
    os.link(target, here.log_file)
    with pytest.raises(MachineError, match="another name elsewhere"):
        prepare(here)
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


@pytest.mark.parametrize("mode", [0o1777, 0o1755])
def test_a_folder_that_everybody_shares_is_refused_before_anything_is_made(
    tmp_path: Path, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ASSIST_BOT_HOME=/tmp would otherwise take /tmp from everybody, where root says so; nobody is told to chown it."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(mode)
    with pytest.raises(MachineError, match="everybody on this computer shares") as refused:
        prepare(Places(shared, shared))
    assert stat.S_IMODE(shared.stat().st_mode) == mode
    assert not list(shared.iterdir())
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with pytest.raises(MachineError, match="everybody on this computer shares"):
        prepare(Places(shared, shared))
    assert "ASSIST_BOT_HOME" in refused.value.remedy


def test_a_folder_of_the_whole_system_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """ASSIST_BOT_HOME=/etc, typed by root: it stays open to everybody, and nothing is made there."""
    etc = Path("/etc")
    before = (etc.stat().st_mode, sorted(etc.iterdir()))
    monkeypatch.setattr(os, "geteuid", lambda: etc.stat().st_uid)
    with pytest.raises(MachineError, match="of the whole system"):
        prepare(Places(etc, etc))
    assert (etc.stat().st_mode, sorted(etc.iterdir())) == before


def test_what_belongs_to_somebody_else_is_refused(here: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a run as root: its owner reads it whatever its mode is."""
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with pytest.raises(MachineError, match="belongs to somebody else") as refused:
        prepare(here)
    assert "chown" in refused.value.remedy


def on_a_stick(_handle: int, _mode: int) -> None:
    """Change nothing, as a disk without modes does."""


def on_a_share(_handle: int, _mode: int) -> None:
    """Refuse, as a share of another computer does."""
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.parametrize("disk", [on_a_stick, on_a_share])
def test_a_disk_that_does_not_keep_modes_is_refused(
    here: Places, monkeypatch: pytest.MonkeyPatch, disk: Callable[[int, int], None]
) -> None:
    """What cannot be mended is not used: the message names it, and another place."""
    here.ledger.chmod(0o644)
    monkeypatch.setattr(os, "fchmod", disk)
    with pytest.raises(MachineError, match="cannot be mended") as refused:
        prepare(here)
    assert str(here.ledger) in refused.value.fact
    assert "ASSIST_BOT_HOME" in refused.value.remedy


def test_on_windows_nothing_is_looked_at(here: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """Modes say nothing there."""
    here.profile.chmod(0o644)
    monkeypatch.setattr(sys, "platform", "win32")
    assert prepare(here) == ()
