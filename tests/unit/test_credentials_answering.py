"""Which source answers for each secret: told in words, with neither the secret nor its length."""

import sys
from pathlib import Path

import keyring
import pytest

from assist_bot.credentials import Credentials, answering
from tests.giving import give
from tests.unit.keyrings import MemoryStore, NoStore

ME = "someone@example.com"


@pytest.fixture
def store() -> MemoryStore:
    """Put a store with a password in place."""
    store = MemoryStore()
    store.kept["assist-bot", ME] = "s3cret"
    keyring.set_keyring(store)
    return store


def looked_at(tmp_path: Path, script: str = "") -> Credentials:
    """Open the credentials as for a look."""
    command = (sys.executable, "-c", script) if script else None
    return Credentials.open(ME, command, tmp_path, read_only=True)


def test_a_password_that_all_sources_agree_on_is_in_order(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first is named, and nothing is written."""
    give("ASSIST_BOT_PASSWORD", "s3cret", monkeypatch)
    answer = answering.password(looked_at(tmp_path, "print('s3cret')"))
    assert answer == answering.Answer(f"The password of {ME} comes from the credential store.")
    assert store.writes == 0


@pytest.mark.usefixtures("store")
def test_a_password_that_differs_is_told_of_with_a_remedy(tmp_path: Path) -> None:
    """Also where only the command has it, which a run would not have asked."""
    answer = answering.password(looked_at(tmp_path, "print('an0ther')"))
    assert "the profile's command has another one, not used." in answer.told
    assert answer.remedy
    assert "an0ther" not in str(answer)


@pytest.mark.usefixtures("store")
def test_a_command_that_fails_is_told_of_though_it_does_not_count(tmp_path: Path) -> None:
    """The password comes from elsewhere: it stops nothing."""
    answer = answering.password(looked_at(tmp_path, "raise SystemExit(7)"))
    assert "comes from the credential store." in answer.told
    assert "exit code 7" in answer.told
    assert answer.remedy


@pytest.mark.usefixtures("store")
def test_a_new_password_that_waits_is_told_of(tmp_path: Path) -> None:
    """After a change that was cut short it is tried first."""
    new = Credentials.open(ME, None, tmp_path).begin_change()
    answer = answering.password(looked_at(tmp_path))
    assert "not confirmed yet, from the credential store, is tried first." in answer.told
    assert new not in answer.told


def test_where_a_new_password_would_be_kept(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the store; nowhere, which is a warning with what to do then; with whoever gives it."""
    kept = answering.new_password(looked_at(tmp_path))
    assert kept == answering.Answer(
        "If the portal asks for a new one, it is kept in the credential store before it is sent."
    )
    keyring.set_keyring(NoStore())
    nowhere = answering.new_password(looked_at(tmp_path))
    assert "none is set" in nowhere.told
    assert nowhere.remedy.startswith("Set it at the portal yourself then")
    give("assist-bot-new-password", "n3w", monkeypatch)
    given = answering.new_password(looked_at(tmp_path))
    assert "the systemd credential assist-bot-new-password, which keeps it." in given.told
    assert not given.remedy
    keyring.set_keyring(store)
    assert "kept in the credential store as well" in answering.new_password(looked_at(tmp_path)).told
    assert store.writes == 0


def test_where_the_security_answer_is(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not made yet, in the store, given on a first visit that is over, kept nowhere, given."""
    assert "made up on the first visit" in answering.security_answer(looked_at(tmp_path)).told
    made = Credentials.open(ME, None, tmp_path).security_answer()
    stored = answering.security_answer(looked_at(tmp_path))
    assert stored == answering.Answer("It is in the credential store.")
    keyring.set_keyring(NoStore())
    assert answering.security_answer(looked_at(tmp_path)).remedy
    Credentials.open(ME, None, tmp_path).first_visit_done()
    assert "no run needs it" in answering.security_answer(looked_at(tmp_path)).told
    give("ASSIST_BOT_SECURITY_ANSWER", "milo", monkeypatch)
    assert answering.security_answer(looked_at(tmp_path)).told == "It comes from ASSIST_BOT_SECURITY_ANSWER."
    assert store.kept["assist-bot", f"{ME}#security-answer"] == made
