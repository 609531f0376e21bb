"""The gallery, in one browser for all its tests."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from assist_bot.journal import Journal
from tests.portal.gallery import Gallery, serving

ONE_OF = 5
"""Of the dresses of a control the first is looked at always, and then every fifth."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the other dresses of the gallery's tests to `make soak`."""
    seen = Counter[str]()
    for item in items:
        if isinstance(item, pytest.Function) and item.path.parent == Path(__file__).parent:
            if seen[f"{item.path}::{item.originalname}"] % ONE_OF:
                item.add_marker(pytest.mark.thorough)
            seen[f"{item.path}::{item.originalname}"] += 1


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[str, dict[str, str]]]:
    """Serve the gallery once."""
    with serving() as gallery:
        yield gallery


@pytest.fixture(scope="session")
def on_show(browser: Browser) -> Iterator[BrowserContext]:
    """Open one browser for the whole gallery."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def gallery(on_show: BrowserContext, served: tuple[str, dict[str, str]], tmp_path: Path) -> Iterator[Gallery]:
    """Give the gallery with no page up yet."""
    origin, pages = served
    pages.clear()
    began = datetime(2026, 11, 20, tzinfo=UTC)
    page = on_show.new_page()
    yield Gallery(page, origin, pages, Journal.begin(tmp_path, "look", dry_run=False, now=began, version="0"))
    for each in on_show.pages:
        each.close()
