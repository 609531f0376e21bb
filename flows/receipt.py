"""The official receipt: read at the portal, compared with what was approved and with its PDF, kept."""

from dataclasses import dataclass

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import Ending
from assist_bot.money import read_ringgit, ringgit
from assist_bot.portal.portal import Portal
from assist_bot.receipt_pdf import ensure_same_receipt, text_of
from assist_bot.receipts import Approved, OfficialReceipt, ensure_receipt_matches
from flows.paying_attempts import HISTORY, attempts_to_pay

RECEIPT = "RESIT RASMI"


@dataclass(frozen=True)
class Proof:
    """A receipt that matches what was approved, and its PDF where the portal handed it out."""

    receipt: OfficialReceipt
    pdf: bytes | None


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
    paid = [attempt for attempt in attempts_to_pay(portal, acr) if attempt.status == "Successful"]
    if len(paid) == 1:
        action = portal.section(HISTORY).row_on_any_page(paid[0].fpx).under("Action")
        if action.can("button", "Receipt"):
            action.click("Receipt")
            portal.see(RECEIPT)
            return read_receipt(portal)
    portal.journal.warn(f"The portal shows {acr} as paid, but hands out no receipt of it.")
    return None


def prove(portal: Portal, receipt: OfficialReceipt, approved: Approved) -> Proof:
    """Compare the receipt that the portal shows with what was approved, and with its PDF.

    Raises OutcomeUnknown for any difference. Where there is no PDF, or none that can be read, the page is enough.
    """
    ensure_receipt_matches(receipt, approved)
    try:
        data = portal.download("PRINT RECEIPT")
    except Ending as error:
        portal.journal.warn(f"The receipt's PDF could not be had: {error.fact} It is also e-mailed to you.")
        return Proof(receipt, None)
    text = text_of(data)
    if text is None:
        portal.journal.warn(
            "The receipt's PDF cannot be read, so it was not compared with the page. It is also e-mailed to you."
        )
    else:
        ensure_same_receipt(text, receipt)
    return Proof(receipt, data)


def keep_receipt(portal: Portal, month: ContributionMonth, proof: Proof) -> None:
    """Keep the receipt's PDF. The payment is on record already, so nothing here is worth a stop."""
    if proof.pdf is None:
        return
    try:
        portal.journal.keep_for_good(f"{month} SOCSO receipt {ringgit(proof.receipt.total)}.pdf", proof.pdf)
    except Ending as error:
        portal.journal.warn(f"The receipt's PDF could not be saved: {error.fact} It is also e-mailed to you.")


def collect_acr(portal: Portal, month: ContributionMonth, acr: str) -> None:
    """Keep the ACR slip. It is not worth a stop: the portal hands it out at any time."""
    try:
        portal.journal.keep_for_good(f"{month} {acr}.pdf", portal.download("PRINT ACR"))
    except Ending as error:
        portal.journal.warn(f"The slip of {acr} could not be saved: {error.fact}")
