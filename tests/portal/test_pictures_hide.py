"""What pictures hide and what they show: two that are the same byte for byte show nothing of what differs."""

import re
from collections.abc import Mapping

import pytest

from assist_bot.journal import Journal
from tests.portal.gallery import Gallery
from tests.sampling import sample

STYLE = "<style>* { font: 14px monospace !important; }</style>"
NUMBERS = ("C1234567", "C8934567")
"""Two passports that end alike."""
OTHER = "C1234599"
SECRETS = ("Canary-4711-pass", "blue")

NUMBER_BY_ITS_LABEL = {
    "a box of a label": "<label for=b>Passport No.</label><input id=b value='{}'>",
    "a box below a label": "<div><label>Work Permit No. <i>*</i></label></div><div><small>(as printed)</small> <input value='{}'></div>",
    "a box named by its hint": "<input title='Identification No.' value='{}'>",
    "a box named in the markup alone": "<input name='_reg_dto.identificationNo' value='{}'>",
    "in Malay": "<label>No. Pasport <input value='{}'></label>",
    "a box named from elsewhere": "<b id=n>Passport Number</b><p>Other words</p><input aria-labelledby=n value='{}'>",
    "a box with its label after it": "<div><input id=b value='{}'><label for=b>Passport No.</label></div>",
    "a telephone": "<div><label>Mobile No. *</label></div><input value=+60 disabled><input value='{}'>",
    "typed by a person": "<label>Passport No. <input id=b></label><script>b.value = '{}'</script>",
    "a box of text that is no input": "<label id=l>Passport No.</label><div role=textbox contenteditable aria-labelledby=l>{}</div>",
    "a choice": "<label>Passport No. <select><option>{}</option></select></label>",
    "a list of facts": "<dl><dt>Passport No.</dt><dd>{}</dd><dt>Gender</dt><dd>Female</dd></dl>",
    "a sentence": "<p>The passport {} is registered with another employer.</p>",
    "a column": "<table><tr><th>No.</th><th>Identification No.</th><th>Name</th></tr><tr><td>1</td><td>{}</td><td>SITI</td></tr></table>",
    "a column of boxes": "<table><tr><th>Name</th><th>Identification No.</th></tr><tr><td>SITI</td><td><input value='{}'></td></tr></table>",
    "a column without marked headings": "<table><tr><td>Name</td><td>Passport No.</td></tr><tr><td>SITI</td><td>{}</td></tr></table>",
    "a window within the page": "<dialog id=d><label>Passport No. <input value='{}'></label></dialog><script>d.showModal()</script>",
    "a page within the page": "<iframe srcdoc=\"<style>* { font: 14px monospace }</style><label>Passport No. <input value='{}'></label>\"></iframe>",
    "a tree of its own": "<div id=h></div><script>h.attachShadow({mode: 'open'}).innerHTML = '<style>* { font: 14px monospace }</style><label>Passport No. <input value={}></label><p>Passport No. {}</p>'</script>",
}
NUMBER_BY_ITS_VALUE = {
    "in the middle of words": "<p>About:{}:of SITI</p>",
    "in a title": "<h1>Welcome {}</h1><a href=#>{}</a><button>{}</button><input type=button value='{}'>",
    "a hint": "<input placeholder='{}'>",
    "a list that is open": "<select size=2><option>{}</option><option>other</option></select>",
    "a long text": "<textarea>The one with {} is mine</textarea>",
    "a style that writes it": "<style>#p::before { content: attr(data-x) }</style><p id=p data-x='{}'>words</p>",
    "in place of a missing picture": "<img alt='{}' src='data:,'>",
    "with a shadow, an outline, a pattern": "<p style='text-shadow: 3px 3px red; -webkit-text-stroke: 1px blue'>{}</p>"
    "<p style='background: red; -webkit-background-clip: text; color: transparent'>{}</p>",
    "selected": "<p id=p>{}</p><input id=b value='{}'><script>b.select(); getSelection().selectAllChildren(p)</script>",
    "scrolled": "<div id=s style='height: 30px; overflow: auto'><p>one</p><p>two</p><p>{}</p><p>three</p></div><script>s.scrollTop = 60</script>",
    "a window that stays in the middle": "<div style='height: 2000px'></div><div style='position: fixed; top: 40%; left: 40%'>{} <input value={}></div>",
    "moving": "<style>@keyframes go { to { transform: translateX(300px) } } p { animation: go 3s infinite }</style><p>{}</p>",
    "in capitals": "<p style='text-transform: lowercase'>{}</p>",
}
SECRET_BY_ITS_LABEL = {
    "a password": "<label>Password <input type=password value='{}'></label>",
    "a password that is shown": "<label>New Password</label><input value='{}'>",
    "known to its maker only": "<input id='loginPassword2' value='{}'>",
    "an answer": "<label>Question</label><select><option>Pet?</option></select><label>Answer</label><input value='{}'>",
    "an answer in Malay": "<dl><dt>Jawapan</dt><dd><input value='{}'></dd></dl>",
    "a code": "<input autocomplete='one-time-code' value='{}'><label>TAC <input value='{}'></label>",
}
READABLE = {
    "a name": ("<label>Name as in passport</label><input value='{}'>", "SITI AMINAH", "DEWI AMINAH"),
    "an amount": ("<table><tr><th>Identification No.</th><th>Salary (RM)</th></tr><tr><td>C1234567</td><td>{}</td></tr></table>", "1500.00", "1700.00"),
    "an amount in a box": ("<label>Passport No. <input value=C1234567></label><label>Salary (RM) <input value={}></label>", "1500.00", "1700.00"),
    "a month": ("<label>Contribution Month <select><option>{}</option></select></label>", "October 2026", "Octobre 2026"),
    "a date": ("<label>Passport Expiry Date</label><input value='{}'>", "30/04/2030", "30/04/2031"),
    "a date in a list": ("<dl><dt>Permit No.</dt><dd>PE7654321</dd><dt>Permit Expiry Date</dt><dd>{}</dd></dl>", "30/04/2030", "30/04/2031"),
    "a kind of number": ("<label>Identification Type <select><option>{}</option></select></label>", "New Identification", "Old Identification"),
    "a label": ("<label>{} No. <input value=C1234567></label>", "Passport", "passport"),
    "a hint": ("<input type=password placeholder='{}'>", "Password", "password"),
    "a row's number": ("<table><tr><th>No.</th><th>Passport No.</th></tr><tr><td>{}</td><td>C1234567</td></tr></table>", "1", "2"),
    "a reference": ("<p>Reference ID {}</p>", "CRN11201800122695", "CRN11201800122696"),
    "a code for the post": ("<label>Passport No. <input value=C1234567></label><label>Postcode <input value={}></label>", "43000", "43001"),
    "what stands beside a number": ("<p>Passport C1234567 of {}</p>", "SITI", "DEWI"),
    "what is selected": ("<p id=p>{}</p><script>getSelection().selectAllChildren(p)</script>", "SITI", "DEWI"),
}  # fmt: skip


def taken(gallery: Gallery, body: str, value: str) -> bytes:
    """Show a page with the value in it, and give the picture of it."""
    portal = gallery.show(STYLE + body.replace("{}", value))
    folder = portal.journal.folder
    before = set(folder.glob("*.png"))
    portal.photograph("Taken")
    (new,) = set(folder.glob("*.png")) - before
    return new.read_bytes()


def together(pages: Mapping[str, str]) -> str:
    """Put the pages on one page, but for those that need one of their own."""
    return "".join(f"<section>{page}</section>" for page in pages.values() if "id=" not in page)


def journal_of(gallery: Gallery) -> Journal:
    """Give the journal in which the pictures of the gallery are kept."""
    return gallery.show("").journal


@pytest.mark.parametrize(
    "where", sample(NUMBER_BY_ITS_LABEL, "a tree of its own", "a window within the page")
)
def test_an_identity_number_that_nobody_knew_is_hidden_but_for_its_ending(
    gallery: Gallery, where: str
) -> None:
    """By the label of its field: of two that end alike the pictures are the same, of two others not."""
    page = NUMBER_BY_ITS_LABEL[where]
    first, second = (taken(gallery, page, number) for number in NUMBERS)
    assert first == second
    assert taken(gallery, page, OTHER) != first


@pytest.mark.parametrize(
    "where", sample(NUMBER_BY_ITS_VALUE, "selected", "a window that stays in the middle")
)
def test_a_known_number_is_hidden_wherever_it_stands(gallery: Gallery, where: str) -> None:
    """However the page shows it."""
    page = NUMBER_BY_ITS_VALUE[where]
    journal_of(gallery).hide_numbers(NUMBERS)
    first, second = (taken(gallery, page, number) for number in NUMBERS)
    assert first == second
    assert taken(gallery, page, "C1299967") != first


@pytest.mark.parametrize(
    "written",
    ["<b>{0}</b><i>{1}</i>{2}", "{0} {1} {2}", "{0}-{1}-{2}", "{0}&nbsp;\n\n   {1}\u200b{2}",
     "<input size=4 value='{0}'> - <input size=4 value='{1}'>\n   <input size=4 value='{2}'>",
     "<table><tr><td>{0}</td><td>{1}</td><td>{2}</td></tr></table>"],
)  # fmt: skip
def test_a_known_number_in_pieces_is_hidden(gallery: Gallery, written: str) -> None:
    """In several elements or boxes, with spaces and dashes between."""
    journal_of(gallery).hide_numbers(["C1234567", "C8934567"])
    first, second = (
        taken(gallery, written.format(number[:3], number[3:5], number[5:]), "") for number in NUMBERS
    )
    assert first == second
    assert taken(gallery, written.format("C12", "39", "567"), "") != first


@pytest.mark.parametrize("where", sample(SECRET_BY_ITS_LABEL, "an answer"))
def test_a_password_or_an_answer_that_nobody_knew_is_hidden_whole(gallery: Gallery, where: str) -> None:
    """By the label of its field, or the field's kind; not even its length is seen."""
    first, second = (taken(gallery, SECRET_BY_ITS_LABEL[where], secret) for secret in SECRETS)
    assert first == second


@pytest.mark.parametrize(
    "told", ["<table><tr><td>Answer</td><td>{}</td></tr></table>", "<dl><dt>Password</dt><dd>{}</dd></dl>"]
)
def test_a_secret_that_the_page_tells_is_hidden(gallery: Gallery, told: str) -> None:
    """Where a list of facts has it."""
    assert taken(gallery, told, "one-secret") == taken(gallery, told, "an-other-1")


def test_a_number_in_a_drawing_is_hidden_whole(gallery: Gallery) -> None:
    """Its letters cannot be hidden one by one."""
    journal_of(gallery).hide_numbers([*NUMBERS, OTHER])
    drawing = "<svg width=300 height=30><text y=20>{}</text></svg>"
    assert taken(gallery, drawing, NUMBERS[0]) == taken(gallery, drawing, OTHER)


def test_everything_private_on_one_page_is_hidden(gallery: Gallery) -> None:
    """Two pages on which every one of these differs give the same picture; the journal knew none of them."""
    pages = together(NUMBER_BY_ITS_LABEL) + together(SECRET_BY_ITS_LABEL)
    first, second = (taken(gallery, pages, number) for number in NUMBERS)
    assert first == second
    assert taken(gallery, pages, OTHER) != first


def test_everything_known_on_one_page_is_hidden(gallery: Gallery) -> None:
    """However the page shows it."""
    journal_of(gallery).hide_numbers(NUMBERS)
    pages = together(NUMBER_BY_ITS_VALUE)
    first, second = (taken(gallery, pages, number) for number in NUMBERS)
    assert first == second


def test_everything_that_a_reviewer_checks_is_readable_on_one_page(gallery: Gallery) -> None:
    """Nothing of it is touched: with the numbers known and unknown, and where there is none, it looks the same."""
    pages = "".join(
        page.replace("{}", one)
        for page, one, _ in READABLE.values()
        if not re.search(r"C1234567|PE7654321|id=", page)
    )
    portal = gallery.show(STYLE + pages)
    bare = gallery.page.screenshot(full_page=True, animations="disabled", scale="css")
    portal.photograph("Taken")
    assert next(portal.journal.folder.glob("*.png")).read_bytes() == bare


@pytest.mark.parametrize("what", sample(READABLE, "what is selected"))
def test_what_a_reviewer_checks_stays_readable(gallery: Gallery, what: str) -> None:
    """Names, months, amounts, dates, labels: another one makes another picture."""
    page, one, other = READABLE[what]
    journal_of(gallery).hide_numbers(NUMBERS)
    assert taken(gallery, page, one) != taken(gallery, page, other)


def test_a_paper_that_a_page_shows_is_not_in_the_picture(gallery: Gallery) -> None:
    """A scan of a passport, a PDF in its viewer: nobody here can read what is on them."""
    drawing = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='400' height='200'><rect width='400' height='200' fill='{}'/></svg>"
    for page in (
        f'<img src="{drawing}">',
        '<canvas id=c></canvas><script>const x = c.getContext("2d"); x.fillStyle = "{}"; x.fillRect(0, 0, 300, 150)</script>',
        f'<embed type="image/svg+xml" src="{drawing}">',
    ):
        assert taken(gallery, page, "red") == taken(gallery, page, "blue"), page


@pytest.mark.parametrize(
    "stubborn",
    [
        "setInterval(() => { CSS.highlights.clear(); }, 1)",
        "setInterval(() => { document.adoptedStyleSheets = []; }, 1)",
        "setInterval(() => { p.innerHTML = p.innerHTML; }, 1)",
        "p.innerHTML += '<input id=b value=C1234567>'; b.style.setProperty('-webkit-text-security', 'none', 'important')",
    ],
)
def test_there_is_no_picture_where_something_would_not_be_hidden(gallery: Gallery, stubborn: str) -> None:
    """A page that takes off what hides costs the picture, and nothing else."""
    portal = gallery.show(f"<p id=p>Passport No. C1234567</p><script>{stubborn}</script>")
    portal.photograph("Taken")
    assert list(portal.journal.folder.glob("*.png")) == []
    assert portal.says("Passport No. C1234567") or "input" in stubborn


def test_hiding_leaves_the_page_as_it_was(gallery: Gallery) -> None:
    """Its markup, its styles, what is typed; and nothing of it is said to the page."""
    portal = gallery.show(f"<p id=p>Passport No. C1234567</p>{together(NUMBER_BY_ITS_LABEL)}")
    before = gallery.page.content()
    for _ in range(2):
        portal.photograph("Taken")
    assert gallery.page.content().replace(' style=""', "") == before.replace(' style=""', "")
    assert gallery.page.evaluate("document.adoptedStyleSheets.length + CSS.highlights.size") == 0
