"""The pictures of whole runs, read by a machine: nothing that has to be hidden is written on them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from assist_bot.cli.rehearsing import PASSWORD
from assist_bot.hiding import mask_for
from assist_bot.portal.camera import Camera, MaskWords
from tests.flows.conftest import Settle
from tests.flows.household import Household
from tests.flows.paying import Payer
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import register_once
from tests.reading_pictures import NOT_HERE, TESSERACT, shows, written_on

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(TESSERACT is None, reason=NOT_HERE)]

READABLE = ("SITI AMINAH", "TAN MEI LING", "1500.00", "4567", "5566", "Identification No", "10/2026")
ENDING = 4
PLANTED = (PASSWORD, "Kx7!mq2Zpw#4", "tembikai", "850101-14-5566", "C1234567", "PE1234567", "123456789")


def whole_secrets(home: Household) -> list[str]:
    """List what no picture may show at all: the passwords, old and new, and the security answer."""
    secrets = [PASSWORD, home.account.password, home.account.answer]
    assert all(secrets)
    return [str(secret) for secret in secrets]


def beginnings(home: Household) -> list[str]:
    """List what no picture may show of the numbers: each as far as one character of its ending."""
    employer, employee = home.profile.employer, home.profile.employees[0]
    numbers = (employer.mykad, employee.passport.number, employee.work_permit.number, employer.mobile_digits)
    assert all(numbers)
    return [str(number)[: 1 - ENDING] for number in numbers]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Take another picture of every page just before the bot does, on which nothing is hidden."""
    taken, hiding = list[bytes](), Camera.picture

    def both(camera: Camera, page: Page, masks: Sequence[MaskWords]) -> bytes | None:
        taken.append(page.screenshot(full_page=True, animations="disabled"))
        return hiding(camera, page, masks)

    monkeypatch.setattr(Camera, "picture", both)
    return taken


def unread(pictures: Sequence[bytes], values: Sequence[str]) -> list[str]:
    """Give what can be read on none of the pictures; no more of them are read than it takes."""
    left = list(values)
    for picture in pictures:
        if not left:
            break
        read = written_on(picture)
        left = [value for value in left if not shows(read, value)]
    return left


def test_no_picture_of_a_run_shows_a_secret_or_a_whole_number(
    settled: Settle, person: ScriptedPerson, bare: list[bytes]
) -> None:
    """From the first visit to the receipt; names, amounts and endings are read, and on bare pictures the numbers."""
    home = settled()
    register_once(home, person)
    Payer(home, person).pay()
    taken = sorted((home.folder / "runs").glob("**/*.png"))
    read = {_named(picture): written_on(picture.read_bytes()) for picture in taken}
    for value in (*whole_secrets(home), *beginnings(home)):
        assert [name for name, text in read.items() if shows(text, value)] == [], value
    assert [value for value in READABLE if not shows("\n".join(read.values()), value)] == []
    assert unread(bare, [*beginnings(home), str(home.account.answer)]) == []


def _named(picture: Path) -> str:
    return f"{picture.parent.name}/{picture.name}"


def test_the_reader_sees_what_is_not_hidden(page: Page) -> None:
    """Passwords, words and numbers, planted on a page; on the picture that the bot takes of it, none."""
    boxes = "".join(
        f"<p>See <b>{value}</b> and <input size=40 value='{value}'></p><p>or <i>{value}</i></p>"
        for value in PLANTED
    )
    page.set_content(f"<style>* {{ font: 13px/1.45 Arial, Helvetica, sans-serif }}</style>{boxes}")
    assert unread([page.screenshot(full_page=True)], PLANTED) == []
    masks = [mask for mask in map(mask_for, PLANTED) if mask]
    hidden = Camera().picture(page, [{"pattern": mask.pattern, "kept": mask.kept} for mask in masks])
    assert hidden
    assert unread([hidden], PLANTED) == list(PLANTED)
