"""What may go up to the portal, and what is taken from it."""

from collections.abc import Collection
from pathlib import Path

from assist_bot.errors import PortalChanged, ProfileError
from assist_bot.filing import fingerprint
from assist_bot.language import say

LARGEST = 25_000_000
"""Bytes of a file that is taken from the portal."""
_PDF, _WHERE_IT_BEGINS = b"%PDF-", 1024


def ensure_pdf(word: str, data: bytes) -> None:
    """Raise PortalChanged when what the portal handed out is no PDF, whatever it is called."""
    if _PDF not in data[:_WHERE_IT_BEGINS]:
        raise PortalChanged(
            say('What the portal handed out for "{word}" is no PDF.', word=word),
            say("It was not kept. Look at it at the portal yourself."),
        )


def ensure_may_leave(path: Path, papers: Collection[Path], handed_out: Collection[str]) -> None:
    """Raise ProfileError when a file is neither one of the profile's papers nor one that the portal handed out."""
    if (
        path.resolve() not in {paper.resolve() for paper in papers}
        and fingerprint(path.read_bytes()) not in handed_out
    ):
        raise ProfileError(
            say(
                "{file} is no paper that the profile names, and none that the portal handed out in this run.",
                file=path.name,
            ),
            say("It was not uploaded. Name it under [documents] in the profile."),
        )
