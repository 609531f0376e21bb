"""The official receipt: read at the portal, compared with what was approved and with its PDF, kept."""

from dataclasses import dataclass

from assist_bot.contribution import ContributionMonth
from assist_bot.errors import Ending, OutcomeUnknown
from assist_bot.filing import receipt_name, slip_name
from assist_bot.language import say
from assist_bot.ledger import Ledger, PaperKind
from assist_bot.portal.portal import Portal
from assist_bot.receipt_pdf import ensure_same_receipt, text_of
from assist_bot.receipts import Approved, OfficialReceipt, ensure_receipt_matches
from flows.figures import AMOUNT, NUMBER, figure
from flows.keeping import Paper, keep
from flows.paying_attempts import HISTORY, Attempt

RECEIPT = "RESIT RASMI"


@dataclass(frozen=True)
class Proof:
    """A receipt that matches what was approved, and its PDF where the portal handed it out."""

    receipt: OfficialReceipt
    pdf: bytes | None


def read_receipt(portal: Portal) -> OfficialReceipt:
    """Read the receipt that the portal shows."""
    portal.chapter(say("Receipt"))
    return OfficialReceipt(
        number=portal.read("No. Resit", NUMBER),
        paid_on=portal.read("Tarikh Bayaran"),
        kinds=portal.read("Jenis Bayaran"),
        employer_code=portal.read("Kod Majikan"),
        fpx=portal.read("FPX Transaksi ID"),
        bank=portal.read("Bank"),
        total=figure(portal.read("Jumlah Bayaran", AMOUNT)),
    )


def open_receipt(portal: Portal, attempt: Attempt) -> OfficialReceipt | None:
    """Open the receipt of a payment in Payment History FPX, which is open; None when the portal hands out none."""
    action = portal.section(HISTORY).row_on_any_page(attempt.fpx).under("Action")
    if not action.can("button", "Receipt"):
        return None
    action.click("Receipt")
    portal.see(RECEIPT)
    return read_receipt(portal)


def ensure_paid_once(acr: str, attempts: list[Attempt]) -> None:
    """Raise OutcomeUnknown when one ACR was paid more than once, and show each payment."""
    paid = [attempt for attempt in attempts if attempt.succeeded]
    if len(paid) > 1:
        raise OutcomeUnknown(
            say(
                "{acr} was paid {count} times, as {history} shows it: {payments}.",
                acr=acr,
                count=len(paid),
                history=HISTORY,
                payments="; ".join(map(str, paid)),
            ),
            say(
                "Do not pay again. Look at your bank account, and ask SOCSO on {help_line} for what "
                "was paid too much."
            ),
        )


def prove(portal: Portal, receipt: OfficialReceipt, approved: Approved) -> Proof:
    """Compare the receipt that the portal shows with what was approved, and with its PDF.

    Raises OutcomeUnknown for any difference. Where there is no PDF, or none that can be read, the page is enough.
    """
    ensure_receipt_matches(receipt, approved)
    try:
        data = portal.download("PRINT RECEIPT")
    except Ending as error:
        portal.journal.warn(
            say("The receipt's PDF could not be had: {fact} It is also e-mailed to you.", fact=error.fact)
        )
        return Proof(receipt, None)
    text = text_of(data)
    if text is None:
        portal.journal.warn(
            say(
                "The receipt's PDF cannot be read, so it was not compared with the page. It is also "
                "e-mailed to you."
            )
        )
    else:
        ensure_same_receipt(text, receipt)
    return Proof(receipt, data)


def keep_receipt(portal: Portal, ledger: Ledger, month: ContributionMonth, proof: Proof) -> None:
    """Keep the receipt's PDF. The payment is on record already, so nothing here is worth a stop."""
    if proof.pdf is None:
        return
    receipt = proof.receipt
    name = receipt_name(str(month), receipt.total)
    try:
        keep(
            portal,
            ledger,
            Paper(name, PaperKind.RECEIPT, receipt.number, str(month), receipt.day),
            proof.pdf,
        )
    except Ending as error:
        portal.journal.warn(
            say("The receipt's PDF could not be saved: {fact} It is also e-mailed to you.", fact=error.fact)
        )


def collect_acr(portal: Portal, ledger: Ledger, month: ContributionMonth, acr: str) -> None:
    """Keep the ACR slip. It is not worth a stop: the portal hands it out at any time."""
    try:
        slip = Paper(slip_name(str(month), acr), PaperKind.SLIP, acr, str(month))
        keep(portal, ledger, slip, portal.download("PRINT ACR"))
    except Ending as error:
        portal.journal.warn(say("The slip of {acr} could not be saved: {fact}", acr=acr, fact=error.fact))
