from datetime import date, timedelta
from pathlib import Path

import pytest

from assist_bot.errors import ProfileError
from assist_bot.profile import load
from tests.people import write_profile

TODAY = date(2026, 11, 20)
PORTAL = "http://127.0.0.1:5000/employer/login"


def permit(start: date, expiry: date) -> str:
    """Write a work permit's line."""
    return f'{{ number = "PE1234567", start = {start}, expiry = {expiry} }}'


def until(days: int) -> str:
    """Write a permit that is valid for so many days from today."""
    return permit(TODAY - timedelta(days=300), TODAY + timedelta(days=days))


def test_an_expired_permit_stops_registering_but_not_paying(tmp_path: Path) -> None:
    """A permit that awaits its renewal must not make a contribution late."""
    profile = write_profile(tmp_path, TODAY, PORTAL, work_permit=until(-1))
    with pytest.raises(ProfileError) as caught:
        load(profile, "register", TODAY)
    assert [problem.key for problem in caught.value.problems] == ["employee[1].work_permit.expiry"]
    assert [warning.key for warning in load(profile, "pay", TODAY).warnings] == [
        "employee[1].work_permit.expiry"
    ]


def test_an_expired_passport_stops_registering_but_not_paying(tmp_path: Path) -> None:
    """The same holds for the passport."""
    profile = write_profile(tmp_path, TODAY, PORTAL, passport='{ number = "C1234567", expiry = 2026-11-19 }')
    with pytest.raises(ProfileError, match="one thing"):
        load(profile, "register", TODAY)
    assert len(load(profile, "pay", TODAY).warnings) == 1


@pytest.mark.parametrize(("days", "warnings"), [(0, 1), (90, 1), (91, 0)])
def test_what_expires_within_90_days_is_a_warning(tmp_path: Path, days: int, warnings: int) -> None:
    """The last day is still valid, and the 91st is far enough away."""
    profile = write_profile(tmp_path, TODAY, PORTAL, work_permit=until(days))
    for command in ("register", "pay"):
        assert len(load(profile, command, TODAY).warnings) == warnings


def test_a_permit_that_is_not_valid_yet_stops_registering(tmp_path: Path) -> None:
    """The portal wants the one that is valid now."""
    line = permit(TODAY + timedelta(days=1), TODAY + timedelta(days=365))
    with pytest.raises(ProfileError) as caught:
        load(write_profile(tmp_path, TODAY, PORTAL, work_permit=line), "register", TODAY)
    assert "not valid before 21 November 2026" in caught.value.problems[0].message


def test_who_has_left_may_have_expired_papers(tmp_path: Path) -> None:
    """Her months up to then can still be paid without a warning; there is nobody to register."""
    start = "2025-02-01\nemployment_end = 2026-10-31"
    profile = write_profile(tmp_path, TODAY, PORTAL, employment_start=start, work_permit=until(-1))
    assert load(profile, "pay", TODAY).warnings == ()
    with pytest.raises(ProfileError) as caught:
        load(profile, "register", TODAY)
    assert "nobody to register" in caught.value.problems[0].message


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"salary": "150000"}, "employee[1].salary"),
        ({"date_of_birth": "2012-01-01"}, "employee[1].date_of_birth"),
        ({"employment_start": "2026-12-01"}, "employee[1].employment_start"),
        ({"passport": '{ number = "C123456789", expiry = 2030-01-01 }'}, "employee[1].passport.number"),
        ({"mykad": '"850101-14-5566"\nnationality = "Singapore"'}, "employer.nationality"),
        ({"url": '"https://portal.example.org/employer/login"', "portal_id": '"a@b.my"'}, "portal.url"),
        ({"url": '"https://assist.perkeso.gov.my/employer/login"'}, "portal.portal_id"),
    ],
)
def test_what_is_unlikely_is_a_warning(tmp_path: Path, changes: dict[str, str], key: str) -> None:
    """It may be right, so nothing is refused."""
    loaded = load(write_profile(tmp_path, TODAY, PORTAL, **changes), "register", TODAY)
    assert [warning.key for warning in loaded.warnings] == [key]


def test_the_made_up_household_is_sound_on_any_day(tmp_path: Path) -> None:
    """Its dates are worked out from the day."""
    for day in (date(2024, 2, 29), date(2026, 12, 31), date(2031, 7, 1)):
        assert load(write_profile(tmp_path, day, PORTAL), "register", day).warnings == ()
