"""The systems' own programs, which are asked to start the run."""

import shutil
import subprocess

_SECONDS = 60


def is_there(program: str) -> bool:
    """Say whether this computer has it."""
    return shutil.which(program) is not None


def went_well(program: str, *arguments: str) -> bool:
    """Run it to its end, and say whether it did what was asked."""
    return not trouble_with(program, *arguments)


def trouble_with(program: str, *arguments: str) -> str:
    """Run it to its end; give what it said where it did not do what was asked, "" where it did."""
    found = shutil.which(program)
    if found is None:
        return f"{program} is not on this computer"
    try:
        done = subprocess.run(  # noqa: S603  # the system's own program, with words of ours
            [found, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return f"{program} could not be run to its end"
    said = " ".join((done.stderr or done.stdout).split())
    return (said or f"{program} ended with {done.returncode}") if done.returncode else ""
