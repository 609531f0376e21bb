"""The program that reads writing on pictures: tesseract, where the person has installed it."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image

from assist_bot.language import say

SECONDS = 20.0
"""For one picture; tesseract needs one to five for a page."""
_LANGUAGE = "eng"
_AS_ONE_BLOCK = "6"
"""Tesseract's number for lines one below the other."""
_NO_WORDS = ("-c", "load_system_dawg=0", "-c", "load_freq_dawg=0")
"""A zone has no words of a dictionary. Small letters are let through: they are how fillers are misread."""


def engine() -> Path | None:
    """Find tesseract on the PATH; None where it is not installed."""
    found = shutil.which("tesseract")
    return Path(found) if found else None


def how_to_get_one() -> str:
    """Say how tesseract is installed on a computer like this one."""
    if sys.platform == "win32":
        return say("Install tesseract (UB Mannheim has it for Windows), and add its folder to the PATH.")
    if sys.platform == "darwin":
        return say("Install tesseract: `brew install tesseract`.")
    return say("Install tesseract: `sudo apt install tesseract-ocr` on Debian and Ubuntu.")


def written_in_lines(picture: Image.Image, seconds: float = SECONDS) -> str:
    """Read a picture as lines that are no words.

    "" where there is no engine, or it does not come to an end in time. The picture goes to it through a pipe, and what
    it reads comes back through one; no file is written.
    """
    program = engine()
    if not program:
        return ""
    coded = io.BytesIO()
    picture.save(coded, "PNG", compress_level=1)
    words = ("stdin", "stdout", "-l", _LANGUAGE, "--psm", _AS_ONE_BLOCK, "--dpi", "300", *_NO_WORDS)
    try:
        done = subprocess.run(  # noqa: S603  # the program that the person has installed, and no shell
            [str(program), *words],
            input=coded.getvalue(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
            timeout=seconds,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        return done.stdout.decode()
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
