"""The next of kin in the profile: checked like the rest, masked like the rest, forgotten with her."""

from datetime import date
from pathlib import Path

import pytest

from assist_bot.errors import ProfileError
from assist_bot.profile import Profile, Whom, forget_in, load, people_of, private_of, secrets_of
from tests.people import write_profile

TODAY = date(2026, 11, 27)
KIN = """\
[[employee.next_of_kin]]
name = "AHMAD WIBOWO"
relationship = "husband"
date_of_birth = 1988-07-21
identity_number = "3374012107880001"
passport = "x 7654321"
address = "JL. MELATI 5, SEMARANG, INDONESIA"
telephone = "+62 812-3456-7890"

[[employee.next_of_kin]]
name = "PUTRI WIBOWO"
relationship = "daughter"
date_of_birth = 2015-05-02
"""


def written(folder: Path, kin: str = KIN) -> Path:
    """Write a profile in which the employee has next of kin."""
    file = write_profile(folder, TODAY, "https://assist.perkeso.gov.my/employer/login")
    file.write_text(file.read_text("utf-8").replace("[documents]", f"{kin}\n[documents]"), "utf-8")
    return file


def loaded(folder: Path, kin: str = KIN) -> Profile:
    """Load such a profile."""
    return load(written(folder, kin), "pay", TODAY).profile


def test_they_are_read_in_their_order(tmp_path: Path) -> None:
    """With numbers as the other numbers of the profile are kept."""
    husband, daughter = loaded(tmp_path).employees[0].next_of_kin
    assert (husband.name, husband.passport, husband.telephone) == (
        "AHMAD WIBOWO",
        "X7654321",
        "+6281234567890",
    )
    assert (daughter.relationship, daughter.date_of_birth, daughter.address) == (
        "daughter",
        date(2015, 5, 2),
        None,
    )


@pytest.mark.parametrize(
    ("line", "wrong", "key", "message"),
    [
        ('"husband"', '"cousin"', "relationship", "is to be"),
        ("1988-07-21", "2027-01-01", "date_of_birth", "lies in the future: 1 January 2027"),
        ("1988-07-21", '"21.7.1988"', "date_of_birth", "is not a date that exists: year-month-day"),
        (
            "+62 812-3456-7890",
            "0812-3456-7890",
            "telephone",
            "is not a telephone number with + and the country's code",
        ),
        (
            "+62 812-3456-7890",
            "+62 000 000 000",
            "telephone",
            "is not a telephone number that can exist in its country",
        ),
        ("3374012107880001", "33?", "identity_number", "is not a document number"),
        ("name = ", "nome = ", "name", "is missing"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, line: str, wrong: str, key: str, message: str
) -> None:
    """Counted from 1, as everywhere in the profile, and without the value where it is a number."""
    with pytest.raises(ProfileError) as caught:
        loaded(tmp_path, KIN.replace(line, wrong, 1))
    told = {problem.key: problem.message for problem in caught.value.problems}
    assert told[f"employee[1].next_of_kin[1].{key}"].startswith(message)
    assert "33?" not in str(caught.value.problems)


def test_their_numbers_are_masked_and_their_names_are_known(tmp_path: Path) -> None:
    """As those of the employee: in no log, and not in what is made for others."""
    profile = loaded(tmp_path)
    assert {"3374012107880001", "X7654321", "6281234567890", "81234567890"} <= set(secrets_of(profile))
    assert "JL. MELATI 5, SEMARANG, INDONESIA" in private_of(profile)
    assert {"AHMAD WIBOWO", "PUTRI WIBOWO"} <= set(people_of(profile))


def test_they_are_forgotten_with_her(tmp_path: Path) -> None:
    """All that is about them goes; the sections after her stay."""
    file = written(tmp_path)
    forget_in(file, Whom("SITI AMINAH", "4567"))
    text = file.read_text("utf-8")
    assert not [word for word in ("WIBOWO", "next_of_kin]", "3374012107880001", "MELATI") if word in text]
    assert '[payment]\nbank = "Maybank2U"' in text
