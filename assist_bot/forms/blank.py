"""A blank that the person downloaded: which of the four forms it is, and the fields that it has to be filled in."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import Field as PdfField

from assist_bot.forms.known import Form, folded, forms

LARGEST = 20_000_000
"""Bytes; SOCSO's forms have far fewer."""
MOST_PAGES = 20
_PUSH_BUTTON, _RADIO = 1 << 16, 1 << 15  # ISO 32000, table 228


class Kind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    LIST = "list"
    CHOICE = "choice"
    TICK = "tick"
    SIGNATURE = "signature"


@dataclass(frozen=True)
class BlankField:
    """A field of a blank: its name in the file, what it may be called, and what it takes."""

    name: str
    labels: frozenset[tuple[str, ...]]
    shown: str
    kind: Kind
    options: tuple[str, ...] = ()
    longest: int | None = None
    held: str = ""
    """What stands in it already."""


@dataclass(frozen=True)
class Blank:
    """A blank's content and its fields; none where it can only be printed."""

    content: bytes
    fields: tuple[BlankField, ...]


def form_of(path: Path) -> Form | None:
    """Tell by its name which form a file is the blank of; None where it is none, or may be several."""
    words = " ".join(folded(path.stem))
    found = [form for form in forms() if any(_within(mark, words) for mark in form.marks)]
    return found[0] if len(found) == 1 else None


def blank_in(path: Path) -> Blank | None:
    """Open a blank; None where it is no PDF that can be read, or locked, or far too large."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        content = path.read_bytes()
        reader = opened(content)
        if len(reader.pages) > MOST_PAGES:
            return None
        fields = [
            field for name, each in (reader.get_fields() or {}).items() if (field := _field(name, each))
        ]
    except Exception:  # noqa: BLE001  a damaged PDF makes pypdf raise nearly anything
        return None
    return Blank(content, tuple(fields))


def opened(content: bytes) -> PdfReader:
    """Open a PDF, also one that anybody may open and not everybody may change."""
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:
        reader.decrypt("")
    return reader


def _within(mark: str, words: str) -> bool:
    return f" {' '.join(folded(mark))} " in f" {words} "


def _field(name: str, field: PdfField) -> BlankField | None:
    flags = int(field.get("/Ff", 0))
    kind = _kind(str(field.get("/FT", "")), flags)
    if kind is None:
        return None
    tooltip, leaf = str(field.get("/TU") or ""), re.split(r"\.(?! )", name)[-1]
    labels = {tuple(sorted(folded(re.sub(r"\[\d+\]", "", each)))) for each in (name, leaf, tooltip)} - {()}
    longest = field.indirect_reference.get_object().get("/MaxLen") if field.indirect_reference else None  # type: ignore[union-attr]  # a field is a dictionary
    return BlankField(
        name,
        frozenset(labels),
        tooltip or leaf,
        kind,
        tuple(_options(field.get("/_States_", ()))),
        int(longest) if longest else None,
        _text(field.value),
    )


def _kind(type_: str, flags: int) -> Kind | None:
    if type_ == "/Btn":
        return None if flags & _PUSH_BUTTON else Kind.CHOICE if flags & _RADIO else Kind.TICK
    return {"/Tx": Kind.TEXT, "/Ch": Kind.LIST, "/Sig": Kind.SIGNATURE}.get(type_)


def _options(states: Iterable[object]) -> list[str]:
    """List what can be chosen, as it is written into the file; of a pair that is its first part."""
    plain = [str(state[0]) if isinstance(state, list) else str(state) for state in states]
    return [state for state in plain if state != "/Off"]


def _text(value: object) -> str:
    held = str(value or "").strip()
    return "" if held == "/Off" else held
