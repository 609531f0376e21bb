"""Papers as pictures: what can be seen on them, and how one that is too large is made smaller.

pages      the pages of a PDF, JPEG or PNG, with the pictures and the text on them
judging    whether a paper is blank, or too coarse to be read
shrinking  a smaller copy in its place, and the original beside it
"""

from assist_bot.scans.judging import Judgement, judge
from assist_bot.scans.pages import Page, pages_of
from assist_bot.scans.shrinking import FLOOR, CannotShrink, Shrunk, originals_of, shrink

__all__ = [
    "FLOOR",
    "CannotShrink",
    "Judgement",
    "Page",
    "Shrunk",
    "judge",
    "originals_of",
    "pages_of",
    "shrink",
]
