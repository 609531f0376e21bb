"""The official receipt: read at the portal, compared with what was approved, kept."""

import io
import re
from dataclasses import dataclass
from decimal import Decimal

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import Ending, OutcomeUnknown
from assist_bot.money import read_ringgit, ringgit
from assist_bot.portal.portal import Portal
from flows.paying_attempts import HISTORY, go_to_history

RECEIPT = "RESIT RASMI"


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


def read_receipt(portal: Portal) -> OfficialReceipt:
    """Read the receipt that the portal shows."""
    portal.chapter("Receipt")
    return OfficialReceipt(
        number=portal.read("No. Resit"),
        paid_on=portal.read("Tarikh Bayaran"),
        kinds=portal.read("Jenis Bayaran"),
        employer_code=portal.read("Kod Majikan"),
        fpx=portal.read("FPX Transaksi ID"),
        bank=portal.read("Bank"),
        total=read_ringgit(portal.read("Jumlah Bayaran")),
    )


def open_receipt(portal: Portal, acr: str) -> OfficialReceipt | None:
    """Open the receipt of an ACR that was paid before; None when the portal hands out none."""
    go_to_history(portal)
    rows = portal.section(HISTORY).rows("ACR No.", "Status")
    paid = [
        place for place, row in enumerate(rows) if acr in row["ACR No."] and row["Status"] == "Successful"
    ]
    if len(paid) != 1:
        portal.journal.warn(f"The portal shows {acr} as paid, but hands out no receipt of it.")
        return None
    portal.section(HISTORY).row_at(paid[0]).under("Action").click("Receipt")
    portal.see(RECEIPT)
    return read_receipt(portal)


def collect_acr(portal: Portal, month: ContributionMonth, acr: str) -> None:
    """Keep the ACR slip. It is not worth a stop: the portal hands it out at any time."""
    try:
        portal.journal.keep_for_good(f"{month} {acr}.pdf", portal.download("PRINT ACR"))
    except Ending as error:
        portal.journal.warn(f"The slip of {acr} could not be saved: {error.fact}")


def collect_receipt(portal: Portal, month: ContributionMonth, receipt: OfficialReceipt, acr: str) -> None:
    """Keep the receipt's PDF. The payment is on record already, so nothing here is worth a stop."""
    try:
        data = portal.download("PRINT RECEIPT")
        portal.journal.keep_for_good(f"{month} SOCSO receipt {ringgit(receipt.total)}.pdf", data)
    except Ending as error:
        portal.journal.warn(f"The receipt's PDF could not be saved: {error.fact} It is also e-mailed to you.")
        return
    for difference in differences_in_pdf(data, receipt, acr):
        portal.journal.warn(f"The receipt's PDF is not what the page shows: {difference}.")
