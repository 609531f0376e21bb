"""The month a contribution is for, and when it can and must be paid."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from assist_bot.errors import ContributionRefused
from assist_bot.language import MONTHS, day, month_name, say

_WRITTEN = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_OPENS_ON = 16
_DUE_ON = 15


@dataclass(frozen=True, order=True)
class ContributionMonth:
    """One calendar month in Asia/Kuala_Lumpur, written 2026-10. Earlier months sort first."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2026-10"; anything else raises ValueError."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None or found[1] == "0000":
            raise ValueError(say("{text!r} is no month such as 2026-10", text=text))
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        """Give the month in which a day lies."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def name(self) -> str:
        """The month in words: October 2026."""
        return month_name(self.month, self.year)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def previous(self) -> "ContributionMonth":
        """Give the month before."""
        return ContributionMonth.of(self.first_day - timedelta(days=1))

    def next(self) -> "ContributionMonth":
        """Give the month after."""
        return ContributionMonth.of(self.last_day + timedelta(days=1))

    @property
    def payable_from(self) -> date:
        """The first day on which the portal may offer it: the 16th of the month itself (the guide)."""
        return date(self.year, self.month, _OPENS_ON)

    @property
    def due(self) -> date:
        """The last day on which it is in time: the 15th of the next month (SOCSO's public pages)."""
        following = self.next()
        return date(following.year, following.month, _DUE_ON)

    @property
    def portal_names(self) -> tuple[str, ...]:
        """The ways in which the portal may write it in a list; which one it uses is not known for sure."""
        number, year = f"{self.month:02}", f"{self.year:04}"
        english, malay = MONTHS["en"][self.month - 1], MONTHS["ms"][self.month - 1]
        written = (
            f"{number}/{year}",
            f"{english} {year}",
            f"{year}-{number}",
            f"{malay} {year}",
            f"{english[:3].upper()} {year}",
            f"{malay[:3].upper()} {year}",
            f"{number}-{year}",
            f"{year}/{number}",
        )
        return tuple(dict.fromkeys(written))


def last_month(today: date) -> ContributionMonth:
    """Give the month before today's: the one that is normally to be paid."""
    return ContributionMonth.of(today).previous()


def ensure_payable(month: ContributionMonth, today: date) -> None:
    """Raise ContributionRefused before the month's 16th day; from then on the portal's list decides."""
    if today < month.payable_from:
        raise ContributionRefused(
            say("The contribution for {month} cannot be paid yet.", month=month.name),
            say(
                "It can be paid from {payable_from}, and is due by {due}.",
                payable_from=day(month.payable_from),
                due=day(month.due),
            ),
        )
