"""What stands on a page is read as a person reads it: its values, its titles, the rows of its lists."""

import pytest

from assist_bot.errors import PortalChanged
from tests.portal.gallery import Gallery

AMOUNT = r"[\d,]+\.\d\d"
TOTAL = "<dl><dt>Total</dt><dd>92.90</dd></dl>"
EXPLAINED = "<dl><dt>Total</dt><dd>This is explained in the booklet.</dd></dl>"


@pytest.mark.parametrize(
    "page",
    [
        f"{TOTAL}<div>{EXPLAINED}</div>",
        f"<div>{EXPLAINED}</div>{TOTAL}",
        f"<aside>{EXPLAINED}</aside><dl id='late'></dl><script>setTimeout(() => late.innerHTML = '{TOTAL}', 250)</script>",
        "<div><b>To</b><b>tal</b> <b>92.90</b></div>",
        "<p>Total<br><b>92.90</b><br>To be paid by the 15th</p>",
    ],
)
def test_an_amount_is_told_from_an_explanation(gallery: Gallery, page: str) -> None:
    """Of several things beside a label the one that is an amount is meant, also when it comes later."""
    assert gallery.show(page).read("Total", AMOUNT) == "92.90"


@pytest.mark.parametrize("other", ["18.10", "1,092.90 with late interest"])
def test_of_two_amounts_none_is_taken(gallery: Gallery, other: str) -> None:
    """Which one is meant nobody can tell, also where words stand beside one of them."""
    portal = gallery.show(TOTAL + TOTAL.replace("92.90", other))
    with pytest.raises(PortalChanged, match="several values"):
        portal.read("Total", AMOUNT)


def test_words_beside_the_page_are_not_taken_for_its_values(gallery: Gallery) -> None:
    """A column of questions and answers repeats the labels."""
    page = f"<dl><dt>Bank</dt><dd>MAYBANK</dd></dl><aside>{EXPLAINED.replace('Total', 'Bank')}</aside>"
    assert gallery.show(page).read("Bank") == "MAYBANK"


def test_a_value_in_pieces_is_read_whole(gallery: Gallery) -> None:
    """Every word in an element of its own; what follows in the next line is none of it."""
    page = "<p>Phrase<br><i><b>blue</b></i> <b>kite</b><br><b>Do</b> <b>not</b> <b>go</b> <b>on</b></p>"
    assert gallery.show(page).value("Phrase") == "blue kite"


@pytest.mark.parametrize(
    "title", ["<h2><b>My</b> <i>Page</i></h2>", "<h2 class='up'><b>My</b> <b><i>Page</i></b></h2>"]
)
def test_a_title_in_pieces_is_seen(gallery: Gallery, title: str) -> None:
    """Its words are read in one."""
    assert gallery.show(title).see("My Page") == "My Page"


def test_what_a_list_offers_is_not_said(gallery: Gallery) -> None:
    """The options of a list inside its label are no words of the page."""
    page = "<label>Nationality <select><option>Please Select</option></select></label>"
    assert not gallery.show(page).says("SELECT")


def test_a_grid_that_says_that_it_is_empty_has_no_rows(gallery: Gallery) -> None:
    """The line that stretches over its columns is none."""
    line = "<div role='row'><div role='cell' aria-colspan='2'>No Record Found.</div></div>"
    heads = "<div role='row'><div role='columnheader'>No.</div><div role='columnheader'>ACR No.</div></div>"
    portal = gallery.show(f"<h3>List</h3><div role='table'>{heads}{line}</div>")
    assert portal.section("List").rows("No.", "ACR No.") == []
