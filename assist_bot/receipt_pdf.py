"""The receipt's PDF beside the page: the same receipt, another one, or nothing that can be read."""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from threading import Thread
from typing import TypeVar

from pypdf import PageObject, PdfReader

from assist_bot.errors import OutcomeUnknown
from assist_bot.language import say, say_marked
from assist_bot.money import amounts_in, ringgit
from assist_bot.receipts import LOOK, OfficialReceipt, parts_of

MOST_BYTES = 10_000_000
MOST_PAGES = 5
SECONDS = 10.0

T = TypeVar("T")


def text_of(data: bytes, seconds: float = SECONDS) -> str | None:
    """Read the text of a PDF of a few pages, whatever the file is.

    None when there is none to be had in time, or none that speaks of an ACR or an amount: a picture, say.
    """
    text = read_in_time(data, lambda pages: "\n".join(page.extract_text() for page in pages), seconds) or ""
    return text if re.search(r"ACR\s*[0-9]", text) or amounts_in(text) else None


def read_in_time(
    data: bytes, read: Callable[[Sequence[PageObject]], T], seconds: float = SECONDS
) -> T | None:
    """Read something from the pages of a PDF; None where it is large, broken, means harm, or takes too long."""
    found: list[T] = []

    def reading() -> None:
        try:
            pages = PdfReader(io.BytesIO(data)).pages
            if len(pages) <= MOST_PAGES:
                found.append(read(pages))
        except Exception:  # noqa: BLE001 - a broken file may break the reader in any way
            found.clear()

    if len(data) > MOST_BYTES:
        return None
    reader = Thread(target=reading, daemon=True)  # one that never ends is left behind
    reader.start()
    reader.join(seconds)
    return found[0] if found else None


def ensure_same_receipt(text: str, receipt: OfficialReceipt) -> None:
    """Raise OutcomeUnknown when the PDF's text contradicts the page's receipt."""
    wrong = list(_contradictions(text, receipt))
    if wrong:
        raise OutcomeUnknown(
            say(
                "The PDF of the receipt {number} contradicts the page: {wrong}.",
                number=receipt.number,
                wrong="; ".join(wrong),
            ),
            say_marked(LOOK),
        )


def _contradictions(text: str, receipt: OfficialReceipt) -> Iterator[str]:
    squeezed = re.sub(r"\s+", "", text).upper()
    parts = parts_of(receipt.kinds)
    for name, value in ((say("number"), receipt.number), (say("FPX number"), receipt.fpx)):
        if re.sub(r"\s+", "", value).upper() not in squeezed:
            yield say("the {name} {value} is not in it", name=name, value=value)
    for name, label, value in (
        (say("date"), "TARIKHBAYARAN", receipt.paid_on),
        (say("employer code"), "KODMAJIKAN", receipt.employer_code),
    ):
        if label in squeezed and re.sub(r"\s+", "", value).upper() not in squeezed:
            yield say("the {name} {value} is not in it", name=name, value=value)
    acrs, months = {part.acr for part in parts if part.acr}, {part.month for part in parts if part.month}
    # A PDF's text has blanks where none are printed, and none where lines end: what one reading has is there.
    readings = (squeezed, text.upper())
    named = [set(re.findall(r"ACR[0-9]+", reading)) for reading in readings]
    if acrs not in named:
        found = named[0]
        yield say(
            "it names {named}, not {expected}",
            named=say(" and ").join(sorted(found)) or say("no ACR"),
            expected=say(" and ").join(sorted(acrs)),
        )
    yield from (say("{month} is not in it", month=month) for month in sorted(months) if month not in squeezed)
    found_here, found_there = (set(amounts_in(reading)) for reading in readings)
    shown = {receipt.total, *(part.amount for part in parts)}
    for amount in sorted((found_here & found_there) - shown - {Decimal("0.00")}):
        yield say("it says {amount}", amount=ringgit(amount))
    for amount in sorted(shown - found_here - found_there):
        yield say("{amount} is not in it", amount=ringgit(amount))
