"""Other ids and classes than before, the same ones in pages, style sheets and scripts."""

import hashlib
import re
from random import Random

from tests.robustness.changing import Operator
from tests.robustness.page import Page, classes

FIXED = {"employer", "employee", "skbbk", "total", "to-bank", "bank-user", "bank-password"}
"""Names that a script puts together, or that stand in a script of the page itself."""
FIXED_BEGINNINGS = ("ui-", "select2", "log-in", "robustness")
KEPT_BEGINNING = "icon-"
"""The style sheet knows the icons by the beginning of their class."""

REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
LITERAL = re.compile(r"\"[^\"\n]*\"")
IN_A_SELECTOR = re.compile(r"(?<![\w/])([.#])([a-zA-Z_][\w-]*)")
IN_A_STYLE = re.compile(r"([.#])([a-zA-Z_][\w-]*)")
AS_A_WORD = re.compile(r"((?:add|remove|toggle|has)Class\(\")([\w-]+)(?=\")|(\")(alert-[a-z]+)(?=\")")
IN_MARKUP = re.compile(r"(?<=class=')([^']*)(?=')")
SELECTORS = re.compile(r"[^{}]+(?=\{)")


def new(name: str) -> str:
    """Give the new name of an id or class."""
    if name in FIXED or name.startswith(FIXED_BEGINNINGS):
        return name
    made = hashlib.sha256(f"new {name}".encode()).hexdigest()[:7]
    return f"{KEPT_BEGINNING}{made}" if name.startswith(KEPT_BEGINNING) else f"c{made}"


def rename_in_page(page: Page) -> None:
    """Rename in the markup."""
    for element in [page.top, *page.top.find_all(True)]:
        if classes(element):
            element["class"] = " ".join(map(new, classes(element)))
        for name in ("id", *REFERRING):
            if element.has_attr(name):
                element[name] = " ".join(map(new, str(element[name]).split()))


def rename_in_script(text: str, _chance: Random) -> str:
    """Rename in what a script looks for, writes and switches."""

    def literal(found: re.Match[str]) -> str:
        inside = IN_A_SELECTOR.sub(lambda each: each[1] + new(each[2]), found[0])
        return IN_MARKUP.sub(lambda each: " ".join(map(new, each[1].split())), inside)

    text = LITERAL.sub(literal, text)
    return AS_A_WORD.sub(lambda each: (each[1] or each[3]) + new(each[2] or each[4]), text)


def rename_in_style(text: str, _chance: Random) -> str:
    """Rename in the selectors of a style sheet."""
    return SELECTORS.sub(lambda found: IN_A_STYLE.sub(lambda each: each[1] + new(each[2]), found[0]), text)


NAMES = Operator(
    "names",
    "ids and classes renamed",
    page=rename_in_page,
    script=rename_in_script,
    style=rename_in_style,
)
