"""All operators, by their names, in the order in which they are put together."""

from itertools import combinations
from random import Random

from tests.robustness import decoys, dress, fields, loading, markup, names, wording
from tests.robustness.changing import Operator
from tests.robustness.words import Flow, noticed_in

ALIKE: tuple[Operator, ...] = (
    loading.LATE,
    loading.LATE_WIDGETS,
    loading.DIMMED,
    loading.BACKGROUND,
    loading.NEW_TABS,
    loading.PAGED,
    loading.FRAMED,
    loading.ALONE,
    fields.LABELS_FOR,
    fields.LABELS_AROUND,
    fields.LABELS_BY_REFERENCE,
    fields.LABELS_AS_TEXT,
    fields.LAYOUT_TABLES,
    fields.MARKS_OTHER_SIDE,
    fields.MARKS_IN_LABELS,
    fields.STYLED_FILE_BOX,
    fields.READ_ONLY_DATES,
    fields.PLAIN_DATES,
    fields.NATIVE_LISTS,
    fields.DRAWN_LISTS,
    fields.BARE_LISTS,
    decoys.OPTIONAL,
    decoys.HELPED,
    decoys.ASKED,
    decoys.TRAIL,
    decoys.HIDDEN,
    markup.COLUMNS,
    markup.SHUFFLED,
    dress.NAMED_ICONS,
    dress.DRAWN_ICONS,
    dress.BUTTONS,
    dress.INPUTS,
    dress.ROLES,
    dress.MENUS,
    dress.LEVELS,
    dress.FIELDSETS,
    dress.NO_HEADINGS,
    dress.NO_HEADER_CELLS,
    dress.GRIDS,
    wording.SIGNS,
    wording.CASE,
    wording.CAPITALS,
    markup.WRAPPED,
    markup.UNWRAPPED,
    markup.NESTED,
    names.NAMES,
)
"""What a person would not notice, or would not mind. Ids and classes are renamed last: the others look for them."""

ONLY_IN = {
    "paged": "pay register",
    "read-only-dates": "register",
    "plain-dates": "register",
    "file-button": "register",
    "marks-other-side": "register",
    "marks-in-labels": "register",
}
BY_CHANCE = (
    "hidden",
    "help",
    "questions",
    "optional",
    "shuffled",
    "columns",
    "case",
    "signs",
    "wrapped",
    "nested",
    "late",
)
"""These are another change with another seed."""

SAME_THING = (
    {"buttons", "inputs", "roles"},
    {"labels-for", "labels-around", "labels-by-reference", "labels-as-text", "layout-tables"},
    {"levels", "fieldsets", "no-headings"},
    {"no-th", "grids"},
    {"named-icons", "drawn-icons"},
    {"native-lists", "drawn-lists", "bare-lists"},
    {"marks-other-side", "marks-in-labels"},
    {"read-only-dates", "plain-dates"},
    {"late", "late-widgets", "dimmed"},
    {"background", "framed", "new-tabs", "alone"},
)
"""Of each of these a page can have one only."""

BY_NAME = {each.name: each for each in ALIKE}


def alike_in(flow: Flow) -> tuple[Operator, ...]:
    """List the changes that a person would not notice, as far as the flow comes across them."""
    return tuple(each for each in ALIKE if flow in ONLY_IN.get(each.name, "pay register"))


def called(flow: Flow, names: tuple[str, ...]) -> tuple[Operator, ...]:
    """Give the operators with these names, in their order. Raises KeyError for one that is unknown."""
    known = {each.name: each for each in (*noticed_in(flow), *ALIKE)}
    unknown = {*names} - {*known}
    if unknown:
        raise KeyError(", ".join(unknown))
    return tuple(known[name] for name in known if name in names)


def pairs(flow: Flow, how_many: int) -> list[tuple[str, str]]:
    """Choose pairs of changes by chance, each change as often as another."""
    all_pairs = [
        (one.name, other.name)
        for one, other in combinations(alike_in(flow), 2)
        if not any({one.name, other.name} <= same for same in SAME_THING)
    ]
    left = Random(f"pairs {flow}").sample(all_pairs, len(all_pairs))  # noqa: S311  # a chance that can be repeated
    met: dict[str, int] = {}
    chosen = []
    for _ in range(how_many):
        pair = min(left, key=lambda each: sum(met.get(name, 0) for name in each))
        left.remove(pair)
        chosen.append(pair)
        for name in pair:
            met[name] = met.get(name, 0) + 1
    return chosen
