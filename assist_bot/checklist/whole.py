"""The whole checklist, in the order in which the guide asks for things."""

from collections.abc import Callable, Iterator

from assist_bot.checklist.documents import documents_section
from assist_bot.checklist.forms import forms_section
from assist_bot.checklist.log_in import log_in_section
from assist_bot.checklist.portal_id import portal_id_section
from assist_bot.checklist.preparation import Preparation
from assist_bot.checklist.profile import profile_section
from assist_bot.checklist.scans import scans_section
from assist_bot.outcome import ChecklistSection

PARTS: tuple[Callable[[Preparation], Iterator[ChecklistSection]], ...] = (
    profile_section,
    scans_section,
    forms_section,
    portal_id_section,
    log_in_section,
    documents_section,
)
"""Each gives the sections that it knows of. None ends in an error, however little there is."""


def checklist(known: Preparation) -> Iterator[ChecklistSection]:
    """Give one section after the other."""
    for part in PARTS:
        yield from part(known)
