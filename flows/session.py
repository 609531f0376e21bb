"""One log-in at the portal, made again once when the portal ends it while nothing is being submitted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from assist_bot.credentials import Credentials
from assist_bot.errors import SessionEnded
from assist_bot.language import say
from assist_bot.portal.portal import Portal
from flows.log_in import log_in

Done = TypeVar("Done")


@dataclass
class Session:
    """A log-in, and which page it led to (`seen`): home, or one of the first visit. `portal` is what lies behind it."""

    outside: Portal
    credentials: Credentials
    seen: str
    renewed: bool = False

    @property
    def portal(self) -> Portal:
        """The portal as it is behind the log-in."""
        return self.outside.logged_in()

    def keep(self, work: Callable[[], Done]) -> Done:
        """Do some work; when the log-in runs out meanwhile, log in again, once in a run, and begin the work anew.

        The work has to begin by reading where the portal is. A log-in that runs out while something is submitted
        is no matter of this: it ends as OutcomeUnknown, and nothing is begun anew.
        """
        try:
            return work()
        except SessionEnded as ended:
            if self.renewed:
                raise
            self.renewed = True
            self.portal.journal.warn(
                say("{fact} Logging in again, to go on from what the portal shows.", fact=ended.fact)
            )
        self.seen = log_in(self.outside, self.credentials)
        return work()


def begin_session(portal: Portal, credentials: Credentials) -> Session:
    """Log in."""
    return Session(portal, credentials, log_in(portal, credentials))
