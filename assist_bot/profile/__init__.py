"""The household's own facts, read from one file and checked as a whole before anything else happens."""

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

__all__ = [
    "PORTAL",
    "Address",
    "CredentialSource",
    "Employer",
    "ForeignEmployee",
    "Papers",
    "Passport",
    "Payment",
    "PortalAccess",
    "Profile",
    "WorkPermit",
]
