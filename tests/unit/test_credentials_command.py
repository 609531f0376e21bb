"""The profile's command: run once, without a shell, and nothing of what it says is ever shown."""

import sys
import traceback
from contextlib import suppress
from pathlib import Path

import pytest

from assist_bot.credentials import Credentials, command
from assist_bot.errors import CredentialsError
from assist_bot.outcome import EXIT_CODES

ME = "someone@example.com"


def running(tmp_path: Path, script: str) -> Credentials:
    """Open credentials whose only source is a script of Python."""
    return Credentials.open(ME, (sys.executable, "-c", script), tmp_path)


def counting(tmp_path: Path, script: str) -> str:
    """Begin a script with a note in `count` that it was started."""
    return f"open({str(tmp_path / 'count')!r}, 'a').write('x'); {script}"


def test_its_first_line_is_the_password(tmp_path: Path) -> None:
    """What comes after it, as password stores print it, is not."""
    credentials = running(tmp_path, "print('printed one\\r\\nuser: me')")
    assert credentials.passwords_to_try() == ("printed one",)
    assert credentials.source == "the profile's command"


@pytest.mark.parametrize(
    "script", ["print('printed')", "raise SystemExit(3)", "print('tried in vain'); raise SystemExit(2)"]
)
def test_it_is_run_once_however_often_it_is_asked(script: str, tmp_path: Path) -> None:
    """It may ask the person for a passphrase: one that fails is not run again in the same run either."""
    for _ in range(2):
        credentials = running(tmp_path, counting(tmp_path, script))
        for ask in (credentials.passwords_to_try, credentials.differing, credentials.told_of_change):
            with suppress(CredentialsError):
                ask()
    assert (tmp_path / "count").read_text() == "x"


def test_it_is_not_run_where_another_source_has_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others cost nothing to ask."""
    monkeypatch.setenv("ASSIST_BOT_PASSWORD", "given")
    credentials = running(tmp_path, counting(tmp_path, "print('printed')"))
    assert credentials.passwords_to_try() == ("given",)
    assert not credentials.differing()
    assert not (tmp_path / "count").exists()


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("print('s3cret'); raise SystemExit(3)", "ended with exit code 3"),
        ("import sys; print('s3cret', file=sys.stderr); raise SystemExit(1)", "ended with exit code 1"),
        ("print('s3cret', flush=True); import os; os.kill(os.getpid(), 9)", "was ended by signal 9"),
        ("pass", "printed nothing"),
        ("print(); print('s3cret')", "printed nothing"),
        ("import os; os.write(1, b's3cret' + bytes([255]))", "did not print text"),
        ("print('s3cret', flush=True); import time; time.sleep(60)", "did not end within 1 seconds"),
    ],
)
def test_one_that_fails_is_named_without_what_it_said(
    script: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Its end is told, and exit code 4; its output may be the password, and stands in no error, cause or terminal."""
    monkeypatch.setattr(command, "COMMAND_SECONDS", 1)
    with pytest.raises(CredentialsError, match=words) as error:
        running(tmp_path, script).passwords_to_try()
    assert EXIT_CODES[error.value.outcome] == 4
    seen: BaseException | None = error.value
    while seen is not None:
        assert "s3cret" not in repr(vars(seen)) + "".join(traceback.format_exception(seen))
        seen = seen.__cause__ or seen.__context__
    assert "s3cret" not in "".join(capfd.readouterr())


def test_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A missing program is a matter of credentials, not a bug."""
    with pytest.raises(CredentialsError, match=r"no-such-program.*cannot be started"):
        Credentials.open(ME, ("no-such-program",), tmp_path).passwords_to_try()


def test_no_shell_reads_it(tmp_path: Path) -> None:
    """Each word arrives as it stands in the profile."""
    words = ("$HOME", "; touch here", "`id`", "a b")
    script = "import sys; print('|'.join(sys.argv[1:]))"
    credentials = Credentials.open(ME, (sys.executable, "-c", script, *words), tmp_path)
    assert credentials.passwords_to_try() == ("|".join(words),)


def test_it_asks_no_questions_of_our_stdin(tmp_path: Path) -> None:
    """What a script pipes into the program is for the program."""
    credentials = running(tmp_path, "import sys; print(f'<{sys.stdin.read()}>')")
    assert credentials.passwords_to_try() == ("<>",)
