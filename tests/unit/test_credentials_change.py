"""A new password is never lost, whatever is killed and whenever."""

import re
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from assist_bot.credentials import Credentials, use_private_store
from assist_bot.errors import CredentialsError
from tests.giving import give
from tests.unit.keyrings import ForgetfulStore, LockedStore, MemoryStore, NoStore

ME = "someone@example.com"
OLD = "Temp-1234"


@pytest.fixture
def store() -> MemoryStore:
    """Put a store with the temporary password in place."""
    store = MemoryStore()
    store.kept["assist-bot", ME] = OLD
    keyring.set_keyring(store)
    return store


def opened(tmp_path: Path, *, read_only: bool = False) -> Credentials:
    """Return what the next run would open."""
    return Credentials.open(ME, None, tmp_path, read_only=read_only)


@pytest.mark.usefixtures("store")
def test_a_made_password_meets_the_policy(tmp_path: Path) -> None:
    """Between 8 and 20 characters with upper case, lower case, digit and symbol."""
    for _ in range(50):
        credentials = opened(tmp_path)
        new = credentials.begin_change()
        credentials.change_refused()
        assert 8 <= len(new) <= 20
        assert all(re.search(kind, new) for kind in ("[A-Z]", "[a-z]", "[0-9]", "[^A-Za-z0-9]"))


def test_a_change_that_was_cut_short_is_tried_new_then_old(store: MemoryStore, tmp_path: Path) -> None:
    """Nobody knows which one holds, so both are tried, the new one first, and never more."""
    new = opened(tmp_path).begin_change()
    assert store.kept["assist-bot", f"{ME}#unconfirmed-password"] == new
    assert opened(tmp_path).passwords_to_try() == (new, OLD)


def test_a_confirmed_change_leaves_one_password(store: MemoryStore, tmp_path: Path) -> None:
    """The new one takes the place of the old."""
    credentials = opened(tmp_path)
    new = credentials.begin_change()
    credentials.confirm_change()
    assert opened(tmp_path).passwords_to_try() == (new,)
    assert store.kept == {("assist-bot", ME): new}


def test_a_log_in_with_the_new_password_confirms_it(store: MemoryStore, tmp_path: Path) -> None:
    """The portal had accepted it before the kill."""
    new = opened(tmp_path).begin_change()
    opened(tmp_path).accepted(new)
    assert store.kept == {("assist-bot", ME): new}


@pytest.mark.usefixtures("store")
def test_a_new_password_that_did_not_take_is_used_again(tmp_path: Path) -> None:
    """The log-in tries it once; the change then offers the same one, and it may hold from then on."""
    new = opened(tmp_path).begin_change()
    opened(tmp_path).rejected(new)
    assert opened(tmp_path).passwords_to_try() == (OLD,)
    opened(tmp_path).accepted(OLD)
    assert opened(tmp_path).begin_change() == new
    assert opened(tmp_path).passwords_to_try() == (new, OLD)


@pytest.mark.usefixtures("store")
def test_a_new_password_that_the_portal_refuses_is_replaced(tmp_path: Path) -> None:
    """A policy that we do not know must not be an end for good."""
    credentials = opened(tmp_path)
    refused = credentials.begin_change()
    credentials.change_refused()
    assert opened(tmp_path).passwords_to_try() == (OLD,)
    assert opened(tmp_path).begin_change() != refused


def test_a_new_password_that_is_given_is_stored_like_a_made_one(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ASSIST_BOT_NEW_PASSWORD takes the place of a made one, pending or not."""
    opened(tmp_path).begin_change()
    monkeypatch.setenv("ASSIST_BOT_NEW_PASSWORD", "My-0wn-one")
    assert opened(tmp_path).begin_change() == "My-0wn-one"
    opened(tmp_path).confirm_change()
    assert store.kept == {("assist-bot", ME): "My-0wn-one"}


@pytest.mark.parametrize("back_end", [NoStore, LockedStore, ForgetfulStore])
def test_without_a_store_the_first_visit_does_not_begin(
    back_end: type[KeyringBackend], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stops before log-in and says what would help; both secrets given instead are enough."""
    keyring.set_keyring(back_end())
    monkeypatch.setenv("ASSIST_BOT_NEW_PASSWORD", "My-0wn-one")
    with pytest.raises(CredentialsError) as error:
        opened(tmp_path).ready_for_first_visit()
    assert "ASSIST_BOT_NEW_PASSWORD and ASSIST_BOT_SECURITY_ANSWER" in error.value.remedy
    monkeypatch.setenv("ASSIST_BOT_SECURITY_ANSWER", "tomcat")
    opened(tmp_path).ready_for_first_visit()
    assert opened(tmp_path).security_answer() == "tomcat"


def test_after_the_first_visit_no_store_is_needed(tmp_path: Path) -> None:
    """A password from the environment is enough for paying."""
    keyring.set_keyring(NoStore())
    opened(tmp_path).first_visit_done()
    opened(tmp_path).ready_for_first_visit()


def test_a_change_kept_by_the_person_survives_a_kill_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a store only the fact is remembered; the secrets stay in the environment."""
    keyring.set_keyring(NoStore())
    monkeypatch.setenv("ASSIST_BOT_PASSWORD", OLD)
    monkeypatch.setenv("ASSIST_BOT_NEW_PASSWORD", "My-0wn-one")
    assert opened(tmp_path).passwords_to_try() == (OLD,)
    assert opened(tmp_path).begin_change() == "My-0wn-one"
    assert opened(tmp_path).passwords_to_try() == ("My-0wn-one", OLD)
    opened(tmp_path).accepted("My-0wn-one")
    assert opened(tmp_path).passwords_to_try() == ("My-0wn-one",)
    assert "My-0wn-one" not in (tmp_path / "log-ins.json").read_text()


NEW_ONES = ("ASSIST_BOT_NEW_PASSWORD", "assist-bot-new-password")


@pytest.mark.parametrize("name", NEW_ONES)
def test_without_a_store_a_change_is_refused_before_it_begins_unless_a_new_one_is_given(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The remedy says what to do at the portal and here; nothing is remembered of a change that did not begin."""
    keyring.set_keyring(NoStore())
    give("assist-bot-password", OLD, monkeypatch)
    for read_only in (True, False):
        credentials = opened(tmp_path, read_only=read_only)
        credentials.accepted(OLD)
        with pytest.raises(CredentialsError, match="could not be kept here") as error:
            credentials.begin_change()
        assert "Set a new one at the portal yourself" in error.value.remedy
    give(name, "My-0wn-one", monkeypatch)
    credentials = opened(tmp_path)
    assert credentials.begin_change() == "My-0wn-one"
    assert "put it in the place of the old one" in credentials.told_of_change()
    assert "the systemd credential assist-bot-password" in credentials.told_of_change()


@pytest.mark.parametrize("name", NEW_ONES)
@pytest.mark.parametrize("back_end", [MemoryStore, NoStore])
def test_a_new_password_that_is_the_present_one_is_not_sent(
    back_end: type[KeyringBackend], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was given for the first visit, and never taken away: the next change needs another one."""
    keyring.set_keyring(back_end())
    give("ASSIST_BOT_PASSWORD", "My-0wn-one", monkeypatch)
    give(name, "My-0wn-one", monkeypatch)
    for read_only in (True, False):
        credentials = opened(tmp_path, read_only=read_only)
        credentials.accepted("My-0wn-one")
        with pytest.raises(CredentialsError, match="gives the present one"):
            credentials.begin_change()
    assert opened(tmp_path).passwords_to_try() == ("My-0wn-one",)


def test_a_new_password_that_is_given_and_refused_is_not_tried_as_a_log_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The portal said that it does not hold: trying it would be a wrong one for nothing."""
    keyring.set_keyring(NoStore())
    give("ASSIST_BOT_PASSWORD", OLD, monkeypatch)
    give("ASSIST_BOT_NEW_PASSWORD", "simple", monkeypatch)
    credentials = opened(tmp_path)
    credentials.begin_change()
    credentials.change_refused()
    assert opened(tmp_path).passwords_to_try() == (OLD,)


def test_a_change_that_its_giver_keeps_is_confirmed_though_a_store_is_there_by_now(
    store: MemoryStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was locked when the change began, and is unlocked when the next run logs in."""
    keyring.set_keyring(LockedStore())
    give("ASSIST_BOT_NEW_PASSWORD", "My-0wn-one", monkeypatch)
    opened(tmp_path).begin_change()
    keyring.set_keyring(store)
    assert opened(tmp_path).passwords_to_try() == ("My-0wn-one", OLD)
    opened(tmp_path).accepted("My-0wn-one")
    credentials = opened(tmp_path)
    assert credentials.passwords_to_try() == ("My-0wn-one",)
    assert "the credential store has another one, not used." in credentials.differing()


@pytest.mark.parametrize("source", ["assist-bot-password", "ASSIST_BOT_PASSWORD", "command"])
def test_where_the_old_one_comes_from_elsewhere_the_store_keeps_the_new_one_and_that_is_told(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes first from then on; the old one is not asked for again, and that it differs is told."""
    store = MemoryStore()
    keyring.set_keyring(store)
    command = (sys.executable, "-c", f"print({OLD!r})") if source == "command" else None
    if not command:
        give(source, OLD, monkeypatch)
    credentials = Credentials.open(ME, command, tmp_path)
    assert credentials.passwords_to_try() == (OLD,)
    new = credentials.begin_change()
    assert "which this program cannot change" in credentials.told_of_change()
    assert store.kept == {("assist-bot", f"{ME}#unconfirmed-password"): new}
    credentials.confirm_change()
    later = Credentials.open(ME, command, tmp_path)
    assert later.passwords_to_try() == (new,)
    assert "not used" in later.differing(ask_all=True)


def test_where_the_store_has_the_old_one_there_is_nothing_to_tell(store: MemoryStore, tmp_path: Path) -> None:
    """The new one takes its place."""
    assert store.kept
    assert not opened(tmp_path).told_of_change()


def test_a_security_answer_that_could_not_be_kept_is_not_made_up(tmp_path: Path) -> None:
    """It would be lost with the run."""
    keyring.set_keyring(NoStore())
    with pytest.raises(CredentialsError, match="could not be kept") as error:
        opened(tmp_path).security_answer()
    assert "ASSIST_BOT_SECURITY_ANSWER" in error.value.remedy


@pytest.mark.usefixtures("store")
def test_the_security_answer_stays_the_same(tmp_path: Path) -> None:
    """It is made once, and kept before it is used."""
    assert opened(tmp_path).security_answer() == opened(tmp_path).security_answer()


def test_a_dry_run_writes_to_no_store(store: MemoryStore, tmp_path: Path) -> None:
    """Not a trial entry, not a mark; a new password and an answer are for show, and differ each time."""
    new = opened(tmp_path).begin_change()
    before, writes = dict(store.kept), store.writes
    dry = opened(tmp_path, read_only=True)
    dry.ready_for_first_visit()
    assert dry.passwords_to_try() == (new, OLD)
    dry.accepted(new)
    dry.first_visit_done()
    assert dry.begin_change() not in (dry.begin_change(), new)
    assert dry.security_answer() != dry.security_answer()
    for keeping in (dry.confirm_change, dry.change_refused):
        with pytest.raises(RuntimeError):
            keeping()
    assert (store.kept, store.writes) == (before, writes)
    assert not opened(tmp_path).log_ins.first_visit_is_done


CHANGE = """
import os, sys
from pathlib import Path

import assist_bot.credentials.private_store as private_store
from assist_bot.credentials import Credentials, use_private_store

folder, last, early = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "early"
written = 0
keep = private_store.write_private

def keep_or_die(file, text):
    global written
    written += 1
    if written == last and early:
        os.kill(os.getpid(), 9)
    keep(file, text)
    if written == last:
        os.kill(os.getpid(), 9)

private_store.write_private = keep_or_die
use_private_store(folder)
credentials = Credentials.open("someone@example.com", None, folder)
new = credentials.begin_change()
(folder / "portal").write_text(new)
credentials.confirm_change()
print("ended")
"""
"""A change of password that dies before or after its n-th write; `portal` is what the portal holds."""


@pytest.mark.parametrize("moment", ["early", "late"])
def test_a_kill_at_any_moment_locks_nobody_out(moment: str, tmp_path: Path) -> None:
    """Before and after every write, what the portal holds is among the two that are tried next."""
    for last in range(1, 20):
        folder = tmp_path / str(last)
        folder.mkdir()
        (folder / "portal").write_text(OLD)
        use_private_store(folder)
        keyring.set_password("assist-bot", ME, OLD)
        script = [sys.executable, "-c", CHANGE, str(folder), str(last), moment]
        done = subprocess.run(script, capture_output=True, check=False, text=True)
        assert not done.stderr
        candidates = opened(folder).passwords_to_try()
        assert (folder / "portal").read_text() in candidates
        assert len(candidates) <= 2
        if done.stdout:
            assert last > 3
            return
    pytest.fail("the change never came to its end")
