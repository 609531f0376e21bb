"""The page beside a form: what the profile says only shows, whatever it is."""

from datetime import date
from pathlib import Path

from assist_bot.forms.known import forms
from assist_bot.forms.page import page
from assist_bot.forms.values import values_for
from assist_bot.profile import load
from tests.people import write_profile

TODAY = date(2026, 11, 27)


def test_what_the_profile_says_is_only_shown(tmp_path: Path) -> None:
    """Markup in a name does nothing, and the page may load nothing but a file beside it."""
    line = '["<script>alert(1)</script>", "\\" onload=\\"x"]'
    file = write_profile(tmp_path, TODAY, "https://assist.perkeso.gov.my/employer/login", lines=line)
    profile = load(file, "pay", TODAY).profile
    shown = page(forms()[1], values_for(profile), "<b>")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<script" not in shown
    assert "default-src 'none'" in shown
    assert "https://" not in shown


def test_a_page_can_be_printed_and_speaks_both_languages(tmp_path: Path) -> None:
    """On A4; of next of kin there are as many as the profile names, and a set without values where it names none."""
    file = write_profile(tmp_path, TODAY, "https://assist.perkeso.gov.my/employer/login")
    profile = load(file, "pay", TODAY).profile
    shown = page(forms()[3], values_for(profile, profile.employees[0]), "SITI AMINAH")
    assert "@page { size: A4" in shown
    assert "Orang Tanggungan 1" in shown
    assert "Orang Tanggungan 2" not in shown
