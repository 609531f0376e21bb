"""Programs of the system that only write down what they are told."""

import os
import stat
from pathlib import Path


class Orders:
    """Puts such programs before the system's own, and reads what they were told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir()

    @property
    def path(self) -> str:
        """The PATH on which they come first."""
        return f"{self.folder}{os.pathsep}{os.environ['PATH']}"

    def obeyed_by(self, program: str, *, refusing: str = "nothing at all") -> None:
        """Have a program that does what it is told, unless an order has this in it."""
        file = self.folder / program
        file.write_text(
            f"""#!/bin/sh
echo "$@" >> '{self.folder}/{program}.told'
for word in "$@"; do
    if [ -f "$word" ]; then cp "$word" '{self.folder}/handed-over'; fi
done
case "$*" in *"{refusing}"*) echo "No such luck." >&2; exit 1 ;; esac
"""
        )
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def told(self, program: str) -> list[str]:
        """List what a program was told, the oldest first."""
        file = self.folder / f"{program}.told"
        return file.read_text().splitlines() if file.exists() else []
