"""An employee taken out of the profile: she and what is about her, and not a sign besides."""

import re
import tomllib
from pathlib import Path

import pytest

from assist_bot.errors import ProfileError
from assist_bot.profile import Whom, example_text, forget_in, papers_of, read_table, wages_of, whom_in

SITI, DEWI = Whom("SITI AMINAH", "4567"), Whom("DEWI LESTARI", "4321")

HEAD = """\
# our household
version = 1  # the form

[portal]
portal_id = "someone@example.com"

"""
SITIS = """\
# she came first
[[employee]]
name = "SITI AMINAH"   # as in the passport
passport = { number = "C1234567", expiry = 2030-04-30 }
employment_start = 2025-02-01
salary = "1500.00"
# category = "first"

[employee.documents]
passport_copy = "papers/siti.pdf"

"""
DEWIS = """\
# --- the second one ---
[[employee]]
name = "DEWI LESTARI"
passport = { number = "C7654321", expiry = 2030-04-30 }
employment_start = 2026-03-01
salary = "1700.00"

"""
TAIL = """\
# what we keep in the drawer
[documents]
form_1_employer = "papers/borang-1.pdf"   # the employer's
passport_copy = "papers/passport.pdf"
next_of_kin_form = "papers/kin.pdf"

[wages]   # the odd ones
"2026-02" = "1550.00"                     # before the second one came
"2026-04" = { "SITI AMINAH" = "1620.00", "DEWI LESTARI" = "1720.00" }  # both
"2026-05" = { "c1234567" = "1630.00" }
"2026-06" = { "DEWI LESTARI" = "1730.00" }
"""


def tight(text: str) -> str:
    """Write inline tables without the spaces inside their ends, which tomlkit may add or drop."""
    return re.sub(r"{ *", "{", re.sub(r" *}", "}", text))


def written(folder: Path, *parts: str) -> Path:
    """Write a profile."""
    file = folder / "profile.toml"
    file.write_text("".join(parts), "utf-8")
    return file


def test_one_of_two_goes_and_every_comment_about_others_stays(tmp_path: Path) -> None:
    """With her wages, under her name or her number, and those of a month in which she alone was employed."""
    file = written(tmp_path, HEAD, SITIS, DEWIS, TAIL)
    assert wages_of(read_table(file), SITI) == ["2026-02", "2026-04", "2026-05"]
    assert forget_in(file, SITI) == []
    expected = TAIL
    for hers in (
        '"2026-02" = "1550.00"                     # before the second one came\n',
        '"SITI AMINAH" = "1620.00", ',
        '"2026-05" = { "c1234567" = "1630.00" }\n',
    ):
        expected = expected.replace(hers, "")
    assert tight(file.read_text("utf-8")) == tight(f"{HEAD}# she came first\n{DEWIS}{expected}")
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_second_of_two_goes_and_the_comment_above_what_comes_next_stays(tmp_path: Path) -> None:
    """What stands just above a heading is about what follows it."""
    file = written(tmp_path, HEAD, SITIS, DEWIS, TAIL)
    forget_in(file, DEWI)
    text = file.read_text("utf-8")
    assert "# what we keep in the drawer\n[documents]" in text
    assert tight(SITIS) in tight(text)
    assert "DEWI" not in text
    assert tomllib.loads(text)["wages"] == {
        "2026-02": "1550.00",
        "2026-04": {"SITI AMINAH": "1620.00"},
        "2026-05": {"c1234567": "1630.00"},
    }


def test_the_last_one_takes_the_paths_of_her_papers_along(tmp_path: Path) -> None:
    """So that nobody's papers are ever handed in for the next one; the employer's own stay."""
    file = written(tmp_path, HEAD, SITIS, TAIL)
    forget_in(file, SITI)
    table = read_table(file)
    assert "employee" not in table
    assert table["documents"] == {"form_1_employer": "papers/borang-1.pdf"}
    assert "# the employer's" in file.read_text("utf-8")


def test_the_published_example_can_forget(tmp_path: Path) -> None:
    """With all its comments about everything else."""
    file = written(tmp_path, example_text())
    forget_in(file, SITI)
    text = file.read_text("utf-8")
    named = [line for line in text.splitlines() if "SITI" in line]
    assert [line.startswith('# "2026-11" = { "SITI AMINAH"') for line in named] == [True]
    assert forget_in(file, SITI) == [text.splitlines().index(named[0]) + 1]
    assert "# PDF, JPEG or PNG up to 5 MB" in text


def test_a_comment_that_still_names_her_is_told_by_its_line(tmp_path: Path) -> None:
    """It is the person's own; a part of another word is not her name."""
    file = written(tmp_path, HEAD, SITIS, DEWIS, "# ask Siti  Aminah about C1234567\n# SITI AMINAHS\n", TAIL)
    told = forget_in(file, SITI)
    lines = file.read_text("utf-8").splitlines()
    assert [lines[place - 1] for place in told] == ["# ask Siti  Aminah about C1234567"]


def test_who_is_not_there_changes_nothing(tmp_path: Path) -> None:
    """Also one of the same name with another passport."""
    file = written(tmp_path, HEAD, SITIS, DEWIS, TAIL)
    before = file.read_bytes()
    forget_in(file, Whom("SITI AMINAH", "0000"))
    assert file.read_bytes() == before
    assert whom_in(read_table(file)) == [SITI, DEWI]


def test_a_profile_behind_a_link_is_changed_where_it_is(tmp_path: Path) -> None:
    """The link stays one, and nothing of her stays at its end."""
    real = written(tmp_path, HEAD, SITIS, DEWIS, TAIL)
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    forget_in(link, SITI)
    assert link.is_symlink()
    assert "SITI" not in real.read_text("utf-8")


def test_employees_with_other_sections_between_them_lose_no_line(tmp_path: Path) -> None:
    """Comments may come to stand elsewhere then, for employees are written together."""
    payment = "[payment]\nbank = 'Maybank2U'\n"
    file = written(tmp_path, HEAD, SITIS, payment, DEWIS, TAIL.partition("[wages]")[0])
    forget_in(file, SITI)
    expected = HEAD + "# she came first\n" + payment + DEWIS + TAIL.partition("[wages]")[0]
    kept, wanted = (
        sorted(filter(None, tight(text).splitlines())) for text in (file.read_text("utf-8"), expected)
    )
    assert kept == wanted


def test_a_profile_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    """It is told, and she is not half taken out."""
    file = written(tmp_path, HEAD, SITIS, "[documents\n")
    before = file.read_bytes()
    with pytest.raises(ProfileError, match="cannot be read"):
        forget_in(file, SITI)
    assert file.read_bytes() == before


def test_employees_in_one_line_can_be_taken_out(tmp_path: Path) -> None:
    """Another way to write the same."""
    one = '{ name = "SITI AMINAH", passport = { number = "C1234567" } }'
    other = '{ name = "DEWI LESTARI", passport = { number = "C7654321" } }'
    file = written(tmp_path, "version = 1\n", f"employee = [{one}, {other}]\n")
    forget_in(file, SITI)
    assert whom_in(read_table(file)) == [DEWI]


@pytest.mark.parametrize(("whom", "expected"), [(SITI, ["siti.pdf"]), (DEWI, ["kin.pdf", "passport.pdf"])])
def test_papers_about_her_are_her_own_and_the_common_ones_that_nobody_else_needs(
    tmp_path: Path, whom: Whom, expected: list[str]
) -> None:
    """Only those that are there; the employer's are not hers."""
    (tmp_path / "papers").mkdir()
    for name in ("siti.pdf", "passport.pdf", "kin.pdf", "borang-1.pdf"):
        (tmp_path / "papers" / name).write_text("")
    sitis = SITIS.replace(
        "[employee.documents]\n", '[employee.documents]\nnext_of_kin_form = "papers/none.pdf"\n'
    )
    file = written(tmp_path, HEAD, sitis, DEWIS, TAIL)
    assert sorted(path.name for path in papers_of(read_table(file), whom, tmp_path)) == expected
