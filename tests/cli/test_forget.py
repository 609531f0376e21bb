"""`assist-bot forget`: what there is of an employee is named, asked about and gone; some of it on another word."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import keyring
import pytest

from assist_bot.cli.forgetting import command
from assist_bot.ledger import KeptPaper, Ledger, PaperKind
from assist_bot.places import Places, holding_the_lock, prepare
from assist_bot.profile import Whom, read_table, whom_in
from tests.cli.file_store import WHERE, FileStore
from tests.cli.home import PROJECT
from tests.people import write_profile
from tests.unit.keyrings import LockedStore, NoStore
from tests.unit.ledger.acts import pay, submit
from tests.unit.owing import EMPLOYER, OCTOBER, employee, plan, second_employee

SITI = "SITI AMINAH"
DEWI = """
[[employee]]
name = "DEWI LESTARI"
passport = { number = "C7654321", expiry = 2030-04-30 }
nationality = "Indonesia"
date_of_birth = 1990-03-12
gender = "female"
employment_start = 2026-11-01
salary = "1700.00"
work_permit = { number = "PE7654321", start = 2026-02-01, expiry = 2027-01-31 }
"""
EVIDENCE = ("runs/2026-11-01T10-00-00-pay", "runs/2026-11-02T10-00-00-register-dry-run")
KEPT = ("documents/2026-10 SOCSO receipt RM32.60.pdf", "documents/Letter of acknowledgement.pdf")
PAPERS = ("lampiran-c", "next-of-kin", "passport", "permit")


@dataclass(frozen=True)
class Said:
    """What the person reads, and the exit code."""

    code: int
    text: str
    stdout: str


Forget = Callable[..., Said]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Give the computer of a household that registered, and paid October for its only employee."""
    home = tmp_path / "home"
    here = Places(home, home)
    prepare(here)
    monkeypatch.setenv("ASSIST_BOT_HOME", str(home))
    monkeypatch.setenv(WHERE, str(home / "store.json"))
    keyring.set_keyring(FileStore())
    keyring.set_password("assist-bot", EMPLOYER, "Right-Horse-9")
    keyring.set_password("assist-bot", f"{EMPLOYER}#security-answer", "Tompok")
    write_profile(home, date(2026, 11, 20), "https://assist.perkeso.gov.my/employer/login")
    with Ledger.open(here.ledger, run_folder=home / EVIDENCE[0]) as ledger:
        submit(ledger)
        pay(ledger)
    for run in EVIDENCE:
        (home / run).mkdir()
        for name in ("journal.jsonl", "001-home.png", "stop.zip", "Borang SIP 1.pdf"):
            (home / run / name).write_text(SITI)
    for name in (*KEPT, "assist-bot.log", "assist-bot.2026-11-01.log"):
        (home / name).write_text(SITI)
    (here.proofs / "SOCSO proof 2026-10 to 2026-10 SITI AMINAH.pdf").write_text(SITI)
    here.own_words.write_text('["My Sites"]\nenglish = ["Sites"]\n')
    here.seen_words.write_text("{}")
    return here


@pytest.fixture
def forget(here: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Forget:
    """Run the command with what the person types."""
    assert here.profile.exists()

    def run(*typed: str, employee: str = "", ask: bool = True, as_json: bool = False) -> Said:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        with pytest.raises(SystemExit) as left:
            command(employee, None, ask=ask, as_json=as_json)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert isinstance(left.value.code, int)
        return Said(left.value.code, " ".join(f"{err} {out}".split()), out)

    return run


def tree(folder: Path) -> dict[str, bytes]:
    """Give all that is on the disk; the lock, which is held and let go, aside."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "lock"
    }


def store(here: Places) -> Mapping[str, str]:
    """Give what the credential store holds."""
    kept: dict[str, str] = json.loads((here.state / "store.json").read_text())
    return kept


def on_record(here: Places) -> list[str]:
    """Give whom the record names, by month."""
    with Ledger.open(here.ledger, read_only=True) as ledger:
        return [
            f"{entry.month} {line['employee']}"
            for entry in ledger.entries()
            for line in json.loads(entry.lines)
        ]


def test_everything_of_her_goes_on_the_first_word_and_what_is_to_be_kept_stays(
    here: Places, forget: Forget
) -> None:
    """Evidence, log, credentials and her part of the profile; the receipts and the record wait for another word."""
    said = forget("siti  aminah", "")
    assert said.code == 0
    left = tree(here.state)
    assert sorted(left) == sorted(
        [
            *(*KEPT, "ledger.sqlite", "profile.toml", "seen_words.json", "store.json", "words.toml"),
            *(f"papers/{name}.pdf" for name in ("borang-1", "ic", *PAPERS)),
        ]
    )
    assert store(here) == {}
    assert whom_in(read_table(here.profile)) == []
    assert on_record(here) == [f"2026-10 {SITI}"]
    assert f"{SITI} is forgotten on this computer" in said.text
    assert "Her receipts, letters and lines in the record were kept." in said.text


def test_what_will_go_and_what_stays_is_named_before_anything_is_asked(here: Places, forget: Forget) -> None:
    """Folders, files, secrets by what they are; papers by their paths; no number but its end, and no secret."""
    original = here.config / "papers" / "passport (original, before shrinking).pdf"
    original.write_bytes(b"larger")
    said = forget("no")
    for named in (
        *(
            f"{here.proofs}: what `assist-bot proof` made (1)",
            str(here.runs),
            "all runs (2)",
            str(here.log_file),
            f"{here.profile}: her [[employee]]",
        ),
        f"the credential store: the password and the answer to the security question of {EMPLOYER}",
        *(str(here.config / "papers" / f"{name}.pdf") for name in PAPERS),
        str(original),
        *("Forgot Password?", "(passport …4567)", "about which you are asked next"),
    ):
        assert named in said.text, named
    assert str(here.config / "papers" / "ic.pdf") not in said.text  # the employer's own
    assert not [
        secret for secret in ("Right-Horse-9", "Tompok", "C1234567", "PE1234567") if secret in said.text
    ]


def test_on_the_second_word_receipts_letters_and_record_go_too(here: Places, forget: Forget) -> None:
    """It is asked for by itself, after what SOCSO says of it; then nothing of her is in any file of the program."""
    said = forget(SITI, "Seven Years")
    assert said.code == 0
    assert (
        "SOCSO tells employers to keep the records of an employee for seven years from the last entry."
        in said.text
    )
    assert all(Path(name).name in said.text for name in KEPT)
    assert "went too" in said.text
    assert on_record(here) == []
    left = tree(here.state)
    assert not [name for name in left if name.startswith(("runs/", "documents/"))]
    named = [name for name, data in left.items() if SITI.encode() in data or b"C1234567" in data]
    assert [name for name in named if not name.startswith("papers/")] == []


@pytest.mark.parametrize("typed", ["", "yes", "SITI", "FORGET", "SEVEN YEARS"])
def test_any_other_word_removes_nothing(here: Places, forget: Forget, typed: str) -> None:
    """Not even a yes: exit code 6."""
    before = tree(here.state)
    said = forget(typed, "SEVEN YEARS")
    assert said.code == 6
    assert "nothing was removed" in said.text
    assert tree(here.state) == before


@pytest.mark.parametrize("typed", ["yes", "SITI AMINAH", "SEVEN"])
def test_anything_but_the_second_word_keeps_what_is_to_be_kept(
    here: Places, forget: Forget, typed: str
) -> None:
    """What was agreed to first goes all the same."""
    assert forget(SITI, typed).code == 0
    assert all((here.state / name).exists() for name in KEPT)
    assert on_record(here) == [f"2026-10 {SITI}"]
    assert not list(here.runs.iterdir())


def test_where_nobody_can_answer_nothing_is_guessed(here: Places, forget: Forget) -> None:
    """--json, --no-input and a closed stdin are exit code 8, and nothing is removed."""
    before = tree(here.state)
    for said in (forget(), forget(SITI, ask=False), forget(SITI, ask=False, as_json=True)):
        assert said.code == 8
        assert "nothing was removed" in said.text
    result = json.loads(said.stdout)
    assert (result["outcome"], result["exit_code"]) == ("waiting", 8)
    assert tree(here.state) == before


def test_with_others_in_the_profile_only_what_is_hers_goes(here: Places, forget: Forget) -> None:
    """The household's password stays, and what is about others too: November was paid for both."""
    here.profile.write_text(here.profile.read_text().replace("[documents]", f"{DEWI}\n[documents]", 1))
    november = OCTOBER.next()
    receipt = here.documents / f"{november} SOCSO receipt RM69.70.pdf"
    receipt.write_text("both")
    with Ledger.open(here.ledger) as ledger:
        ledger.planned(EMPLOYER, plan(employee(), second_employee(), month=november))
        ledger.settled_by_hand(EMPLOYER, november, "R2")
    said = forget(SITI, "SEVEN YEARS", employee="4567")
    assert said.code == 0
    assert "it is the household's" in said.text
    assert len(store(here)) == 2
    assert on_record(here) == [f"{november} DEWI LESTARI"]
    assert sorted(path.name for path in here.documents.iterdir()) == sorted(
        [receipt.name, Path(KEPT[1]).name]
    )
    assert whom_in(read_table(here.profile)) == [Whom("DEWI LESTARI", "4321")]
    assert "form_2_employee" in here.profile.read_text()  # Dewi's, from now on
    assert not [paper for paper in PAPERS if f"{paper}.pdf" in said.text]


def test_papers_of_hers_leave_the_folders_of_the_years_and_the_record(here: Places, forget: Forget) -> None:
    """So that `doctor` does not miss later what was forgotten."""
    receipt = here.documents / "2026" / "2026-10 SOCSO receipt RM32.60.pdf"
    receipt.parent.mkdir()
    receipt.write_bytes(b"hers")
    kept = KeptPaper(EMPLOYER, PaperKind.RECEIPT, "2026-10", "R123", "", f"2026/{receipt.name}", "aa")
    with Ledger.open(here.ledger) as ledger:
        ledger.paper_kept(kept)
    assert f"2026/{receipt.name}" in forget(SITI, "").text
    with Ledger.open(here.ledger, read_only=True) as ledger:
        assert ledger.papers() == (kept,)
    here.profile.write_text(f"{here.profile.read_text()}{DEWI}")
    assert forget("SITI AMINAH", "SEVEN YEARS", employee=SITI).code == 0
    assert not receipt.exists()
    with Ledger.open(here.ledger, read_only=True) as ledger:
        assert ledger.papers() == ()


def test_who_is_meant_is_asked_rather_than_guessed(here: Places, forget: Forget) -> None:
    """Of two, and of one who is not there: those who are known are named."""
    here.profile.write_text(here.profile.read_text().replace("[documents]", f"{DEWI}\n[documents]", 1))
    before = tree(here.state)
    for name in ("", "AMINAH", "0000", "-"):
        said = forget("SITI AMINAH", employee=name)
        assert said.code == 6
        assert f"{SITI} (passport …4567), DEWI LESTARI (passport …4321)" in said.text
    assert tree(here.state) == before


def test_one_who_is_in_the_record_only_can_be_forgotten(here: Places, forget: Forget) -> None:
    """The person took her out of the profile before."""
    text = here.profile.read_text()
    begin, end = text.index("[[employee]]"), text.index("[documents]")
    here.profile.write_text(f"{text[:begin]}{DEWI}\n{text[end:]}")
    assert forget(SITI, "SEVEN YEARS", employee=SITI).code == 0
    assert on_record(here) == []
    assert whom_in(read_table(here.profile)) == [Whom("DEWI LESTARI", "4321")]


def test_she_is_the_same_as_the_portal_writes_her_and_with_an_earlier_passport(
    here: Places, forget: Forget
) -> None:
    """By the end of the number, or by the name; all of it is hers."""
    as_written = employee(name="SITI AMINAH BINTI ALI")
    earlier = employee(passport={"number": "B7770001", "expiry": date(2026, 1, 31)})
    with Ledger.open(here.ledger) as ledger:
        for month, person in ((OCTOBER.next(), as_written), (OCTOBER.next().next(), earlier)):
            ledger.planned(EMPLOYER, plan(person, month=month))
    said = forget(SITI, "SEVEN YEARS", employee="4567")
    assert said.code == 0
    assert "what is begun and not paid for 2026-11, 2026-12: see to it at the portal" in said.text
    assert on_record(here) == []


def test_while_something_is_in_doubt_nothing_is_removed(here: Places, forget: Forget) -> None:
    """The pictures may be what proves it: how to find out is told."""
    with Ledger.open(here.ledger) as ledger:
        ledger.planned(EMPLOYER, plan(month=OCTOBER.next()))
        with pytest.raises(Exception, match="not known"), ledger.registering(EMPLOYER):
            raise KeyboardInterrupt
    before = tree(here.state)
    said = forget(SITI, "SEVEN YEARS")
    assert said.code == 6
    assert "Run `assist-bot register` first" in said.text
    assert tree(here.state) == before


def test_a_run_at_work_keeps_its_folder(here: Places, forget: Forget) -> None:
    """Exit code 8: another run holds the lock."""
    with holding_the_lock(here, "pay"):
        said = forget(SITI, "SEVEN YEARS")
    assert said.code == 8
    assert "Another run holds the lock" in said.text
    assert (here.state / EVIDENCE[0] / "journal.jsonl").exists()


def test_a_locked_store_is_told_before_anything_is_asked(here: Places, forget: Forget) -> None:
    """Exit code 4; without any store the rest can be forgotten."""
    before = tree(here.state)
    keyring.set_keyring(LockedStore())
    assert forget(SITI, "").code == 4
    assert tree(here.state) == before
    keyring.set_keyring(NoStore())
    said = forget(SITI, "")
    assert said.code == 0
    assert "credential store" not in said.text
    assert not list(here.runs.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork there")
def test_one_that_is_killed_at_any_moment_is_finished_by_the_next_without_a_question(
    here: Places, tmp_path: Path, forget: Forget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the first thing is removed nothing has happened; after that the end is the same as without the kill."""
    copies = tmp_path / "copies"
    copies.mkdir()
    script = [sys.executable, "-m", "tests.cli.killed_forget", str(here.state), str(copies)]
    subprocess.run(script, cwd=PROJECT, check=True, capture_output=True)
    *killed, whole = sorted(copies.iterdir())
    expected = settled(whole)
    assert len(killed) > 20
    began = [home for home in killed if (home / "forgetting.json").exists()]
    for home in killed:
        monkeypatch.setenv("ASSIST_BOT_HOME", str(home))
        monkeypatch.setenv(WHERE, str(home / "store.json"))
        keyring.set_keyring(FileStore())
        if home in began:
            said = forget(ask=False)
            assert (said.code, "it is finished now" in said.text) == (0, True), said
            assert settled(home) == expected
        else:
            forget(ask=False)  # takes half-written files away
            assert settled(home) in (settled(here.state), expected)
    assert len(began) > 10


def settled(home: Path) -> dict[str, object]:
    """Give what is on the disk, the record as what it says."""
    there = Places(home, home)
    files: dict[str, object] = {
        name: data for name, data in tree(home).items() if not name.startswith("ledger.sqlite")
    }
    return {**files, "record": on_record(there)}


def test_a_run_reminds_of_one_that_was_cut_off(here: Places) -> None:
    """Until it is finished."""
    here.forgetting.write_text(
        json.dumps({"employee": SITI, "passport_ends_in": "4567", "everything": False})
    )
    script = [sys.executable, "-m", "assist_bot", "pay", "--month", "2026-09", "--receipt", "R1"]
    ran = subprocess.run(script, cwd=PROJECT, check=True, capture_output=True, text=True)
    assert "`assist-bot forget` finishes it." in " ".join(ran.stderr.split())


def test_the_forms_about_employees_go_and_the_households_own_stay(here: Places, forget: Forget) -> None:
    """They are named before; the blanks are nobody's."""
    here.forms.mkdir()
    here.blanks.mkdir()
    hers = ("3 Lampiran C SITI AMINAH.pdf", "4 Orang Tanggungan SITI AMINAH - check.html")
    for name in (*hers, "2 Borang 1.pdf"):
        (here.forms / name).write_text(SITI)
    (here.blanks / "Lampiran C.pdf").write_text("blank")
    said = forget(SITI, "")
    assert f"{here.forms}: forms filled in or ready to copy about an employee (2)" in said.text
    assert [path.name for path in here.forms.iterdir()] == ["2 Borang 1.pdf"]
    assert (here.blanks / "Lampiran C.pdf").exists()
