"""The pictures of whole runs, read by a machine: nothing that has to be hidden is written on them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from assist_bot.cli.rehearsing import PASSWORD
from assist_bot.portal.camera import Camera
from tests.flows.conftest import Settle
from tests.flows.household import Household
from tests.flows.paying import Payer
from tests.flows.person import ScriptedPerson
from tests.flows.registrations import register_once
from tests.reading_pictures import NOT_HERE, TESSERACT, shows, written_on

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(TESSERACT is None, reason=NOT_HERE)]

LOOK = "body { font: 13px/1.45 Arial, Helvetica, sans-serif; } b, input { font-size: 13px; }"


def forbidden(home: Household) -> list[str]:
    """List what no picture may show: all of each secret, and of each number what comes before its ending."""
    secrets = [PASSWORD, home.account.password, home.account.answer]
    employee = home.profile.employees[0]
    numbers = [home.profile.employer.mykad, employee.passport.number, employee.work_permit.number]
    assert all(secrets)
    assert all(numbers)
    return [str(secret) for secret in secrets] + [str(number)[:-3] for number in numbers]


def pictures(home: Household) -> list[Path]:
    """Find the pictures of all the runs of a household."""
    return sorted((home.folder / "runs").glob("**/*.png"))


@pytest.fixture
def household(settled: Settle, person: ScriptedPerson) -> Household:
    """Have a household that has registered, from the first visit on, and paid."""
    home = settled()
    register_once(home, person)
    Payer(home, person).pay()
    return home


def test_no_picture_of_a_run_shows_a_secret_or_a_whole_number(household: Household) -> None:
    """Every page from the first visit to the receipt; and the reader sees names, amounts and endings on them."""
    taken = pictures(household)
    assert len(taken) > 20
    everything = ""
    for picture in taken:
        read = written_on(picture.read_bytes())
        seen = [value for value in forbidden(household) if shows(read, value)]
        assert not seen, f"{picture.name} shows {seen}"
        everything += read
    for value in ("SITI AMINAH", "1500.00", "4567", "5566", "Identification No", "October 2026"):
        assert shows(everything, value), f"nobody can read {value}"


def test_the_reader_sees_what_is_not_hidden(household: Household, page: Page) -> None:
    """Each of the values that are looked for, planted on a page; on the picture that the bot takes of it, none."""
    values = forbidden(household)
    boxes = "".join(f"<p>See <b>{value}</b> and <input size=40 value='{value}'></p>" for value in values)
    page.set_content(f"<style>{LOOK}</style>{boxes}")
    read = written_on(page.screenshot(full_page=True))
    assert [value for value in values if not shows(read, value)] == []
    masks = [{"pattern": value.lower(), "kept": 0} for value in values]
    hidden = Camera().picture(page, masks)  # type: ignore[arg-type]
    assert hidden
    read = written_on(hidden)
    assert [value for value in values if shows(read, value)] == []
