"""Papers are kept under names that a person understands, each content once, and nothing is ever overwritten."""

from datetime import date
from decimal import Decimal
from pathlib import Path, PureWindowsPath

import pytest

from assist_bot.filing import (
    LETTERS,
    keep_paper,
    kept_as,
    letter_name,
    papers_in,
    receipt_name,
    slip_name,
    title_of,
)
from assist_bot.run_folder import safe_name

RECEIPT = receipt_name("2026-10", Decimal("32.60"))
DAY = date(2026, 11, 27)


def names(documents: Path) -> list[str]:
    """List what is there, as a person sees it."""
    return [path.relative_to(documents).as_posix() for path in papers_in(documents)]


def test_each_year_has_a_folder_and_each_paper_a_name_that_says_what_it_is(tmp_path: Path) -> None:
    """Receipt, slip and letter of one household."""
    for name in (RECEIPT, slip_name("2025-12", "ACR1"), *(letter_name(DAY, letter) for letter in LETTERS)):
        path = keep_paper(tmp_path, name, name.encode())
        assert path.read_bytes() == name.encode()
        assert path.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == [
        "2025/2025-12 SOCSO slip ACR1.pdf",
        "2026/2026-10 SOCSO receipt RM32.60.pdf",
        "2026/2026-11-27 SOCSO letter of acknowledgement.pdf",
        "2026/2026-11-27 SOCSO letter of inquiry.pdf",
        "2026/2026-11-27 SOCSO registration letter.pdf",
    ]
    assert (tmp_path / "2026").stat().st_mode & 0o777 == 0o700


def test_names_are_safe_on_every_system() -> None:
    """Nothing in them is changed by what makes names safe, and none is reserved on Windows."""
    made = [
        receipt_name("2026-10", Decimal("1234567.80")),
        slip_name("2026-10", "ACR082260152714"),
        *(letter_name(DAY, letter) for letter in LETTERS),
    ]
    for name in made:
        assert safe_name(name) == name
        assert not PureWindowsPath(name).is_reserved()
        assert not set(name) & set('<>:"/\\|?*')


def test_the_same_content_is_kept_once_and_another_one_gets_a_second_name(tmp_path: Path) -> None:
    """However often, and in whatever order."""
    first = keep_paper(tmp_path, RECEIPT, b"one")
    second = keep_paper(tmp_path, RECEIPT, b"two")
    third = keep_paper(tmp_path, RECEIPT, b"three")
    assert [first.read_bytes(), second.read_bytes(), third.read_bytes()] == [b"one", b"two", b"three"]
    assert [path.stem[-4:] for path in (second, third)] == [" (2)", " (3)"]
    assert keep_paper(tmp_path, RECEIPT, b"two") == second
    assert len(papers_in(tmp_path)) == 3


def test_a_letter_is_kept_once_whatever_day_it_is_fetched_on(tmp_path: Path) -> None:
    """A renewed one stands beside it, with its own day."""
    letter = "Letter of successful registration.pdf"
    first = keep_paper(tmp_path, letter_name(DAY, letter), b"letter")
    later = date(2027, 1, 5)
    assert keep_paper(tmp_path, letter_name(later, letter), b"letter") == first
    keep_paper(tmp_path, letter_name(later, letter), b"renewed")
    assert names(tmp_path) == [
        "2026/2026-11-27 SOCSO registration letter.pdf",
        "2027/2027-01-05 SOCSO registration letter.pdf",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Letter of acknowledgement.pdf", letter_name(DAY, "Letter of acknowledgement.pdf")),
        ("Letter of inquiry-2.pdf", letter_name(DAY, "Letter of inquiry.pdf")),
        ("2026-10 ACR082260152714.pdf", slip_name("2026-10", "ACR082260152714")),
        ("2026-10 SOCSO receipt RM32.60-2.pdf", RECEIPT),
        ("2026-10 SOCSO receipt RM1-234.50.pdf", receipt_name("2026-10", Decimal("1234.50"))),
    ],
)
def test_what_an_earlier_version_kept_stays_where_it_is(tmp_path: Path, old: str, new: str) -> None:
    """It is the same paper under another name, and is not kept again."""
    (tmp_path / old).write_bytes(b"paper")
    assert title_of(old) == title_of(new)
    assert keep_paper(tmp_path, new, b"paper") == tmp_path / old
    assert names(tmp_path) == [old]


def test_the_same_content_of_another_month_is_kept_too(tmp_path: Path) -> None:
    """One receipt may be over two months: each has it."""
    keep_paper(tmp_path, RECEIPT, b"both")
    keep_paper(tmp_path, receipt_name("2026-09", Decimal("32.60")), b"both")
    assert len(papers_in(tmp_path)) == 2


def test_where_a_paper_stands_is_told_with_a_slash_on_every_system(tmp_path: Path) -> None:
    """So that a record can be read on another computer."""
    assert kept_as(tmp_path / "2026" / "a.pdf") == "2026/a.pdf"
    assert kept_as(tmp_path / "a.pdf") == "a.pdf"


def test_a_paper_that_was_only_half_written_is_none(tmp_path: Path) -> None:
    """After a kill it stands beside its name, and is written over or removed by the next run."""
    (tmp_path / "2026").mkdir()
    half = tmp_path / "2026" / f".{RECEIPT}"
    half.write_bytes(b"ha")
    assert papers_in(tmp_path) == []
    assert keep_paper(tmp_path, RECEIPT, b"half").read_bytes() == b"half"
    assert names(tmp_path) == [f"2026/{RECEIPT}"]
    assert not half.exists()
