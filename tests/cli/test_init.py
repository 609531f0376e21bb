"""`assist-bot init`: a household answers, errs, goes back, leaves and comes again; what is on screen and on disk."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import keyring
import pytest
from fpdf import FPDF
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assist_bot.cli import forgetting
from assist_bot.cli.interviewing import command
from assist_bot.interview.fields import patterns
from assist_bot.interview.questions import LEFT_OUT, QUESTIONS
from assist_bot.places import Places, prepare
from assist_bot.profile import example_text, load
from assist_bot.profile.changing import change
from tests.cli.file_store import WHERE, FileStore
from tests.cli.home import PROJECT
from tests.passports import lines
from tests.people import write_profile

PORTAL = "https://assist.perkeso.gov.my/employer/login"
HOUSEHOLD = {
    "Your full name": "TAN MEI LING",
    "Your MyKad number": "850101-14-5566",
    "Your e-mail address": "tan@example.my",
    "Your mobile number": "012-345 6789",
    "House, street": "12 JALAN MERANTI; TAMAN DAMAI",
    "Postcode": "46000",
    "City": "PETALING JAYA",
    "office in charge": "Pejabat PERKESO Petaling Jaya",
    "employee's full name": "SITI AMINAH",
    "Her passport number": "C1234567",
    "her passport expires": "30/04/2040",
    "Her nationality": "Indonesia",
    "Her date of birth": "12 MAR 1990",
    "Female or male": "f",
    "number of her work permit": "PE1234567",
    "first day on which the work permit": "1.2.2026",
    "work permit expires": "31 January 2040",
    "first day of work": "2025-02-01",
    "Her salary": "RM1,500",
}
"""What a household types; everything else is left to Enter."""


@dataclass
class Householder(io.TextIOBase):
    """Reads the screen and types: for each question its answers in turn, and Enter where there is none (any more)."""

    screen: pytest.CaptureFixture[str]
    answers: dict[str, list[str]]
    seen: str = ""
    typed: int = 0
    leaves_at: str = "\0"
    asked: list[str] = field(default_factory=list)

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]  # only input() calls it
        """Answer the question that the screen shows last; leaving looks like the end of what is typed."""
        out, err = self.screen.readouterr()
        self.seen += out + err
        question = re.split(r"\n(?=\d+ of \d+\. |That is all|Do you employ|SOCSO's form asks)", self.seen)[-1]
        self.asked.append(question)
        self.typed += 1
        if self.leaves_at in question or self.typed > 300:
            return ""
        known = next((key for key in self.answers if key in question and self.answers[key]), None)
        return f"{self.answers[known].pop(0) if known else ''}\n"


@dataclass(frozen=True)
class Home:
    """A household's computer."""

    here: Places
    screen: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def init(self, answers: dict[str, Any], leaves_at: str = "\0") -> tuple[int, str]:
        """Run it with a person who answers; give the exit code and the screen."""
        given = {key: [one] if isinstance(one, str) else list(one) for key, one in answers.items()}
        person = Householder(self.screen, given, leaves_at=leaves_at)
        self.monkeypatch.setattr("sys.stdin", person)
        with pytest.raises(SystemExit) as left:
            command(None)
        out, err = self.screen.readouterr()
        assert "Traceback" not in err
        assert isinstance(left.value.code, int)
        return left.value.code, person.seen + err + out

    @property
    def profile(self) -> dict[str, Any]:
        """The profile as it stands."""
        return tomllib.loads(self.here.profile.read_text("utf-8"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Home:
    """Give a computer with a credential store, and nothing of this program on it."""
    monkeypatch.setenv("ASSIST_BOT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv(WHERE, str(tmp_path / "store.json"))
    keyring.set_keyring(FileStore())
    here = Places(tmp_path / "home", tmp_path / "home")
    prepare(here)
    return Home(here, capsys, monkeypatch)


def test_a_household_gets_a_sound_and_commented_profile_and_hears_what_comes_next(home: Home) -> None:
    """Every answer as it was meant; the portal ID and the state were offered; the password is in the store only."""
    code, screen = home.init({**HOUSEHOLD, "Press Enter to write it": ["", "Temp-1234"]})
    assert code == 0, screen
    profile = load(home.here.profile, "pay", date(2026, 11, 20)).profile
    (siti,) = profile.employees
    assert (profile.portal.portal_id, profile.employer.address.state) == ("tan@example.my", "SELANGOR")
    assert profile.employer.address.lines == ("12 JALAN MERANTI", "TAMAN DAMAI")
    assert (siti.passport.expiry, siti.date_of_birth) == (date(2040, 4, 30), date(1990, 3, 12))
    assert (siti.work_permit.start, siti.gender, str(siti.salary)) == (date(2026, 2, 1), "female", "1500.00")
    text = home.here.profile.read_text("utf-8")
    assert "# Her first day with this household." in text
    assert '# fax = "+60 3-7956 1235"' in text
    assert keyring.get_password("assist-bot", "tan@example.my") == "Temp-1234"
    assert "Temp-1234" not in text + screen
    assert "Next: `assist-bot prepare`" in screen
    assert "`assist-bot register --dry-run`" in screen
    assert home.here.profile.stat().st_mode & 0o777 == 0o600
    assert not home.here.interview.exists()


def test_the_password_can_wait(home: Home) -> None:
    """Enter skips it; then it is said what is to be done until it comes."""
    code, screen = home.init(HOUSEHOLD)
    assert code == 0
    assert "`assist-bot credentials set`" in screen
    assert keyring.get_password("assist-bot", "tan@example.my") is None


WRONG = {
    "Your MyKad number": ("12", "is not a MyKad number", "850101-14-5566"),
    "Your e-mail address": ("tan", "is not an e-mail address", "someone@example.com"),
    "Postcode": ("460", "is not a postcode: five digits", "46000"),
    "State": ("JOHOR", "does not fit the postcode 46000", "SELANGOR"),
    "employee's full name": ("Tan Mei Ling", "is the employee's name too", "SITI AMINAH"),
    "Her nationality": ("Malaysia", "only foreign employees", "Indonesia"),
    "Her date of birth": ("31/02/1990", "is not a date that exists", "12 March 1990"),
    "Female or male": ("x", 'is to be "female" or "male"', "female"),
    "work permit expires": ("31/01/2025", "is not after the permit's start", "31 January 2027"),
    "scan of her passport": ("nowhere.pdf", "is not there", "papers/passport.pdf"),
    "Her first day of work": ("1/1/1980", "is not after the date of birth", "1 February 2025"),
    "Her salary": ("lots", "is not an amount in ringgit", "1500.00"),
}


def test_a_wrong_answer_is_told_with_an_example_and_asked_again(home: Home) -> None:
    """By the profile's own rules, each at its question; nothing that was answered before is lost."""
    right = {key: [HOUSEHOLD[key]] if key in HOUSEHOLD else [""] for key in {**HOUSEHOLD, **WRONG}}
    right["first day of work"] = ["1/1/1980", HOUSEHOLD["first day of work"]]
    wrong = {key: [one, *right[key]] for key, (one, _, _) in WRONG.items() if key != "Her first day of work"}
    code, screen = home.init({**right, **wrong})
    assert code == 0, screen
    said = re.findall(r"That is not right: it (.*)", screen)
    assert len(said) == len(WRONG)
    for _, why, example in WRONG.values():
        assert any(why in line and f"For example: {example}" in line for line in said), why


def test_what_is_needed_cannot_be_skipped(home: Home) -> None:
    """Enter at a question that has no offer."""
    code, screen = home.init({**HOUSEHOLD, "Your mobile number": ["", "-", "012-345 6789"]})
    assert code == 0
    assert screen.count("This one is needed, for example: +60 12-345 6789") == 2


def test_without_a_mykad_the_passport_is_asked_for(home: Home) -> None:
    """And is needed then."""
    code, screen = home.init(
        {**HOUSEHOLD, "Your MyKad number": "", "Your own passport number": ["", "A7654321"]}
    )
    assert code == 0, screen
    assert "mykad" not in home.profile["employer"]
    assert home.profile["employer"]["passport"] == "A7654321"
    assert "one of the two is needed" in screen


def test_one_can_go_back_and_answer_otherwise(home: Home) -> None:
    """< offers the last answer again, also after the last question."""
    back = {**HOUSEHOLD, "City": ["SHAH ALAM"], "State": ["<"], "Press Enter to write it": ["<"]}
    code, screen = home.init({**back, "City": ["SHAH ALAM", "PETALING JAYA"]})
    assert code == 0
    assert "Enter takes, as you answered before: SHAH ALAM" in screen
    assert home.profile["employer"]["address"]["city"] == "PETALING JAYA"
    assert screen.count("That is all.") == 2


def test_who_is_not_there_any_more_is_asked_on_from_the_same_place(home: Home) -> None:
    """Exit code 8; the answers are in a private file, and told when it goes on; the profile comes only at the end."""
    code, screen = home.init(HOUSEHOLD, leaves_at="Her date of birth")
    assert (code, home.here.profile.exists()) == (8, False)
    assert "it goes on from there" in screen
    assert home.here.interview.stat().st_mode & 0o777 == 0o600
    assert home.here.interview in home.here.own_things
    code, screen = home.init({key: HOUSEHOLD[key] for key in list(HOUSEHOLD)[12:]})
    assert code == 0, screen
    assert "Her passport number: ••••••••4567" in screen
    assert re.findall(r"\d+ of \d+\. .*", screen)[0].endswith("Her date of birth")
    assert home.profile["employee"][0]["passport"]["number"] == "C1234567"


def test_run_again_with_enter_everywhere_changes_not_a_byte(home: Home) -> None:
    """What was written by hand in between stays, whatever it is."""
    write_profile(home.here.config, date(2026, 11, 20), PORTAL, tail='[wages] # mine\n"2026-10" = "1620.00"')
    before = home.here.profile.read_bytes()
    code, screen = home.init({})
    assert code == 0, screen
    assert "Enter keeps: ••••••••4567" in screen
    assert "C1234567" not in screen
    assert home.here.profile.read_bytes() == before


def test_run_again_only_what_is_answered_differently_changes(home: Home) -> None:
    """One line of the file, with its comment; what is taken out is gone; a paper of her own comes beside the rest."""
    home.here.profile.write_text(example_text(), "utf-8")
    scan = home.here.config / "permit.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n IEND")
    answers = {"office in charge": "Pejabat PERKESO Shah Alam", "scan of her work permit": str(scan)}
    code, screen = home.init({**answers, "the bank from which": "-", "The bank from which": ""})
    assert code == 0, screen
    before, after = example_text().splitlines(), home.here.profile.read_text("utf-8").splitlines()
    gone, new = [line for line in before if line not in after], [line for line in after if line not in before]
    assert [line.partition(" =")[0] for line in gone] == ["socso_office"]
    assert [line.partition(" =")[0] for line in new] == [
        "socso_office",
        "[employee.documents]",
        "work_permit_copy",
    ]
    assert "# as the portal lists it" in new[0]


def test_a_household_that_moves_is_led_from_the_postcode_to_the_state(home: Home) -> None:
    """The old state does not stand in the new postcode's way, and cannot stay."""
    write_profile(home.here.config, date(2026, 11, 20), PORTAL)
    code, screen = home.init({"Postcode\n": "80000", "City\n": "JOHOR BAHRU", "State": ["", "JOHOR"]})
    assert code == 0, screen
    assert "does not fit the postcode 80000, which belongs to JOHOR" in screen
    assert home.profile["employer"]["address"]["state"] == "JOHOR"


def test_one_can_go_straight_to_what_is_needed(home: Home) -> None:
    """> leaves what can wait and what is there: of an existing profile nothing more is asked."""
    write_profile(home.here.config, date(2026, 11, 20), PORTAL)
    code, screen = home.init({"Your full name": "TAN MEI LIN", "Your MyKad number": ">"})
    assert code == 0
    assert len(re.findall(r"\d+ of \d+\. ", screen)) == 2
    assert home.profile["employer"]["name"] == "TAN MEI LIN"


def test_going_straight_to_what_is_needed_asks_for_all_of_it(home: Home) -> None:
    """From the first question of a new profile on: MyKad or passport too, and the profile is sound in the end."""
    answers = {**HOUSEHOLD, "Your full name": [">", "TAN MEI LING"], "City\n": HOUSEHOLD["City"]}
    code, screen = home.init(answers)
    assert code == 0, screen
    assert not re.findall(r"\d+ of \d+\. Where is", screen)
    assert home.profile["employer"]["mykad"] == "850101-14-5566"


def test_another_employee_and_her_next_of_kin_are_asked_for(home: Home) -> None:
    """Each with her own numbers; one who is in the profile already is not entered twice."""
    write_profile(home.here.config, date(2026, 11, 20), PORTAL)
    dewi = {
        **HOUSEHOLD,
        "employee's full name": ["", "DEWI LESTARI"],
        "Her passport number": ["", "C1234567", "C7654321"],
    }
    twice = {
        key: ["", one]
        for key, one in HOUSEHOLD.items()
        if key.startswith(("her", "Her", "first", "Female", "number", "work"))
    }
    answers = {**dewi, **twice, "employee's full name": ["", "DEWI LESTARI"]}
    answers["Her passport number"] = ["", "C1234567", "C7654321"]
    answers |= {"another domestic worker": ["y", ""], "depends on her: husband": ["", "y", ""]}
    answers |= {
        "Full name of the one": "AHMAD",
        "What is this person": "husb",
        "This person's date of birth": "1/7/1988",
    }
    for key in list(HOUSEHOLD)[:8]:
        answers[key] = []
    code, screen = home.init(answers)
    assert code == 0, screen
    assert "is also the number of employee[1]" in screen
    siti, dewi_now = home.profile["employee"]
    assert (siti["passport"]["number"], dewi_now["passport"]["number"]) == ("C1234567", "C7654321")
    assert dewi_now["next_of_kin"] == [
        {"name": "AHMAD", "relationship": "husband", "date_of_birth": date(1988, 7, 1)}
    ]
    assert len(load(home.here.profile, "pay", date(2026, 11, 20)).profile.employees) == 2


def test_what_stands_in_the_passports_machine_readable_lines_is_offered_and_agreed_to(home: Home) -> None:
    """Enter agrees to it; what is typed instead holds."""
    page = FPDF()
    page.add_page()
    page.set_font("Courier", size=9)
    for line in lines().splitlines():
        page.cell(0, 10, line, new_x="LMARGIN", new_y="NEXT")
    (home.here.config / "passport.pdf").write_bytes(bytes(page.output()))
    read = (
        "employee's full name",
        "Her passport number",
        "her passport expires",
        "Her nationality",
        "Female or male",
    )
    typed = {key: one for key, one in HOUSEHOLD.items() if key not in read}
    code, screen = home.init({**typed, "scan of her passport": "passport.pdf"})
    assert code == 0, screen
    assert screen.count("Its machine-readable lines were read") == 1
    assert "Enter takes, read from the passport's scan: SITI AMINAH" in screen
    (siti,) = home.profile["employee"]
    assert (siti["name"], siti["passport"]) == (
        "SITI AMINAH",
        {"number": "C1234567", "expiry": date(2030, 11, 19)},
    )
    assert (siti["nationality"], siti["gender"]) == ("Indonesia", "female")
    assert "read from the passport's scan: 21 November 1991" in screen
    assert siti["date_of_birth"] == date(1990, 3, 12)


@pytest.mark.parametrize("text", ["[employer\n", "", "\xff"])
def test_a_file_that_cannot_be_read_is_never_overwritten(home: Home, text: str) -> None:
    """Exit code 3, and it is as it was."""
    home.here.profile.write_bytes(text.encode("latin-1"))
    code, _ = home.init(HOUSEHOLD)
    assert code == 3
    assert home.here.profile.read_bytes() == text.encode("latin-1")


def test_what_comes_into_the_file_while_it_asks_is_kept(home: Home) -> None:
    """Left, edited by hand, and gone on with: only the answers are added."""
    home.init(HOUSEHOLD, leaves_at="Her date of birth")
    home.here.profile.write_text("# mine\nversion = 1\n[retention]\nevidence_days = 90 # short\n", "utf-8")
    code, screen = home.init({key: HOUSEHOLD[key] for key in list(HOUSEHOLD)[12:]})
    assert code == 0, screen
    text = home.here.profile.read_text("utf-8")
    assert "# mine" in text
    assert "evidence_days = 90 # short" in text
    assert home.profile["employer"]["name"] == "TAN MEI LING"


def test_forgetting_takes_the_answers_of_an_unfinished_one_along(home: Home) -> None:
    """They hold her numbers; what goes is named."""
    write_profile(home.here.config, date(2026, 11, 20), PORTAL)
    home.init({}, leaves_at="Her passport number")
    assert home.here.interview.exists()
    home.monkeypatch.setattr("sys.stdin", io.StringIO("SITI AMINAH\n\n"))
    with pytest.raises(SystemExit):
        forgetting.command("", None, ask=True, as_json=False)
    assert "init.json" in " ".join(home.screen.readouterr().err.split())
    assert not home.here.interview.exists()


def test_every_field_of_the_profile_is_asked_for_or_left_out_for_a_reason() -> None:
    """A new one takes a line in one of the two tables."""
    asked = [question.pattern for question in QUESTIONS]
    assert sorted([*asked, *LEFT_OUT]) == sorted(patterns())
    assert all(LEFT_OUT.values())


LINES = len(example_text().splitlines())
COMMENTS = st.lists(st.text("abc #='\"[]1é", max_size=12), min_size=LINES, max_size=LINES + 5)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        ("employer", "name"): st.text("AB '\"\\é#", min_size=1, max_size=9),
        ("employer", "telephone"): st.sampled_from(["+60 3-7956 1234", None]),
        ("employer", "address", "lines"): st.lists(st.sampled_from("AB"), min_size=1, max_size=3),
        ("employee", 0, "passport", "expiry"): st.dates(date(2030, 1, 1)),
        ("employee", 0, "documents", "passport_copy"): st.just("p.pdf"),
        ("employee", 1, "work_permit", "number"): st.just("PE1"),
        ("employee", 1, "name"): st.just("DEWI"),
        ("payment", "bank"): st.sampled_from(["CIMB", None]),
    },
)


@given(comments=COMMENTS, values=VALUES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_changed_every_comment_stays(
    tmp_path: Path, comments: list[str], values: dict[tuple[str | int, ...], Any]
) -> None:
    """Between any two lines, and at the end of a line that changes."""
    marked = [f"{line}\n# {note}" for line, note in zip(example_text().splitlines(), comments, strict=False)]
    file = tmp_path / "profile.toml"
    file.write_text("\n".join(marked) + "\n", "utf-8")
    before = sorted(re.findall(r"#.*", file.read_text("utf-8")))
    change(file, values)
    after = re.findall(r"#.*", file.read_text("utf-8"))
    gone = [line for line in before if not any(line in each for each in after)]
    assert gone == (
        ["# as the portal's Bank List calls it"] if values.get(("payment", "bank"), "") is None else []
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")
def test_a_killed_one_goes_on_where_it_was_on_a_terminal(home: Home, tmp_path: Path) -> None:
    """The real command in a terminal: killed without warning after two answers, then Ctrl-C (130)."""
    import pty  # noqa: PLC0415  there is none on Windows

    def session(typed: list[str], stop: signal.Signals) -> tuple[int, str]:
        ours, theirs = pty.openpty()
        environment = {**os.environ, "PYTHONPATH": str(PROJECT), "HOME": str(tmp_path), "TERM": "dumb"}
        program = subprocess.Popen(
            [sys.executable, "-m", "assist_bot", "init"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)
        seen = b""
        for answer in [*typed, ""]:
            end = time.monotonic() + 60
            while not seen.endswith(b"Your answer: ") and time.monotonic() < end:
                seen += os.read(ours, 4096)
            if answer:
                os.write(ours, f"{answer}\n".encode())
                seen += b"\n"
        program.send_signal(stop)
        code = program.wait(60)
        os.close(ours)
        return code, seen.decode()

    code, _ = session(["TAN MEI LING", "850101-14-5566"], signal.SIGKILL)
    assert code == -signal.SIGKILL
    kept = json.loads(home.here.interview.read_text("utf-8"))
    assert [typed for _, typed in kept[str(home.here.profile)]] == ["TAN MEI LING", "850101-14-5566"]
    code, screen = session([], signal.SIGINT)
    assert code == 130
    assert "Your MyKad number: ••••••••5566" in screen
    assert "3 of 31. Your nationality" in screen
