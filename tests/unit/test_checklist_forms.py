"""From the blank to the portal ID: what the checklist says of the forms, the e-mail and the waiting."""

from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import keyring
import pytest

from assist_bot.checklist.forms import forms_section
from assist_bot.checklist.portal_id import E_MAIL, portal_id_section
from assist_bot.checklist.preparation import Preparation, preparation
from assist_bot.cli.e_mail_sent import remember_sent
from assist_bot.credentials.log_ins import LogIns
from assist_bot.errors import ProfileError
from assist_bot.forms.known import forms
from assist_bot.outcome import ChecklistItem, Standing
from assist_bot.places import Places
from assist_bot.profile import portal_of
from tests.blanks import Box, blank
from tests.people import write_profile
from tests.unit.keyrings import LockedStore, MemoryStore

FRIDAY = date(2026, 11, 27)
ID = "someone@example.com"
PORTAL_ID = forms()[0].malay
UNFINISHED = {"form_1_employer": "", "form_2_employee": "", "next_of_kin_form": ""}


@pytest.fixture(autouse=True)
def store() -> MemoryStore:
    """Give a computer with a credential store in which nothing is."""
    empty = MemoryStore()
    keyring.set_keyring(empty)
    return empty


def household(folder: Path, tail: str = "", **changes: str) -> Places:
    """Write a profile whose forms are not finished, and give its places."""
    write_profile(
        folder, FRIDAY, "https://assist.perkeso.gov.my/employer/login", tail=tail, **{**UNFINISHED, **changes}
    )
    return Places(folder, folder)


def known(here: Places, today: date = FRIDAY) -> Preparation:
    """Give what is known on a day."""
    return preparation(here.profile, here, today)


def items(here: Places, today: date = FRIDAY) -> dict[str, ChecklistItem]:
    """Give the items about forms and portal ID by their names."""
    parts = (forms_section, portal_id_section)
    return {
        item.name: item for part in parts for section in part(known(here, today)) for item in section.items
    }


def put_blank(here: Places) -> None:
    """Put the blank of the first form where blanks belong."""
    here.blanks.mkdir(exist_ok=True)
    (here.blanks / forms()[0].address.rpartition("/")[2]).write_bytes(
        blank(Box("Nama Majikan"), Box("Jawatan"))
    )


def test_each_form_is_told_with_where_its_blank_is(tmp_path: Path) -> None:
    """Its address, what to do when that is gone, the page to copy, and where the finished one is named."""
    found = items(household(tmp_path))
    whom = ("", "", ", SITI AMINAH", ", SITI AMINAH")
    assert list(found) == [
        *(f"{form.malay}{name}" for form, name in zip(forms(), whom, strict=True)),
        "Portal ID",
    ]
    for form, item in zip(forms(), found.values(), strict=False):
        assert item.state is Standing.MISSING
        assert form.address in item.remedy
        assert f'search for "{form.malay}" on https://www.perkeso.gov.my' in item.remedy
        assert f"{form.number} {form.short}" in item.remedy
        assert form.document.partition(".")[2] in item.remedy
        assert ("[[employee.next_of_kin]]" in item.remedy) == (form.key == "dependants")


def test_what_was_filled_in_and_what_was_not_is_told(tmp_path: Path) -> None:
    """Fields that stayed empty, and what has no field."""
    here = household(tmp_path)
    put_blank(here)
    item = items(here)[PORTAL_ID]
    assert item.message.startswith(f"1 fields are filled in: {here.forms / '1 Portal ID.pdf'}.")
    assert "Fields that stayed empty: Jawatan (its name is not known)." in item.message
    assert "No. Kad Pengenalan" in item.message.partition("No field was found for: ")[2]
    assert str(here.forms / "1 Portal ID - check.html") in item.remedy


def test_the_e_mail_waits_for_the_form_and_then_carries_it(tmp_path: Path) -> None:
    """The filled one, and rather the signed one once the profile names it."""
    here = household(tmp_path, '[portal_id_request]\nsigned_form = "papers/signed.pdf"\n')
    assert "waits for the form" in items(here)["Portal ID"].message
    put_blank(here)
    unsigned = items(here)["Portal ID"]
    assert "not signed yet" in unsigned.remedy
    assert attached(here) == (here.forms / "1 Portal ID.pdf").read_bytes()
    signed = (tmp_path / "papers" / "ic.pdf").read_bytes() + b"\n% signed"
    (tmp_path / "papers" / "signed.pdf").write_bytes(signed)
    found = items(here)
    assert found[PORTAL_ID].state is Standing.THERE
    assert "not signed" not in found["Portal ID"].remedy
    assert "`assist-bot prepare --sent 2026-11-27`" in found["Portal ID"].remedy
    assert "1-300-22-8000" in found["Portal ID"].remedy
    assert attached(here) == signed
    assert f"{(here.forms / E_MAIL).stat().st_mode & 0o777:o}" == "600"


def attached(here: Places) -> bytes:
    """Read what the draft carries."""
    message = message_from_bytes((here.forms / E_MAIL).read_bytes(), policy=default)
    (part,) = message.iter_attachments()
    content: bytes = part.get_content()
    return content


def test_the_portal_id_is_awaited_for_three_working_days(tmp_path: Path) -> None:
    """Over a week-end; then it is said what to do."""
    here = household(tmp_path)
    remember_sent(here, portal_of(here.profile), FRIDAY, FRIDAY)
    waiting = items(here, date(2026, 12, 2))["Portal ID"]
    assert waiting.message == "It was asked for on 27 November 2026; it is to come by 2 December 2026."
    assert "credentials set" in waiting.remedy
    late = items(here, date(2026, 12, 3))["Portal ID"]
    assert "has passed" in late.message
    assert "1-300-22-8000" in late.remedy


@pytest.mark.parametrize("how", ["stored", "given", "entered"])
def test_nothing_is_awaited_once_socso_has_answered(
    tmp_path: Path, store: MemoryStore, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """The temporary password is there, or the first visit is over; then the form is not asked for either."""
    here = household(tmp_path)
    remember_sent(here, portal_of(here.profile), FRIDAY, FRIDAY)
    if how == "stored":
        store.set_password("assist-bot", ID, "Temp-1234")
    elif how == "given":
        monkeypatch.setenv("ASSIST_BOT_PASSWORD", "Temp-1234")
    else:
        LogIns(here.state, ID).first_visit_done()
    found = items(here)
    assert [found[name].state for name in (PORTAL_ID, "Portal ID")] == [Standing.THERE] * 2
    assert not (here.forms / E_MAIL).exists()


def test_a_locked_store_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    """Whether SOCSO has answered is not known then."""
    here = household(tmp_path)
    put_blank(here)
    keyring.set_keyring(LockedStore())
    assert items(here)["Portal ID"].state is Standing.WRONG
    assert not (here.forms / E_MAIL).exists()


@pytest.mark.parametrize("sent", [date(2026, 11, 28), date(2025, 1, 1)])
def test_a_day_that_cannot_be_right_is_not_noted(tmp_path: Path, sent: date) -> None:
    """In the future, or long ago."""
    here = household(tmp_path)
    with pytest.raises(ProfileError, match="nothing was noted"):
        remember_sent(here, portal_of(here.profile), sent, FRIDAY)
    assert not here.portal_id_awaited.exists()


def test_without_a_sound_profile_everything_is_listed_and_nothing_is_written(tmp_path: Path) -> None:
    """Four forms and the portal ID."""
    here = household(tmp_path, mobile='"none"')
    assert [item.state for item in items(here).values()] == [Standing.MISSING] * 5
    assert not here.forms.exists()


def test_a_file_among_the_blanks_that_is_none_is_named(tmp_path: Path) -> None:
    """With the names that would be understood."""
    here = household(tmp_path)
    put_blank(here)
    (here.blanks / "download.pdf").write_bytes(blank(Box("Nama")))
    item = items(here)["download.pdf"]
    assert item.state is Standing.LOOK
    assert "Borang 1.pdf" in item.remedy


def test_a_finished_form_is_not_made_again(tmp_path: Path) -> None:
    """It is there, whoever filled it in."""
    here = household(tmp_path, form_1_employer='"papers/borang-1.pdf"')
    item = items(here)[forms()[1].malay]
    assert (item.state, item.message) == (
        Standing.THERE,
        f"It is finished: {tmp_path / 'papers' / 'borang-1.pdf'}",
    )
    assert not list(here.forms.glob("2 *"))
