"""First or Second Category: by the profile's word, or by age, entry and month."""

from datetime import date

import pytest

from assist_bot.contribution import Category, ContributionMonth, category_of, usual_category
from assist_bot.errors import ContributionRefused
from tests.unit.owing import OCTOBER, employee

JUNE_2024, JULY_2024 = ContributionMonth(2024, 6), ContributionMonth(2024, 7)


def test_up_to_june_2024_it_is_the_second_category() -> None:
    """Employment Injury only."""
    assert category_of(employee(employment_start=date(2023, 1, 1)), JUNE_2024).category is Category.SECOND


def test_from_july_2024_it_is_the_first_category() -> None:
    """Invalidity as well."""
    ruling = category_of(employee(employment_start=date(2023, 1, 1)), JULY_2024)
    assert (ruling.category, ruling.warning) == (Category.FIRST, None)


@pytest.mark.parametrize(("word", "month"), [("first", JUNE_2024), ("second", JULY_2024)])
def test_the_profiles_word_goes_before_the_rules(word: str, month: ContributionMonth) -> None:
    """And the ruling says that it is the profile's."""
    ruling = category_of(employee(category=word), month)
    assert (ruling.category.value, ruling.rule) == (word, "the profile says so")


@pytest.mark.parametrize(
    ("born", "category"),
    [(date(1969, 7, 1), Category.SECOND), (date(1969, 7, 2), Category.FIRST)],
)
def test_who_was_55_when_invalidity_began_stays_in_the_second_category(
    born: date, category: Category
) -> None:
    """The day counts: 55 on 1 July 2024, or one day younger."""
    ruling = category_of(employee(date_of_birth=born, employment_start=date(2022, 1, 1)), OCTOBER)
    assert (ruling.category, ruling.warning) == (category, None)


@pytest.mark.parametrize(
    ("entered", "category"),
    [(date(2025, 5, 9), Category.FIRST), (date(2025, 5, 10), Category.SECOND)],
)
def test_who_entered_the_scheme_at_55_is_in_the_second_category(entered: date, category: Category) -> None:
    """Her first entry with any employer counts, not this employment."""
    late = employee(
        date_of_birth=date(1970, 5, 10), employment_start=date(2026, 1, 1), entered_scheme=entered
    )
    ruling = category_of(late, OCTOBER)
    assert (ruling.category, ruling.warning) == (category, None)


def test_an_unknown_entry_that_matters_is_warned_about() -> None:
    """She was under 55 in July 2024 and over 55 when this employment began."""
    ruling = category_of(
        employee(date_of_birth=date(1970, 5, 10), employment_start=date(2026, 1, 1)), OCTOBER
    )
    assert ruling.category is Category.FIRST
    assert "entered_scheme" in (ruling.warning or "")


def test_an_unknown_entry_that_does_not_matter_is_not() -> None:
    """She was under 55 when this employment began, so at any earlier entry too."""
    ruling = category_of(
        employee(date_of_birth=date(1971, 5, 10), employment_start=date(2026, 1, 1)), OCTOBER
    )
    assert (ruling.category, ruling.warning) == (Category.FIRST, None)


@pytest.mark.parametrize(
    ("month", "category", "warned"),
    [
        (ContributionMonth(2029, 9), Category.FIRST, False),
        (ContributionMonth(2029, 10), Category.SECOND, True),
        (ContributionMonth(2029, 11), Category.SECOND, False),
    ],
)
def test_from_the_age_of_60_it_is_the_second_category(
    month: ContributionMonth, category: Category, warned: bool
) -> None:
    """The month of the birthday itself may be counted otherwise, which is said."""
    sixty = employee(date_of_birth=date(1969, 10, 31), entered_scheme=date(2019, 1, 1))
    ruling = category_of(sixty, month)
    assert (ruling.category, bool(ruling.warning)) == (category, warned)


def test_nothing_is_owed_before_june_2021() -> None:
    """Domestic workers were not covered then."""
    with pytest.raises(ContributionRefused, match="June 2021"):
        category_of(employee(employment_start=date(2020, 1, 1)), ContributionMonth(2021, 5))
    with pytest.raises(ContributionRefused, match="June 2021"):
        category_of(employee(employment_start=date(2020, 1, 1), category="first"), ContributionMonth(2021, 5))
    assert usual_category(ContributionMonth(2021, 6)).category is Category.SECOND


def test_without_an_employee_the_age_is_said_to_be_unknown() -> None:
    """The offline answer names what it did not look at."""
    assert usual_category(JUNE_2024).warning is None
    assert "60" in (usual_category(JULY_2024).warning or "")
