"""`assist-bot proof`: a file with its path, an exit code that tells whether it is whole, and no portal."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from assist_bot.cli.proving import ProofWishes, command
from assist_bot.contribution import ContributionMonth
from assist_bot.places import Places, prepare
from tests.cli.test_forget import DEWI
from tests.people import write_profile
from tests.unit.proving import keep_letter, keep_receipt, pages_of, pay

OCTOBER = ContributionMonth(2026, 10)
JUST_OCTOBER = ProofWishes("2026-10", "2026-10")


class Said(NamedTuple):
    """What the person reads, and the exit code."""

    code: int
    text: str
    stdout: str


Prove = Callable[..., Said]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Give the computer of a household that registered and paid for October."""
    here = Places(tmp_path, tmp_path)
    prepare(here)
    monkeypatch.setenv("ASSIST_BOT_HOME", str(tmp_path))
    monkeypatch.setenv("ASSIST_BOT_NOW", "2026-11-20")
    write_profile(tmp_path, date(2026, 11, 20), "https://assist.perkeso.gov.my/employer/login")
    keep_letter(here)
    pay(here, OCTOBER)
    keep_receipt(here, OCTOBER)
    return here


@pytest.fixture
def prove(here: Places, capsys: pytest.CaptureFixture[str]) -> Prove:
    """Run the command."""
    assert here.profile.exists()

    def run(wishes: ProofWishes = JUST_OCTOBER, *, as_json: bool = False) -> Said:
        with pytest.raises(SystemExit) as left:
            command(wishes, None, as_json=as_json)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert isinstance(left.value.code, int)
        return Said(left.value.code, " ".join(f"{err} {out}".split()), out)

    return run


def test_a_whole_proof_is_exit_code_0_and_its_path_is_told(here: Places, prove: Prove) -> None:
    """A private file of a name that a person understands, made anew when asked for again."""
    for _ in range(2):
        said = prove()
    (proof,) = here.proofs.iterdir()
    assert said.code == 0
    assert "The proof for SITI AMINAH is complete." in said.text
    assert f"Kept: {proof}" in said.text
    assert proof.name == "SOCSO proof 2026-10 to 2026-10 SITI AMINAH.pdf"
    assert proof.stat().st_mode & 0o777 == 0o600
    assert len(pages_of(proof.read_bytes())) == 3


def test_a_proof_that_is_not_whole_is_exit_code_8_and_says_what_is_missing(prove: Prove) -> None:
    """The file is there all the same, from her first month to the last one."""
    said = prove(ProofWishes())
    assert said.code == 8
    assert "it is not complete" in said.text
    assert "September 2026: Missing: no payment is on record" in said.text
    assert "October 2026: Missing" not in said.text
    assert "assist-bot pay --month MONTH --check" in said.text
    told = json.loads(prove(ProofWishes("2026-09"), as_json=True).stdout)
    assert [(each["month"], each["outcome"]) for each in told["months"]] == [
        ("2026-09", "waiting"),
        ("2026-10", "done"),
    ]
    assert (told["outcome"], told["exit_code"]) == ("waiting", 8)
    assert len(pages_of(Path(told["papers"][0]).read_bytes())) == 3


def test_each_employee_has_a_proof_of_her_own(here: Places, prove: Prove) -> None:
    """Or the one that is named; an office verifies one contract at a time."""
    here.profile.write_text(here.profile.read_text().replace("[documents]", f"{DEWI}\n[documents]", 1))
    prove()
    assert sorted(path.name[-15:] for path in here.proofs.iterdir()) == [
        "DEWI LESTARI.pdf"[-15:],
        "SITI AMINAH.pdf",
    ]
    assert prove(ProofWishes("2026-10", "2026-10", "4321")).code == 0  # Dewi came in November
    for wrong in (ProofWishes(employee="NOBODY"), ProofWishes(output=here.state / "one.pdf")):
        said = prove(wrong)
        assert said.code == 6
        assert "SITI AMINAH, DEWI LESTARI" in said.text
        assert "no proof was made" in said.text


def test_a_file_that_is_there_is_not_overwritten(here: Places, prove: Prove) -> None:
    """Whatever it is; another name is taken."""
    mine = here.state / "mine.pdf"
    assert prove(ProofWishes("2026-10", "2026-10", output=mine)).code == 0
    before = mine.read_bytes()
    assert prove(ProofWishes("2026-09", "2026-10", output=mine)).code == 6
    assert mine.read_bytes() == before
    assert mine.stat().st_mode & 0o777 == 0o600
    assert not list(here.proofs.iterdir())


@pytest.mark.parametrize("wishes", [ProofWishes("2026-12"), ProofWishes(last="2020-01")])
def test_months_that_are_none_make_no_proof(here: Places, prove: Prove, wishes: ProofWishes) -> None:
    """One with nothing in it would pass for a whole one."""
    said = prove(wishes)
    assert said.code == 6
    assert "There is no month from" in said.text
    assert not list(here.proofs.iterdir())


def test_a_folder_that_is_not_there_is_told(here: Places, prove: Prove) -> None:
    """Nothing is made somewhere else instead."""
    said = prove(ProofWishes(output=here.state / "nowhere" / "proof.pdf"))
    assert said.code == 9
    assert "nowhere" in said.text
