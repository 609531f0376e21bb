"""`assist-bot prepare --sent DAY`: the person says that the e-mail to SOCSO has gone."""

from datetime import date

from assist_bot.cli.terminal import Terminal
from assist_bot.errors import ProfileError
from assist_bot.forms.awaiting import may_be_sent_on, note_sent
from assist_bot.language import day, say
from assist_bot.owner_only import told
from assist_bot.places import Places, prepare
from assist_bot.profile import PortalAccess


def remember_sent(here: Places, portal: PortalAccess | None, sent: date, today: date) -> None:
    """Note the day for the portal ID of the profile. Raises ProfileError where it cannot be right, and MachineError."""
    if portal is None:
        raise ProfileError(
            say("The profile does not say yet which portal ID is asked for; the day was not noted."),
            say("Mend [portal] in it first; `assist-bot prepare` says what is wrong."),
        )
    if not may_be_sent_on(sent, today):
        raise ProfileError(
            say("The e-mail cannot have been sent on {day}; nothing was noted.", day=day(sent)),
            say("Give the day on which it was sent, as in --sent {today}.", today=today),
        )
    Terminal().say_if(told(prepare(here)))
    note_sent(here.portal_id_awaited, portal.portal_id, sent)
