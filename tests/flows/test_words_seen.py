"""Under which names the portal shows its words: noted at the portal itself, and never on the practice portal."""

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from assist_bot.browser import portal_on, remember_words
from assist_bot.journal import Journal
from assist_bot.portal.portal import Portal
from assist_bot.portal.seen_words import seen_words
from assist_bot.profile import PortalAccess

LIVE = "https://assist.perkeso.gov.my/employer/login"
PRACTICE = "http://127.0.0.1:9/employer/login"
DAY = "2026-11-20"
PAGE = """
<a href="#">Laman Saya</a>
<h2>Employer Contribution Pending List</h2>
<table><tr><th>Bulan Caruman</th><th>No. ACR</th></tr><tr><td>Oktober 2026</td><td>ACR1</td></tr></table>
<h2>Caruman Pekerja</h2><label>Salary (RM) * <input></label>
<h2>SITI AMINAH</h2><p>Kod Majikan: <b>E1</b></p>
"""


def look_about(page: Page, address: str, folder: Path) -> Portal:
    """Find a button, sections, columns, a box and a value on a page of the portal at this address."""
    journal = Journal.begin(
        folder / "runs", "pay", dry_run=True, now=datetime.fromisoformat(f"{DAY}T10:00+08:00"), version="test"
    )
    access = PortalAccess(portal_id="someone@example.com", url=address)
    portal = portal_on(page, access, journal, folder / "words.toml", read_only=True)
    page.set_content(PAGE)
    portal.click("My Sites")
    portal.section("Employer Contribution Pending List").rows("Contribution Month", "ACR No.")
    portal.section("Employee Contributions").fill("Salary (RM)", "1500.00")
    portal.section("SITI AMINAH").read("Employer Code")
    return portal


def test_what_the_portal_shows_is_remembered_by_the_name_it_goes_under(page: Page, tmp_path: Path) -> None:
    """Button, sections, columns, boxes and labels; the employee's name, which is no word of the portal, is not."""
    file = tmp_path / "seen_words.json"
    remember_words(file, look_about(page, LIVE, tmp_path))
    assert seen_words(file) == {
        "my sites": {"laman saya": DAY},
        "employer contribution pending list": {"employer contribution pending list": DAY},
        "contribution month": {"bulan caruman": DAY},
        "acr no.": {"no. acr": DAY},
        "employee contributions": {"caruman pekerja": DAY},
        "salary (rm)": {"salary (rm)": DAY},
    }


@pytest.mark.parametrize("address", [PRACTICE])
def test_the_practice_portal_proves_nothing(page: Page, tmp_path: Path, address: str) -> None:
    """What it shows is what we assumed."""
    file = tmp_path / "seen_words.json"
    remember_words(file, look_about(page, address, tmp_path))
    assert not file.exists()
