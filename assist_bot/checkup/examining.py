"""All the checks of this computer, in the order in which a person would mend what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assist_bot import clock
from assist_bot.checkup import folders, moment, network, record, secrets
from assist_bot.checkup.checking import guarded, not_checked
from assist_bot.checkup.household import OWN_WORDS, PROFILE, Household, look_at_own_words, look_at_profile
from assist_bot.checkup.programs import BROWSER, Trial, look_at_programs
from assist_bot.errors import MachineError
from assist_bot.language import mark, say, say_marked
from assist_bot.outcome import Check
from assist_bot.places import Places
from assist_bot.profile import PortalAccess, portal_of

NO_PROFILE = mark("there is no sound profile yet")


@dataclass
class Examination:
    """One look at one computer and one profile. What an earlier check found out, later ones use."""

    here: Places
    path: Path
    trial: Trial = field(default_factory=Trial)
    household: Household = field(default_factory=Household)

    def checks(self) -> Iterator[Check]:
        """Give one check after the other. None writes anything."""
        portal = portal_of(self.path)
        url = portal.url if portal else ""
        yield from guarded(BROWSER, lambda: look_at_programs(self.trial, url))
        yield from guarded(folders.FOLDERS, lambda: folders.look_at_folders(self.here))
        yield from guarded(folders.DISK, lambda: folders.look_at_disk(self.here))
        yield from guarded(moment.CLOCK, lambda: moment.look_at_time(url, self.trial.answer))
        yield from guarded(PROFILE, lambda: look_at_profile(self.household, self.path, _today(url)))
        yield from guarded(OWN_WORDS, lambda: look_at_own_words(self.here.own_words))
        yield from guarded(
            secrets.STORE, lambda: secrets.look_at_store(portal.portal_id if portal else "nobody")
        )
        yield from self._password()
        employer = portal.portal_id if portal else ""
        yield from guarded(record.RECORD, lambda: record.look_at_record(self.here, employer))
        yield from self._network(portal)

    def _password(self) -> Iterator[Check]:
        profile = self.household.profile
        if profile is None:
            yield not_checked(secrets.PASSWORD, say_marked(NO_PROFILE))
        else:
            yield from guarded(secrets.PASSWORD, lambda: secrets.look_at_secrets(profile, self.here.state))

    def _network(self, portal: PortalAccess | None) -> Iterator[Check]:
        if portal is None:
            for name in (network.NAME, network.CONNECTION, network.PORTAL, network.CERTIFICATE):
                yield not_checked(name, say("no profile says yet where the portal is"))
        else:
            yield from guarded(network.PORTAL, lambda: network.look_at_network(portal, self.trial.answer))


def _today(url: str) -> date:
    try:
        return clock.today(url)
    except MachineError:  # a clock that was set wrongly is told by its own check
        return clock.today("")
