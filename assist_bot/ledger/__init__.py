"""The lasting record of what was sent: written before each point of no return, rewritten only to forget an employee.

ledger         the record itself: contributions to read, registrations beside them
sending, doubt what was sent and waits for its answer
refusing       when something may be begun     reconciling    what a look at the portal changes
looks          how far apart looks must be     covering       whom a month's submissions pay for
evidence       whose runs are still needed     papers         receipts, slips and letters that are kept
forgetting     the record without one employee
file, record   the file on disk                entries, applications, states   what is written in it
"""

from assist_bot.ledger.entries import recorded_skbbk
from assist_bot.ledger.ledger import Ledger
from assist_bot.ledger.papers import KeptPaper, PaperKind
from assist_bot.ledger.registrations import Registering
from assist_bot.ledger.sending import Paying, Submitting
from assist_bot.ledger.states import Entry, RegistrationEntry, RegistrationState, State

__all__ = [
    "Entry",
    "KeptPaper",
    "Ledger",
    "PaperKind",
    "Paying",
    "Registering",
    "RegistrationEntry",
    "RegistrationState",
    "State",
    "Submitting",
    "recorded_skbbk",
]
