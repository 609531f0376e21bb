"""Tries to log in are counted before they are sent: never a third wrong one in a row without the person's word."""

from pathlib import Path

import keyring
import pytest

from assist_bot.credentials import Credentials, set_password
from assist_bot.errors import CredentialsError
from tests.unit.keyrings import MemoryStore, NoStore

ME = "someone@example.com"
OLD = "Temp-1234"


@pytest.fixture(autouse=True)
def store() -> MemoryStore:
    """Put a store with the temporary password in place."""
    store = MemoryStore()
    store.kept["assist-bot", ME] = OLD
    keyring.set_keyring(store)
    return store


def opened(tmp_path: Path) -> Credentials:
    """Return what the next run would open."""
    return Credentials.open(ME, None, tmp_path)


def test_after_two_tries_in_a_row_none_is_left(tmp_path: Path) -> None:
    """Runs that end between the press and the answer count; one that is let in begins anew."""
    for _ in range(2):
        assert opened(tmp_path).passwords_to_try() == (OLD,)
        opened(tmp_path).trying()
    with pytest.raises(CredentialsError, match="could lock the account"):
        opened(tmp_path).passwords_to_try()
    opened(tmp_path).accepted(OLD)
    assert opened(tmp_path).passwords_to_try() == (OLD,)


def test_one_try_that_is_left_is_for_the_new_password(tmp_path: Path) -> None:
    """After a change that was cut short two may be tried, but never more than are left."""
    new = opened(tmp_path).begin_change()
    opened(tmp_path).trying()
    assert opened(tmp_path).passwords_to_try() == (new,)


def test_the_persons_word_lets_it_be_tried_again(tmp_path: Path) -> None:
    """Whatever became of the tries before, what the person stores is tried."""
    for _ in range(2):
        opened(tmp_path).trying()
    set_password(ME, OLD, tmp_path)
    assert opened(tmp_path).passwords_to_try() == (OLD,)


def test_without_a_store_the_persons_word_counts_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said that nothing is stored, and that the password may be tried again."""
    keyring.set_keyring(NoStore())
    monkeypatch.setenv("ASSIST_BOT_PASSWORD", OLD)
    for _ in range(2):
        opened(tmp_path).trying()
    with pytest.raises(CredentialsError, match="may be tried again all the same"):
        set_password(ME, OLD, tmp_path)
    assert opened(tmp_path).passwords_to_try() == (OLD,)


def test_a_new_password_that_was_refused_before_the_old_one_may_hold_by_now(tmp_path: Path) -> None:
    """The portal may have finished the change in between: where the old one is all that is known, it is tried again."""
    new = opened(tmp_path).begin_change()
    for password in (new, OLD):
        opened(tmp_path).trying()
        opened(tmp_path).rejected(password)
    with pytest.raises(CredentialsError, match="A new one was being set, and is kept"):
        opened(tmp_path).passwords_to_try()
    set_password(ME, OLD, tmp_path)
    assert opened(tmp_path).passwords_to_try() == (new, OLD)


def test_a_password_set_by_hand_goes_before_a_new_one_that_was_refused(tmp_path: Path) -> None:
    """The person changed it at the portal: theirs is the only one that is tried."""
    new = opened(tmp_path).begin_change()
    for password in (new, OLD):
        opened(tmp_path).trying()
        opened(tmp_path).rejected(password)
    set_password(ME, "By-Hand-77", tmp_path)
    assert opened(tmp_path).passwords_to_try() == ("By-Hand-77",)
