"""Other ways to put a field and its label together, and other kinds of boxes for the same."""

from bs4 import Tag
from bs4.element import NavigableString

from tests.robustness.changing import Operator, script
from tests.robustness.page import Page, classes

BOXES = "input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), select, textarea"


def _fields(page: Page) -> list[tuple[Tag, Tag]]:
    """List each label with its only control, but for those that have several."""
    found = []
    for group in page.all(".control-group"):
        label, boxes = group.select_one(".control-label"), group.select(BOXES)
        if label and len(boxes) == 1:
            found.append((label, boxes[0]))
    return found


def labels_for(page: Page) -> None:
    """Say of each label which box it belongs to."""
    for number, (label, box) in enumerate(_fields(page)):
        box["id"] = str(box.get("id") or f"field-{number}-{page.chance.randrange(10**6)}")
        label["for"] = str(box["id"])


def labels_around(page: Page) -> None:
    """Put each box into its label."""
    for label, box in _fields(page):
        label.append(box.extract())


def labels_by_reference(page: Page) -> None:
    """Let each box refer to the text that names it."""
    for number, (label, box) in enumerate(_fields(page)):
        label.name, label["id"] = "div", f"text-{number}-{page.chance.randrange(10**6)}"
        box["aria-labelledby"] = str(label["id"])


def labels_as_text(page: Page) -> None:
    """Make of each label mere text beside its box."""
    for label in page.all(".control-label"):
        label.name = page.chance.choice(("div", "span", "b"))


def layout_tables(page: Page) -> None:
    """Put labels and boxes into the cells of a table, side by side."""
    for group in page.all(".control-group"):
        label = group.select_one(".control-label")
        if label is None:
            continue
        table, row = page.make("table", style="width: 100%"), page.make("tr")
        left, right = page.make("td", style="width: 40%"), page.make("td")
        left.append(label.extract())
        right.extend([each.extract() for each in list(group.contents)])
        row.extend([left, right])
        table.append(row)
        group.append(table)


def marks_other_side(page: Page) -> None:
    """Put the text of tick boxes before them. With radio buttons a person would not know which text is whose."""
    for mark in page.all("input[type=checkbox]"):
        text = mark.next_sibling
        if isinstance(text, NavigableString) and text.strip():
            mark.insert_before(str(text))
            text.extract()


def marks_in_labels(page: Page) -> None:
    """Put tick boxes and radio buttons into a label with their text."""
    for mark in page.all("input[type=checkbox], input[type=radio]"):
        text = mark.next_sibling
        if isinstance(text, NavigableString) and text.strip():
            label = mark.wrap(page.make("label"))
            label.append(text.extract())


def styled_file_box(page: Page) -> None:
    """Hide the file box behind a button."""
    for box in page.all("input[type=file]"):
        label = box.wrap(page.make("label", class_="btn"))
        label.insert(0, "Choose file")
        box["style"] = "display: none"


def read_only_dates(page: Page) -> None:
    """Let dates be picked from the calendar only."""
    for box in page.all("input.date"):
        box["readonly"] = ""


def plain_dates(page: Page) -> None:
    """Use the browser's own date boxes. A box beside each keeps what the portal is sent."""
    for box in page.all("input.date"):
        day = str(box.get("value") or "").split("/")
        kept = page.make("input", type="hidden", name=str(box["name"]), value=str(box.get("value") or ""))
        box["type"], box["value"] = "date", "-".join(reversed(day)) if len(day) == len("dmy") else ""
        box["class"] = " ".join(each for each in classes(box) if each != "date")
        box["data-own"] = ""
        del box["name"]
        box.insert_after(kept)


def native_lists(page: Page) -> None:
    """Use the browser's own lists."""
    for box in page.all("select.drop"):
        box["class"] = " ".join(each for each in classes(box) if each != "drop")


def drawn_lists(page: Page) -> None:
    """Use select2 for every list."""
    for box in page.all("select:not(.drop)"):
        box["class"] = " ".join([*classes(box), "drop"])


LABELS_FOR = Operator("labels-for", "labels that belong to their boxes", page=labels_for)
LABELS_AROUND = Operator("labels-around", "boxes inside their labels", page=labels_around)
LABELS_BY_REFERENCE = Operator(
    "labels-by-reference", "boxes that refer to their labels", page=labels_by_reference
)
LABELS_AS_TEXT = Operator("labels-as-text", "labels made mere text", page=labels_as_text)
LAYOUT_TABLES = Operator("layout-tables", "labels and boxes side by side in tables", page=layout_tables)
MARKS_OTHER_SIDE = Operator("marks-other-side", "ticks behind their text", page=marks_other_side)
MARKS_IN_LABELS = Operator("marks-in-labels", "ticks and radios inside labels", page=marks_in_labels)
STYLED_FILE_BOX = Operator("file-button", "the file box hidden behind a button", page=styled_file_box)
READ_ONLY_DATES = Operator("read-only-dates", "dates that can only be picked", page=read_only_dates)
PLAIN_DATES = Operator(
    "plain-dates", "the browser's own date boxes", page=plain_dates, in_the_page=script("keep_dates")
)
NATIVE_LISTS = Operator("native-lists", "native lists for select2", page=native_lists)
DRAWN_LISTS = Operator("drawn-lists", "select2 for native lists", page=drawn_lists)
BARE_LISTS = Operator("bare-lists", "select2 without its references", in_the_page=script("bare_lists"))
