"""The same words in another letter case, and with other signs about them."""

from collections.abc import Callable

from bs4 import Tag
from bs4.element import NavigableString

from tests.robustness.changing import Operator
from tests.robustness.page import Page, texts

NAMING = ".control-label, h2, h3, h4, legend, th, a, button, dt, summary"
LABELS = ".control-label, h4, h3, legend, dt"
CASES: tuple[Callable[[str], str], ...] = (str.upper, str.lower, str.title)


def _own(page: Page, selector: str) -> list[NavigableString]:
    """List the texts that name something, none of what the portal says about a person or a file."""
    named = [each for each in page.all(selector) if not each.find_parent("td") or each.name != "a"]
    return [text for each in named if not _is_file(each) for text in texts(each)]


def _is_file(element: Tag) -> bool:
    return element.name == "a" and ".pdf" in str(element.get("href", ""))


def change_case(page: Page) -> None:
    """Write names of things in upper case, in lower case, or with capitals."""
    for text in _own(page, NAMING):
        text.replace_with(page.chance.choice(CASES)(str(text)))


def draw_in_capitals(page: Page) -> None:
    """Let the style sheet show names of things in upper case."""
    style = page.make("style", f"{NAMING} {{ text-transform: uppercase; }}")
    page.top.append(style)


def change_signs(page: Page) -> None:
    """Change stars, colons, dashes, quotation marks and spaces."""
    for star in page.all(".required"):
        star.string = page.chance.choice(("*", " *", ": *", "**"))
    for label in page.all(LABELS):
        if not label.select_one(".required"):
            label.append(page.chance.choice((":", " :", "", "\u00a0:")))
    for text in _own(page, NAMING):
        changed = page.chance.choice(
            (str(text), str(text).replace(" ", "\u00a0"), str(text).replace(" ", "  "))
        )
        dash = page.chance.choice(("-", " \u2013 ", "\u2014", " - "))
        changed = changed.replace(" \u2013 ", dash).replace(" - ", dash).replace("'", "\u2019")
        text.replace_with(changed)


CASE = Operator("case", "letter case changed", page=change_case)
CAPITALS = Operator("capitals", "shown in capitals by the style sheet", page=draw_in_capitals)
SIGNS = Operator("signs", "stars, colons, dashes, quotes and spaces changed", page=change_signs)
