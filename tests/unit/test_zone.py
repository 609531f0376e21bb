from datetime import date

import pytest

from assist_bot.machine_readable_zone import zone_in
from assist_bot.machine_readable_zone.zone import country
from tests.passports import lines

SPECIMEN = """\
P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10
"""
"""The one printed in ICAO 9303, part 4."""


def test_the_specimen_of_the_standard_is_read() -> None:
    """Every field of it; Utopia is no country."""
    zone = zone_in(f"REPUBLIC OF UTOPIA\n\n{SPECIMEN}")
    assert zone is not None
    assert (zone.document_number, zone.surname, zone.given_names) == ("L898902C3", "ERIKSSON", "ANNA MARIA")
    assert (zone.nationality, zone.country, zone.sex) == ("UTO", "", "female")
    assert (zone.date_of_birth, zone.expiry) == (date(1974, 8, 12), date(2012, 4, 15))
    assert zone.name == "ANNA MARIA ERIKSSON"
    assert "L898902C3" not in repr(zone)


@pytest.mark.parametrize("place", [3, 9, 15, 19, 23, 27, 30, 42, 43])
def test_a_wrong_sign_anywhere_makes_all_of_it_unreadable(place: int) -> None:
    """In the number, in a date, in the holder's own number, and in each of their check digits."""
    first, second = SPECIMEN.splitlines()
    other = "7" if second[place] != "7" else "4"
    assert zone_in(f"{first}\n{second[:place]}{other}{second[place + 1 :]}") is None


def test_what_a_machine_misreads_where_only_one_thing_may_stand_is_put_right() -> None:
    """Letters in a date, digits in a country's code, fillers as small letters, and spaces; never in a number."""
    first, second = lines().splitlines()
    misread = second.replace("301119", "3O1II9").replace("IDN", "1DN").replace("<<<<", "<cc<", 1)
    zone = zone_in(f"{first[:14]} {first[14:-9]}cceccKKcc\n{misread}")
    assert zone is not None
    assert (zone.expiry, zone.country, zone.name) == (date(2030, 11, 19), "Indonesia", "SITI AMINAH")
    assert zone_in(f"{first}\n{second.replace('C1234567', 'C12345G7')}") is None


def test_fillers_that_were_counted_wrongly_do_not_matter() -> None:
    """Where nothing else stands between the expiry and the last two digits."""
    first, second = lines().splitlines()
    zone = zone_in(f"{first[:-8]}\n{second.replace('<' * 14, '<' * 11)}")
    assert zone is not None
    assert zone.document_number == "C1234567"


def test_names_that_cannot_be_read_are_left_out() -> None:
    """Nothing guards them: without the first line, or with fillers read as letters, there are none."""
    first, second = lines().splitlines()
    for instead in ("", first.replace("<<<<", "KKKK"), first.replace("P<", "")):
        zone = zone_in(f"{instead}\n{second}")
        assert zone is not None
        assert zone.name == ""


def test_a_holder_with_one_name_has_it_as_surname() -> None:
    """As many Indonesians do."""
    zone = zone_in(lines(names="SUPARTI", sex="<"))
    assert zone is not None
    assert (zone.surname, zone.given_names, zone.name, zone.sex) == ("SUPARTI", "", "SUPARTI", "")


def test_a_date_that_no_calendar_has_is_unreadable() -> None:
    """However right its check digit is."""
    assert zone_in(lines(born="911331")) is None
    assert zone_in(lines(expiry="300230")) is None


@pytest.mark.parametrize(("born", "year"), [("741121", 1974), ("051121", 2005), ("301121", 1930)])
def test_the_century_of_birth_is_that_of_somebody_grown_up(born: str, year: int) -> None:
    """The zone has two digits for the year."""
    zone = zone_in(lines(born=born))
    assert zone is not None
    assert zone.date_of_birth.year == year


def test_countries_are_named_as_in_the_profile() -> None:
    """Those from which domestic workers come, and codes that are none."""
    codes = ("IDN", "PHL", "MMR", "KHM", "LKA", "VNM", "IND", "NPL", "BGD", "THA", "LAO", "PAK", "UTO", "")
    assert [country(code) for code in codes] == [
        *("Indonesia", "Philippines", "Myanmar", "Cambodia", "Sri Lanka", "Vietnam", "India", "Nepal"),
        *("Bangladesh", "Thailand", "Laos", "Pakistan", "", ""),
    ]
