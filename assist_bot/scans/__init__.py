"""Papers as pictures: what can be seen on them.

pages      the pages of a PDF, JPEG or PNG, with the pictures and the text on them
judging    whether a paper is blank, or too coarse to be read
"""

from assist_bot.scans.judging import Judgement, judge
from assist_bot.scans.pages import Page, pages_of

__all__ = ["Judgement", "Page", "judge", "pages_of"]
