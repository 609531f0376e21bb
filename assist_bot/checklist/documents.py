"""The part of the checklist about the eight documents that the portal asks for."""

from collections.abc import Iterator
from dataclasses import replace

from assist_bot.checklist.items import there
from assist_bot.checklist.papers import paper_items
from assist_bot.checklist.preparation import Preparation
from assist_bot.checklist.scans import SCANS
from assist_bot.language import say
from assist_bot.outcome import ChecklistSection, Standing

PROVIDED = ("Borang SIP 1", "Borang Pendaftaran DS")
"""The two of the eight that the portal hands out, and takes back as they are."""


def documents_section(known: Preparation) -> Iterator[ChecklistSection]:
    """Tell of all eight; of the scans it is told above what is wrong with them."""
    hands_in = say("The portal provides it; `assist-bot register` downloads it there and hands it in.")
    provided = [there(name, hands_in) for name in PROVIDED]
    above = say("See the scans above.")
    own = [
        replace(item, message=above, remedy="") if name in SCANS and item.state != Standing.THERE else item
        for name, item in paper_items(known)
    ]
    yield ChecklistSection(say("The eight documents for the portal"), (*provided, *own))
