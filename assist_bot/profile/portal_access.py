"""The profile's [portal]."""

from pydantic import Field

from assist_bot.profile.fields import BankHost, Email, PortalUrl, Text
from assist_bot.profile.hosts import host_of, is_loopback, origin_of
from assist_bot.profile.section import Section

PORTAL = "https://assist.perkeso.gov.my/employer/login"


class PortalAccess(Section):
    """How the employer logs in to the portal; the password is never written here."""

    url: PortalUrl = Field(default=PORTAL, examples=[PORTAL])
    """The portal's log-in page for employers."""
    portal_id: Email = Field(examples=["someone@example.com"])
    """The e-mail address that SOCSO gave the Portal ID to."""
    security_phrase: Text | None = Field(default=None, examples=["blue kite"])
    """If given, the portal must show it before the password is typed."""
    security_question: Text | None = Field(default=None, examples=["What is the name of your favorite pet?"])
    """The question to choose on the first visit."""
    bank_hosts: tuple[BankHost, ...] = Field(default=(), examples=[["*.maybank2u.com.my"]])
    """Where the browser may go during the hand-over to the bank, beside the hosts known for it."""

    @property
    def origin(self) -> str:
        """Scheme, host and port of the portal."""
        return origin_of(self.url)

    @property
    def is_loopback(self) -> bool:
        """Whether the portal is a practice portal on this computer."""
        return is_loopback(host_of(self.url))
