"""Sends a message, and tells for each address whether it went out; never what the address is."""

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loguru import logger

if TYPE_CHECKING:
    from apprise import Apprise


@dataclass(frozen=True)
class Sent:
    """What became of a message for one address: its place in the list, its service, and whether it was taken."""

    place: int
    service: str
    went_out: bool

    def __str__(self) -> str:
        return f"{self.place} ({self.service})"


def send(urls: Sequence[str], title: str, text: str) -> list[Sent]:
    """Send the message to each address, in turn. What goes wrong stands in the result; nothing is raised."""
    return [Sent(place, _service(url), _taken(url, title, text)) for place, url in enumerate(urls, 1)]


def not_understood(urls: Sequence[str]) -> list[Sent]:
    """Give the addresses that no service can be made of; nothing is sent."""
    with _quietly():
        return [
            Sent(place, _service(url), went_out=False)
            for place, url in enumerate(urls, 1)
            if not _one_service().add(url)
        ]


def _taken(url: str, title: str, text: str) -> bool:
    try:
        with _quietly():
            one = _one_service()
            return bool(one.add(url) and one.notify(title=title, body=text))
    except Exception as error:  # noqa: BLE001  # of somebody else's service: whatever it is, the run's end stands
        # Only the kind: the text may quote the address.
        logger.info("A notification raised {}", type(error).__name__)
        return False


def _one_service() -> "Apprise":
    from apprise import Apprise, AppriseAsset  # noqa: PLC0415  # slow, and most runs tell nobody

    return Apprise(asset=AppriseAsset(app_id="assist-bot", app_desc="assist-bot", app_url=""))


def _service(url: str) -> str:
    """Give the word before ://, which says which service it is and holds no secret."""
    return url.partition("://")[0].lower()[:20]


@contextmanager
def _quietly() -> Iterator[None]:
    """Let no library tell of what it sends, or where: both would stand in a log."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
