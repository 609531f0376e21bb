"""Changes of the portal's words, at which a person would hesitate."""

from collections.abc import Iterable

from bs4 import Tag

from fixtures.mock_portal.language import MALAY
from tests.robustness.changing import Operator, script
from tests.robustness.page import Page, says, texts, without_effect
from tests.robustness.wording import NAMING

OTHER_WORDS = "Particulars (See Note)"
REQUIRED_WORDS = "Reference of Approval"


def _named(page: Page, word: str) -> list[Tag]:
    """List what is called so: labels, headings, buttons, columns, entries of menus."""
    found = [each for each in page.all(NAMING) if says(each).removesuffix("*").strip() == word]
    return [each for each in found if not any(other is not each and other in each.parents for other in found)]


def renamed(word: str) -> Operator:
    """Call something by words that nobody knows."""

    def change(page: Page) -> None:
        for element in _named(page, word):
            texts(element)[0].replace_with(OTHER_WORDS)

    return Operator(f"renamed={word}", RENAMED, noticed=True, page=change)


def twice(word: str) -> Operator:
    """Show something a second time, below or beside the first, with no effect of its own."""

    def change(page: Page) -> None:
        for element in _named(page, word):
            group = element.find_parent(class_="control-group")
            original = group if isinstance(group, Tag) else element
            looks = original.get("class")
            made = without_effect(_copy(original))
            made["class"] = " ".join(looks) if isinstance(looks, list) else str(looks or "")
            page.chance.choice((original.insert_after, original.insert_before))(made)

    return Operator(f"twice={word}", TWICE, noticed=True, page=change)


def _copy(element: Tag) -> Tag:
    made = element.__copy__()
    assert isinstance(made, Tag)
    return made


def required_field(section: str) -> Operator:
    """Ask for one more thing in a section, without which nothing is taken."""

    def change(page: Page) -> None:
        for bar in _named(page, section):
            body = bar.find_next_sibling(class_="sectionBody")
            if isinstance(body, Tag):
                group = page.make("div", class_="control-group needed")
                label = page.make("label", REQUIRED_WORDS, class_="control-label")
                label.append(page.make("span", " *", class_="required"))
                group.extend(
                    [
                        label,
                        page.make("input", type="text", class_="field"),
                        page.make("div", class_="field-error"),
                    ]
                )
                body.insert(0, group)

    return Operator(f"required={section}", REQUIRED, noticed=True, page=change, in_the_page=script("ask"))


def _replaced(name: str, told: str, pairs: Iterable[tuple[str, str]]) -> Operator:
    """Write other texts wherever a cell of a table, an option or a value is just this."""
    others = dict(pairs)

    def change(page: Page) -> None:
        for element in page.all("td, dd, option, b"):
            if element.string and element.string.strip() in others:
                element.string = others[element.string.strip()]

    return Operator(name, told, noticed=True, page=change)


def exchanged(one: str, other: str) -> Operator:
    """Let two columns have each other's headings."""

    def change(page: Page) -> None:
        for head in page.all("th"):
            head.string = {one: other, other: one}.get(says(head), says(head))

    return Operator(f"exchanged={one}+{other}", EXCHANGED, noticed=True, page=change)


def translate(page: Page) -> None:
    """Write everything in Malay, with no way back to English."""
    for link in page.all(".languages"):
        link.decompose()
    for text in texts(page.top):
        words = " ".join(text.split())
        if words in MALAY:
            text.replace_with(MALAY[words])
    for box in page.all("[placeholder]"):
        box["placeholder"] = MALAY.get(str(box["placeholder"]), str(box["placeholder"]))


RENAMED = "a word renamed"
TWICE = "two with the same words"
REQUIRED = "one more required field"
EXCHANGED = "headings of columns exchanged"
ROWS = "a row named otherwise"

MALAY_ONLY = Operator("malay-only", "in Malay, with no way to English", noticed=True, page=translate)
NAME_LONGER = _replaced("rows=longer", ROWS, [("SITI AMINAH", "SITI AMINAH BINTI AHMAD")])
NAME_OTHER = _replaced("rows=other", ROWS, [("SITI AMINAH", "NUR HALIZA")])
NAMES_EXCHANGED = _replaced(
    "rows=exchanged", ROWS, [("SITI AMINAH", "DEWI LESTARI"), ("DEWI LESTARI", "SITI AMINAH")]
)
NUMBER_COVERED = _replaced("rows=covered", ROWS, [("C1234567", "C*****67"), ("C7654321", "C*****21")])
MONTH_OTHER = _replaced(
    "rows=months", ROWS, [(f"{month:02}/2026", f"2026 M{month}") for month in range(1, 13)]
)
STATUS_OTHER = _replaced(
    "rows=status", ROWS, [("Incomplete", "Saved"), ("Pending Payment", "Open"), ("Paid", "Closed")]
)
