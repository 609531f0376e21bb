from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assist_bot.errors import ProfileError
from assist_bot.profile import load
from tests.people import write_profile
from tests.unit.test_profile_papers import ANOTHER

TODAY = date(2026, 11, 20)
PORTAL = "http://127.0.0.1:5000/employer/login"


def test_wages_are_kept_by_month_in_both_forms(tmp_path: Path) -> None:
    """One amount for the only employee, or amounts by name or passport number."""
    tail = '[wages]\n"2026-10" = "1620.00"\n2026-09 = { "Siti Aminah" = 1500.5 }'
    assert load(write_profile(tmp_path, TODAY, PORTAL, tail=tail), "pay", TODAY).profile.wages == {
        "2026-10": Decimal("1620.00"),
        "2026-09": {"Siti Aminah": Decimal("1500.50")},
    }


@pytest.mark.parametrize(
    "wages",
    [
        '"2026-10" = { "SITI AMINAH" = "1620.00", "dewi  lestari" = "1500.00" }',
        '"2026-10" = { "C1234567" = "1620.00", "c 7654321" = "1500.00" }',
        '"2026-10" = { "DEWI LESTARI" = "0.00" }',
        '"2024-12" = { "SITI AMINAH" = "1.00" }',
    ],
)
def test_wages_name_employees_by_name_or_passport(tmp_path: Path, wages: str) -> None:
    """Letter case and spaces do not matter; a month without wages may be said to be one."""
    assert (
        load(write_profile(tmp_path, TODAY, PORTAL, tail=f"{ANOTHER}[wages]\n{wages}"), "pay", TODAY).warnings
        == ()
    )


@pytest.mark.parametrize(
    ("wages", "key", "said"),
    [
        ('"2026-10" = "1620.00"', 'wages."2026-10"', "2 employees"),
        ('"2026-10" = { "SITI" = "1620.00" }', 'wages."2026-10".SITI', "known: SITI AMINAH, DEWI LESTARI"),
        ('"2026-10" = { "" = "1620.00" }', 'wages."2026-10".""', "is empty"),
        (
            '"2026-10" = { "SITI AMINAH" = "1", "C1234567" = "1" }',
            'wages."2026-10"."••••4567"',
            "named already",
        ),
        ('"2026-10" = { "SITI AMINAH" = "1.005" }', 'wages."2026-10"."SITI AMINAH"', "at most two"),
        ('"2026-10" = ["1620.00"]', 'wages."2026-10"', "not an amount"),
        ('"2026-13" = { "SITI AMINAH" = "1.00" }', 'wages."2026-13"', "not a month"),
        ('"10/2026" = { "SITI AMINAH" = "1.00" }', 'wages."10/2026"', "not a month"),
    ],
)
def test_wages_that_cannot_be_meant_are_refused(tmp_path: Path, wages: str, key: str, said: str) -> None:
    """A misspelt name must not silently pay the ordinary salary."""
    with pytest.raises(ProfileError) as caught:
        load(write_profile(tmp_path, TODAY, PORTAL, tail=f"{ANOTHER}[wages]\n{wages}"), "pay", TODAY)
    assert any(problem.key == key and said in problem.message for problem in caught.value.problems)


def test_one_amount_will_do_in_a_month_with_one_employee(tmp_path: Path) -> None:
    """Only those who worked in the month count."""
    tail = ANOTHER.replace("2025-02-01", "2026-11-01") + '[wages]\n"2026-10" = "1620.00"'
    assert load(write_profile(tmp_path, TODAY, PORTAL, tail=tail), "pay", TODAY)


def test_two_of_one_name_are_told_apart_by_passport(tmp_path: Path) -> None:
    """A name that means both is refused, a passport number given twice too."""
    twins = ANOTHER.replace("DEWI LESTARI", "SITI AMINAH")
    tail = f'{twins}[wages]\n"2026-10" = {{ "SITI AMINAH" = "1.00" }}'
    with pytest.raises(ProfileError) as caught:
        load(write_profile(tmp_path, TODAY, PORTAL, tail=tail), "pay", TODAY)
    assert "passport number instead" in caught.value.problems[0].message
    with pytest.raises(ProfileError) as caught:
        load(
            write_profile(tmp_path, TODAY, PORTAL, tail=ANOTHER.replace("C7654321", "C1234567")), "pay", TODAY
        )
    assert [problem.key for problem in caught.value.problems] == ["employee[2].passport.number"]
