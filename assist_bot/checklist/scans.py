"""The part of the checklist about the three scans with which the guide begins."""

from collections.abc import Iterator

from assist_bot.checklist.holding import holding_items
from assist_bot.checklist.papers import paper_items
from assist_bot.checklist.preparation import Preparation
from assist_bot.language import say
from assist_bot.outcome import ChecklistSection

SCANS = ("identity_card", "passport_copy", "work_permit_copy")
"""The employer's IC or passport, the worker's latest passport, the worker's latest work permit."""


def scans_section(known: Preparation) -> Iterator[ChecklistSection]:
    """Tell of each scan whether it can be handed in, and of passport and permit whether they are the right ones."""
    papers = [item for name, item in paper_items(known) if name in SCANS]
    yield ChecklistSection(say("The three scans"), (*papers, *holding_items(known)))
