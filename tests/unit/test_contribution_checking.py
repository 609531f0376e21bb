"""Only a draft whose every figure is ours, or was accepted by name, can go on."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist_bot.contribution import CheckedDraft, Draft, ReadLine, check_amounts, ensure_unchanged
from assist_bot.errors import ContributionRefused
from tests.unit.owing import draft, employee, plan, row, second_employee

SECOND = {"name": "DEWI LESTARI", "identification": "C7654321"}


def refused(one: Draft, accept: str | None = None) -> ContributionRefused:
    """Give the refusal that a draft meets."""
    with pytest.raises(ContributionRefused) as caught:
        check_amounts(one, None if accept is None else Decimal(accept))
    return caught.value


@pytest.mark.parametrize("skbbk", [None, "0.00", "10.85"])
def test_the_tables_figures_pass(skbbk: str | None) -> None:
    """Without a column for LINDUNG 24 Jam, with nothing in it, and with exactly the table's figure."""
    assert check_amounts(draft(row(skbbk=skbbk))).accepted_differences == ()


def test_a_checked_draft_cannot_be_made_by_hand() -> None:
    """The way to one leads through the check."""
    with pytest.raises(TypeError, match="check_amounts"):
        CheckedDraft(draft(row()), (), object())


def test_a_difference_is_refused_with_everything_that_explains_it() -> None:
    """Both figures, each component, the row, the category with its rule, and the table's date."""
    why = refused(draft(row(employer="18.10", employee="0.00")))
    for words in (
        "SITI AMINAH: the portal asks for RM18.10 (employer RM18.10 + employee RM0.00)",
        "RM32.60 (employer RM25.35 + employee RM7.25)",
        "RM43.45 (employer RM25.35 + employee RM7.25 + SKBBK RM10.85)",
        "First Category (foreign workers are under Invalidity as well from July 2024)",
        "wages over RM1,400.00 up to RM1,500.00",
        "table of 1 October 2024",
    ):
        assert words in why.fact
    assert "--accept-total 18.10" in why.remedy
    assert "Nothing was submitted" in why.remedy


@pytest.mark.parametrize("skbbk", ["10.84", "0.05", "21.70"])
def test_any_other_figure_for_lindung_24_jam_is_a_difference(skbbk: str) -> None:
    """It is nothing or the table's figure."""
    assert f"SKBBK RM{skbbk}" in refused(draft(row(skbbk=skbbk))).fact


@pytest.mark.parametrize(("word", "skbbk"), [("yes", None), ("yes", "0.00"), ("no", "10.85")])
def test_the_profiles_word_on_lindung_24_jam_holds(word: str, skbbk: str | None) -> None:
    """Said yes or no, the portal may not say otherwise."""
    contribution = plan(employee(lindung_24_jam=word))
    refused(draft(row(skbbk=skbbk), contribution=contribution))


def test_swapped_shares_are_a_difference_although_the_total_is_right() -> None:
    """Each component counts."""
    refused(draft(row(employer="7.25", employee="25.35")))


def test_a_wrong_salary_is_refused() -> None:
    """Even where the band, and so the amount, is the same."""
    assert "RM1,450.00, not RM1,500.00" in refused(draft(row(salary="1450.00"))).fact


def test_a_row_that_does_not_add_up_is_refused() -> None:
    """Its parts must come to its total."""
    assert "not the row's total" in refused(draft(row(total="32.70"))).fact


def test_rows_that_do_not_come_to_the_total_are_refused() -> None:
    """What is paid is the total."""
    assert "the portal's total is RM65.20" in refused(draft(row(), total="65.20")).fact


def test_an_employee_without_a_row_is_refused() -> None:
    """All employees of the month go into one submission."""
    assert (
        "DEWI LESTARI stands in no rows"
        in refused(draft(row(), contribution=plan(employee(), second_employee()))).fact
    )


def test_an_employee_with_two_rows_is_refused() -> None:
    """She would be paid for twice."""
    assert "stands in 2 rows" in refused(draft(row(), row())).fact


def test_a_row_with_a_salary_that_is_not_ours_is_refused() -> None:
    """Nobody is paid for whom the plan does not name."""
    assert "DEWI LESTARI has a salary" in refused(draft(row(), row(**SECOND))).fact


def test_a_row_without_a_salary_that_is_not_ours_is_left_alone() -> None:
    """The portal does not bill it."""
    idle = row("0.00", "0.00", "0.00", **SECOND)
    checked = check_amounts(draft(row(), idle))
    assert [one.name for one in checked.rows] == ["SITI AMINAH"]


def test_rows_are_matched_by_passport_number_not_by_name() -> None:
    """Two employees may have the same name, and the portal may space a number otherwise."""
    contribution = plan(employee(), second_employee(name="SITI AMINAH"))
    rows = (
        row("1700.00", "28.85", "8.25", identification="c 7654321"),
        row(name="SITI BINTI AMINAH"),
    )
    assert check_amounts(draft(*rows, contribution=contribution)).total == Decimal("69.70")


@pytest.mark.parametrize("total", ["0.00", "0.99", "30000.01"])
def test_a_total_that_fpx_does_not_take_is_refused(total: str) -> None:
    """Before anything is submitted, and whatever is accepted."""
    one = draft(row(employer=total, employee="0.00"))
    assert "outside what FPX takes" in refused(one).fact
    assert "outside what FPX takes" in refused(one, total).fact


def test_a_total_can_be_accepted_by_naming_it() -> None:
    """The portal's figure goes on, and the difference is kept with it."""
    checked = check_amounts(draft(row(employer="18.10", employee="0.00")), Decimal("18.10"))
    assert checked.total == Decimal("18.10")
    assert "we expect RM32.60" in checked.accepted_differences[0]


def test_another_total_than_the_accepted_one_is_refused() -> None:
    """Also where the portal's figure is what we expect."""
    why = refused(draft(row()), "18.10")
    assert "You accepted RM18.10, but the portal asks for RM32.60" in why.fact
    assert "--accept-total" not in why.remedy


@pytest.mark.parametrize(
    "one",
    [
        draft(row(salary="1450.00")),
        draft(row(total="32.70")),
        draft(row(), row()),
        draft(row(), row(**SECOND)),
        draft(row(), total="65.20"),
    ],
)
def test_accepting_a_total_lets_nothing_else_pass(one: Draft) -> None:
    """Wrong salaries, rows and sums stay refused."""
    refused(one, str(one.total))


FIGURES = ("0.00", "7.25", "10.85", "18.10", "25.35", "32.60", "43.45")
cents = st.sampled_from([Decimal(figure) for figure in FIGURES]) | st.decimals(0, 60, places=2)


@given(cents, cents, st.none() | cents, cents)
def test_no_row_passes_but_the_tables(
    employer: Decimal, employee_share: Decimal, skbbk: Decimal | None, total: Decimal
) -> None:
    """Whatever the portal shows: two sets of figures pass, and no third one."""
    shown = ReadLine("SITI AMINAH", "C1234567", Decimal("1500.00"), employer, employee_share, skbbk, total)
    right = (employer, employee_share) == (Decimal("25.35"), Decimal("7.25"))
    fine = right and skbbk in (None, 0, Decimal("10.85")) and total == 32 + Decimal("0.60") + (skbbk or 0)
    try:
        check_amounts(draft(shown))
    except ContributionRefused:
        assert not fine
    else:
        assert fine


def test_a_later_page_with_another_total_stops() -> None:
    """It names both figures and the page."""
    ensure_unchanged(Decimal("32.60"), Decimal("32.6"), "The summary")
    with pytest.raises(ContributionRefused, match=r"The summary shows RM43\.45, but RM32\.60 was approved"):
        ensure_unchanged(Decimal("32.60"), Decimal("43.45"), "The summary")
