"""The bundle of a stop: a folder in the run's folder, and the same as one file that can be sent to a maintainer.

Everything in it has passed through `ordinary`, so that it identifies nobody and holds no secret.
"""

import importlib.metadata
import io
import json
import platform
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from assist_bot import __version__
from assist_bot.errors import Ending
from assist_bot.journal import Journal
from assist_bot.portal.candidates import KINDS, Candidate, Looked
from assist_bot.portal.ordinary import HIDDEN, ordinary, ordinary_words
from assist_bot.run_folder import unused, write_private

ABOUT = (
    "A stop of assist-bot on a page of the portal. Only the guide's words and ordinary words of pages are shown; "
    f"{HIDDEN} stands for everything else. Values of boxes are left out."
)
BUNDLE = "stop"
"""The name of the folder, and of the file that is to be sent."""

PICTURE = "page.png"

_BOXES = "textbox|searchbox|spinbutton|slider|combobox|progressbar|meter"
_VALUE = re.compile(rf"^(\s*- '?(?:{_BOXES})\b[^:]*:) \S.*$")
_STATE = re.compile(r" \[(?:selected|checked(?:=\w+)?|active|pressed(?:=\w+)?)\]")
_LEVEL = re.compile(r"(\[level=\d\])")


@dataclass
class PageSeen:
    """What was seen of the page: nothing where it could not be seen, and `notes` say why."""

    looked: Looked | None = None
    tree: str = ""
    picture: bytes = b""
    address: str = ""
    browser: str = ""
    notes: list[str] = field(default_factory=list)


def write(journal: Journal, step: dict[str, Any], error: Ending, seen: PageSeen) -> None:
    """Write the bundle and tell the journal of it. Raises OSError."""
    words = ordinary_words(journal.people)

    def clean(text: str) -> str:
        return ordinary(journal.hidden(text), words)

    files = {
        "report.json": (
            json.dumps(_report(step, error, seen, clean), indent=1, ensure_ascii=False) + "\n"
        ).encode()
    }
    if seen.tree:
        files["page.yaml"] = tree(seen.tree, clean).encode()
    if seen.picture:
        files[PICTURE] = seen.picture
    folder = unused(journal.folder, BUNDLE)
    folder.mkdir(mode=0o700)
    for name, data in files.items():
        write_private(folder / name, data, surely=False)
    sent = folder.with_suffix(".zip")
    write_private(sent, _zipped(files), surely=False)
    picture = f"{folder.name}/{PICTURE}" if seen.picture else ""
    journal.stopped(_told(seen.looked), file=sent.name, picture=picture, notes=seen.notes)


def tree(text: str, clean: Callable[[str], str]) -> str:
    """Clean the accessibility tree: no addresses, no values, nothing chosen, ordinary words only."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("- /"))
    return "".join(f"{_clean_line(line, clean)}\n" for line in lines)


def _clean_line(line: str, clean: Callable[[str], str]) -> str:
    bare = _STATE.sub("", _VALUE.sub(rf"\1 {HIDDEN}", line))
    told = bare.lstrip()
    parts = (part if _LEVEL.fullmatch(part) else clean(part) for part in _LEVEL.split(told))
    return " " * (len(bare) - len(told)) + "".join(parts)


def _report(
    step: dict[str, Any], error: Ending, seen: PageSeen, clean: Callable[[str], str]
) -> dict[str, Any]:
    looked = seen.looked
    return {
        "about": ABOUT,
        "step": {name: clean(value) if isinstance(value, str) else value for name, value in step.items()},
        "ended": {"kind": type(error).__name__, "fact": clean(error.fact)},
        "looked_for": _looked_for(looked, clean) if looked else None,
        "candidates": [_candidate(each, clean) for each in looked.candidates] if looked else [],
        "near": [clean(each.name) for each in looked.near] if looked else [],
        "page": {
            "title": clean(looked.title) if looked else "",
            "path": clean(urlsplit(seen.address).path.replace("/", " / ")).replace(" / ", "/").strip(),
            "language": looked.language[:5]
            if looked and re.match(r"^[A-Za-z]{2}\b", looked.language)
            else "",
        },
        "versions": _versions(seen.browser),
        "notes": seen.notes,
    }


def _looked_for(looked: Looked, clean: Callable[[str], str]) -> dict[str, Any]:
    return {
        "kind": KINDS.get(looked.kind, looked.kind),
        "names": list(map(clean, looked.names)),
        "missing": clean(looked.lost),
    }


def _candidate(each: Candidate, clean: Callable[[str], str]) -> dict[str, Any]:
    return {
        "what": each.what,
        "names": list(map(clean, each.names)),
        "under": clean(each.section),
        "in_a_row": each.in_a_row,
        "likeness": each.likeness,
        "refused": list(each.refused) or ["nothing speaks against it"],
    }


def _versions(browser: str) -> dict[str, str]:
    return {
        "assist-bot": __version__,
        "python": platform.python_version(),
        "playwright": importlib.metadata.version("playwright"),
        "browser": browser,
        "system": platform.system(),
    }


def _told(looked: Looked | None) -> dict[str, Any]:
    """Tell the run's own journal in full words what was looked for and what the page has instead."""
    if looked is None:
        return {}
    return {
        "kind": KINDS.get(looked.kind, looked.kind),
        "names": list(looked.names),
        "missing": looked.lost,
        "near": [{"what": each.what, "name": each.name, "under": each.section} for each in looked.near],
        "candidates": [
            {"what": each.what, "name": each.name, "refused": list(each.refused)}
            for each in looked.candidates
        ],
    }


def _zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(f"{BUNDLE}/{name}"), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
