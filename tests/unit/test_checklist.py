import re
import sys
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from assist_bot.checklist.documents import PROVIDED
from assist_bot.checklist.preparation import preparation
from assist_bot.checklist.whole import checklist
from assist_bot.machine_readable_zone import engine, read_zone
from assist_bot.outcome import ChecklistItem, Standing
from assist_bot.places import Places
from assist_bot.profile.papers import DESCRIPTIONS
from tests.passports import FONT, lines, scan
from tests.people import write_profile

TODAY = date(2026, 11, 20)
PORTAL = "http://127.0.0.1:5000/employer/login"
LINES = "Passport's two lines"
OF_THE_PROFILE = {"born": "911129", "expiry": "301119"}
"""The dates of the made-up household's employee on this day, as a passport writes them."""
needs_a_shell = pytest.mark.skipif(
    sys.platform == "win32", reason="the engine of this test is a shell script"
)
needs_tesseract = pytest.mark.skipif(
    not engine() or not FONT,
    reason="needs tesseract (Debian and Ubuntu: apt-get install tesseract-ocr) and letters of one width",
)


def items(path: Path, today: date = TODAY) -> dict[str, ChecklistItem]:
    """Give the items of the list by their names."""
    here = Places(path.parent, path.parent)
    found: dict[str, ChecklistItem] = {}
    for section in checklist(preparation(path, here, today)):
        for item in section.items:
            found.setdefault(item.name, item)
    return found


def household(folder: Path, passport: Image.Image | None = None, **changes: str) -> Path:
    """Write a sound profile, with this as the scan of the passport where there is one."""
    name = "passport.png" if passport else "passport.pdf"
    profile = write_profile(folder, TODAY, PORTAL, passport_copy=f'"papers/{name}"', **changes)
    if passport:
        passport.save(folder / "papers" / "passport.png")
    return profile


def test_without_a_profile_the_whole_list_is_missing(tmp_path: Path) -> None:
    """Nothing but what the portal provides is there; each item has its remedy."""
    found = items(tmp_path / "profile.toml")
    assert {name for name, item in found.items() if item.state is Standing.THERE} == set(PROVIDED)
    assert {*DESCRIPTIONS.values(), "Profile", "Temporary password", "Passport and work permit"} <= set(found)
    assert {item.state for name, item in found.items() if name not in PROVIDED} == {Standing.MISSING}


def test_the_eight_documents_stand_in_the_guides_order(tmp_path: Path) -> None:
    """Two that the portal provides, and six of the household's own."""
    known = preparation(household(tmp_path), Places(tmp_path, tmp_path), TODAY)
    *_, eight = checklist(known)
    assert [item.name for item in eight.items] == [*PROVIDED, *DESCRIPTIONS.values()]
    assert [item.state for item in eight.items] == [Standing.THERE] * 8


def test_a_profile_that_is_wrong_in_places_is_still_gone_through(tmp_path: Path) -> None:
    """Every mistake is an item, and the papers that it names are judged all the same."""
    found = items(household(tmp_path, salary='"much"', work_permit="", mobile=""))
    assert found["Profile"].state is Standing.WRONG
    assert "salary" in " ".join(name for name, item in found.items() if item.state is Standing.WRONG)
    assert found["Work permit valid"].state is Standing.MISSING
    assert found["Copy of Identity Card"].state is Standing.THERE


@pytest.mark.parametrize(
    ("days", "state", "said"),
    [(-1, Standing.WRONG, "expired on 19 November 2026"), (0, Standing.LOOK, "days left: 0"),
     (90, Standing.LOOK, "days left: 90"), (91, Standing.THERE, "Until 19 February 2027")],
)  # fmt: skip
def test_passport_and_permit_are_valid_today_and_for_months(
    tmp_path: Path, days: int, state: Standing, said: str
) -> None:
    """Up to the last day; ninety days before it the renewal is to be begun."""
    last = TODAY + timedelta(days=days)
    profile = write_profile(
        tmp_path,
        TODAY,
        PORTAL,
        passport=f'{{ number = "C1234567", expiry = {last} }}',
        work_permit=f'{{ number = "PE1234567", start = 2026-02-01, expiry = {last} }}',
    )
    found = items(profile)
    for name in ("Passport valid", "Work permit valid"):
        assert found[name].state is state
        assert said in found[name].message


def test_a_permit_that_is_not_valid_yet_is_wrong(tmp_path: Path) -> None:
    """The one that is valid now is asked for."""
    permit = '{ number = "PE1234567", start = 2026-12-01, expiry = 2027-12-01 }'
    found = items(household(tmp_path, work_permit=permit))
    assert found["Work permit valid"].state is Standing.WRONG
    assert "not valid before 1 December 2026" in found["Work permit valid"].message


def test_blank_coarse_and_absent_scans_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with its own remedy."""
    monkeypatch.setenv("PATH", str(tmp_path))
    blank = household(tmp_path / "blank", Image.new("L", (1240, 1754), 240))
    coarse = household(tmp_path / "coarse", scan(lines()).resize((800, 565)))
    gone = household(tmp_path / "gone")
    (tmp_path / "gone" / "papers" / "passport.pdf").unlink()
    found = [items(profile)["Worker's Passport copy"] for profile in (blank, coarse, gone)]
    assert [item.state for item in found] == [Standing.WRONG, Standing.LOOK, Standing.MISSING]
    assert all(item.remedy for item in found)


@needs_tesseract
def test_a_passport_that_is_the_profiles_is_found_to_be_so(tmp_path: Path) -> None:
    """Read from the picture, upright or lying on its side."""
    picture = scan(lines(number="C1234567", **OF_THE_PROFILE))
    profile = household(tmp_path, picture)
    assert tomllib.loads(profile.read_text())["employee"][0]["date_of_birth"] == date(1991, 11, 29)
    assert items(profile)[LINES].state is Standing.THERE
    picture.rotate(90, expand=True).save(tmp_path / "papers" / "passport.png")
    zone = read_zone(tmp_path / "papers" / "passport.png")
    assert zone is not None
    assert (zone.document_number, zone.country) == ("C1234567", "Indonesia")


@pytest.fixture
def engine_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a program in tesseract's place that reads, on whatever picture, what it is told to."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def reads(text: str) -> None:
        (folder / "tesseract").write_text(f"#!/bin/sh\ncat > /dev/null\ncat <<'END'\n{text}\nEND\n")
        (folder / "tesseract").chmod(0o755)

    return reads


@needs_a_shell
@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"number": "C1234576"}, "another number"),
        ({"expiry": "250118"}, "another expiry (18 January 2025)"),
        ({"born": "880305"}, "another date of birth"),
    ],
)
def test_another_passport_than_the_profiles_is_wrong(
    tmp_path: Path, engine_reads: Callable[[str], None], other: dict[str, str], said: str
) -> None:
    """What differs is named; no number is."""
    engine_reads(lines(**{**OF_THE_PROFILE, **other}))
    item = items(household(tmp_path, scan("")))[LINES]
    assert (item.state, said in item.message) == (Standing.WRONG, True)
    assert not re.search(r"C12345", item.message + item.remedy)


@needs_a_shell
def test_the_name_in_the_passport_is_told_where_it_is_another(
    tmp_path: Path, engine_reads: Callable[[str], None]
) -> None:
    """In whatever order its words stand; it stops nothing, for no check digit guards it."""
    profile = household(tmp_path, scan(""))
    known = preparation(profile, Places(tmp_path, tmp_path), TODAY)
    for names, state in (("SITI<<AMINAH", Standing.THERE), ("SITI<<AMINATA", Standing.LOOK)):
        engine_reads(lines(names=names, **OF_THE_PROFILE))
        _, scans, *_ = checklist(known)
        found = [item for item in scans.items if item.name == LINES]
        assert [item.state for item in found] in ([Standing.THERE], [Standing.THERE, Standing.LOOK])
        assert found[-1].state is state


@needs_a_shell
def test_a_zone_with_a_wrong_check_digit_is_not_believed(
    tmp_path: Path, engine_reads: Callable[[str], None]
) -> None:
    """It is for the person to compare; it is neither right nor wrong."""
    first, second = lines(**OF_THE_PROFILE).splitlines()
    engine_reads(f"{first}\n{second[:27]}9{second[28:]}")
    item = items(household(tmp_path, scan("")))[LINES]
    assert item.state is Standing.LOOK
    assert "cannot be read" in item.message


def test_without_a_program_that_reads_pictures_the_person_is_told_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And compares; everything else is looked at as ever. A zone that is text needs no such program."""
    monkeypatch.setenv("PATH", str(tmp_path))
    item = items(household(tmp_path, scan(lines())))[LINES]
    assert item.state is Standing.LOOK
    assert "nstall tesseract" in item.remedy


@needs_a_shell
def test_an_engine_that_never_ends_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine_reads: Callable[[str], None]
) -> None:
    """After its seconds; then the lines count as not readable."""
    engine_reads("END\nexec sleep 60\ncat <<'END'")
    monkeypatch.setattr("assist_bot.machine_readable_zone.reading.MOST_SECONDS", 0.3)
    scan(lines()).save(tmp_path / "passport.png")
    assert read_zone(tmp_path / "passport.png") is None
