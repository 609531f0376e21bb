"""What `doctor` finds on a computer, without a browser."""

import os
import shutil
import socket
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import keyring
import pytest
from keyring.backends import null

from assist_bot.checkup.checking import guarded
from assist_bot.checkup.examining import Examination
from assist_bot.checkup.folders import look_at_disk, look_at_folders
from assist_bot.checkup.household import Household, look_at_own_words, look_at_profile
from assist_bot.checkup.moment import compared, look_at_time
from assist_bot.checkup.network import answered, certified, look_at_network
from assist_bot.checkup.record import look_at_record
from assist_bot.checkup.secrets import look_at_secrets, look_at_store
from assist_bot.errors import OutcomeUnknown
from assist_bot.filing import fingerprint
from assist_bot.ledger import KeptPaper, Ledger, PaperKind
from assist_bot.outcome import Check, Outcome, State
from assist_bot.places import Places, prepare
from assist_bot.portal.first_answer import FirstAnswer
from assist_bot.profile import PortalAccess, load
from tests.people import write_profile
from tests.unit.keyrings import LockedStore, MemoryStore, NoStore
from tests.unit.owing import EMPLOYER, OCTOBER, checked

TODAY = date(2026, 11, 20)
REAL = PortalAccess(portal_id="someone@example.com")
NOW = datetime(2026, 11, 20, 4, tzinfo=UTC)


class Disk(NamedTuple):
    """What a disk says of itself."""

    total: int
    used: int
    free: int


@pytest.fixture
def here(tmp_path: Path) -> Places:
    """Give the places of a computer on which assist-bot has run."""
    places = Places(tmp_path / "config", tmp_path / "state")
    prepare(places)
    return places


def states(checks: Iterable[Check]) -> list[tuple[str, str]]:
    """Give name and state of each check; each is a sentence, and whatever is wrong has a remedy."""
    found = list(checks)
    for check in found:
        assert check.message.endswith("."), check
        assert bool(check.remedy) is (check.state in (State.WARNING, State.PROBLEM)), check
        assert bool(check.outcome) is (check.state is State.PROBLEM), check
    return [(check.name, str(check.state)) for check in found]


def files_in(folder: Path) -> dict[str, int]:
    """Remember everything in a folder, and when it was changed."""
    return {str(path): path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


def lose_the_answer(ledger: Ledger) -> None:
    """Submit, and lose the answer."""
    with ledger.submitting(EMPLOYER, checked()):
        raise KeyboardInterrupt


def test_a_computer_with_nothing_on_it_is_told_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No profile, no folder, no store, no browser: each has its check, none crashes, and nothing is made."""
    monkeypatch.setenv("ASSIST_BOT_BROWSER", "/nonexistent")
    keyring.set_keyring(NoStore())
    nowhere = Places(tmp_path / "none" / "config", tmp_path / "none" / "state")
    checks = list(Examination(nowhere, nowhere.profile).checks())
    assert {check.outcome for check in checks if check.outcome} == {Outcome.MACHINE, Outcome.MEND_PROFILE}
    (profile,) = [check for check in checks if check.name == "Profile"]
    assert "assist-bot init" in profile.remedy
    assert {name for name, state in states(checks) if state == "not_checked"} == {
        *("Clock", "Password", "Portal's name", "Connection", "Portal", "Certificate")
    }
    assert not list(tmp_path.iterdir())


def test_folders_of_ones_own_are_in_order(here: Places) -> None:
    """As the first run makes them."""
    assert states(look_at_folders(here)) == [("Folders", "ok")]


@pytest.mark.parametrize("name", ["config", "state", "runs", "documents"])
def test_a_folder_that_others_may_read_is_told(here: Places, name: str) -> None:
    """With the command that keeps them out."""
    folder: Path = getattr(here, name)
    folder.chmod(0o755)
    (check,) = look_at_folders(here)
    assert check.state is State.WARNING
    assert check.remedy == f"Type `chmod 700 '{folder}'`."


def test_a_profile_that_others_may_read_is_told(here: Places) -> None:
    """There are identity numbers in it."""
    here.profile.write_text("")
    here.profile.chmod(0o644)
    (check,) = look_at_folders(here)
    assert (check.state, check.remedy) == (State.WARNING, f"Type `chmod 600 '{here.profile}'`.")


def test_a_link_to_what_others_may_read_is_a_problem(here: Places) -> None:
    """A run would stop at it: nothing is mended where a link leads."""
    elsewhere = here.state.parent / "elsewhere"
    elsewhere.write_text("")
    elsewhere.chmod(0o644)
    here.profile.symlink_to(elsewhere)
    (check,) = look_at_folders(here)
    assert (check.outcome, check.remedy) == (Outcome.MACHINE, f"Type `chmod 600 '{elsewhere}'`.")


def test_on_windows_it_is_told_what_keeps_others_out(here: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not this program: a folder outside of the person's own is for them to look at."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("HOME", str(here.state.parent))
    (inside,) = look_at_folders(here)
    assert inside.state is State.NOT_CHECKED
    assert "except to administrators" in inside.message
    monkeypatch.setenv("HOME", str(here.state.parent / "another"))
    (outside,) = look_at_folders(here)
    assert outside.state is State.WARNING
    assert str(here.config) in outside.message


def test_a_file_in_place_of_a_folder_is_a_problem(here: Places) -> None:
    """The next run could not go on."""
    here.runs.rmdir()
    here.runs.write_text("")
    (check,) = look_at_folders(here)
    assert check.outcome is Outcome.MACHINE


def test_a_folder_of_somebody_elses_is_a_problem(here: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a run as root."""
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    checks = list(look_at_folders(here))
    assert {check.outcome for check in checks} == {Outcome.MACHINE}
    assert all("belongs to somebody else" in check.message for check in checks)


@pytest.mark.parametrize(
    ("free", "state"), [(10_000_000, "problem"), (200_000_000, "warning"), (5_000_000_000, "ok")]
)
def test_a_disk_that_fills_up_is_told_in_time(
    here: Places, monkeypatch: pytest.MonkeyPatch, free: int, state: str
) -> None:
    """Without room for a run it is a problem, with room for a few a warning."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Disk(10**10, 0, free))
    assert states(look_at_disk(here)) == [("Disk", state)]


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("Fri, 20 Nov 2026 04:01:00 GMT", "ok"),
        ("Fri, 20 Nov 2026 04:30:00 GMT", "warning"),
        ("Fri, 20 Nov 2026 17:00:00 GMT", "problem"),  # tomorrow, in Malaysia
        ("Thu, 20 Nov 2025 04:00:00 GMT", "problem"),
        ("", "not_checked"),
        ("soon", "not_checked"),
    ],
)
def test_a_clock_is_held_against_the_portals(told: str, state: str) -> None:
    """Minutes are a warning; another day in Malaysia is a problem, because months and due dates hang on it."""
    assert states([compared(NOW, told)]) == [("Clock", state)]


def test_a_date_that_is_set_by_hand_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """ASSIST_BOT_NOW counts on a practice portal only."""
    monkeypatch.setenv("ASSIST_BOT_NOW", "2026-11-20")
    zone, moment = look_at_time("http://127.0.0.1/employer/login", None)
    assert (zone.state, moment.state) == (State.OK, State.WARNING)
    assert "20 November 2026, 10:00" in zone.message
    monkeypatch.setenv("ASSIST_BOT_NOW", "soon")
    (broken,) = guarded("Clock", lambda: look_at_time("http://127.0.0.1/employer/login", None))
    assert broken.outcome is Outcome.MACHINE


def test_everything_wrong_with_a_profile_is_a_check_of_its_own(tmp_path: Path) -> None:
    """With its key and an example."""
    path = write_profile(tmp_path, TODAY, REAL.url, postcode='"4600"', salary='"lots"')
    household = Household()
    checks = list(look_at_profile(household, path, TODAY))
    assert {check.outcome for check in checks} == {Outcome.MEND_PROFILE}
    assert [check.message.split()[0] for check in checks[1:]] == [
        "employer.address.postcode",
        "employee[1].salary",
    ]
    assert household.profile is None


def test_papers_and_permits_are_warned_of_before_they_stop_anything(tmp_path: Path) -> None:
    """A paper that is gone, and a permit that soon runs out; only registering needs the paper."""
    path = write_profile(tmp_path, TODAY, REAL.url)
    (tmp_path / "papers" / "permit.pdf").unlink()
    checks = list(look_at_profile(Household(), path, date(2026, 11, 20)))
    assert ("Papers", "warning") in states(checks)
    (paper,) = [check for check in checks if check.name == "Papers"]
    assert "It is needed to register, not to pay." in paper.remedy
    expiry = load(path, "pay", TODAY).profile.employees[0].work_permit.expiry
    soon = [check.message for check in look_at_profile(Household(), path, expiry - timedelta(days=9))]
    assert any("in 9 days" in message for message in soon)


def test_own_words_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    """As a run would: exit code 3. Without such a file there is nothing to tell."""
    file = tmp_path / "words.toml"
    assert not list(look_at_own_words(file))
    file.write_text('["My Sites"]\nenglish = ["All Sites"]\n')
    assert states(look_at_own_words(file)) == [("Own words", "ok")]
    file.write_text("My Sites = All Sites")
    (broken,) = guarded("Own words", lambda: look_at_own_words(file))
    assert broken.outcome is Outcome.MEND_PROFILE


@pytest.mark.parametrize(
    ("store", "state"),
    [(MemoryStore, "ok"), (LockedStore, "warning"), (NoStore, "warning"), (null.Keyring, "warning")],
)
def test_the_credential_store_is_only_asked(store: type, state: str) -> None:
    """One that works, one that is locked, one that is not there, one that keeps nothing; nothing is written."""
    back_end = store()
    keyring.set_keyring(back_end)
    assert states(look_at_store("someone@example.com")) == [("Credential store", state)]
    assert getattr(back_end, "writes", 0) == 0


def test_a_password_is_told_of_and_never_told(tmp_path: Path) -> None:
    """Where it comes from, or how to give one; and so is where a new one and the security answer would be kept."""
    store = MemoryStore()
    keyring.set_keyring(store)
    profile = load(write_profile(tmp_path, TODAY, REAL.url), "pay", TODAY).profile
    without, new, answer = look_at_secrets(profile, tmp_path)
    assert without.outcome is Outcome.CREDENTIALS
    store.kept["assist-bot", profile.portal.portal_id] = "Horse-42"
    assert (new.name, answer.name) == ("New password", "Security answer")
    stored, new, answer = look_at_secrets(profile, tmp_path)
    assert {each.state for each in (stored, new, answer)} == {State.OK}
    assert "the credential store" in stored.message
    assert "Horse-42" not in str(stored)
    assert store.writes == 0


def test_the_record_is_looked_through_and_left_as_it_is(here: Places) -> None:
    """No record, a draft that waits, an open doubt, one that is damaged."""
    assert states(look_at_record(here, EMPLOYER)) == [("Record", "ok")]
    with Ledger.open(here.ledger) as ledger:
        ledger.drafted(EMPLOYER, checked())
    before = files_in(here.state)
    whole, half_way = look_at_record(here, EMPLOYER)
    assert whole.state is State.OK
    assert f"{OCTOBER.name} is begun and not paid (drafted)." in half_way.message
    assert files_in(here.state) == before
    with Ledger.open(here.ledger) as ledger, pytest.raises(OutcomeUnknown):
        lose_the_answer(ledger)
    assert "its answer is not known" in [*look_at_record(here, EMPLOYER)][-1].message
    here.ledger.write_bytes(b"not a ledger at all" * 100)
    (damaged,) = guarded("Record", lambda: look_at_record(here, EMPLOYER))
    assert damaged.outcome is Outcome.MACHINE


@pytest.mark.parametrize(
    ("answer", "portal", "certificate"),
    [
        (FirstAnswer(200, certificate_ends=NOW + timedelta(days=90)), "ok", "ok"),
        (FirstAnswer(200, certificate_ends=NOW + timedelta(days=5)), "ok", "warning"),
        (FirstAnswer(503, certificate_ends=NOW + timedelta(days=90)), "problem", "ok"),
        (FirstAnswer(200, certificate_ends=NOW + timedelta(days=90), unguarded="refused"), "problem", "ok"),
        (FirstAnswer(trouble="ERR_CERT_COMMON_NAME_INVALID"), "problem", "problem"),
        (FirstAnswer(trouble="ERR_CERT_DATE_INVALID"), "problem", "problem"),
        (FirstAnswer(trouble="ERR_NAME_NOT_RESOLVED"), "problem", "not_checked"),
    ],
)
def test_the_first_answer_tells_of_portal_and_certificate(
    answer: FirstAnswer, portal: str, certificate: str
) -> None:
    """A certificate that the browser does not accept is a warning not to type a password."""
    checks = [answered(REAL, answer), certified(REAL, answer, NOW)]
    assert states(checks) == [("Portal", portal), ("Certificate", certificate)]
    assert ("Type no password" in checks[1].remedy) is answer.trouble.startswith("ERR_CERT")


def test_a_closed_door_is_no_problem_where_the_browser_gets_in() -> None:
    """As behind a proxy; without an answer it is one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    access = PortalAccess(url=f"http://127.0.0.1:{port}/employer/login", portal_id="someone@example.com")
    reached = dict(states(look_at_network(access, FirstAnswer(200))))
    assert (reached["Portal's name"], reached["Connection"], reached["Portal"]) == ("ok", "warning", "ok")
    away = dict(states(look_at_network(access, FirstAnswer(trouble="ERR_CONNECTION_REFUSED"))))
    assert (away["Connection"], away["Portal"]) == ("problem", "problem")
    unasked = dict(states(look_at_network(access, None)))
    assert (unasked["Portal"], unasked["Certificate"]) == ("not_checked", "not_checked")


def test_a_paper_that_is_gone_or_was_changed_is_told(here: Places) -> None:
    """Each with its path, and with how it is had again; as they were kept, all of them are one line."""
    kept = (
        (PaperKind.RECEIPT, "2026-10", "2026/2026-10 SOCSO receipt RM32.60.pdf"),
        (PaperKind.SLIP, "2026-10", "2026/2026-10 SOCSO slip ACR1.pdf"),
        (PaperKind.LETTER, "", "2026/2026-11-27 SOCSO registration letter.pdf"),
    )
    (here.documents / "2026").mkdir()
    with Ledger.open(here.ledger) as ledger:
        for kind, month, file in kept:
            (here.documents / file).write_bytes(file.encode())
            ledger.paper_kept(KeptPaper(EMPLOYER, kind, month, "1", "", file, fingerprint(file.encode())))
    assert states(look_at_record(here, EMPLOYER)) == [("Record", "ok"), ("Papers", "ok")]
    receipt, slip, letter = (here.documents / file for *_, file in kept)
    receipt.unlink()
    slip.write_bytes(b"changed")
    letter.rename(letter.with_name("mine.pdf"))
    checks = [check for check in look_at_record(here, EMPLOYER) if check.name == "Papers"]
    assert states(checks) == [("Papers", "warning")] * 3
    assert [
        str(path) in check.message for path, check in zip((receipt, slip, letter), checks, strict=True)
    ] == [True] * 3
    assert "changed" in checks[1].message
    assert "pay --month 2026-10 --check" in checks[0].remedy
    assert "register" in checks[2].remedy
