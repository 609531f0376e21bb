"""The household's own facts, read from one file and checked as a whole before anything else happens.

model          the whole file; portal_access, employer and employee are its sections
fields         what one value may be; hosts and postcodes help
loading        the reading and checking of a file; `reading` comes before it, `report` after it
whole, validity, paper_checks, doubts    what lies beyond one field
papers         what is to be uploaded
"""

from assist_bot.profile.employee import ForeignEmployee, Papers, Passport, WorkPermit
from assist_bot.profile.employer import Address, Employer
from assist_bot.profile.identities import people_of, secrets_of
from assist_bot.profile.loading import Loaded, load, portal_of
from assist_bot.profile.look import plain
from assist_bot.profile.model import CredentialSource, Payment, Profile
from assist_bot.profile.papers import SupportingDocument, papers_for
from assist_bot.profile.portal_access import PORTAL, PortalAccess
from assist_bot.profile.publishing import example_text, schema

__all__ = [
    "PORTAL",
    "Address",
    "CredentialSource",
    "Employer",
    "ForeignEmployee",
    "Loaded",
    "Papers",
    "Passport",
    "Payment",
    "PortalAccess",
    "Profile",
    "SupportingDocument",
    "WorkPermit",
    "example_text",
    "load",
    "papers_for",
    "people_of",
    "plain",
    "portal_of",
    "schema",
    "secrets_of",
]
