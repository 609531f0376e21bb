"""Telling the person, wherever they are: short messages through the services that apprise knows.

addresses    where they go; each holds a password, and is shown to nobody
sending      the only importer of apprise
"""

from assist_bot.notifying.addresses import addresses
from assist_bot.notifying.sending import Sent, not_understood, send

__all__ = ["Sent", "addresses", "not_understood", "send"]
