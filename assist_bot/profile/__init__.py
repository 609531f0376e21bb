"""The household's own facts, read from one file and checked as a whole before anything else happens.

model        sections and keys           fields, hosts, postcodes   what one value may be
loading      the reading of a file       reading, report            from TOML, and to the person
whole, validity, paper_checks, doubts    what lies beyond one field
"""

from assist_bot.profile.identities import secrets_of
from assist_bot.profile.loading import Loaded, load
from assist_bot.profile.look import plain
from assist_bot.profile.model import (
    PORTAL,
    Address,
    CredentialSource,
    Employer,
    ForeignEmployee,
    Papers,
    Passport,
    Payment,
    PortalAccess,
    Profile,
    WorkPermit,
)
from assist_bot.profile.papers import SupportingDocument, papers_for
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
    "plain",
    "schema",
    "secrets_of",
]
