from datetime import date
from pathlib import Path

import pytest

from assist_bot.errors import ProfileError
from assist_bot.outcome import Problem
from assist_bot.profile import load
from tests.people import write_profile

TODAY = date(2026, 11, 20)
PORTAL = "https://assist.perkeso.gov.my/employer/login"
LITERALS = [
    "0",
    "-1",
    "1.5",
    "true",
    '""',
    '"x"',
    "[]",
    "{}",
    "[[1]]",
    "1990-01-01",
    "1990-01-01T00:00:00",
    "inf",
    '"\\u0000"',
]


def problems(path: Path) -> dict[str, Problem]:
    """Everything wrong with a profile, by key."""
    with pytest.raises(ProfileError) as caught:
        load(path, "register", TODAY)
    return {problem.key: problem for problem in caught.value.problems}


def test_everything_wrong_is_reported_at_once(tmp_path: Path) -> None:
    """Mistakes in one part hide none in another: fields, dates, papers, names and unknown keys."""
    path = write_profile(
        tmp_path,
        TODAY,
        PORTAL,
        mykad='"859901-14-5566"',
        mobile='"+65 9123 4567"',
        state='"Johor"',
        socso_office="",
        salary='"1500.005"',
        gender='"f"',
        passport='{ number = "C1234567", expiry = 2020-04-30 }',
        passport_copy='"papers/gone.pdf"',
        identity_card='"papers/permit.pdf"',
        bank="3",
        tail='banc = "x"\n[wages]\n"2026-13" = "1"\n"2026-10" = { "NOBODY" = "1" }',
    )
    assert list(problems(path)) == [
        "employer.mykad",
        "employer.mobile",
        "employer.socso_office",
        "employer.address.state",
        "employee[1].gender",
        "employee[1].salary",
        "employee[1].passport.expiry",
        "documents.passport_copy",
        "documents.work_permit_copy",
        "payment.bank",
        "payment.banc",
        'wages."2026-13"',
        'wages."2026-10".NOBODY',
    ]


def test_every_problem_of_a_known_key_has_an_example(tmp_path: Path) -> None:
    """An example is a line that could stand in the file."""
    path = write_profile(
        tmp_path, TODAY, PORTAL, name="", mobile="1", lines='"x"', date_of_birth='"12/03/1990"'
    )
    assert {key: problem.example for key, problem in problems(path).items()} == {
        "employer.name": 'name = "TAN MEI LING"',
        "employer.mobile": 'mobile = "+60 12-345 6789"',
        "employer.address.lines": 'lines = ["12 JALAN MERANTI", "TAMAN DAMAI"]',
        "employee[1].date_of_birth": "date_of_birth = 1990-03-12",
    }


@pytest.mark.parametrize(
    ("line", "key", "meant"),
    [
        ("[employees]", "employees", "is employee meant"),
        ("[payment.bnak]", "payment.bnak", "is bank meant"),
        ("[portal.password]", "portal.password", "known here: url"),
        ("[employer.address.street]", "employer.address.street", "known here: lines"),
    ],
)
def test_an_unknown_key_is_refused_with_the_one_that_may_be_meant(
    tmp_path: Path, line: str, key: str, meant: str
) -> None:
    """A misspelt key would otherwise be silently without effect."""
    assert meant in problems(write_profile(tmp_path, TODAY, PORTAL, tail=line))[key].message


def test_missing_sections_are_named_with_their_heading(tmp_path: Path) -> None:
    """An almost empty profile is told which sections it needs."""
    path = tmp_path / "profile.toml"
    path.write_text("version = 1\n", encoding="utf-8")
    found = problems(path)
    assert [found[key].example for key in ("portal", "employer", "employee")] == [
        "[portal]",
        "[employer]",
        "[[employee]]",
    ]


def test_a_single_bracket_around_employee_is_explained(tmp_path: Path) -> None:
    """[employee] instead of [[employee]] is the commonest slip with lists of sections."""
    path = write_profile(tmp_path, TODAY, PORTAL)
    path.write_text(path.read_text(encoding="utf-8").replace("[[employee]]", "[employee]"), encoding="utf-8")
    assert problems(path)["employee"].example == "[[employee]]"


def test_no_identity_number_is_quoted(tmp_path: Path) -> None:
    """A report may be pasted into a message to somebody else."""
    path = write_profile(
        tmp_path,
        TODAY,
        PORTAL,
        mykad='"991301-14-5566"',
        passport='{ number = "C7654321!", expiry = 2020-01-01 }',
        work_permit='{ number = "PE7654321", start = 2026-02-01, expiry = 2026-01-01 }',
        tail='[wages]\n"2026-10" = { "C7654329" = "x", "991301145566" = "1" }',
    )
    said = " ".join(f"{p.key} {p.message} {p.example}" for p in problems(path).values())
    for number in ("991301", "C7654321", "PE7654321", "C7654329", "7654329"):
        assert number not in said


def keys_refused(path: Path) -> list[str] | None:
    """Give the keys that are wrong, or None where the profile was loaded."""
    try:
        load(path, "pay", TODAY)
    except ProfileError as error:
        return [problem.key for problem in error.problems]
    return None


def test_no_value_whatever_ends_in_anything_but_a_report(tmp_path: Path) -> None:
    """Each key with each kind of value: loaded, or refused with the key named."""
    path = write_profile(tmp_path, TODAY, PORTAL)
    sound = path.read_text(encoding="utf-8").splitlines()
    for place, line in enumerate(sound):
        key, is_key, _ = line.partition(" = ")
        for literal in LITERALS if is_key else ():
            changed = [*sound[:place], f"{key} = {literal}", *sound[place + 1 :]]
            path.write_text("\n".join(changed), encoding="utf-8")
            refused = keys_refused(path)
            assert refused is None or any(key in said for said in refused), (line, literal)
