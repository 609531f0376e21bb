"""Other tags for the same things: buttons, headings, tables, icons."""

from random import Random

from bs4 import Tag

from tests.robustness.changing import Operator
from tests.robustness.page import Page, classes, says

SENDING = {"submits", "next-stage"}


def _plain_buttons(page: Page) -> list[Tag]:
    """List the links that are buttons, none that hands out a file or leads to a page by its own address."""
    return [
        each for each in page.all("a.btn") if str(each.get("href", "javascript:")).startswith("javascript:")
    ]


def buttons(page: Page) -> None:
    """Make real buttons of the links that look like them, and of icons."""
    for button in [
        *_plain_buttons(page),
        *page.all("a.edits, a.add-phone, a.bin-phone, a.remove-row, a.edit-employee"),
    ]:
        button.name = "button"
        button["type"] = "button"
        del button["href"]


def inputs(page: Page) -> None:
    """Make form buttons of the links that look like them; those that send a form do so by themselves."""
    for button in _plain_buttons(page):
        words = says(button)
        if not words:
            continue
        button.clear()
        sends = SENDING & {*classes(button)}
        button.name = "input"
        button["type"] = "submit" if sends else "button"
        button["value"] = words
        button["class"] = " ".join(each for each in classes(button) if each not in SENDING)
        del button["href"]


def roles(page: Page) -> None:
    """Make buttons by role alone."""
    for button in _plain_buttons(page):
        button.name = "span"
        button["role"] = "button"
        button["tabindex"] = "0"
        del button["href"]


def menu_buttons(page: Page) -> None:
    """Make buttons of the tabs, and of the entries of menus that open others: no two with the same words."""
    for link in page.all("#navigation a[href^=javascript], .tabs a, .dropdown-toggle"):
        address = str(link.get("href", ""))
        link.name = "button"
        link["type"] = "button"
        if not address.startswith("javascript:"):
            link["onclick"] = f"location.href = '{address}'"
        del link["href"]


def levels(page: Page) -> None:
    """Give headings other levels."""
    changed = {"h2": page.chance.choice(("h1", "h3")), "h4": page.chance.choice(("h3", "h5", "h6"))}
    for heading in page.all("h2, h4"):
        heading.name = changed[heading.name]


def fieldsets(page: Page) -> None:
    """Make a fieldset of every section, with its title as the legend."""
    for panel in page.all(".sectionPanel"):
        title = panel.select_one(".sectionBar")
        if title:
            panel.name, title.name = "fieldset", "legend"


def no_headings(page: Page) -> None:
    """Make every heading mere text that looks like one."""
    for heading in page.all("h2, h3, h4, legend"):
        looks = {"h2": "font-size: 20px; margin: 4px 0 14px", "h3": "font-size: 15px"}
        heading["style"] = f"{looks.get(heading.name, '')}; display: block"
        if heading.name == "legend" and heading.parent:
            heading.parent.name = "div"
        heading.name = "div"


def grids(page: Page) -> None:
    """Make a grid of every table."""
    for table in page.all("table"):
        for foot in table.select("tfoot tr"):
            words, amount = foot.find_all("td", recursive=False)[:2]
            line = page.make("div", style="text-align: right; font-weight: bold")
            line.append(f"{says(words)} ")
            amount.name = "b"
            line.append(amount.extract())
            table.insert_after(line)
        for foot in table.select("tfoot"):
            foot.decompose()
        for tag, role, shown in CELLS:
            for cell in table.find_all(tag):
                cell.name, cell["role"] = "div", role
                cell["style"] = f"display: {shown}; padding: 6px 8px"
                if cell.has_attr("colspan"):
                    cell["aria-colspan"] = str(cell.attrs.pop("colspan"))
        table.name, table["role"] = "div", "table"
        table["style"] = "display: table; width: 100%"


CELLS = (
    ("thead", "rowgroup", "table-header-group"),
    ("tbody", "rowgroup", "table-row-group"),
    ("tr", "row", "table-row"),
    ("th", "columnheader", "table-cell"),
    ("td", "cell", "table-cell"),
)


def rows_of_grids(text: str, _chance: Random) -> str:
    """Let the portal's own script find the rows."""
    return text.replace('closest("tr")', 'closest("tr, [role=row]")').replace(
        "tr.employee", ".employee[data-passport]"
    )


def no_header_cells(page: Page) -> None:
    """Make the headings of columns ordinary cells of the first row."""
    for table in page.all("table"):
        for cell in table.find_all("th"):
            cell.name = "td"
            cell["style"] = "font-weight: bold"
        for head in table.find_all("thead"):
            head.unwrap()


def named_icons(page: Page) -> None:
    """Name the icons for those who cannot see them."""
    for icon in page.all("i[class^=icon-]"):
        if icon.parent and not says(icon.parent) and not icon.parent.get("title"):
            icon.parent["title"] = ICONS.get(classes(icon)[0].removeprefix("icon-"), "Open")


ICONS = {"pencil": "Edit", "trash": "Delete", "plus": "Add", "search": "Search"}
DRAWN = "M2 11 L9 4 L12 7 L5 14 L2 14 Z"


def drawn_icons(page: Page) -> None:
    """Draw the icons as pictures."""
    for icon in page.all("i[class^=icon-]"):
        picture = page.make("svg", width="16", height="16", viewBox="0 0 16 16")
        picture.append(page.make("path", d=DRAWN, fill="#0b5cad"))
        icon.replace_with(picture)


BUTTONS = Operator("buttons", "links that look like buttons made buttons", page=buttons)
INPUTS = Operator("inputs", "... made form buttons that send by themselves", page=inputs)
ROLES = Operator("roles", "... made buttons by role only", page=roles)
MENUS = Operator("menus", "tabs, and menus that open, made buttons", page=menu_buttons)
LEVELS = Operator("levels", "headings of other levels", page=levels)
FIELDSETS = Operator("fieldsets", "sections made fieldsets with legends", page=fieldsets)
NO_HEADINGS = Operator("no-headings", "headings made mere text", page=no_headings)
GRIDS = Operator("grids", "tables made grids", page=grids, script=rows_of_grids)
NO_HEADER_CELLS = Operator("no-th", "headings of columns made ordinary cells", page=no_header_cells)
NAMED_ICONS = Operator("named-icons", "icons with a name", page=named_icons)
DRAWN_ICONS = Operator("drawn-icons", "icons made pictures without a name", page=drawn_icons)
