"""What is given to the process stays with it: no program that it starts finds a secret in its environment."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from assist_bot import given
from tests.giving import give


@pytest.fixture(autouse=True)
def _nothing_taken() -> Iterator[None]:
    """Leave nothing behind that a test has had taken."""
    with given.nothing_given():
        yield
        given._taken.clear()  # noqa: SLF001  # as a new process begins


@pytest.mark.parametrize("name", given.SECRETS)
def test_what_was_taken_is_known_here_and_to_no_child(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It can be asked for as often as it is needed."""
    monkeypatch.setenv(name, "s3cret")
    given.take()
    assert [each.value for each in given.given(name)] == ["s3cret"]
    assert given.first_given(name) == given.first_given(name)
    script = "import os; print(dict(os.environ))"
    child = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert "s3cret" not in child.stdout
    assert name not in os.environ


@pytest.mark.parametrize("name", given.TALKATIVE)
def test_no_setting_makes_what_drives_the_browser_tell_what_is_typed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the person has set for other programs."""
    monkeypatch.setenv(name, "pw:*")
    given.take()
    assert name not in os.environ


def test_a_systemd_credential_comes_before_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are given under the same name; its first line is the secret."""
    give("assist-bot-password", "loaded\nof the portal", monkeypatch)
    give(given.PASSWORD, "set", monkeypatch)
    assert [each.value for each in given.given(given.PASSWORD)] == ["loaded", "set"]
    assert "loaded" not in str(given.given(given.PASSWORD))


@pytest.mark.parametrize("empty", ["", "\n"])
def test_nothing_is_no_secret(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty file and an empty variable are as if they were not there."""
    give("assist-bot-password", empty, monkeypatch)
    monkeypatch.setenv(given.PASSWORD, "")
    assert given.given(given.PASSWORD) == []


def test_a_rehearsal_is_given_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what was taken, nor what stands there still, nor a systemd credential; afterwards all is as before."""
    monkeypatch.setenv(given.NEW_PASSWORD, "taken")
    given.take()
    give(given.PASSWORD, "set", monkeypatch)
    give("assist-bot-security-answer", "loaded", monkeypatch)
    before = [given.first_given(name) for name in given.SECRETS]
    assert None not in before
    with given.nothing_given():
        assert [given.first_given(name) for name in given.SECRETS] == [None] * 3
    assert [given.first_given(name) for name in given.SECRETS] == before
