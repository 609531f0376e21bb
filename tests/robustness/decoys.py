"""Things beside the real ones that repeat their words: some that nobody sees, some that a person reads past."""

import copy

from tests.robustness.changing import Operator
from tests.robustness.page import Page, says, without_effect

WAYS_TO_HIDE = (
    "display: none",
    "visibility: hidden; position: absolute",
    "position: absolute; left: -9999px",
    "position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)",
    "position: absolute; opacity: 0; pointer-events: none",
    "height: 0; overflow: hidden",
)
HELP = (
    "Please enter the {} here.",
    "{}: as it stands in your documents.",
    "What is the {}? See the list of questions.",
    "{} - see note 3",
)
PLACES = {"registration": "REGISTRATION", "contribution": "Contribution", "payment": "Payment"}


def hide_copies(page: Page) -> None:
    """Put copies of fields, buttons, headings and tables into the page, where nobody sees them."""
    for original in page.pick(page.all(".control-group, .btn, .sectionPanel, h2, #navigation li"), 0.4):
        made = without_effect(copy.copy(original))
        box = page.make("div", style=page.chance.choice(WAYS_TO_HIDE), aria_hidden="true")
        box.append(made)
        if original.name == "li":
            box.name = "li"
            made.unwrap()  # no entry stands in another one
        page.chance.choice((original.insert_before, original.insert_after))(box)


def help_texts(page: Page) -> None:
    """Put a line of help below every field, in which the words of its label stand again."""
    for group in page.all(".control-group"):
        label = group.select_one(".control-label")
        if label:
            words = page.chance.choice(HELP).format(says(label).removesuffix("*").strip())
            group.append(page.make("small", words))


def questions(page: Page) -> None:
    """Put a column with explanations beside the page, under the words of its labels and columns."""
    content = page.soup.select_one("#content") if page.whole else None
    if content is None:
        return
    words = list(
        dict.fromkeys(says(each).removesuffix("*").strip() for each in page.all(".control-label, th, dt"))
    )
    aside = page.make("aside", style="border-top: 1px solid; margin-top: 40px; font-size: 11px")
    aside.append(page.make("h3", "Frequently asked questions"))
    listed = page.make("dl")
    for word in filter(None, words):
        listed.append(page.make("dt", page.chance.choice((word, f"What is {word}?"))))
        listed.append(page.make("dd", "This is explained in the booklet for employers."))
    aside.append(listed)
    content.append(aside)


def breadcrumb(page: Page) -> None:
    """Say above the page where it stands among the others."""
    content = page.soup.select_one("#content") if page.whole else None
    title = page.top.select_one("#content h2, #content h4")
    if content is None or title is None:
        return
    trail = page.make("div", style="color: #777; font-size: 11px")
    trail.append(page.make("a", "Home", href="/web/base/myassist"))
    active = page.top.select_one(".tabs .active")
    for words in filter(None, (says(active) if active else "", says(title))):
        trail.append(" > ")
        trail.append(page.make("span", words))
    content.insert(0, trail)


def optional_fields(page: Page) -> None:
    """Ask for more, without a need to answer."""
    for columns in page.all("form .columns"):
        for word in page.pick([page.make("label", each) for each in MORE], 0.5):
            group = page.make("div", class_="control-group")
            word["class"] = "control-label"
            group.append(word)
            group.append(page.make("input", type="text", class_="field"))
            page.chance.choice((columns.append, lambda each, into=columns: into.insert(0, each)))(group)


MORE = ("Preferred Name", "Alternative Email", "Twitter", "How did you hear of us?")

HIDDEN = Operator("hidden", "copies that nobody sees", page=hide_copies)
HELPED = Operator("help", "help that repeats the words of each label", page=help_texts)
ASKED = Operator("questions", "a list of questions that repeats the words", page=questions)
TRAIL = Operator("trail", "a trail of pages that repeats their titles", page=breadcrumb)
OPTIONAL = Operator("optional", "more fields, which may stay empty", page=optional_fields)
