"""One answer of the practice portal on its way to the browser, taken apart so that it can be changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

SCRIPT_OF_THE_TEST = "robustness"
"""The address behind which a page finds what the operators do in the browser."""


@dataclass(frozen=True)
class Page:
    """A page, or a piece of one that a script puts into it. `chance` is the same for the same cell and address."""

    soup: BeautifulSoup
    chance: Random
    whole: bool

    @property
    def top(self) -> Tag:
        """What holds everything that a person sees."""
        body = self.soup.body
        assert body is not None
        return body

    def all(self, selector: str) -> list[Tag]:
        """Find by a CSS selector."""
        return list(self.top.select(selector))

    def make(self, tag: str, text: str = "", **attributes: str) -> Tag:
        """Make an element; `class_` and `for_` stand for the words that Python keeps."""
        named = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
        made = self.soup.new_tag(tag, attrs=named)
        if text:
            made.string = text
        return made

    def pick(self, elements: Iterable[Tag], share: float) -> list[Tag]:
        """Take some by chance, about this share of them, and never none of several."""
        found = list(elements)
        some = [each for each in found if self.chance.random() < share]
        return some or found[:1]


def taken_apart(html: str) -> Page:
    """Read HTML as a browser does. A piece is read as if it were all that a page holds."""
    return Page(BeautifulSoup(html, "html5lib"), Random(0), "<html" in html[:200])  # noqa: S311  # a chance that can be repeated


def put_together(page: Page) -> str:
    """Write it down again: the whole page, or only the piece."""
    return page.soup.decode(formatter="html5") if page.whole else page.top.decode_contents(formatter="html5")


def texts(element: Tag) -> list[NavigableString]:
    """List the texts in an element that say something, none of scripts, lists to choose from and comments."""
    return [
        text
        for text in element.find_all(string=True)
        if text.strip()
        and not isinstance(text, Comment)
        and not text.find_parent(["script", "style", "option", "textarea"])
    ]


def says(element: Tag) -> str:
    """Give the text of an element in one line."""
    return " ".join(element.get_text(" ", strip=True).split())


def classes(element: Tag) -> list[str]:
    """List the classes of an element."""
    found = element.get("class") or ""
    return (found if isinstance(found, str) else " ".join(found)).split()


def without_effect(element: Tag) -> Tag:
    """Take from an element, and all in it, what the portal's scripts and forms would do with it."""
    for each in [element, *element.find_all(True)]:
        for name in ("id", "name", "class", "for", "href", "data-address", "onclick"):
            if each.has_attr(name):
                del each[name]
    return element
