"""Which words of a page may be shown to others."""

import pytest

from assist_bot.portal.ordinary import HIDDEN, ordinary, ordinary_words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Save as Draft", "Save as Draft"),
        ("Employer's Registration Form", "Employer's Registration Form"),
        ("SIMPAN DERAF", "SIMPAN DERAF"),
        ("Welcome, TAN MEI LING!", f"Welcome, {HIDDEN}!"),
        ("T A N", HIDDEN),
        ("page@example.com", HIDDEN),
        ("C 1 2 3", HIDDEN),
        ("Total RM43.45", f"Total {HIDDEN}"),
        ("Назван Total", f"{HIDDEN} Total"),
    ],
)
def test_ordinary_words_are_shown_and_nothing_else(text: str, shown: str) -> None:
    """English and Malay words of pages; no name, no number, no address."""
    assert ordinary(text, ordinary_words()) == shown


def test_a_name_that_is_an_ordinary_word_is_hidden_as_well() -> None:
    """Somebody may be called Page."""
    assert ordinary("Welcome, Page Total", ordinary_words(["PAGE TOTAL"])) == f"Welcome, {HIDDEN}"
