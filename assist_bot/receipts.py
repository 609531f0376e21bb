"""The official receipt: only one that matches what was approved proves a payment."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import OutcomeUnknown
from assist_bot.language import mark, say, say_marked
from assist_bot.money import read_ringgit, ringgit

LOOK = mark(
    "Do not pay again. Look at your bank account and at the portal, and keep what both show; "
    "ask SOCSO on {help_line}."
)
_LONGEST = 2000
_PART = re.compile(
    r"[\s,;]*[0-9]+\.\s*(?P<words>[^()]+)(?:\(\s*(?P<acr>ACR[0-9]+)\s*-\s*(?P<month>[0-9]{2}/[0-9]{4})\s*\))?"
    r"\s*\((?P<amount>\s*RM[^()]+)\)"
)


@dataclass(frozen=True)
class OfficialReceipt:
    """What RESIT RASMI says; the total in ringgit, everything else in the portal's own words."""

    number: str
    paid_on: str
    kinds: str
    employer_code: str
    fpx: str
    bank: str
    total: Decimal

    @property
    def day(self) -> date | None:
        """The date of payment; None where it cannot be read."""
        try:
            return datetime.strptime(self.paid_on.strip()[:10], "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            return None


@dataclass(frozen=True)
class Part:
    """One part of "Jenis Bayaran" in ringgit, with the ACR and its month (10/2026) where it names them."""

    words: str
    acr: str
    month: str
    amount: Decimal

    @property
    def is_skbbk(self) -> bool:
        """Whether it is LINDUNG 24 Jam, which stands there once for all ACRs."""
        return not self.acr and ("SKBBK" in self.words.upper() or "LINDUNG" in self.words.upper())

    @property
    def is_late_interest(self) -> bool:
        """Whether it is FCLB."""
        return "FCLB" in self.words.upper()

    def __str__(self) -> str:
        return f"{self.words} {self.acr} {ringgit(self.amount)}".replace("  ", " ")


@dataclass(frozen=True)
class Approved:
    """What a receipt has to prove, in ringgit; what is not known here is not compared.

    `skbbk` is how much of the total is LINDUNG 24 Jam, `day` the one on which the run began. A payment made by
    hand may be over other things as well: it is not `alone`.
    """

    month: ContributionMonth
    acr: str
    total: Decimal
    skbbk: Decimal | None = None
    employer_code: str = ""
    day: date | None = None
    alone: bool = True


def parts_of(kinds: str) -> tuple[Part, ...]:
    """Read "1.Caruman Bulanan(ACR0822-07/2026)(RM300.00) 2.SKBBK / LINDUNG 24 Jam (RM18.45)".

    Raises ValueError when any of it cannot be read.
    """
    parts, text = [], kinds.strip()[: _LONGEST + 1]
    while text and len(text) <= _LONGEST:
        found = _PART.match(text)
        if found is None:
            break
        amount = read_ringgit(found["amount"])
        parts.append(Part(found["words"].strip(), found["acr"] or "", found["month"] or "", amount))
        text = text[found.end() :].strip(" \t\r\n,;")
    if text or not parts:
        raise ValueError(say("{kinds!r} is no list of what was paid", kinds=kinds[:100]))
    return tuple(parts)


def ensure_receipt_matches(receipt: OfficialReceipt, approved: Approved) -> None:
    """Raise OutcomeUnknown, naming every difference, when a receipt does not prove what was approved."""
    wrong = [*_wrong_parts(receipt, approved), *_wrong_facts(receipt, approved)]
    if wrong:
        raise OutcomeUnknown(
            say(
                "The receipt {number} does not match: {wrong}.", number=receipt.number, wrong="; ".join(wrong)
            ),
            say_marked(LOOK),
        )


def _wrong_facts(receipt: OfficialReceipt, approved: Approved) -> Iterator[str]:
    if not receipt.number.strip():
        yield say("it has no number")
    if not receipt.fpx.strip():
        yield say("it has no FPX number")
    known, said = _squeezed(approved.employer_code), _squeezed(receipt.employer_code)
    if known and known != said:
        yield say(
            "it is for the employer code {shown}, yours is {expected}",
            shown=receipt.employer_code or say("of nobody"),
            expected=approved.employer_code,
        )
    if approved.day is not None:
        yield from _wrong_day(receipt, approved.day)


def _wrong_day(receipt: OfficialReceipt, day: date) -> Iterator[str]:
    """Compare the date of payment with the day of the run; the portal's day may have begun a little later."""
    if receipt.day is None:
        yield say('its date "{paid_on}" cannot be read', paid_on=receipt.paid_on)
    elif receipt.day < day - timedelta(days=1):
        yield say("it is of {paid_on}, before the payment was begun", paid_on=receipt.paid_on)


def _wrong_parts(receipt: OfficialReceipt, approved: Approved) -> Iterator[str]:
    try:
        parts = parts_of(receipt.kinds)
    except ValueError as error:
        yield str(error)
        return
    if sum(part.amount for part in parts) != receipt.total:
        yield say("its parts do not come to its total of {total}", total=ringgit(receipt.total))
    ours = [part for part in parts if part.acr == approved.acr and not part.is_late_interest]
    if not ours:
        yield say("it does not name {acr}", acr=approved.acr)
    month = f"{approved.month.first_day:%m/%Y}"
    if any(part.month != month for part in ours):
        yield say("it has {acr} as of another month than {month}", acr=approved.acr, month=month)
    others = [part for part in parts if part not in ours and not part.is_skbbk]
    if others and approved.alone:
        yield say("it is over {others} as well", others=say(" and ").join(map(str, others)))
    if approved.alone or not others:
        yield from _wrong_amounts(parts, ours, receipt, approved)
    elif not _has_room_for(parts, ours, others, approved):
        yield say(
            "its parts for {acr} do not come to {approved}",
            acr=approved.acr,
            approved=ringgit(approved.total),
        )


def _has_room_for(parts: tuple[Part, ...], ours: list[Part], others: list[Part], approved: Approved) -> bool:
    """Say whether what was approved can be among other things; LINDUNG 24 Jam stands there once for all of them."""
    contribution = sum((part.amount for part in ours), Decimal("0.00"))
    skbbk = sum((part.amount for part in parts if part.is_skbbk), Decimal("0.00"))
    missing = approved.total - contribution
    if approved.skbbk is not None and missing != approved.skbbk:
        return False
    shared = any(part.acr and not part.is_late_interest for part in others)
    return Decimal(0) <= missing <= skbbk if shared else missing == skbbk


def _wrong_amounts(
    parts: tuple[Part, ...], ours: list[Part], receipt: OfficialReceipt, approved: Approved
) -> Iterator[str]:
    if receipt.total != approved.total:
        yield say(
            "it says {total}, approved were {approved}",
            total=ringgit(receipt.total),
            approved=ringgit(approved.total),
        )
    if approved.skbbk is None:
        return
    contribution = sum((part.amount for part in ours), Decimal("0.00"))
    skbbk = sum((part.amount for part in parts if part.is_skbbk), Decimal("0.00"))
    if (contribution, skbbk) != (approved.total - approved.skbbk, approved.skbbk):
        yield (
            say(
                "it says {contribution} and {skbbk} for LINDUNG 24 Jam, approved were "
                "{approved_contribution} and {approved_skbbk}",
                contribution=ringgit(contribution),
                skbbk=ringgit(skbbk),
                approved_contribution=ringgit(approved.total - approved.skbbk),
                approved_skbbk=ringgit(approved.skbbk),
            )
        )


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).upper()
