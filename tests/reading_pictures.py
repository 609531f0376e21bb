"""Reads the writing on pictures as a machine does, with tesseract from the system's packages."""

import io
import os
import re
import shutil
import subprocess

from PIL import Image

TESSERACT = shutil.which("tesseract")
NOT_HERE = "needs tesseract, which is not installed here (Debian and Ubuntu: apt-get install tesseract-ocr)"

LARGER = 3
"""Letters on a screen are too small to be read well."""
WHEREVER_IT_STANDS = "11"
"""Tesseract's number for writing that is in no order."""
ALIKE = str.maketrans("OQDILJZSGBT", "00011125681")
"""What is taken for one another, digits for letters above all."""


def written_on(picture: bytes) -> str:
    """Read everything that is written on a picture."""
    image = Image.open(io.BytesIO(picture)).convert("L")
    image = image.resize((image.width * LARGER, image.height * LARGER), Image.Resampling.LANCZOS)
    larger = io.BytesIO()
    image.save(larger, "PNG")
    command = [str(TESSERACT), "stdin", "stdout", "--psm", WHEREVER_IT_STANDS, "-l", "eng", "--dpi", "288"]
    read = subprocess.run(
        command,
        input=larger.getvalue(),
        capture_output=True,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return read.stdout.decode()


def alike(text: str) -> str:
    """Reduce a text to what is the same however a machine reads it: no spaces or signs, no letter case."""
    return re.sub(r"[^0-9A-Z]", "", text.upper().translate(ALIKE))


def shows(read: str, value: str) -> bool:
    """Say whether a value stands in one of the lines that were read."""
    return any(alike(value) in alike(line) for line in read.splitlines())
