"""Terminals of all kinds: dumb, without colours, with a narrow alphabet, or gone."""

import io
import os
import subprocess
import sys
from decimal import Decimal

import pytest
from rich.console import Console

from assist_bot.cli.showing import show_amounts, show_contribution, show_table
from assist_bot.outcome import AmountsResult
from tests.cli.home import ENOUGH, Home
from tests.unit.owing import checked

pty = pytest.importorskip("pty", reason="there are no such terminals on Windows")


def on_a_terminal(home: Home, *arguments: str, **settings: str) -> str:
    """Run `assist-bot` on a terminal, and give everything that it wrote there."""
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "assist_bot", *arguments],
        cwd=home.folder,
        env=home.environment | {"ASSIST_BOT_BROWSER": "/nonexistent"} | settings,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            read = os.read(ours, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not read:
            break
        written += read
    os.close(ours)
    assert program.wait(ENOUGH) == 9
    return written.decode()


def test_an_ordinary_terminal_has_colours(home: Home) -> None:
    """So that the tests below tell something."""
    assert "\x1b[" in on_a_terminal(home, "pay", TERM="xterm-256color")


def test_a_screen_readers_terminal_gets_plain_lines(home: Home) -> None:
    """TERM=dumb: no colour, no cursor that jumps, no line that is drawn."""
    written = on_a_terminal(home, "pay", TERM="dumb")
    assert "\x1b" not in written
    assert not set("─│┌└") & set(written)
    assert "Month: October 2026" in written
    assert "assist-bot pay for TAN MEI LING" in written


@pytest.mark.parametrize("kind", ["dumb", "xterm"])
def test_the_figures_to_approve_are_all_there_on_any_terminal(kind: str) -> None:
    """In a table, or in plain lines where a table's lines would be read aloud."""
    out = Console(file=io.StringIO(), force_terminal=True, width=100, _environ={"TERM": kind})
    show_contribution(out, checked())
    assert isinstance(out.file, io.StringIO)
    written = out.file.getvalue()
    figures = ("Contribution for October 2026", "SITI AMINAH", "RM1,500.00", "RM25.35", "RM7.25", "RM32.60")
    assert all(figure in written for figure in figures)
    assert bool(set("─│┌└┃") & set(written)) is (kind != "dumb")


@pytest.mark.parametrize("kind", ["dumb", "xterm"])
def test_the_figures_that_are_owed_are_all_there_on_any_terminal(kind: str) -> None:
    """Each case is one plain line for a screen reader."""
    out = Console(file=io.StringIO(), force_terminal=True, width=100, _environ={"TERM": kind})
    figures = (Decimal("25.35"), Decimal("7.25"), Decimal("10.85"), Decimal("43.45"))
    show_amounts(out, [AmountsResult("With LINDUNG 24 Jam", *figures)])
    assert isinstance(out.file, io.StringIO)
    written = out.file.getvalue()
    assert all(figure in written for figure in ("With LINDUNG 24 Jam", "RM25.35", "RM7.25", "RM10.85"))
    line = "With LINDUNG 24 Jam: Employer RM25.35, Employee's share RM7.25, SKBBK RM10.85, Total RM43.45"
    assert (line in written) is (kind == "dumb")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_figure_of_a_plan_is_broken_in_two(width: int) -> None:
    """Where a table has no room for them, there are plain lines."""
    out = Console(file=io.StringIO(), width=width)
    row = ("July 2026", "SITI AMINAH RM1,500.00", "RM32.60 or RM43.45", "unpaid ACR112660152714")
    show_table(out, "The plan", ("Month", "Wages", "We expect", "The portal has"), [row])
    assert isinstance(out.file, io.StringIO)
    written = out.file.getvalue()
    assert all(figure in written for figure in ("RM1,500.00", "RM32.60", "RM43.45", "ACR112660152714"))
    assert ("│" in written) is (width > 40)


def test_no_color_is_respected(home: Home) -> None:
    """NO_COLOR=1: nothing is coloured."""
    written = on_a_terminal(home, "pay", TERM="xterm-256color", NO_COLOR="1")
    coloured = [
        part for part in written.split("\x1b[")[1:] if part.partition("m")[0].replace(";", "").isdigit()
    ]
    assert not [part for part in coloured if part[0] in "39"]


def test_a_name_that_the_terminal_cannot_write_stops_nothing(home: Home) -> None:
    """Letters outside of its alphabet become question marks; the object is plain ASCII."""
    home.write_profile(name='"TAN MÉI 美玲"')
    narrow = {"PYTHONIOENCODING": "ascii", "ASSIST_BOT_BROWSER": "/nonexistent"}
    ran = home.run("pay", "--json", **narrow)
    assert ran.result["exit_code"] == 9
    assert "TAN M" in ran.stderr


def test_nobody_reading_along_stops_nothing(home: Home) -> None:
    """As in `assist-bot pay 2>&1 | head -1`: the run goes to its end, and its exit code tells the truth."""
    read, write = os.pipe()
    os.close(read)
    program = subprocess.Popen(
        [sys.executable, "-m", "assist_bot", "pay"],
        cwd=home.folder,
        env=home.environment | {"ASSIST_BOT_BROWSER": "/nonexistent"},
        stdin=subprocess.DEVNULL,
        stdout=write,
        stderr=write,
    )
    os.close(write)
    assert program.wait(ENOUGH) == 9
    (review,) = home.folder.glob("runs/*/review.html")
    assert review.stat().st_size


def test_a_closed_stdin_is_nobody_there(home: Home) -> None:
    """As under a scheduler: `assist-bot credentials set <&-` says that no password was given."""
    program = subprocess.run(
        ["/bin/sh", "-c", 'exec "$0" -m assist_bot credentials set <&-', sys.executable],
        cwd=home.folder,
        env=home.environment,
        capture_output=True,
        check=False,
        text=True,
    )
    assert program.returncode == 4
    assert "No password was given." in program.stderr
