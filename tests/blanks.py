"""Blanks of SOCSO's forms as a test needs them: with fields of given names, or flat."""

import io
from dataclasses import dataclass

from fpdf import FPDF
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

_RADIO = 1 << 15
_LEFT, _TOP, _STEP, _HEIGHT = 260.0, 770.0, 26.0, 18.0


@dataclass(frozen=True)
class Box:
    """A field of a blank: `kind` is "/Tx", "/Ch", "/Sig", "radio" or "tick"."""

    name: str
    tooltip: str = ""
    kind: str = "/Tx"
    options: tuple[str, ...] = ()
    longest: int = 0
    held: str = ""
    under: str = ""
    """The name of a group that it stands in."""
    around: bool = False
    """Whether that group stands in itself too."""


def flat(title: str = "Borang") -> bytes:
    """Make a form that can only be printed."""
    return _page(title, [])


def blank(*boxes: Box, title: str = "Borang") -> bytes:
    """Make a form with fields, each with its name printed beside it."""
    writer = PdfWriter(clone_from=io.BytesIO(_page(title, [box.tooltip or box.name for box in boxes])))
    page = writer.pages[0]
    widgets = ArrayObject()
    fields = ArrayObject()
    for place, box in enumerate(boxes):
        field, parts = _field(writer, box, _TOP - place * _STEP)
        fields.append(_grouped(writer, box, field) if box.under else field)
        widgets.extend(parts)
    page[NameObject("/Annots")] = widgets
    font = {
        "/Type": "/Font",
        "/Subtype": "/Type1",
        "/BaseFont": "/Helvetica",
        "/Encoding": "/WinAnsiEncoding",
    }
    helvetica = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/Helv"): writer._add_object(helvetica)})  # noqa: SLF001
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {
            NameObject("/Fields"): fields,
            NameObject("/DA"): TextStringObject("/Helv 10 Tf 0 g"),
            NameObject("/DR"): DictionaryObject({NameObject("/Font"): fonts}),
        }
    )
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _grouped(writer: PdfWriter, box: Box, field: IndirectObject) -> IndirectObject:
    kids = ArrayObject([field])
    group = writer._add_object(_dictionary({"/T": TextStringObject(box.under), "/Kids": kids}))  # noqa: SLF001
    if box.around:
        kids.append(group)
    _dictionary_of(field)[NameObject("/Parent")] = group
    return group


def _dictionary_of(field: IndirectObject) -> DictionaryObject:
    found = field.get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _page(title: str, labels: list[str]) -> bytes:
    page = FPDF(unit="pt", format="A4")
    page.add_page()
    page.set_font("Helvetica", size=14)
    page.text(40, 40, title)
    page.set_font("Helvetica", size=9)
    for place, label in enumerate(labels):
        page.text(40, 842 - (_TOP - place * _STEP) - 5, label)
    return bytes(page.output())


def _field(writer: PdfWriter, box: Box, bottom: float) -> tuple[IndirectObject, list[IndirectObject]]:
    entries: dict[str, object] = {"/T": TextStringObject(box.name)}
    entries |= {"/TU": TextStringObject(box.tooltip)} if box.tooltip else {}
    entries |= {"/MaxLen": NumberObject(box.longest)} if box.longest else {}
    entries |= {"/V": TextStringObject(box.held)} if box.held else {}
    if box.kind == "/Ch":
        entries["/Opt"] = ArrayObject(TextStringObject(each) for each in box.options)
    if box.kind not in {"radio", "tick"}:
        entries |= {"/FT": NameObject(box.kind), "/DA": TextStringObject("/Helv 10 Tf 0 g")}
        whole = writer._add_object(_dictionary(entries | _place(bottom, 0, 290)))  # noqa: SLF001
        return whole, [whole]
    entries |= {"/FT": NameObject("/Btn"), "/V": NameObject("/Off")}
    if box.kind == "tick":
        whole = writer._add_object(_dictionary(entries | _place(bottom, 0, 18) | _states("/Yes")))  # noqa: SLF001
        return whole, [whole]
    entries["/Ff"] = NumberObject(_RADIO)
    group = _dictionary(entries)
    field = writer._add_object(group)  # noqa: SLF001
    parts = [
        writer._add_object(  # noqa: SLF001
            _dictionary(_place(bottom, 60.0 * number, 18) | _states(f"/{option}") | {"/Parent": field})
        )
        for number, option in enumerate(box.options)
    ]
    group[NameObject("/Kids")] = ArrayObject(parts)
    return field, parts


def _place(bottom: float, right: float, width: float) -> dict[str, object]:
    left = _LEFT + right
    corners = (left, bottom, left + width, bottom + _HEIGHT)
    return {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject("/Widget"),
        "/Rect": ArrayObject(FloatObject(each) for each in corners),
        "/F": NumberObject(4),
        "/MK": _dictionary({"/BC": ArrayObject([FloatObject(0.6)])}),
    }


def _states(on: str) -> dict[str, object]:
    looks = {state: StreamObject() for state in (on, "/Off")}
    return {"/AS": NameObject("/Off"), "/AP": _dictionary({"/N": _dictionary(dict(looks))})}


def _dictionary(entries: dict[str, object]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in entries.items()})
