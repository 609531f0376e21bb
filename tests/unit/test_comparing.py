"""What the portal writes otherwise is the same to a person; what it changed is not."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_bot.portal.comparing import month_called, same, same_date, same_text

DAY = date(2026, 10, 5)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MALAY = [
    "Januari",
    "Februari",
    "Mac",
    "April",
    "Mei",
    "Jun",
    "Julai",
    "Ogos",
    "September",
    "Oktober",
    "November",
    "Disember",
]


@pytest.mark.parametrize(
    "shown",
    [
        "5/10/2026",
        "05-10-2026",
        "05.10.2026",
        "2026/10/05",
        "05-Oct-2026",
        "5 OKT 2026",
        "Oct 5, 2026",
        "5th October 2026",
        "Monday, 5 October 2026",
        "Isnin, 5 Oktober 2026",
        "2026-10-05 00:00:00",
        " 05/10/2026 ",
    ],
)
def test_a_date_is_the_same_however_it_is_written(shown: str) -> None:
    """In figures or words, English or Malay, with its weekday or without."""
    assert same_date(shown, DAY)


@pytest.mark.parametrize(
    "shown",
    [
        "",
        "10/05/2026",
        "05/10/26",
        "05/10/202",
        "05102026",
        "5 Oct",
        "05/10-2026",
        "5 Foo 2026",
        "06/10/2026",
        "15/10/2026",
    ],
)
def test_another_or_a_doubtful_date_is_not_the_same(shown: str) -> None:
    """The month first, a year of two figures, a date cut short."""
    assert not same_date(shown, DAY)


@given(DAYS, DAYS)
def test_two_days_are_never_taken_for_each_other(day: date, other: date) -> None:
    """Whatever the form: a text is the same as one day only."""
    for shown in (
        f"{day:%d/%m/%Y}",
        f"{day:%Y-%m-%d}",
        f"{day.day} {ENGLISH[day.month - 1]} {day.year}",
        f"{day.day} {MALAY[day.month - 1][:3]} {day.year}",
    ):
        assert same_date(shown, day)
        assert same_date(shown, other) is (day == other)


def test_the_months_of_both_languages_are_known() -> None:
    """Whole and shortened to three letters, and each means one month."""
    for names in (ENGLISH, MALAY):
        for number, name in enumerate(names, 1):
            assert month_called(name) == month_called(name[:3]) == number


@given(st.text(min_size=1, max_size=30))
def test_a_text_is_the_same_as_itself_in_capitals(text: str) -> None:
    """And with other spaces around it."""
    assert same_text(text, text)
    assert same_text(f"  {text}  ", text)


@given(st.text("ABCDEFG0123456789 ", min_size=2, max_size=20), st.integers(1, 19))
def test_a_text_cut_short_is_not_the_same(text: str, length: int) -> None:
    """Unless only spaces are gone."""
    cut = text[:length]
    assert same_text(cut, text) is (cut.replace(" ", "") == text.replace(" ", ""))


@given(st.from_regex(r"[0-9]{12}", fullmatch=True), st.from_regex(r"[0-9]{12}", fullmatch=True))
def test_two_identity_numbers_are_never_taken_for_each_other(one: str, other: str) -> None:
    """With their dashes or without; a nought too many or too few is another number."""
    assert same_text(f"{one[:6]}-{one[6:8]}-{one[8:]}", one)
    assert same_text(one, other) is (one == other)
    assert not same_text("0" + one, one)
    assert not same_text(one[1:], one)


@given(st.integers(1_0000_0000, 1_9999_9999))
def test_a_mobile_number_is_the_same_with_its_country_or_a_nought(number: int) -> None:
    """Where it is a number that can exist."""
    digits = str(number)
    for shown in (digits, f"{digits[:2]}-{digits[2:5]} {digits[5:]}"):
        assert same_text(shown, digits)
    assert not same_text(digits[:-1], digits)
    assert not same_text("0" + str(number + 1), digits)


@pytest.mark.parametrize(
    "shown", ["0123456789", "012-345 6789", "+60123456789", "60123456789", "(012) 345 6789"]
)
def test_the_ways_of_writing_a_phone_number(shown: str) -> None:
    """National, international, with dashes, spaces and brackets."""
    assert same_text(shown, "123456789")


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [("1000", "01000"), ("1E5", "100000"), ("1,000", "1000"), ("15.0", "15"), ("A B", "A-B")],
)
def test_a_number_that_is_no_amount_is_not_reckoned(shown: str, wanted: str) -> None:
    """A postcode without its nought is another one."""
    assert not same_text(shown, wanted)


@given(st.decimals(0, 999_999, places=2), st.decimals(0, 999_999, places=2))
def test_two_amounts_are_never_taken_for_each_other(one: Decimal, other: Decimal) -> None:
    """With RM and thousands, or without."""
    for shown in (f"{one:.2f}", f"{one:,.2f}", f"RM{one:,.2f}", f"RM {one:.2f}"):
        assert same(shown, one)
        assert same(shown, other) is (one == other)


@pytest.mark.parametrize(
    "shown", ["", "15,00", "1.500,00", "1500.5", "1500.000", "RM", "1 500.00", "-1500.00"]
)
def test_a_doubtful_amount_is_not_the_same(shown: str) -> None:
    """What may mean two things stops."""
    assert not same(shown, Decimal(1500))
