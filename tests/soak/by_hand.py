"""What the person does at the portal by hand, and what the bank does late: as the portal would remember it."""

from decimal import Decimal

from fixtures.mock_portal.memory import Draft, Line, Payment, Submission
from tests.flows.paying import SITI
from tests.soak.scene import Scene

LINE = Line(
    SITI,
    "SITI AMINAH",
    Decimal("1500.00"),
    Decimal("25.35"),
    Decimal("7.25"),
    Decimal("10.85"),
    Decimal("43.45"),
)


def draft(scene: Scene) -> None:
    """Save a draft of the month, in place of one that is there."""
    _drop_drafts(scene)
    month, now = str(scene.payer.month), scene.practice.clock.now()
    scene.home.account.drafts.append(Draft(month, [LINE], now, LINE.total))


def submit(scene: Scene) -> None:
    """Submit the month."""
    _drop_drafts(scene)
    month, now = str(scene.payer.month), scene.practice.clock.now()
    acr = f"ACR{now:%m%y}{60152713 + scene.practice.memory.next_number('acr'):08d}"
    scene.home.account.submissions.append(Submission(acr, month, [LINE], LINE.total, now))


def pay(scene: Scene, submission: Submission) -> None:
    """Pay what was submitted."""
    now = scene.practice.clock.now()
    number = f"{now:%y%m%d%H%M}{scene.practice.memory.next_number('fpx'):06d}"
    payment = Payment(number, [submission.acr], submission.total, "B2C", "Maybank2U", now)
    scene.home.account.payments.append(payment)
    succeed(scene, payment)


def succeed(scene: Scene, payment: Payment) -> None:
    """Let a payment be successful, with its receipt."""
    account, now = scene.home.account, scene.practice.clock.now()
    payment.status, payment.bank_answer, payment.debited = "Successful", "Successful", True
    payment.paid_at = now
    payment.receipt = f"R{now:%Y%m}{scene.practice.memory.next_number('receipt'):07d}"
    for submission in account.submissions:
        if submission.acr in payment.acrs:
            submission.status = "Paid"
    account.cart[:] = [number for number in account.cart if number not in payment.acrs]


def _drop_drafts(scene: Scene) -> None:
    drafts, month = scene.home.account.drafts, str(scene.payer.month)
    drafts[:] = [each for each in drafts if each.month != month]
