"""How soon --help is there, beside that of the smallest typer program with two commands."""

import subprocess
import sys
from pathlib import Path

_TWO_COMMANDS = '''\
import typer

app = typer.Typer()


@app.command()
def one(name: str = "") -> None:
    """Do one thing."""


@app.command()
def other(name: str = "") -> None:
    """Do the other."""


app()
'''


def ours() -> None:
    """Ask assist-bot for its help."""
    _run("-m", "assist_bot", "--help")


def write_two_commands(folder: Path) -> Path:
    """Write the small program."""
    program = folder / "two_commands.py"
    program.write_text(_TWO_COMMANDS, "utf-8")
    return program


def of_two_commands(program: Path) -> None:
    """Ask the small program for its help."""
    _run(str(program), "--help")


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)  # noqa: S603  # our own
