"""The same page in other markup: wrapped, unwrapped, in another order, its text in pieces."""

from bs4 import Tag

from tests.robustness.changing import Operator
from tests.robustness.page import Page, classes, texts

INLINE = "a.btn, input[type=checkbox], input[type=radio], label"
BLOCKS = "h2, h3, h4, .control-group, table, .sectionPanel, .sectionBody, dl, input.field, select"
NEEDED = {"cascade", "industry-address", "domestic", "phone", "employee"}
"""Classes of wrappers that hold together what a script needs together."""


def wrap(page: Page) -> None:
    """Put elements into boxes that mean nothing."""
    for element in page.pick(page.all(BLOCKS), 0.6):
        for _ in range(page.chance.randint(1, 3)):
            element.wrap(page.make("div"))
    for element in page.pick(page.all(INLINE), 0.6):
        element.wrap(page.make("span"))


def unwrap(page: Page) -> None:
    """Take away the boxes that group a page; its parts then follow each other from top to bottom."""
    for element in page.all(".columns, .control-group, .sectionBody, .buttons, fieldset"):
        if NEEDED & {*classes(element)} or element.name == "fieldset":
            element["style"] = f"{element.get('style') or ''}; grid-template-columns: 1fr"
        else:
            element.unwrap()


def shuffle(page: Page) -> None:
    """Change the order of fields, sections, entries of menus and buttons."""
    for parent in page.all(".columns, form, #content, .buttons"):
        for selector in (".control-group", ".sectionPanel", ".btn"):
            _exchange(page, [each for each in parent.select(selector) if each.parent is parent])
    for parent in page.all("#navigation ul, .dropdown-menu"):
        _exchange(page, list(parent.find_all("li", recursive=False)))


def _exchange(page: Page, elements: list[Tag]) -> None:
    order = page.chance.sample(elements, len(elements))
    places = [page.make("i") for _ in elements]
    for place, element in zip(places, elements, strict=True):
        element.replace_with(place)
    for place, element in zip(places, order, strict=True):
        place.replace_with(element)


def shuffle_columns(page: Page) -> None:
    """Change the order of the columns of every table, cells with their headings."""
    for table in page.all("table"):
        heads = table.select("thead th")
        order = page.chance.sample(range(len(heads)), len(heads))
        for row in table.select("tr"):
            cells = row.find_all(["td", "th"], recursive=False)
            if len(cells) == len(heads):
                row.extend([cells[place].extract() for place in order])
        for foot in table.select("tfoot tr"):
            words, amount, *others = foot.find_all("td", recursive=False)
            words["colspan"], amount["colspan"] = "1", str(len(heads) - 1)
            for other in others:
                other.decompose()


def nest(page: Page) -> None:
    """Put the words of every text into elements of their own, some of them twice."""
    for text in texts(page.top):
        if page.chance.random() < 0.3 or text.find_parent("script"):
            continue
        pieces: list[Tag | str] = []
        for word in text.split(" "):
            inner = page.make(page.chance.choice(("span", "b", "font")))
            inner.append(page.make("span", word) if page.chance.random() < 0.4 else word)
            pieces += [" ", inner]
        text.replace_with(*pieces[1:])


WRAPPED = Operator("wrapped", "elements wrapped", page=wrap)
UNWRAPPED = Operator("unwrapped", "elements unwrapped", page=unwrap)
SHUFFLED = Operator("shuffled", "order of fields, sections, menus and buttons changed", page=shuffle)
COLUMNS = Operator("columns", "order of the columns of tables changed", page=shuffle_columns)
NESTED = Operator("nested", "text spread over nested elements", page=nest)
