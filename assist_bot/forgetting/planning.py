"""What there is of an employee on this computer: found anew each time, so that a forgetting can be gone on with."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from assist_bot.credentials import stored
from assist_bot.errors import ForgettingRefused
from assist_bot.filing import papers_in
from assist_bot.forms.making import about_employees
from assist_bot.language import say
from assist_bot.ledger import Entry, Ledger
from assist_bot.ledger.forgetting import IsHers, hers_alone, hers_among_others
from assist_bot.places import Places
from assist_bot.profile import Whom, papers_of, plain, wages_of, whom_in
from assist_bot.scans.shrinking import originals_of

_OF_A_MONTH = re.compile(r"(\d{4}-\d{2}) ")


@dataclass(frozen=True)
class ToBeKept:
    """What there is of her that an employer keeps for seven years: documents, and months on record.

    `shared` is what is about others too: their documents stay, and of their months only her lines would go.
    """

    documents: list[Path]
    shared_documents: list[Path]
    months: list[str]
    shared_months: list[str]
    unsettled: list[str]

    def __bool__(self) -> bool:
        return bool(self.documents or self.months or self.shared_months)


@dataclass(frozen=True)
class Plan:
    """What would be removed, and what stays."""

    whom: Whom
    others: tuple[Whom, ...]
    portal_id: str
    in_profile: bool
    wages: list[str]
    papers: list[Path]
    forms: list[Path]
    runs: list[Path]
    proofs: list[Path]
    logs: list[Path]
    interview: Path
    secrets: tuple[str, ...]
    to_be_kept: ToBeKept

    @property
    def is_last(self) -> bool:
        """Whether nobody else is in the profile."""
        return not self.others

    def is_hers(self, line: Mapping[str, Any]) -> bool:
        """Say whether a line of the record is about her."""
        return _is_hers(self.whom, self.others, line)


def whom_is_meant(table: Mapping[str, Any], entries: Sequence[Entry], told: str) -> Whom:
    """Find the employee by name, or by the last four characters of her passport number, in profile and record.

    Raises ForgettingRefused where nobody or more than one fits; "" means the only one in the profile.
    """
    employed, wanted = whom_in(table), plain(told)
    # Who is in the profile comes first: the record may have her with an earlier passport, or as the portal writes her.
    known = list(dict.fromkeys([*employed, *_on_record(entries)]))
    fitting = [each for each in known if wanted and wanted in (plain(each.name), each.passport_end)]
    of_profile = [each for each in fitting if each in employed] if told else employed
    if len(of_profile) == 1:
        return of_profile[0]
    if not of_profile and (
        len({plain(e.name) for e in fitting}) == 1 or len({e.passport_end for e in fitting}) == 1
    ):
        return fitting[0]
    who = (
        say('"{told}" is not exactly one employee', told=told)
        if told
        else say("It is not clear who is meant")
    )
    raise ForgettingRefused(
        say("{who}; nothing was removed.", who=who),
        say(
            "Say whom, as in `assist-bot forget --employee NAME`, by name or by the last four "
            "characters of the passport number. Known here: {known}.",
            known=", ".join(map(str, known)) or say("nobody"),
        ),
    )


def plan_for(whom: Whom, table: Mapping[str, Any], profile: Path, here: Places) -> Plan:
    """Find everything about her. Raises ForgettingRefused while something is in doubt, and as the parts do."""
    portal_id, everybody = _portal_id(table), whom_in(table)
    with Ledger.open(here.ledger, read_only=True) as ledger:
        entries, registration = ledger.entries(), ledger.registration(portal_id)
    _ensure_no_doubt(entries, in_doubt=registration is not None and registration.in_doubt)
    others = tuple(each for each in everybody if each != whom)
    return Plan(
        whom=whom,
        others=others,
        portal_id=portal_id,
        in_profile=whom in everybody,
        wages=wages_of(table, whom),
        papers=[
            path
            for paper in papers_of(table, whom, profile.parent)
            for path in (paper, *originals_of(paper.resolve()))
        ],
        forms=about_employees(profile.parent),
        runs=sorted(here.runs.iterdir()),
        proofs=sorted(here.proofs.iterdir()),
        logs=here.logs,
        interview=here.interview,
        secrets=() if others or not portal_id else stored(portal_id),
        to_be_kept=_to_be_kept(here.documents, entries, partial(_is_hers, whom, others), is_last=not others),
    )


def _is_hers(whom: Whom, others: Sequence[Whom], line: Mapping[str, Any]) -> bool:
    """Go by the name or the end of the passport number, for both may have changed; not where all fits another."""
    name, end = str(line.get("employee", "")), str(line.get("passport_ends_in", ""))
    return any(whom.fits(name, end)) and not any(all(each.fits(name, end)) for each in others)


def _to_be_kept(documents: Path, entries: Sequence[Entry], is_hers: IsHers, *, is_last: bool) -> ToBeKept:
    """Find what is on record of her, and which documents are about nobody else.

    A month's are others' too where the record has others in it. Letters, and a month that is on record for nobody,
    are hers only where nobody else is known at all.
    """
    alone = [each for each in entries if hers_alone(each, is_hers)]
    shared = [each for each in entries if hers_among_others(each, is_hers)]
    of_others = [each for each in entries if each not in alone and json.loads(each.lines)]
    months = {str(each.month) for each in alone} - {str(each.month) for each in of_others}
    files = papers_in(documents)
    nobody_else = is_last and not of_others
    hers = [path for path in files if nobody_else or _month_of(path) in months]
    return ToBeKept(
        documents=hers,
        shared_documents=[path for path in files if path not in hers],
        months=sorted({str(each.month) for each in alone}),
        shared_months=sorted({str(each.month) for each in shared}),
        unsettled=sorted({str(each.month) for each in (*alone, *shared) if not each.settled}),
    )


def _on_record(entries: Sequence[Entry]) -> list[Whom]:
    return [
        Whom(str(line["employee"]), str(line["passport_ends_in"]))
        for entry in entries
        for line in json.loads(entry.lines)
    ]


def _portal_id(table: Mapping[str, Any]) -> str:
    portal = table.get("portal")
    found = portal.get("portal_id") if isinstance(portal, Mapping) else None
    return found.strip() if isinstance(found, str) else ""


def _ensure_no_doubt(entries: Sequence[Entry], *, in_doubt: bool) -> None:
    """Refuse until it is found out what became of something that was sent: the pictures may be what proves it."""
    month = next((each.month for each in entries if each.in_doubt), None)
    if month is not None:
        raise ForgettingRefused(
            say(
                "Something was sent for {month} and its answer is not known; nothing was removed.",
                month=month.name,
            ),
            say(
                "Run `assist-bot pay --month {month}` first: it looks at the portal before anything else.",
                month=month,
            ),
        )
    if in_doubt:
        raise ForgettingRefused(
            say("The registration was sent and its answer is not known; nothing was removed."),
            say("Run `assist-bot register` first: it looks at the portal before anything else."),
        )


def _month_of(document: Path) -> str:
    named = _OF_A_MONTH.match(document.name)
    return named[1] if named else ""
