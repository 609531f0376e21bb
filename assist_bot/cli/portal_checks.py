"""From what the tour saw to checks and words."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from assist_bot.checkup.checking import ended_by, ok, problem, warning
from assist_bot.errors import Ending
from assist_bot.language import mark, say, say_marked
from assist_bot.outcome import Check, Outcome, State, WordResult
from assist_bot.portal.surveying import Finding, Sight
from flows.tour import FIRST_VISIT_FIRST, Visit

TOUR = mark("Portal's words")
IN_DOUBT = {Sight.MISSING: mark("missing"), Sight.AMBIGUOUS: mark("there more than once")}


def checks_of(visits: Sequence[Visit], ended: Ending | None, own_words: Path) -> list[Check]:
    """Give a check for each page, and one for what ended the tour before its last page."""
    checks = [check for visit in visits for check in _of_page(visit, own_words)]
    return [*checks, ended_by(TOUR, ended)] if ended else checks


def words_of(visits: Sequence[Visit]) -> list[WordResult]:
    """List every word that was looked for."""
    return [
        WordResult(visit.title, each.section, each.kind, each.word, each.sight, each.shown)
        for visit in visits
        for each in visit.findings
    ]


def _of_page(visit: Visit, own_words: Path) -> Iterator[Check]:
    name = f"Page: {visit.title}"
    lacking = [each for each in visit.findings if each.sight in IN_DOUBT]
    if lacking:
        yield _lacking(name, visit, lacking, own_words)
    if visit.broke_off:
        yield ended_by(name, visit.broke_off)
    if lacking or visit.broke_off:
        return
    if visit.left_alone == say_marked(FIRST_VISIT_FIRST):
        yield warning(name, visit.left_alone, say("Run `assist-bot register`: it makes the first visit."))
    elif visit.findings:
        yield ok(name, f"{_counted(visit.findings)} {visit.left_alone}".strip())
    else:
        yield Check(name, State.NOT_CHECKED, visit.left_alone)


def _lacking(name: str, visit: Visit, lacking: Sequence[Finding], own_words: Path) -> Check:
    told = "; ".join(
        say('"{word}" is {how}', word=each.word, how=say_marked(IN_DOUBT[each.sight])) for each in lacking
    )
    if not visit.needed:
        return warning(name, f"{told}.", say("The same is looked up elsewhere as well, so that runs go on."))
    remedy = say(
        "Look at the pictures of this run. If the portal has another name for it now, add that "
        "name to {own_words}; if it is there twice, tell the maintainer.",
        own_words=own_words,
    )
    return problem(name, Outcome.PORTAL, f"{told}.", remedy)


def _counted(findings: Sequence[Finding]) -> str:
    otherwise = sum(each.sight is Sight.OTHER_NAME for each in findings)
    told = say(", {otherwise} of them under another name", otherwise=otherwise) if otherwise else ""
    return say("{count} words found{told}.", count=len(findings), told=told)
