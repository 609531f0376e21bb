"""The page that goes with a form: what to copy onto it by hand, or what was filled in and is to be checked.

One HTML file that loads nothing but the filled form beside it, runs nothing, and can be printed on A4.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from assist_bot.forms.known import NOTES, Field, Form
from assist_bot.forms.placing import Placing, by_hand
from assist_bot.forms.values import Values
from assist_bot.language import say, say_marked


@dataclass(frozen=True)
class Row:
    """One thing that the form asks for, and what is written there."""

    malay: str
    english: str
    text: str
    note: str
    by_hand: bool


@dataclass(frozen=True)
class Part:
    """A section of the form with what is to be shown of it."""

    malay: str
    english: str
    rows: tuple[Row, ...]


def page(form: Form, values: Values, whom: str, placing: Placing | None = None, pdf: str = "") -> str:
    """Make the page. With a placing and the filled form's file name it is there to check, else to copy from."""
    return _template().render(
        form=form,
        whom=whom,
        language="en",
        css=(files("assist_bot") / "templates" / "form.css").read_text(encoding="utf-8"),
        lead=_lead(pdf),
        left=placing.left if placing else (),
        left_lead=say("These fields of the form stayed empty:"),
        sections=list(_parts(form, values, placing)),
        by_hand=say("Not filled in: write it by hand."),
        assumed=say(
            "The order and the names follow SOCSO's portal; on the form they may differ a little. Go by what the form "
            "says, and ask SOCSO on {help_line} where you are not sure."
        ),
        pdf=pdf,
    )


def _lead(pdf: str) -> str:
    if pdf:
        return say("Compare the filled form below with this list before you print and sign it.")
    return say(
        "Copy this onto the form, in capitals and in black or blue ink, and sign it where it asks for it."
    )


def _parts(form: Form, values: Values, placing: Placing | None) -> Iterator[Part]:
    missing = by_hand(placing, form, values) if placing else ()
    for section in form.sections:
        fields = [field for field in section.fields if not field.only_on_blanks]
        rows = tuple(_row(field, values, by_hand=field in missing) for field in fields)
        of_further_kin = (
            section.fields[0].value.startswith("kin.") and "kin.1." not in section.fields[0].value
        )
        if any(row.text for row in rows) or not of_further_kin:
            yield Part(section.malay, section.english, rows)


def _row(field: Field, values: Values, *, by_hand: bool) -> Row:
    text = values.get(field.value, ("",))[0]
    note = (
        say_marked(NOTES[field.note])
        if field.note
        else ""
        if text
        else say("Leave empty: the profile says nothing about it.")
    )
    return Row(field.malay, field.english, text, note, by_hand)


@cache
def _template() -> Template:
    return Environment(
        loader=PackageLoader("assist_bot", "templates"), autoescape=True, undefined=StrictUndefined
    ).get_template("form.html.j2")
