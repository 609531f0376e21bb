"""The log helps to find faults and gives no secret away."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from loguru import logger

from assist_bot import logs
from assist_bot.places import Places, prepare

PASSWORD = 'Kite "blue" & 7?'
MYKAD = "850101-14-5566"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Places]:
    """Log into a folder of its own, with two secrets hidden."""
    here = Places(config=tmp_path / "home", state=tmp_path / "home")
    prepare(here)
    logs.begin(here)
    logs.hide([PASSWORD, MYKAD])
    yield here
    logger.remove()


def written(home: Places) -> str:
    """Return everything in the private file."""
    return home.log_file.read_text(encoding="utf-8")


def test_the_terminal_sees_warnings_only(home: Places, capsys: pytest.CaptureFixture[str]) -> None:
    """Details go to the file."""
    logger.info("a detail")
    logger.warning("a warning")
    assert capsys.readouterr().err == "WARNING: a warning\n"
    assert "a detail" in written(home)


def test_the_terminal_sees_everything_when_asked(home: Places, capsys: pytest.CaptureFixture[str]) -> None:
    """Verbose shows details too."""
    logs.begin(home, verbose=True)
    logger.debug("a detail")
    assert "a detail" in capsys.readouterr().err


@pytest.mark.parametrize(
    "spelling",
    [
        PASSWORD,
        repr([PASSWORD]),
        '{"password": "Kite \\"blue\\" & 7?"}',
        "password=Kite+%22blue%22+%26+7%3F",
        "password=Kite%20%22blue%22%20%26%207%3F",
        "<b>Kite &quot;blue&quot; &amp; 7?</b>",
        MYKAD,
        "850101145566",
        "8501 0114 5566",
    ],
)
def test_a_hidden_value_is_never_written(
    spelling: str, home: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not in a message, a field or an exception; not with other separators or escapes."""
    logger.bind(field=spelling).warning("filled in {}", spelling)
    with logger.catch(message="it failed"):
        int(spelling + "x")
    for logged in (written(home), capsys.readouterr().err):
        assert "ValueError" in logged
        assert "••••" in logged
        for part in ("Kite", "blue", "850101", "5566"):
            assert part not in logged


def test_what_is_left_behind_is_noted_and_not_told(home: Places, capsys: pytest.CaptureFixture[str]) -> None:
    """A browser that was stopped in the middle leaves objects that cannot be put away: no run is different for it."""

    class Left:
        def __del__(self) -> None:
            raise RuntimeError("Event loop is closed")

    Left()
    assert capsys.readouterr().err == ""
    assert "Event loop is closed" in written(home)


def test_what_libraries_log_is_noted_and_not_told(
    home: Places, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The driver of a browser that was stopped in the middle tells so at length, in words for programmers."""
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    try:
        int("kite@255")
    except ValueError:
        logging.getLogger("asyncio").exception("Error occurred in event listener of %s", PASSWORD)
    assert capsys.readouterr().err == ""
    assert "asyncio: Error occurred in event listener of ••••" in written(home)
    assert "kite@255" in written(home)


def test_what_ends_a_thread_is_noted_and_not_told(home: Places, capsys: pytest.CaptureFixture[str]) -> None:
    """Python would show its text on the terminal."""
    thread = threading.Thread(target=int, args=[f"kite{MYKAD}"])
    thread.start()
    thread.join()
    assert capsys.readouterr().err == ""
    assert "ValueError" in written(home)
    assert MYKAD not in written(home)


def test_before_it_is_known_what_to_hide_an_error_is_told_by_its_kind_and_place(tmp_path: Path) -> None:
    """Also before the log has begun: loguru itself would show the values of all variables."""
    script = (
        "from loguru import logger\nfrom assist_bot import logs\nfrom assist_bot.places import Places, prepare\n"
        f"from pathlib import Path\nhere = Places(*[Path({str(tmp_path)!r})] * 2)\nprepare(here)\n"
        "def read(number):\n    int(number)\n"
        "for begin in (lambda: None, lambda: logs.begin(None), lambda: logs.begin(here)):\n    begin()\n"
        f"    with logger.catch(message='it failed'):\n        read({MYKAD!r})\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    for told in (ran.stderr, (tmp_path / "assist-bot.log").read_text("utf-8")):
        assert "in read" in told
        assert "ValueError" in told
        assert MYKAD not in told
    assert ran.stderr.count("ValueError") == 3


def test_values_of_variables_are_not_written(home: Places) -> None:
    """A traceback shows our lines, not what was in them."""
    never_hidden = home.config.name
    with logger.catch(message="it failed"):
        assert never_hidden.isdigit()
    assert "AssertionError" in written(home)
    assert "assert never_hidden.isdigit()" in written(home)
    assert "│" not in written(home)


def test_a_short_value_stays_readable(home: Places) -> None:
    """A value of three letters stands in too many words to be replaced."""
    logs.hide(["a", "the"])
    logger.info("all of the letters")
    assert "all of the letters" in written(home)


def test_braces_and_tags_are_written_as_they_are(home: Places) -> None:
    """What the portal says is never read as formatting."""
    logger.info("the portal said {}", "{secret} <red>words</red>")
    assert "{secret} <red>words</red>" in written(home)


def test_the_file_is_private(home: Places) -> None:
    """Only its owner can read the log."""
    logger.info("anything")
    assert home.log_file.stat().st_mode & 0o777 == 0o600
