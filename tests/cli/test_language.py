"""`--lang ms`: Malay, where it is asked for and nowhere else."""

import pytest

from tests.cli.home import Home

ASKED = ("amount", "--month", "2026-10", "--wages", "1500")
BEFORE_DUE = {"ASSIST_BOT_NOW": "2026-11-01"}
NOTE = "belum disemak"


@pytest.mark.parametrize("typed", [("--lang", "ms", *ASKED), ("amount", "--lang=ms", *ASKED[1:])])
def test_malay_is_spoken_where_it_is_asked_for(home: Home, typed: tuple[str, ...]) -> None:
    """Before the command or after it; one line says that nobody has reviewed it."""
    ran = home.run(*typed, **BEFORE_DUE)
    assert ran.code == 0
    assert "Bagi gaji RM1,500.00 untuk Oktober 2026" in ran.stdout
    assert "selewat-lewatnya pada 15 November 2026" in ran.stdout
    assert "Kategori Pertama" in ran.stdout
    assert [line for line in ran.stderr.splitlines() if NOTE in line] == ran.stderr.splitlines()


def test_the_environment_does_not_choose(home: Home) -> None:
    """A computer set to Malay still gets the words that were reviewed."""
    ran = home.run(*ASKED, **BEFORE_DUE, LANG="ms_MY.UTF-8", LANGUAGE="ms", LC_ALL="ms_MY.UTF-8")
    assert "It is due by 15 November 2026." in ran.stdout
    assert NOTE not in ran.stderr


def test_scripts_read_the_same_names(home: Home) -> None:
    """Only the message is for people; keys, outcomes and names stay."""
    english = home.run(*ASKED, "--json", **BEFORE_DUE).result
    malay = home.run("--lang", "ms", *ASKED, "--json", **BEFORE_DUE).result
    assert english.pop("message") != malay.pop("message")
    assert english == malay


def test_what_is_to_be_mended_is_told_in_malay(home: Home) -> None:
    """With the example as it is to be typed."""
    home.write_profile(postcode='"4600"')
    ran = home.run("pay", "--dry-run", "--lang", "ms", **BEFORE_DUE)
    assert ran.code == 3
    assert "Profil anda perlu dibetulkan" in ran.stderr
    assert "bukan poskod: lima digit" in ran.stderr
    assert 'postcode = "46000"' in ran.stderr


def test_another_language_is_not_understood(home: Home) -> None:
    """English and Malay are all there is."""
    assert home.run("--lang", "id", *ASKED).code == 2
