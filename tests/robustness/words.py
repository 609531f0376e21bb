"""Which words are changed in which flow: those that a run goes by, each alone."""

from typing import Literal

from tests.robustness import noticed
from tests.robustness.changing import Operator

Flow = Literal["pay", "register"]
FLOWS: tuple[Flow, ...] = ("pay", "register")

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


def noticed_in(flow: Flow) -> tuple[Operator, ...]:
    """List the changes of words in a flow."""
    renamed, twice = map(noticed.renamed, WORDS[flow]), map(noticed.twice, TWICE[flow])
    return (*renamed, *twice, *OTHERS[flow])
