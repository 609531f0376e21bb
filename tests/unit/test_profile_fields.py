from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assist_bot.errors import ProfileError
from assist_bot.profile import Profile, load, secrets_of
from tests.people import write_profile

TODAY = date(2026, 11, 20)
PORTAL = "https://assist.perkeso.gov.my/employer/login"


def loaded(folder: Path, **changes: str) -> Profile:
    """Load a profile with some lines changed."""
    return load(write_profile(folder, TODAY, PORTAL, **changes), "register", TODAY).profile


def complaint(folder: Path, key: str, **changes: str) -> str:
    """Give what is said of a key, which is the only thing wrong."""
    with pytest.raises(ProfileError) as caught:
        loaded(folder, **changes)
    assert [problem.key for problem in caught.value.problems] == [key]
    return caught.value.problems[0].message


@pytest.mark.parametrize("mykad", ["850101-14-5566", "850101145566", "850101 14 5566"])
def test_a_mykad_is_kept_as_twelve_digits(tmp_path: Path, mykad: str) -> None:
    """The portal takes it without dashes."""
    employer = loaded(tmp_path, mykad=f'"{mykad}"').employer
    assert (employer.identification_type, employer.identification_number) == (
        "New Identification",
        "850101145566",
    )


@pytest.mark.parametrize(
    ("mykad", "said"),
    [
        ('"851301-14-5566"', "date of birth"),
        ('"850101-17-5566"', "place of birth"),
        ('"850101-14-556"', "twelve digits"),
        ("850101145566", "quotation marks"),
    ],
)
def test_a_mykad_that_cannot_be_one_is_refused(tmp_path: Path, mykad: str, said: str) -> None:
    """Date and place are part of the number."""
    assert said in complaint(tmp_path, "employer.mykad", mykad=mykad)


def test_an_employer_has_a_mykad_or_a_passport(tmp_path: Path) -> None:
    """Exactly one of the two: with neither, or with both, the report says so."""
    assert "both missing" in complaint(tmp_path, "employer.passport", mykad="")
    both = '"850101-14-5566"\npassport = "A1234567"'
    assert "beside mykad" in complaint(tmp_path, "employer.passport", mykad=both)


def test_an_employer_with_a_passport_is_identified_by_it(tmp_path: Path) -> None:
    """The portal's words for it are "Passport Id"."""
    employer = loaded(tmp_path, mykad="", name='"TAN"\npassport = "a 123-4567"').employer
    assert (employer.identification_type, employer.identification_number) == ("Passport Id", "A1234567")


@pytest.mark.parametrize("mobile", ["+60 12-345 6789", "012-345 6789", "0123456789"])
def test_a_mobile_number_is_given_to_the_portal_after_60(tmp_path: Path, mobile: str) -> None:
    """The portal has a fixed +60 box."""
    assert loaded(tmp_path, mobile=f'"{mobile}"').employer.mobile_digits == "123456789"


@pytest.mark.parametrize(
    ("mobile", "said"),
    [
        ("+65 9123 4567", "+60"),
        ("+60 3-7956 1234", "not a mobile"),
        ("12", "can exist"),
        ("none", "not a telephone number"),
    ],
)
def test_a_mobile_number_that_the_portal_cannot_take_is_refused(
    tmp_path: Path, mobile: str, said: str
) -> None:
    """Foreign, fixed and impossible numbers are told apart."""
    assert said in complaint(tmp_path, "employer.mobile", mobile=f'"{mobile}"')


@pytest.mark.parametrize("salary", ['"1500.00"', '"1500"', "1500", "1500.0", "1500.00", '" 1500.00 "'])
def test_a_salary_is_exact_ringgit(tmp_path: Path, salary: str) -> None:
    """Text or number, it is kept to the sen."""
    kept = loaded(tmp_path, salary=salary).employees[0].salary
    assert (kept, str(kept)) == (Decimal("1500.00"), "1500.00")


@pytest.mark.parametrize(
    "salary",
    [
        '"1500.005"',
        "1500.005",
        '"1,500.00"',
        '"RM1500"',
        '"-1"',
        "-1",
        "0",
        "true",
        "inf",
        "nan",
        '"\uff11\uff15\uff10\uff10"',  # full-width digits
        "1e3",
    ],
)
def test_a_salary_that_is_not_plain_ringgit_is_refused(tmp_path: Path, salary: str) -> None:
    """Nothing is rounded or guessed where money is concerned."""
    complaint(tmp_path, "employee[1].salary", salary=salary)


@pytest.mark.parametrize("day", ["1990-02-30", "12/03/1990", "1990-3-12", "today"])
def test_a_date_that_does_not_exist_is_refused(tmp_path: Path, day: str) -> None:
    """Dates are year-month-day."""
    assert "not a date" in complaint(tmp_path, "employee[1].date_of_birth", date_of_birth=f'"{day}"')


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("employment_start", {"employment_start": "1980-01-01"}),
        ("employment_end", {"employment_start": "2025-02-01\nemployment_end = 2025-01-31"}),
        ("entered_scheme", {"salary": "1500\nentered_scheme = 1980-01-01"}),
        ("entered_scheme", {"salary": "1500\nentered_scheme = 2026-11-21"}),
        ("date_of_birth", {"date_of_birth": "2026-11-21", "employment_start": "2026-11-22"}),
        (
            "work_permit.expiry",
            {"work_permit": '{ number = "PE1234", start = 2026-02-01, expiry = 2026-02-01 }'},
        ),
    ],
)
def test_dates_out_of_order_are_refused(tmp_path: Path, key: str, changes: dict[str, str]) -> None:
    """Birth, start and end come in this order, the past is past, and a permit ends after it begins."""
    with pytest.raises(ProfileError) as caught:
        loaded(tmp_path, **changes)
    assert f"employee[1].{key}" in [problem.key for problem in caught.value.problems]


def test_a_malaysian_is_no_foreign_employee(tmp_path: Path) -> None:
    """Her country is asked for, not the household's."""
    assert "foreign" in complaint(tmp_path, "employee[1].nationality", nationality='"Malaysia"')


def test_the_legal_employer_is_not_the_employee(tmp_path: Path) -> None:
    """The guide warns of putting the employee's name where the employer's belongs."""
    assert "legal employer" in complaint(tmp_path, "employer.name", name='"Siti  Aminah"')


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://assist.perkeso.gov.my/employer/login", "https"),
        ("http://127.0.0.1.example.com/", "https"),
        ("https://assist.perkeso.gov.my/login", "staff"),
        ("https://me:secret@assist.perkeso.gov.my/employer/login", "password"),
        ("https://assist.perkeso.gov.my:port/", "not a web address"),
        ("assist.perkeso.gov.my", "not a web address"),
    ],
)
def test_a_portal_that_the_password_may_not_go_to_is_refused(tmp_path: Path, url: str, said: str) -> None:
    """The password travels under seal, to employers' log-in, or to this computer itself."""
    message = complaint(tmp_path, "portal.url", url=f'"{url}"')
    assert said in message
    assert "secret" not in message


def test_a_practice_portal_may_do_without_https(tmp_path: Path) -> None:
    """On loopback nothing leaves the computer."""
    portal = loaded(tmp_path, url='"http://127.0.0.1:5000/employer/login"').portal
    assert (portal.is_loopback, portal.origin) == (True, "http://127.0.0.1:5000")


@pytest.mark.parametrize("host", ["*", "*.com", "*.com.my", "https://maybank2u.com.my", "maybank", "a..b"])
def test_a_bank_host_that_allows_too_much_is_refused(tmp_path: Path, host: str) -> None:
    """The hand-over may go to a bank, not to half the web."""
    url = f'"{PORTAL}"\nbank_hosts = ["www.maybank2u.com.my", "{host}"]'
    complaint(tmp_path, "portal.bank_hosts[2]", url=url)


def test_identity_numbers_are_known_to_be_masked(tmp_path: Path) -> None:
    """MyKad both ways, passport and permit."""
    phone = {"60123456789", "0123456789", "123456789"}
    numbers = {"850101145566", "850101-14-5566", "C1234567", "PE1234567"}
    assert set(secrets_of(loaded(tmp_path))) == numbers | phone


def test_a_profile_cannot_be_changed_once_loaded(tmp_path: Path) -> None:
    """What was checked is what is used."""
    with pytest.raises(ValueError, match="frozen"):
        loaded(tmp_path).employees[0].salary = Decimal(1)
