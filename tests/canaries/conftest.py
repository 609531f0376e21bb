"""The household of canaries at a practice portal of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.mock_portal.server import PracticePortal, start
from tests.canaries.household import Nest
from tests.cli.home import NOW


@pytest.fixture
def practice() -> Iterator[PracticePortal]:
    """Run a practice portal whose bank approves by itself."""
    with start(clock=NOW, bank_signs=True) as running:
        yield running


@pytest.fixture
def nest(practice: PracticePortal, tmp_path: Path) -> Nest:
    """Give the computer of a household that has an account with a temporary password, and nothing else."""
    return Nest.made(tmp_path, practice)


@pytest.fixture
def payer(nest: Nest) -> Nest:
    """Give the computer of a household that is registered."""
    nest.register()
    return nest
