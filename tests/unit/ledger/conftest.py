"""A ledger of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assist_bot.ledger import Ledger


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a ledger's place, with nothing there yet."""
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def ledger(file: Path) -> Iterator[Ledger]:
    """Give an open, empty ledger."""
    with Ledger.open(file) as opened:
        yield opened
