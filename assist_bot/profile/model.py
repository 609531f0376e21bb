"""The household's own facts, as the profile file gives them.

Names are the file's own keys. A field whose meaning depends on another one stands after it and checks both:
so every mistake is found in one reading. `whole`, `validity` and `papers` check what lies beyond one field.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from assist_bot.profile.employee import ForeignEmployee, Papers
from assist_bot.profile.employer import Employer
from assist_bot.profile.fields import (
    Argument,
    Days,
    Email,
    Money,
    MonthText,
    NotifyUrls,
    PaperPath,
    Text,
    Version,
)
from assist_bot.profile.portal_access import PortalAccess
from assist_bot.profile.section import Section


class Payment(Section):
    """How the contribution is paid: as a person (B2C), through FPX."""

    bank: Text = Field(examples=["Maybank2U"])
    """As the portal's Bank List calls it."""


class CredentialSource(Section):
    """A program that prints the password, for those who keep it elsewhere."""

    command: tuple[Argument, ...] = Field(min_length=1, examples=[["pass", "show", "assist"]])
    """The program and its arguments, each in quotation marks."""


class PortalIdRequest(Section):
    """The form with which SOCSO is asked for a portal ID, and where it goes."""

    signed_form: PaperPath | None = Field(default=None, examples=["papers/portal-id-signed.pdf"])
    """The form, filled in and signed; left out: the one that `prepare` has filled in."""
    send_to: Email = Field(default="idportal@perkeso.gov.my", examples=["idportal@perkeso.gov.my"])
    """SOCSO's address for it, as its own page for employers gives it."""


class Retention(Section):
    """How long what a run leaves behind is kept. Receipts, letters and the record are not aged out."""

    evidence_days: Days = Field(default=180, examples=[180])
    """Days after which pictures, journals and bundles of a run are removed."""


class Notification(Section):
    """Where the person is told how a scheduled run ended."""

    url: NotifyUrls = Field(default=(), examples=["ntfy://ntfy.sh/a-name-nobody-guesses"])
    """One address, or a list of them, as apprise writes them. They hold passwords, and are treated as such."""

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses themselves."""
        return tuple(each.get_secret_value() for each in self.url)


def _form_of_wages(value: object) -> str:
    return "by name" if isinstance(value, dict) else "amount"


MonthsWages = Annotated[
    Annotated[Money, Tag("amount")] | Annotated[Mapping[Text, Money], Tag("by name")],
    Discriminator(_form_of_wages),
]
"""Ringgit for a month's only employee, or for each by name or passport number."""


class Profile(Section):
    """Everything that assist-bot knows about a household."""

    version: Version = Field(examples=[1])
    """The form of this file."""
    portal: PortalAccess
    employer: Employer
    employees: tuple[ForeignEmployee, ...] = Field(alias="employee", min_length=1)
    """One [[employee]] for each foreign domestic worker."""
    documents: Papers = Papers()
    payment: Payment | None = None
    """Needed to go on to the bank."""
    wages: Mapping[MonthText, MonthsWages] = Field(default={}, examples=[{"2026-10": "1620.00"}])
    """Only the months that differ: what is typed into Salary (RM)."""
    credentials: CredentialSource | None = None
    retention: Retention = Retention()
    notify: Notification = Notification()
    portal_id_request: PortalIdRequest = PortalIdRequest()
