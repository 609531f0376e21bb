"""A blank with fields filled in: each value in the one field that is certainly meant, and nowhere else."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfWriter

from assist_bot.forms.blank import blank_in, form_of, opened
from assist_bot.forms.filling import fill
from assist_bot.forms.known import Form, folded, forms
from assist_bot.forms.making import Made, make
from assist_bot.forms.placing import names_of, place
from assist_bot.profile import ForeignEmployee, Profile, load
from tests.blanks import Box, blank, flat
from tests.people import write_profile

TODAY = date(2026, 11, 27)
KIN = """
[[employee.next_of_kin]]
name = "AHMAD WIBOWO"
relationship = "husband"
date_of_birth = 1988-07-21
identity_number = "3374012107880001"
"""
PORTAL_ID, BORANG_1, LAMPIRAN_C, DEPENDANTS = forms()

Making = Callable[..., Made]


@pytest.fixture
def made(tmp_path: Path) -> Making:
    """Put a blank beside a profile, and make the form."""
    file = write_profile(tmp_path, TODAY, "https://assist.perkeso.gov.my/employer/login")
    file.write_text(file.read_text("utf-8").replace("[documents]", f"{KIN}\n[documents]"), "utf-8")
    profile = load(file, "pay", TODAY).profile

    def make_it(form: Form, *contents: bytes) -> Made:
        (tmp_path / "blanks").mkdir(exist_ok=True)
        for number, content in enumerate(contents):
            (tmp_path / "blanks" / f"{form.short} ({number}).pdf").write_bytes(content)
        return make(form, profile, _about(form, profile), file)

    return make_it


def _about(form: Form, profile: Profile) -> ForeignEmployee | None:
    return profile.employees[0] if form.about == "employee" else None


def held(made: Made) -> dict[str, str]:
    """Open the filled form again and read what stands in it."""
    assert made.pdf
    fields = opened(made.pdf.read_bytes()).get_fields() or {}
    return {name: str(field.value) for name, field in fields.items() if field.value and field.value != "/Off"}


def why(made: Made) -> dict[str, str]:
    """Tell why each field stayed empty."""
    assert made.placing
    return {each.shown: each.why for each in made.placing.left}


@pytest.mark.parametrize(
    "names",
    [
        ("Nama Majikan", "No. Kad Pengenalan", "Poskod", "No. Telefon Bimbit", "Alamat Surat-menyurat 2"),
        ("Employer's Name", "Identification_No", "POSTCODE", "mobileNo", "postalAddress2"),
        ("form1[0].p1[0].NAMA_MAJIKAN[0]", "No. K/P", "poskod", "Mobile Number", "Postal Address 2"),
    ],
)
def test_fields_are_found_by_their_names_in_both_languages(made: Making, names: tuple[str, ...]) -> None:
    """However they are written, and read back from the new PDF."""
    filled = made(BORANG_1, blank(*map(Box, names)))
    assert list(held(filled).values()) == [
        *("TAN MEI LING", "850101-14-5566", "46000", "0123456789", "TAMAN DAMAI"),
    ]


def test_fields_without_a_telling_name_are_found_by_their_tooltip(made: Making) -> None:
    """As many programs number the fields that they make."""
    filled = made(LAMPIRAN_C, blank(Box("Text1", "Nama Pekerja"), Box("Text2", "Tarikh Tamat Permit Kerja")))
    assert held(filled)["Text1"] == "SITI AMINAH"
    assert held(filled)["Text2"] == "15/06/2027"


def test_next_of_kin_go_into_their_numbered_fields(made: Making) -> None:
    """The second set stays empty, for the profile names one person."""
    boxes = [
        Box(f"{name} {number}") for number in (1, 2) for name in ("Nama", "Hubungan", "No. Kad Pengenalan")
    ]
    assert held(made(DEPENDANTS, blank(*boxes))) == {
        "Nama 1": "AHMAD WIBOWO",
        "Hubungan 1": "SUAMI",
        "No. Kad Pengenalan 1": "3374012107880001",
    }


def test_what_is_not_certain_stays_empty_and_is_listed(made: Making) -> None:
    """Two of one meaning, one of two meanings, an unknown name, too little room, a tick, a signature."""
    filled = made(
        LAMPIRAN_C,
        blank(
            Box("a", "Nama Pekerja"),
            Box("b", "Name of Employee"),
            Box("Passport No", "Work Permit No"),
            Box("Nama Ibu"),
            Box("Gaji", longest=3),
            Box("Jantina", kind="tick"),
            Box("Tandatangan", kind="/Sig"),
            Box("Warganegara"),
        ),
    )
    assert held(filled) == {"Warganegara": "INDONESIA"}
    assert why(filled) == {
        "Nama Pekerja": "several fields have this name",
        "Name of Employee": "several fields have this name",
        "Work Permit No": "its name may mean several things",
        "Nama Ibu": "its name is not known",
        "Gaji": "the text is too long for it",
        "Jantina": "a box to tick",
        "Tandatangan": "it is signed by hand",
    }
    assert {"Nama Pekerja", "No. Pasport", "Gaji (RM)"} <= {field.malay for field in filled.by_hand}
    shown = filled.page.read_text("utf-8")
    assert "Nama Ibu" in shown
    assert shown.count("Not filled in: write it by hand.") == len(filled.by_hand)


def test_a_choice_is_made_where_it_is_certain(made: Making) -> None:
    """In a list and among round buttons, in either language; not where none of them is meant."""
    filled = made(
        LAMPIRAN_C,
        blank(
            Box("Warganegara", kind="/Ch", options=("Filipina", "Indonesia")),
            Box("Gender", kind="radio", options=("Male", "Female")),
            Box("Pekerjaan", kind="/Ch", options=("Tukang Kebun", "Pemandu")),
        ),
    )
    assert held(filled) == {"Warganegara": "Indonesia", "Gender": "/Female"}
    assert why(filled) == {"Pekerjaan": "none of its choices is certain"}


def test_a_field_with_one_box_for_each_digit_takes_the_digits_alone(made: Making) -> None:
    """Of a MyKad and of a date; never of anything else."""
    filled = made(LAMPIRAN_C, blank(Box("No KP Majikan", longest=12), Box("Tarikh Lahir", longest=8)))
    assert held(filled)["No KP Majikan"] == "850101145566"
    assert len(held(filled)["Tarikh Lahir"]) == len("06121991")


def test_an_address_stands_there_once(made: Making) -> None:
    """As a whole where there is one field, in parts where there are several."""
    whole = made(BORANG_1, blank(Box("Alamat")))
    assert held(whole) == {"Alamat": "12 JALAN MERANTI, TAMAN DAMAI"}
    assert "Alamat Surat-menyurat 1" not in {field.malay for field in whole.by_hand}
    (whole.page.parents[1] / "blanks" / "Borang 1 (0).pdf").write_bytes(blank(Box("Alamat"), Box("Alamat 2")))
    assert whole.pdf
    whole.pdf.unlink()
    assert held(made(BORANG_1)) == {"Alamat 2": "TAMAN DAMAI"}


def test_what_stands_in_a_blank_already_stays(made: Making) -> None:
    """It is not written over."""
    filled = made(BORANG_1, blank(Box("Nama Majikan", held="SOMEBODY"), Box("Poskod")))
    assert held(filled) == {"Nama Majikan": "SOMEBODY", "Poskod": "46000"}
    assert why(filled) == {"Nama Majikan": "something stands in it already"}


def test_a_filled_form_to_which_the_person_added_something_stays(made: Making) -> None:
    """Until the profile or the blank is newer."""
    first = made(BORANG_1, blank(Box("Poskod"), Box("Jawatan")))
    assert first.pdf
    mine = blank(Box("Poskod", held="46000"), Box("Jawatan", held="MINE"))
    first.pdf.write_bytes(mine)
    assert held(made(BORANG_1)) == {"Poskod": "46000", "Jawatan": "MINE"}


def test_two_fields_of_one_name_in_different_groups_both_stay_empty(made: Making) -> None:
    """The library that fills in goes by that name alone, and would fill in both."""
    filled = made(
        LAMPIRAN_C,
        blank(Box("Nama Pekerja"), Box("Nama Pekerja", under="Ibu"), Box("Gender", under="Pekerja")),
    )
    assert held(filled) == {"Pekerja.Gender": "PEREMPUAN"}
    assert why(filled) == {"Nama Pekerja": "several fields have this name"}


@pytest.mark.parametrize(
    ("contents", "told"),
    [
        ([], "no blank of it is there"),
        ([flat()], "Borang 1 (0).pdf has no fields to be filled in"),
        ([blank(Box("Nama Ibu"))], "Borang 1 (0).pdf has no field whose name is known"),
        ([b"%PDF-1.4 broken"], "Borang 1 (0).pdf cannot be opened as a PDF"),
        (
            [flat(), flat("another")],
            "several different blanks of it are there: Borang 1 (0).pdf, Borang 1 (1).pdf",
        ),
    ],
)
def test_without_a_blank_to_fill_in_there_is_a_page_to_copy(
    made: Making, contents: list[bytes], told: str
) -> None:
    """In the form's order, in Malay and English, and it is said why."""
    copied = made(BORANG_1, *contents)
    assert (copied.pdf, copied.trouble) == (None, told)
    shown = copied.page.read_text("utf-8")
    places = [
        shown.index(each) for each in ("Entiti Perniagaan", "850101-14-5566", "46000", "No. Telefon Bimbit")
    ]
    assert places == sorted(places)
    assert "Business Entity" in shown
    assert "by hand." not in shown


def test_the_files_are_their_owners_alone(made: Making) -> None:
    """Folders 0700, files 0600, and nothing half-written is left."""
    filled = made(DEPENDANTS, blank(Box("Nama 1")))
    assert filled.pdf
    folder = filled.pdf.parent
    assert f"{folder.stat().st_mode & 0o777:o}" == "700"
    assert {f"{path.stat().st_mode & 0o777:o}" for path in folder.iterdir()} == {"600"}
    assert sorted(path.name for path in folder.iterdir()) == [
        "4 Orang Tanggungan SITI AMINAH - check.html",
        "4 Orang Tanggungan SITI AMINAH.pdf",
    ]


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.key)
def test_a_blank_is_known_by_the_name_that_socso_gives_it(form: Form) -> None:
    """As it comes from its address, and by the short name that is proposed."""
    named = form.address.rpartition("/")[2]
    for name in (named, named.replace(".pdf", " (1).pdf"), f"{form.short}.pdf"):
        assert form_of(Path(name)) == form


@pytest.mark.parametrize(
    "name",
    ["Borang_1A.pdf", "Borang_SIP_1-Borang_Pendaftaran_Majikan.pdf", "scan.pdf", "borang 1 lampiran c.pdf"],
)
def test_another_file_is_no_blank(name: str) -> None:
    """Nor is one that may be two of them."""
    assert form_of(Path(name)) is None


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.key)
def test_each_known_name_means_one_thing(form: Form) -> None:
    """Within a form; otherwise neither could ever be filled in."""
    doubled = {" ".join(words): fields for words, fields in names_of(form).items() if len(fields) > 1}
    assert not doubled
    assert () not in names_of(form)


def test_short_forms_read_as_one_word() -> None:
    """I.C., K/P and e-mel."""
    assert folded("No. K/P") == folded("Nombor I.C.") == folded("no_ic")
    assert folded("E-mel") == folded("EMAIL")


def test_a_blank_that_means_harm_is_none(tmp_path: Path) -> None:
    """Far too large, locked with a password, or with a field that holds itself."""
    big, locked, circle = (tmp_path / name for name in ("big.pdf", "locked.pdf", "circle.pdf"))
    with big.open("wb") as file:
        file.truncate(30_000_000)
    writer = PdfWriter(clone_from=io.BytesIO(blank(Box("Poskod"))))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(locked)
    circle.write_bytes(blank(Box("Poskod", under="in itself", around=True)))
    assert [blank_in(path) for path in (big, locked)] == [None, None]
    found = blank_in(circle)
    assert found is None or {field.name for field in found.fields} <= {"in itself.Poskod"}


def test_a_blank_that_anybody_may_open_is_filled_in(tmp_path: Path) -> None:
    """Though not everybody may change it."""
    writer = PdfWriter(clone_from=io.BytesIO(blank(Box("Poskod"))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(tmp_path / "borang 1.pdf")
    found = blank_in(tmp_path / "borang 1.pdf")
    assert found
    content, placing = fill(found.content, place(found.fields, BORANG_1, {"employer.postcode": ("46000",)}))
    assert [each.text for each in placing.placed] == ["46000"]
    assert (opened(content).get_fields() or {})["Poskod"].value == "46000"
