"""What counts as a credential store of this computer, and what does not."""

from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import null
from keyring.backends.chainer import ChainerBackend

from assist_bot.credentials import Credentials, set_password, store, use_private_store
from assist_bot.errors import CredentialsError
from tests.unit.keyrings import MemoryStore, NoStore, PlainFile, chain_of

ME = "someone@example.com"

NO_STORES: dict[str, Callable[[], KeyringBackend]] = {
    "none": NoStore,
    "null": null.Keyring,
    "a plain file": PlainFile,
    "a chain with a plain file": lambda: chain_of(MemoryStore(), PlainFile()),
}


@pytest.mark.parametrize("name", NO_STORES)
def test_what_keeps_nothing_or_keeps_it_for_others_is_no_store(name: str, tmp_path: Path) -> None:
    """Nothing is written to it and nothing read from it; what is there instead is told, with all the ways out."""
    back_end = NO_STORES[name]()
    keyring.set_keyring(back_end)
    with pytest.raises(store.NoStore) as error:
        set_password(ME, "s3cret", tmp_path)
    assert all(
        way in error.value.remedy for way in ("ASSIST_BOT_PASSWORD", "LoadCredential", "[credentials]")
    )
    assert store.why_not_readable(ME)
    assert store.why_not_writable(ME)
    for each in back_end.backends if isinstance(back_end, ChainerBackend) else [back_end]:
        assert getattr(each, "kept", {}) == {}
    with pytest.raises(CredentialsError):
        Credentials.open(ME, None, tmp_path).passwords_to_try()


def test_a_password_in_a_plain_file_is_not_taken_from_there(tmp_path: Path) -> None:
    """It may have been put there by another program, or before; the one that is given is."""
    plain = PlainFile()
    plain.kept["assist-bot", ME] = "for everybody to read"
    keyring.set_keyring(plain)
    with pytest.raises(CredentialsError, match=r"PlainFile, is not used"):
        Credentials.open(ME, None, tmp_path).passwords_to_try()


def test_a_chain_of_stores_is_one(tmp_path: Path) -> None:
    """As where both KWallet and the Secret Service run."""
    first, second = MemoryStore(), MemoryStore()
    second.kept["assist-bot", ME] = "stored"
    keyring.set_keyring(chain_of(first, second))
    assert Credentials.open(ME, None, tmp_path).passwords_to_try() == ("stored",)
    set_password(ME, "anew", tmp_path)
    assert first.kept == {("assist-bot", ME): "anew"}


def test_the_store_of_the_demo_is_for_the_demo_only(tmp_path: Path) -> None:
    """The one file of ours is used where it was put in place, though keyring would not choose it."""
    use_private_store(tmp_path)
    assert not store.why_not_writable(ME)
    assert keyring.get_keyring().priority < store.RECOMMENDED


def test_a_store_that_cannot_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where PYTHON_KEYRING_BACKEND names one that is not installed: no traceback, and the ways out."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Keyring")
    trouble = store.why_not_readable(ME)
    assert trouble
    assert "does not answer (ModuleNotFoundError)" in trouble.fact
