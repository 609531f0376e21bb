"""From a blank's fields to what is filled in: exactly one field and one meaning, or nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assist_bot.forms.blank import BlankField, Kind
from assist_bot.forms.known import NOTES, Field, Form, folded
from assist_bot.forms.values import Values
from assist_bot.language import say, say_marked

Names = Mapping[tuple[str, ...], tuple[Field, ...]]


@dataclass(frozen=True)
class Placed:
    """A field of the blank, what it means, and the text that is written into it."""

    at: BlankField
    field: Field
    text: str


@dataclass(frozen=True)
class Left:
    """A field of the blank that stays as it is, and why."""

    shown: str
    why: str


@dataclass(frozen=True)
class Placing:
    """What goes where, and what stays empty."""

    placed: tuple[Placed, ...]
    left: tuple[Left, ...]


def names_of(form: Form) -> Names:
    """List which fields each name of the form may mean, by its words in the order of the alphabet."""
    names: dict[tuple[str, ...], dict[Field, None]] = {}
    for section in form.sections:
        for field in section.fields:
            for name in (field.malay, field.english, *field.names):
                names.setdefault(tuple(sorted(folded(name))), {})[field] = None
    return {words: tuple(fields) for words, fields in names.items()}


def place(fields: Iterable[BlankField], form: Form, values: Values) -> Placing:
    """Decide for each field of a blank what it means, if that is certain, and what is written."""
    names = names_of(form)
    meant = {field: {each for label in field.labels for each in names.get(label, ())} for field in fields}
    wanted = Counter(found for each in meant.values() for found in each)
    placed, left = list[Placed](), list[Left]()
    for field, candidates in meant.items():
        result = _one(field, candidates, wanted, values)
        if isinstance(result, Placed):
            placed.append(result)
        elif result:
            left.append(Left(field.shown, result))
    parts = {each.field.value for each in placed}
    doubled = [each for each in placed if each.field.only_on_blanks and f"{each.field.value}.2" in parts]
    left += [Left(each.at.shown, say("the address stands in lines of its own")) for each in doubled]
    return Placing(tuple(each for each in placed if each not in doubled), tuple(left))


def by_hand(placing: Placing, form: Form, values: Values) -> tuple[Field, ...]:
    """List what is known and stands in no field: it is to be written by hand."""
    done = {each.field.value for each in placing.placed}
    return tuple(
        field
        for section in form.sections
        for field in section.fields
        if field.value in values and not field.only_on_blanks
        if not {field.value, field.value.rpartition(".")[0]} & done  # an address may stand there as a whole
    )


def _one(field: BlankField, candidates: set[Field], wanted: Counter[Field], values: Values) -> Placed | str:
    """Give what is written into a field, or why nothing is; "" where nothing is missing."""
    doubt = _doubt(field, candidates, wanted)
    if doubt:
        return doubt
    (found,) = candidates
    texts = values.get(found.value, ())
    if not texts:
        return say_marked(NOTES[found.note]) if found.note else ""
    if field.held:
        return say("something stands in it already") if field.held not in texts else ""
    text = _fitting(field, texts)
    return Placed(field, found, text) if text else _does_not_fit(field)


def _doubt(field: BlankField, candidates: set[Field], wanted: Counter[Field]) -> str:
    """Say why it is not certain what a field means, "" where it is."""
    if field.kind is Kind.SIGNATURE:
        return say("it is signed by hand")
    if not candidates:
        return say("its name is not known")
    if len(candidates) > 1:
        return say("its name may mean several things")
    return say("several fields have this name") if wanted[next(iter(candidates))] > 1 else ""


def _fitting(field: BlankField, texts: tuple[str, ...]) -> str:
    """Give the spelling that the field takes, "" where it takes none."""
    if field.kind is Kind.TEXT:
        digits = re.sub("[/-]", "", texts[0])  # one box for each: of a date, of a MyKad's number
        shapes = [texts[0], digits] if digits.isdigit() else [texts[0]]
        return next((text for text in shapes if not field.longest or len(text) <= field.longest), "")
    if field.kind is Kind.TICK:
        return ""
    wanted = {folded(text) for text in texts}
    fitting = [option for option in field.options if folded(option.removeprefix("/")) in wanted]
    return fitting[0] if len(fitting) == 1 else ""


def _does_not_fit(field: BlankField) -> str:
    if field.kind is Kind.TEXT:
        return say("the text is too long for it")
    return say("a box to tick") if field.kind is Kind.TICK else say("none of its choices is certain")
