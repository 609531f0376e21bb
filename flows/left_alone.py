"""What the tour does not visit, on purpose."""

from collections.abc import Iterator
from dataclasses import dataclass

from assist_bot.portal.surveying import Finding


@dataclass(frozen=True)
class LeftAlone:
    """Why a page, or the rest of it, was not visited on purpose."""

    why: str


Seen = Iterator[Finding | LeftAlone]
"""What one page of the tour gives, word by word."""
