"""All operators, by their names, in the order in which they are put together."""

from itertools import combinations
from random import Random
from typing import Literal

from tests.robustness import decoys, dress, fields, loading, markup, names, noticed, wording
from tests.robustness.changing import Operator

Flow = Literal["pay", "register"]
FLOWS: tuple[Flow, ...] = ("pay", "register")

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

WORDS: dict[Flow, tuple[str, ...]] = {
    "pay": (
        *(
            "NEXT",
            "LOGIN",
            "My Sites",
            "SOCSO – Contribution",
            "Employer Contribution",
            "Add Contribution (Portal)",
        ),
        *("Employer Contribution Pending List", "ARREARS CONTRIBUTION", "Contribution Month", "SELECT"),
        *(
            "Employee Contributions",
            "Salary (RM)",
            "Employer (RM)",
            "Employee (RM)",
            "SKBBK (RM)",
            "Total (RM)",
        ),
        *("Action", "SAVE DRAFT", "COMPLETE", "SUBMIT", "CONFIRM", "ACR No.", "PAYMENT", "Payment List"),
        *(
            "Amount (RM)",
            "Status",
            "ADD TO CART",
            "PROCEED TO SUMMARY",
            "CONTINUE",
            "Business Model",
            "Bank List",
        ),
        *(
            "PROCEED",
            "RESIT RASMI",
            "Jumlah Bayaran",
            "PRINT RECEIPT",
            "Payment History FPX",
            "Total Amount (RM)",
        ),
    ),
    "register": (
        *("REGISTRATION", "Employer Information", "Business Entity", "Sub-Business Entity"),
        *("Domestic Worker's Information", "Individual's @ Employer For Domestic Worker Name"),
        *(
            "Identification Type",
            "Identification No.",
            "Industry Name",
            "Postal Address",
            "State",
            "City",
            "Postcode",
        ),
        *(
            "SOCSO Office Location",
            "Mobile No.",
            "Email",
            "Methods of Contribution Payment",
            "SAVE & CONTINUE",
        ),
        *(
            "New Employee(s) Listing",
            "ADD FOREIGN EMPLOYEE",
            "Name of Employee",
            "Passport No.",
            "Nationality",
        ),
        *(
            "Passport Expiry Date",
            "Date of Birth",
            "Gender (M/F)",
            "Employment Start Date",
            "Occupation",
            "Salary (RM)",
        ),
        *("Work Permit No.", "Work Permit Start Date", "Work Permit Expiry Date", "SAVE", "ADD DOCUMENT"),
        *("Description", "Document", "SUBMIT", "CONFIRM", "Employer Code", "Reference No."),
    ),
}
TWICE: dict[Flow, tuple[str, ...]] = {
    "pay": (
        *("Contribution Month", "SELECT", "SAVE DRAFT", "COMPLETE", "SUBMIT", "CONFIRM", "ADD TO CART"),
        *("Bank List", "PROCEED", "ARREARS CONTRIBUTION", "Employee Contributions"),
    ),
    "register": (
        *("Business Entity", "Industry Name", "Postal Address", "State", "Mobile No.", "SAVE & CONTINUE"),
        *(
            "Name of Employee",
            "Date of Birth",
            "Gender (M/F)",
            "Salary (RM)",
            "SAVE",
            "Description",
            "SUBMIT",
            "CONFIRM",
        ),
    ),
}
OTHERS: dict[Flow, tuple[Operator, ...]] = {
    "pay": (
        noticed.MALAY_ONLY,
        noticed.required_field("Submission Contribution Information"),
        noticed.required_field("FPX"),
        noticed.required_field("Payment List"),
        noticed.exchanged("Employer (RM)", "Employee (RM)"),
        noticed.exchanged("Employee (RM)", "Total (RM)"),
        noticed.exchanged("Salary (RM)", "Total (RM)"),
        noticed.exchanged("Identification No.", "Name"),
        noticed.NAME_LONGER,
        noticed.NAME_OTHER,
        noticed.NAMES_EXCHANGED,
        noticed.NUMBER_COVERED,
        noticed.MONTH_OTHER,
        noticed.STATUS_OTHER,
    ),
    "register": (
        noticed.MALAY_ONLY,
        noticed.required_field("Industry's Information"),
        noticed.required_field("Foreign Employee's Information"),
        noticed.exchanged("Date of Birth", "Employment Start Date"),
        noticed.exchanged("Document", "Description"),
        noticed.NAME_LONGER,
        noticed.NAME_OTHER,
        noticed.NUMBER_COVERED,
    ),
}

BY_NAME = {each.name: each for each in ALIKE}


def noticed_in(flow: Flow) -> tuple[Operator, ...]:
    """List the changes of words in a flow."""
    renamed, twice = map(noticed.renamed, WORDS[flow]), map(noticed.twice, TWICE[flow])
    return (*renamed, *twice, *OTHERS[flow])


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
    left = Random(f"pairs {flow}").sample(all_pairs, len(all_pairs))
    met: dict[str, int] = {}
    chosen = []
    for _ in range(how_many):
        pair = min(left, key=lambda each: sum(met.get(name, 0) for name in each))
        left.remove(pair)
        chosen.append(pair)
        for name in pair:
            met[name] = met.get(name, 0) + 1
    return chosen
