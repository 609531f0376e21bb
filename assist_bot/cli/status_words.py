"""What a person reads of how a household stands: on the terminal and on the page the same words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Literal

from assist_bot.language import day, mark, say, say_marked
from assist_bot.money import ringgit
from assist_bot.standing import (
    HouseholdStanding,
    MonthStanding,
    MonthState,
    Paper,
    PaperStanding,
    PartStanding,
    RegistrationStanding,
    RegistrationStep,
)
from assist_bot.wording import plain

Kind = Literal["good", "neutral", "wait", "bad", "alarm"]
"""The kind of colour that goes with it, as of a verdict."""
SHOWN_SINGLY = 4
"""So many of the latest months are never folded with others into one line."""
_FOLDED = ("settled", MonthState.LATE, MonthState.NOT_KNOWN)
_MONTHS_OF_A_YEAR = 12

_KINDS: dict[MonthState, Kind] = {
    MonthState.NOT_KNOWN: "bad",
    MonthState.IN_DOUBT: "alarm",
    MonthState.UNPAID: "wait",
    MonthState.DRAFT: "wait",
    MonthState.LATE: "bad",
    MonthState.DUE: "wait",
    MonthState.NOT_DUE: "neutral",
    MonthState.SETTLED_BY_HAND: "good",
    MonthState.PAID: "good",
    MonthState.NOT_OWED: "good",
}

_SENTENCES = {
    MonthState.NOT_KNOWN: mark("not known"),
    MonthState.IN_DOUBT: mark("IN DOUBT since {since}: sent, and the answer is not known"),
    MonthState.UNPAID: mark("{acr} over {amount}, not paid; due by {due}"),
    MonthState.DRAFT: mark("draft over {amount}, not submitted; due by {due}"),
    MonthState.DUE: mark("due by {due} (days left: {days}), {amount}"),
    MonthState.NOT_DUE: mark("can be paid from {opens}"),
    MonthState.SETTLED_BY_HAND: mark("settled by hand, receipt {receipt}"),
    MonthState.PAID: mark("paid, {amount}, receipt {receipt}"),
    MonthState.NOT_OWED: mark("nothing is owed: no wages"),
}
_SENTENCES_WHEN_LATE = {
    MonthState.UNPAID: (
        mark(
            "LATE: {acr} over {amount}, not paid; was due by {due}; late interest (FCLB) at least {late}, estimated"
        )
    ),
    MonthState.DRAFT: (
        mark(
            "LATE: draft over {amount}, not submitted; was due by {due}; late interest (FCLB) at least "
            "{late}, estimated"
        )
    ),
    MonthState.LATE: mark(
        "LATE: {amount}; was due by {due}; late interest (FCLB) at least {late}, estimated"
    ),
}


@dataclass(frozen=True)
class Line:
    """What it is about, how that stands, and the kind of colour."""

    name: str
    text: str
    kind: Kind = "neutral"


def registration_line(registration: RegistrationStanding) -> Line:
    """Say how far the registration is."""
    since = day(registration.since) if registration.since else ""
    match registration.step:
        case RegistrationStep.REGISTERED:
            text, kind = say("registered as {code}", code=plain(registration.employer_code)), "good"
        case RegistrationStep.CONTRIBUTING:
            text, kind = say("not on record here, but contributions are: registered"), "good"
        case RegistrationStep.HELD:
            text, kind = say("with SOCSO's officer since {day}", day=since), "wait"
        case RegistrationStep.IN_DOUBT:
            text, kind = say("in doubt since {day}: the answer is not known", day=since), "alarm"
        case RegistrationStep.BEGUN:
            text, kind = say("begun on {day}, not submitted", day=since), "wait"
        case RegistrationStep.PORTAL_ID_AWAITED:
            text, kind = say("portal ID asked for on {day}, not come yet", day=since), "wait"
        case RegistrationStep.NOT_ON_RECORD:
            text, kind = say("not on record"), "wait"
        case _:
            text, kind = say("not known: the record cannot be read"), "bad"
    return Line(say("Registration"), text, kind)  # type: ignore[arg-type]  # the words of Kind


def paper_lines(papers: Sequence[PaperStanding]) -> list[Line]:
    """Say how long each passport and permit is valid."""
    names = {Paper.PASSPORT: say("passport"), Paper.WORK_PERMIT: say("work permit")}
    return [Line(f"{plain(each.employee)}, {names[each.paper]}", *_validity(each)) for each in papers]


def _validity(each: PaperStanding) -> tuple[str, Kind]:
    if each.days_left < 0:
        return say("EXPIRED on {day}", day=day(each.expiry)), "bad"
    text = say("valid until {day} (days left: {days})", day=day(each.expiry), days=f"{each.days_left:,}")
    if not each.warns:
        return text, "good"
    if each.paper is Paper.PASSPORT and not each.presses:
        return say("{valid}; a permit is renewed only with about a year left", valid=text), "wait"
    return say("{valid}: renew it now", valid=text), "wait"


def month_lines(standing: HouseholdStanding) -> list[Line]:
    """Say how each month stands; older ones that are settled, late or not known are folded into a line a year."""
    older, latest = standing.months[:-SHOWN_SINGLY], standing.months[-SHOWN_SINGLY:]
    return [*_folded(older, standing.today), *(_month(each, standing.today) for each in latest)]


def _folded(months: Sequence[MonthStanding], today: date) -> Iterator[Line]:
    def alike(each: MonthStanding) -> tuple[int, str]:
        group = "settled" if each.state.is_settled else str(each.state)
        return each.month.year, group if group in _FOLDED else str(each.month)

    for _, found in groupby(months, key=alike):
        several = list(found)
        yield _month(several[0], today) if len(several) == 1 else _together(several)


def _together(months: Sequence[MonthStanding]) -> Line:
    first, last = months[0].month, months[-1].month
    span = say("{first} to {last}", first=first.name.split()[0], last=last.name)
    if len(months) == _MONTHS_OF_A_YEAR:
        span = str(first.year)
    states = [each.state for each in months]
    if MonthState.LATE in states:
        late = [part for each in months for part in each.parts if part.state is MonthState.LATE]
        text = say(
            "{count} months LATE: {owed} at least; late interest (FCLB) at least {late}, estimated",
            count=len(months),
            owed=ringgit(sum((part.totals[0] for part in late), Decimal(0))),
            late=ringgit(sum((part.late_at_least for part in late), Decimal(0))),
        )
        return Line(span, text, "bad")
    if MonthState.NOT_KNOWN in states:
        return Line(span, say("not known"), "bad")
    counts = [
        (states.count(MonthState.PAID), say("paid")),
        (states.count(MonthState.SETTLED_BY_HAND), say("settled by hand")),
        (states.count(MonthState.NOT_OWED), say("without wages")),
    ]
    return Line(span, ", ".join(f"{count} {words}" for count, words in counts if count), "good")


def _month(each: MonthStanding, today: date) -> Line:
    """Say how a month stands; where it has several parts, each with its people."""
    texts = [_part(each, part, today) for part in each.parts]
    if len(texts) > 1:
        named = zip((", ".join(map(plain, part.employees)) for part in each.parts), texts, strict=True)
        texts = [f"{names}: {text}" if names else text for names, text in named]
    return Line(each.month.name, "\n".join(texts), "bad" if each.late_at_least else _KINDS[each.state])


def _part(whole: MonthStanding, part: PartStanding, today: date) -> str:
    sentence = (_SENTENCES_WHEN_LATE if part.late_at_least else _SENTENCES)[part.state]
    return say_marked(
        sentence,
        amount=_amount(part),
        receipt=plain(part.receipt) or say("not known"),
        acr=plain(part.acr),
        since=day(part.since) if part.since else "",
        opens=day(whole.month.payable_from),
        due=day(whole.month.due),
        days=(whole.month.due - today).days,
        late=ringgit(part.late_at_least),
    )


def _amount(part: PartStanding) -> str:
    match [ringgit(total) for total in part.totals]:
        case [least, most]:
            return say("{least} or {most}", least=least, most=most)
        case [only]:
            return only
        case _:
            return say("amount not known")


def notes(standing: HouseholdStanding) -> list[str]:
    """Say what this program does not do, and who does; and what all of it rests on."""
    return [
        *(
            say(
                "{name} began after the registration on record: add her at the portal if she is not there yet, or ask "
                "SOCSO on {help_line}. This program registers an employer once.",
                name=plain(name),
            )
            for name in standing.later
        ),
        *(
            say(
                "{name} has left: tell SOCSO, at the portal or on {help_line}, if you have not; this "
                "program does not do "
                "that.",
                name=plain(name),
            )
            for name in standing.gone
        ),
        say("By the record on this computer; the portal was not asked, and may know of more."),
    ]
