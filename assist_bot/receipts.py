"""The official receipt, on the page and as a PDF: only one that matches what was approved proves a payment."""

import io
import re
from dataclasses import dataclass
from decimal import Decimal

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import OutcomeUnknown
from assist_bot.money import ringgit


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


def ensure_receipt_matches(
    receipt: OfficialReceipt, month: ContributionMonth, acr: str, total: Decimal
) -> None:
    """Raise OutcomeUnknown when a receipt is not for this ACR, this month and this total in ringgit."""
    wrong = []
    if receipt.total != total:
        wrong.append(f"it says {ringgit(receipt.total)}, approved were {ringgit(total)}")
    if acr not in re.findall(r"ACR\d+", receipt.kinds):
        wrong.append(f"it does not name {acr}")
    if f"{month.first_day:%m/%Y}" not in receipt.kinds:
        wrong.append(f"it does not name {month.first_day:%m/%Y}")
    if not receipt.number.strip():
        wrong.append("it has no number")
    if wrong:
        raise OutcomeUnknown(
            f"The receipt {receipt.number} does not match: {'; '.join(wrong)}.",
            "Do not pay again. Look at your bank account and at the portal; ask SOCSO on 1-300-22-8000.",
        )


def differences_in_pdf(data: bytes, receipt: OfficialReceipt, acr: str) -> list[str]:
    """Say what the receipt's PDF lacks of what the page says; [] when it is the same receipt."""
    try:
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    except (PyPdfError, ValueError, KeyError, OSError):
        return ["it cannot be read as a PDF"]
    squeezed = re.sub(r"\s+", "", text)
    wanted = {"its number": receipt.number, "the ACR": acr, "the FPX number": receipt.fpx}
    missing = [
        f"{name} is not in it" for name, value in wanted.items() if re.sub(r"\s+", "", value) not in squeezed
    ]
    if ringgit(receipt.total) not in squeezed and f"{receipt.total:.2f}" not in squeezed:
        missing.append(f"{ringgit(receipt.total)} is not in it")
    return missing
