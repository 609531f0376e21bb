"""The portal in Malay: everything a person reads is translated, nothing that a form sends is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.mock_portal.language import FOR_SCRIPTS, MALAY, in_malay, messages_in_malay, page_in_malay
from tests.mock_portal.applicant import PASSWORD, applicant, newcomer

HOME = "/web/base/myassist"

TEMPLATES = Path(__file__).parents[2] / "fixtures" / "mock_portal" / "templates"
STAYS = {
    "EN", "BM", "ASSIST", "MyASSIST", "Status", "FPX", "Bank", "RESIT RASMI", "FPX Transaksi ID", "SKBBK (RM)", "ACR",
    "PERTUBUHAN KESELAMATAN SOSIAL", "PROCEED", "Login", "- ASSIST", "System Maintenance",
}  # fmt: skip
"""What is the same in both languages, or what the real portal calls it is not known."""
COMMAND = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
LABEL = re.compile(r'\b(?:text|drop|date|phones|address|button|fact)\("([^"]+)"')
"""A field or a button that a template has made for it."""


def told_by(template: str) -> Iterator[str]:
    """Give the fixed texts of a template."""
    yield from LABEL.findall(template)
    markup = re.sub(
        r"<script>.*?</script>", "", VALUE.sub("\0", COMMAND.sub("<!>", template)), flags=re.DOTALL
    )
    for text in re.findall(r">([^<>]+)<", markup):
        words = " ".join(text.replace("&nbsp;", "").split())
        if "\0" not in words and re.search(r"[A-Za-z]{2}", words):
            yield words


@pytest.mark.parametrize(
    "template",
    [
        path
        for path in TEMPLATES.rglob("*.html")
        if path.parent.name != "bank" and path.name != "error_500.html"
    ],
    ids=lambda path: path.stem,
)
def test_every_text_of_every_page_has_its_malay(template: Path) -> None:
    """Titles, labels, buttons, columns and notices."""
    missing = {text for text in told_by(template.read_text("utf-8")) if text not in MALAY} - STAYS
    assert not missing


def test_what_the_pages_scripts_say_has_its_malay() -> None:
    """They are told when the page is loaded."""
    assert set(FOR_SCRIPTS) <= set(MALAY)


def test_a_page_is_translated_and_sends_what_it_sent() -> None:
    """Texts, placeholders and titles change; values, scripts and what is not known stay."""
    page = (
        '<label>Gender (M/F) <b>*</b></label><option>Male</option><option value="F"> Female </option>'
        '<input placeholder="Email Address" value="Male"><a title="Receipt">SAVE &amp; CONTINUE</a>'
        "<script>say('<b>SAVE</b>')</script><td>10/2026</td><td>20/10/2026</td><td>SITI</td>"
    )
    assert page_in_malay(page) == (
        "<label>Jantina (L/P) <b>*</b></label>"
        '<option value="Male">Lelaki</option><option value="F"> Perempuan </option>'
        '<input placeholder="Alamat E-mel" value="Male"><a title="Resit">SIMPAN &amp; TERUSKAN</a>'
        "<script>say('<b>SAVE</b>')</script><td>Oktober 2026</td><td>20/10/2026</td><td>SITI</td>"
    )


def test_messages_of_background_answers_are_translated() -> None:
    """With the names that stand in them."""
    assert in_malay("ic.pdf has been successfully uploaded") == "ic.pdf telah berjaya dimuat naik"
    assert in_malay('Please upload "Next of Kins Form" before preview page') == (
        'Sila muat naik "Borang Waris" sebelum halaman pratonton'
    )
    told = {"errors": {"name": "This field cannot be blank."}, "options": ["Individual"]}
    assert messages_in_malay(told) == {
        "errors": {"name": "Ruangan ini tidak boleh dikosongkan."},
        "options": ["Individual"],
    }


def test_the_malay_edition_offers_no_english_and_takes_no_notice_of_it() -> None:
    """Before the log-in there is no EN; behind it EN leads to the same page in Malay."""
    person = newcomer()
    person.practice.edition = "malay"
    assert ">EN</a>" not in person.page("/employer/login")
    person.first_visit()
    assert ">EN</a>" in person.page(HOME)
    page = person.page(f"/c/portal/update_language?languageId=EN&redirect={HOME}")
    assert "Laman Saya" in page
    assert "My Sites" not in page


def test_bm_is_remembered_for_the_person() -> None:
    """In the ordinary edition both languages are offered everywhere; the next log-in is in the one chosen."""
    person = applicant()
    assert ">BM</a>" in person.page("/employer/login")
    person.page("/c/portal/update_language?languageId=BM")
    person.page("/c/portal/logout")
    assert "EMPLOYER LOGIN" in person.page("/employer/login")
    person.log_in(PASSWORD)
    assert "Laman Saya" in person.page(HOME)


def test_the_portal_of_2018_has_nothing_that_came_later() -> None:
    """No link for the first registration of a portal ID, no SHORT CONTRIBUTION, and bars that are no headings."""
    person = applicant()
    assert "Portal ID Registration (First Time User)" in person.page("/employer/login")
    assert '<h4 class="sectionBar">' in person.page(HOME)
    person.practice.edition = "recorded"
    assert "Portal ID Registration (First Time User)" not in person.page("/employer/login")
    assert '<div class="sectionBar">Task Inbox</div>' in person.page(HOME)
    pending = person.page("/web/contribution/add")
    assert "ARREARS CONTRIBUTION" in pending
    assert "SHORT CONTRIBUTION" not in pending
