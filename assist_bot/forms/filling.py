"""A blank filled in: a new PDF, read again before it is given back."""

import io
from collections.abc import Iterable

from pypdf import PdfWriter
from pypdf.generic import NameObject

from assist_bot.forms.blank import opened
from assist_bot.forms.placing import Left, Placed, Placing
from assist_bot.language import say


def fill(content: bytes, placing: Placing) -> tuple[bytes, Placing]:
    """Write what was placed into a copy of the blank; give it, and the placing as the copy shows it when read again.

    What did not arrive there stands among what was left. Raises whatever pypdf raises for a blank that it cannot copy.
    """
    writer = PdfWriter(clone_from=opened(content))
    form = writer.root_object["/AcroForm"].get_object()
    form.pop(NameObject("/XFA"), None)  # type: ignore[union-attr]  # else some viewers show its own, empty fields
    texts = {each.at.name: each.text for each in placing.placed}
    writer.update_page_form_field_values(None, texts, auto_regenerate=False)
    filled = io.BytesIO()
    writer.write(filled)
    return filled.getvalue(), as_it_stands(filled.getvalue(), placing)


def as_it_stands(filled: bytes, placing: Placing) -> Placing:
    """Give the placing as a filled form shows it; what is not in it stands among what was left."""
    fields = opened(filled).get_fields() or {}
    held = {name: str(field.value) for name, field in fields.items()}
    arrived = [each for each in placing.placed if held.get(each.at.name) == each.text]
    return Placing(tuple(arrived), (*placing.left, *_lost(placing.placed, arrived)))


def _lost(placed: Iterable[Placed], arrived: list[Placed]) -> list[Left]:
    return [Left(each.at.shown, say("the text is not in it")) for each in placed if each not in arrived]
