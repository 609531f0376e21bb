"""What every test stands on: a browser of this computer, and nothing of the person whose computer it is."""

import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import keyring
import pytest
from playwright.sync_api import Playwright

from assist_bot.browser_finding import ensure_browser, launch_arguments
from assist_bot.portal.apart import prepare
from tests.browsers import choose_the_small_one

# No test asks the person's own credential store; programs that a test starts inherit this too.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
choose_the_small_one()
# A timing is no test: a busy machine takes as long as it takes.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")
# What a shell starts in the background ignores Ctrl-C, and so does everything that it starts in turn.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _nothing_of_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test sees the person's own settings or folders, or leaves anything of the process changed."""
    for name in [
        name for name in os.environ if name.startswith("ASSIST_BOT_") and name != "ASSIST_BOT_BROWSER"
    ]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    monkeypatch.setenv("ASSIST_BOT_HOME", str(tmp_path / "home"))
    store, umask, hook = keyring.get_keyring(), os.umask(0o022), sys.unraisablehook
    last_resort, thread_hook = logging.lastResort, threading.excepthook
    yield
    os.umask(umask)
    sys.unraisablehook, logging.lastResort, threading.excepthook = hook, last_resort, thread_hook
    keyring.set_keyring(store)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the browser that `assist-bot` itself would use."""
    browser = ensure_browser(print)
    return {
        **browser_type_launch_args,
        "executable_path": browser.executable,
        "args": launch_arguments(),
    }


@pytest.fixture(scope="session")
def playwright(playwright: Playwright) -> Playwright:
    """Let its pages answer, as those of `assist-bot` itself do."""
    prepare(playwright)
    return playwright


@pytest.fixture(scope="session")
def base_url() -> None:
    """Replace the fixture of pytest-playwright, which the newest pytest warns of; no test needs it."""
