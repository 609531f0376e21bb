"""Where the password comes from, and what is said when it comes from nowhere."""

import json
import sys
import traceback
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from assist_bot.credentials import Credentials, clear, set_password, use_private_store
from assist_bot.errors import CredentialsError, MachineError
from tests.giving import give
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
    return anew(tmp_path, command).passwords_to_try()


def anew(tmp_path: Path, command: tuple[str, ...] | None = None) -> Credentials:
    """Open what the next run would open."""
    return Credentials.open(ME, command, tmp_path)


def printing(text: str) -> tuple[str, ...]:
    """Return a command that prints the text."""
    return (sys.executable, "-c", f"print({text!r}, end='')")


SOURCES = {
    "the credential store": "stored",
    "the systemd credential assist-bot-password": "loaded",
    "ASSIST_BOT_PASSWORD": "given",
    "the profile's command": "printed",
}
"""The sources in the order in which they count, and what each has."""


@pytest.mark.parametrize("without", range(4))
def test_the_first_source_that_has_one_counts(
    without: int, store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Store, systemd credential, environment, command: whatever the others have, the first of them is tried."""
    names = list(SOURCES)[without:]
    if names[0] == "the credential store":
        store.kept["assist-bot", ME] = "stored"
    if "the systemd credential assist-bot-password" in names:
        give("assist-bot-password", "loaded", monkeypatch)
    if "ASSIST_BOT_PASSWORD" in names:
        give("ASSIST_BOT_PASSWORD", "given", monkeypatch)
    credentials = Credentials.open(ME, printing("printed"), tmp_path)
    assert credentials.passwords_to_try() == (SOURCES[names[0]],)
    assert credentials.source == names[0]


@pytest.mark.parametrize("back_end", [MemoryStore, LockedStore, NoStore])
@pytest.mark.parametrize("name", ["assist-bot-password", "ASSIST_BOT_PASSWORD"])
def test_a_store_without_one_does_not_stand_in_the_way(
    name: str, back_end: type[KeyringBackend], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty, locked or missing: a password that is given is tried."""
    keyring.set_keyring(back_end())
    give(name, "given", monkeypatch)
    assert tried(tmp_path) == ("given",)


def test_sources_that_differ_are_told_and_never_shown(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that cost nothing to ask are compared by every run; the command only when all are to be asked."""
    store.kept["assist-bot", ME] = "stored"
    give("ASSIST_BOT_PASSWORD", "given", monkeypatch)
    give("assist-bot-password", "stored", monkeypatch)
    credentials = Credentials.open(ME, printing("printed"), tmp_path)
    assert credentials.differing() == (
        "The password comes from the credential store; ASSIST_BOT_PASSWORD has another one, not used."
    )
    told = credentials.differing(ask_all=True)
    assert "ASSIST_BOT_PASSWORD and the profile's command have others" in told
    give("ASSIST_BOT_PASSWORD", "stored", monkeypatch)
    assert not anew(tmp_path).differing()


def test_two_new_passwords_that_are_given_are_told(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And so are two answers to the security question."""
    store.kept["assist-bot", ME] = "stored"
    for name in ("new-password", "security-answer"):
        give(f"assist-bot-{name}", "one", monkeypatch)
        give(f"ASSIST_BOT_{name.upper().replace('-', '_')}", "two", monkeypatch)
    told = anew(tmp_path).differing()
    assert "The new password comes from the systemd credential assist-bot-new-password" in told
    assert "The security answer comes from the systemd credential assist-bot-security-answer" in told


def test_a_systemd_credential_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder in its place, or what is not text: told as a matter of the unit, and never quoted."""
    keyring.set_keyring(NoStore())
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert not (tmp_path / "assist-bot-password").exists()
    with pytest.raises(CredentialsError, match="no credential store"):
        tried(tmp_path)
    (tmp_path / "assist-bot-password").write_bytes(b"s3cret\xff")
    with pytest.raises(CredentialsError, match="it is not text") as error:
        tried(tmp_path)
    assert "LoadCredential=" in error.value.remedy
    assert "s3cret" not in "".join(traceback.format_exception(error.value))
    (tmp_path / "assist-bot-password").unlink()
    (tmp_path / "assist-bot-password").mkdir()
    with pytest.raises(CredentialsError, match="cannot be read"):
        tried(tmp_path)


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
    ways = ("ASSIST_BOT_PASSWORD", "assist-bot-password", "[credentials]")
    assert back_end is LockedStore or all(way in error.value.remedy for way in ways)
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
