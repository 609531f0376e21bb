"""Where the password comes from, and what is said when it comes from nowhere."""

import json
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from assist_bot.credentials import Credentials, check, clear, set_password, use_private_store
from assist_bot.errors import CredentialsError, MachineError
from tests.unit.keyrings import LockedStore, MemoryStore, NoStore

ME = "someone@example.com"


@pytest.fixture
def store() -> MemoryStore:
    """Put a store that works and is empty in place."""
    store = MemoryStore()
    keyring.set_keyring(store)
    return store


def tried(tmp_path: Path, command: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Ask what a run would try."""
    return Credentials.open(ME, command, tmp_path).passwords_to_try()


def printing(text: str) -> tuple[str, ...]:
    """Return a command that prints the text."""
    return (sys.executable, "-c", f"print({text!r}, end='')")


def test_the_stored_password_wins(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store comes before the environment and the command."""
    store.kept["assist-bot", ME] = "stored"
    monkeypatch.setenv("ASSIST_BOT_PASSWORD", "given")
    assert tried(tmp_path, printing("printed")) == ("stored",)
    assert check(ME, None, tmp_path) == "the credential store"


@pytest.mark.parametrize("back_end", [MemoryStore, LockedStore, NoStore])
def test_the_environment_comes_next(
    back_end: type[KeyringBackend], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty, locked or missing store does not stand in the way of a password that is given."""
    keyring.set_keyring(back_end())
    monkeypatch.setenv("ASSIST_BOT_PASSWORD", "given")
    assert tried(tmp_path, printing("printed")) == ("given",)
    assert check(ME, None, tmp_path) == "ASSIST_BOT_PASSWORD"


@pytest.mark.usefixtures("store")
def test_the_command_comes_last_and_runs_once(tmp_path: Path) -> None:
    """Its first line is the password; a second question does not run it again."""
    count = tmp_path / "count"
    script = f"open({str(count)!r}, 'a').write('x'); print('printed'); print('user: me')"
    credentials = Credentials.open(ME, (sys.executable, "-c", script), tmp_path)
    assert credentials.passwords_to_try() == credentials.passwords_to_try() == ("printed",)
    assert count.read_text() == "x"
    assert check(ME, printing("printed"), tmp_path) == "the profile's command"


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("print('s3cret'); raise SystemExit(3)", "ended with exit code 3"),
        ("pass", "printed nothing"),
        ("import os; os.write(1, b's3cret' + bytes([255]))", "did not print text"),
    ],
)
def test_a_command_that_fails_is_named_without_what_it_printed(
    script: str, words: str, tmp_path: Path
) -> None:
    """What it printed may be the password."""
    with pytest.raises(CredentialsError, match=words) as error:
        tried(tmp_path, (sys.executable, "-c", script))
    assert "s3cret" not in str(error.value)


@pytest.mark.usefixtures("store")
def test_a_command_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A missing program is a matter of credentials, not a bug."""
    with pytest.raises(CredentialsError, match=r"no-such-program.*cannot be started"):
        tried(tmp_path, ("no-such-program",))


@pytest.mark.parametrize(
    ("back_end", "fact"),
    [
        (MemoryStore, f"There is no password for {ME}."),
        (LockedStore, "The credential store is locked."),
        (NoStore, "This computer has no credential store."),
    ],
)
def test_no_password_anywhere_says_why_and_all_the_ways_out(
    back_end: type[KeyringBackend], fact: str, tmp_path: Path
) -> None:
    """One sentence of fact, and what can be done."""
    keyring.set_keyring(back_end())
    with pytest.raises(CredentialsError) as error:
        tried(tmp_path)
    assert error.value.fact == fact
    assert "ASSIST_BOT_PASSWORD" in error.value.remedy


@pytest.mark.usefixtures("store")
def test_a_rejected_password_is_not_tried_by_a_later_run(tmp_path: Path) -> None:
    """It is remembered, also by a dry run, without being written down."""
    set_password(ME, "wr0ng-one", tmp_path)
    Credentials.open(ME, None, tmp_path, read_only=True).rejected("wr0ng-one")
    with pytest.raises(CredentialsError, match="rejected this password before") as error:
        tried(tmp_path)
    assert "credentials set" in error.value.remedy
    assert "wr0ng-one" not in (tmp_path / "log-ins.json").read_text()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("password", ["the-right-one", "wr0ng-one"])
def test_a_password_set_by_hand_may_be_tried(password: str, tmp_path: Path) -> None:
    """Another one, or the same one after the portal's own mistake."""
    set_password(ME, "wr0ng-one", tmp_path)
    Credentials.open(ME, None, tmp_path).rejected("wr0ng-one")
    set_password(ME, password, tmp_path)
    assert tried(tmp_path) == (password,)


@pytest.mark.usefixtures("store")
def test_portal_ids_do_not_share_what_was_rejected(tmp_path: Path) -> None:
    """Another portal ID with the same password is not held back."""
    Credentials.open("other@example.com", None, tmp_path).rejected("same")
    set_password(ME, "same", tmp_path)
    assert tried(tmp_path) == ("same",)


def test_clearing_forgets_everything(store: MemoryStore, tmp_path: Path) -> None:
    """No secret and no mark of this portal ID is left."""
    set_password(ME, "stored", tmp_path)
    credentials = Credentials.open(ME, None, tmp_path)
    credentials.security_answer()
    credentials.begin_change()
    credentials.first_visit_done()
    clear(ME, tmp_path)
    assert not store.kept
    assert json.loads((tmp_path / "log-ins.json").read_text()) == {}


def test_a_damaged_record_of_log_ins_is_named(store: MemoryStore, tmp_path: Path) -> None:
    """It is never passed over: it protects the account."""
    store.kept["assist-bot", ME] = "stored"
    (tmp_path / "log-ins.json").write_text("{")
    with pytest.raises(MachineError, match=r"log-ins\.json"):
        tried(tmp_path)


def test_the_private_store_keeps_secrets_for_its_owner_only(tmp_path: Path) -> None:
    """The demo's store is one private file, and forgets when asked."""
    use_private_store(tmp_path)
    set_password(ME, "stored", tmp_path)
    use_private_store(tmp_path)
    assert tried(tmp_path) == ("stored",)
    assert (tmp_path / "credentials.json").stat().st_mode & 0o077 == 0
    clear(ME, tmp_path)
    with pytest.raises(CredentialsError, match="no password"):
        tried(tmp_path)


def test_what_was_handed_out_can_be_masked(store: MemoryStore, tmp_path: Path) -> None:
    """Every secret given to a flow is among the secrets, and none shows in the object itself."""
    store.kept["assist-bot", ME] = "st0red"
    credentials = Credentials.open(ME, None, tmp_path)
    handed = {*credentials.passwords_to_try(), credentials.begin_change(), credentials.security_answer()}
    assert set(credentials.secrets()) == handed
    assert not any(secret in repr(credentials) for secret in handed)
