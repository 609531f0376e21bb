"""What a run from each beginning writes and asks for, when nothing goes wrong: from that its points are counted."""

import json
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from assist_bot.journal import FILE_NAME
from tests.soak.killed import LASTS, Told, running
from tests.soak.points import Measured
from tests.soak.scene import settled
from tests.soak.seeds import BEGINNINGS


def measured(seed: str, browser: Browser) -> Measured:
    """Run once from this beginning and give what it wrote and asked for. Raises AssertionError where it fails."""
    with tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with settled(BEGINNINGS[seed], browser, folder) as scene:
            scene.practice.practice.bank_signs = True
            now = scene.practice.clock.now().isoformat()
            with running(Told(scene.command, folder, now, "30", folder.name)) as process:
                process.join(LASTS)
                assert process.exitcode == 0, (folder / "said.txt").read_text("utf-8")
            (journal,) = folder.glob(f"runs/*/{FILE_NAME}")
            return Measured((*chapters(journal),), (*scene.moments.arrived,))


def chapters(journal: Path) -> list[str]:
    """Give the chapter in which each line of a journal stands."""
    found, chapter = [], ""
    for line in journal.read_text("utf-8").splitlines():
        event = json.loads(line)
        if event["event"] == "chapter":
            chapter = event["title"]
        found.append(chapter)
    return found
