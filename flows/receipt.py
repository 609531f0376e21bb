"""The official receipt: read at the portal, compared with what was approved, kept."""

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import Ending
from assist_bot.money import read_ringgit, ringgit
from assist_bot.portal.portal import Portal
from assist_bot.receipts import OfficialReceipt, differences_in_pdf
from flows.paying_attempts import HISTORY, go_to_history

RECEIPT = "RESIT RASMI"


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
