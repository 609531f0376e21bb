"""The household's own facts, read from one file and checked as a whole before anything else happens.

model          the whole file; portal_access, employer, employee and next_of_kin are its sections
fields         what one value may be; hosts and postcodes help
loading        the reading and checking of a file; `reading` comes before it, `report` after it
whole, validity, paper_checks, doubts    what lies beyond one field
papers         what is to be uploaded
forgetting     an employee taken out of the file
"""

from assist_bot.profile.employee import ForeignEmployee, Papers, Passport, WorkPermit
from assist_bot.profile.employer import Address, Employer
from assist_bot.profile.forgetting import Whom, forget_in, papers_of, wages_of, whom_in
from assist_bot.profile.identities import people_of, private_of, secrets_of
from assist_bot.profile.loading import Loaded, load, notify_urls_of, portal_of
from assist_bot.profile.look import plain
from assist_bot.profile.model import (
    CredentialSource,
    Notification,
    Payment,
    PortalIdRequest,
    Profile,
    Retention,
)
from assist_bot.profile.next_of_kin import NextOfKin
from assist_bot.profile.papers import SupportingDocument, papers_for
from assist_bot.profile.portal_access import PORTAL, PortalAccess
from assist_bot.profile.publishing import example_text, schema
from assist_bot.profile.reading import read_table

__all__ = [
    "PORTAL",
    "Address",
    "CredentialSource",
    "Employer",
    "ForeignEmployee",
    "Loaded",
    "NextOfKin",
    "Notification",
    "Papers",
    "Passport",
    "Payment",
    "PortalAccess",
    "PortalIdRequest",
    "Profile",
    "Retention",
    "SupportingDocument",
    "Whom",
    "WorkPermit",
    "example_text",
    "forget_in",
    "load",
    "notify_urls_of",
    "papers_for",
    "papers_of",
    "people_of",
    "plain",
    "portal_of",
    "private_of",
    "read_table",
    "schema",
    "secrets_of",
    "wages_of",
    "whom_in",
]
