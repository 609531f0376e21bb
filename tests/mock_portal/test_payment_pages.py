"""Section 8 of the practice portal, and its bank: who paid what, and who says so."""

from decimal import Decimal

import pytest

from tests.mock_portal.household import household
from tests.mock_portal.test_paper import text_of


def test_nothing_is_ticked_and_nothing_is_in_the_cart() -> None:
    """The list leaves every choice to the person."""
    home = household()
    acr = home.submit("2026-10", "1500")
    page = home.page("/web/payment/payment")
    assert acr in page
    assert "checked" not in page
    assert "PROCEED TO SUMMARY" not in page
    assert "Please select at least one record." in home.post("/web/payment/cart").text


def test_the_cart_is_kept_until_something_is_taken_out() -> None:
    """What was put there on an earlier day is still there."""
    home = household()
    acr = home.submit("2026-10", "1500")
    home.post("/web/payment/cart", payable=acr)
    assert home.account.cart == [acr]
    assert acr in home.page("/web/payment/summary")
    home.post("/web/payment/cart/remove", payable=acr)
    assert home.account.cart == []


def test_an_approved_payment_has_a_receipt_as_page_and_pdf() -> None:
    """RESIT RASMI says what was paid, in the portal's words."""
    home = household()
    acr = home.submit("2026-10", "1500")
    page = home.pay(acr)
    payment = home.account.payments[0]
    wording = f"1.Caruman Bulanan({acr}-10/2026)(RM32.60) 2.SKBBK / LINDUNG 24 Jam (RM10.85)"
    pdf = text_of(home.portal.get(f"/web/payment/receipt/{payment.fpx}/pdf").data)
    for text in (page, pdf):
        assert "RESIT RASMI" in text
        assert wording in text
        assert "RM43.45" in text
        assert payment.fpx in text
    assert len(payment.fpx) == 16
    assert (payment.status, payment.debited) == ("Successful", True)
    assert (home.account.submissions[0].status, home.account.cart) == ("Paid", [])
    assert home.practice.memory.mails[-1].attachments == [f"{payment.receipt}.pdf"]


def test_a_receipt_can_be_opened_again() -> None:
    """The pending list and the payment history both lead to it."""
    home = household()
    home.pay(home.submit("2026-10", "1500"))
    address = f"/web/payment/receipt/{home.account.payments[0].fpx}"
    assert address in home.page("/web/contribution/add")
    assert f"{address}/pdf" in home.page("/web/payment/history")


@pytest.mark.parametrize(
    ("fault", "status", "debited", "acr_status"),
    [
        ("bank-declines", "Failed", False, "Pending Payment"),
        ("bank-pending", "Pending", False, "Pending Payment"),
        ("bank-debits-but-fails", "Failed", True, "Pending Payment"),
    ],
)
def test_a_payment_that_went_wrong_is_shown_and_remembered(
    fault: str, status: str, debited: bool, acr_status: str
) -> None:
    """Portal and bank may disagree; there is no receipt."""
    home = household(faults=(fault,))
    page = home.pay(home.submit("2026-10", "1500"))
    payment = home.account.payments[0]
    assert f"Payment {status}" in page
    assert "RESIT RASMI" not in page
    assert (payment.status, payment.debited, payment.receipt) == (status, debited, None)
    assert home.account.submissions[0].status == acr_status
    assert status in home.page("/web/payment/history")


def test_the_bank_may_take_the_money_and_never_lead_back() -> None:
    """The person is kept there, and the portal knows of nothing but an attempt."""
    home = household(faults=("bank-never-returns",))
    home.proceed(home.submit("2026-10", "1500"))
    assert "fpx-return" not in home.sign().text
    payment = home.account.payments[0]
    assert (payment.status, payment.debited) == ("Started", True)
    assert "Pending" in home.page("/web/payment/history")


def test_declining_at_the_bank_debits_nothing() -> None:
    """The person may say no."""
    home = household()
    home.proceed(home.submit("2026-10", "1500"))
    home.sign("decline")
    assert "Payment Failed" in home.come_back()
    assert not home.account.payments[0].debited


def test_coming_back_without_an_answer_leaves_it_pending() -> None:
    """What the browser brings along is not believed."""
    home = household()
    home.proceed(home.submit("2026-10", "1500"))
    assert "Payment Pending" in home.come_back()


def test_the_same_acr_can_be_paid_twice() -> None:
    """Nothing prevents it: both payments are remembered, and both were debited."""
    home = household()
    acr = home.submit("2026-10", "1500")
    home.proceed(acr)
    home.proceed(acr)
    for payment in home.account.payments:
        home.bank.post("/decision", data={"fpx_sellerOrderNo": payment.fpx, "decision": "approve"})
        home.portal.post("/web/payment/fpx-return", data={"fpx_sellerOrderNo": payment.fpx})
    assert [payment.debited for payment in home.account.payments] == [True, True]
    assert len({payment.receipt for payment in home.account.payments}) == 2


def test_returning_twice_settles_once() -> None:
    """A page that is loaded again changes nothing."""
    home = household()
    home.pay(home.submit("2026-10", "1500"))
    receipt = home.account.payments[0].receipt
    assert receipt is not None
    assert receipt in home.come_back()
    assert len(home.practice.memory.mails) == 1


def test_late_interest_is_a_payable_of_its_own() -> None:
    """It is not in the ACR, and is paid only where it is chosen."""
    home = household(clock="2026-11-20")
    acr = home.submit("2026-10", "1500")
    fclb = home.account.late_interest[0].number
    assert fclb in home.page("/web/payment/payment")
    home.pay(acr)
    assert home.account.payments[0].amount == Decimal("43.45")
    assert home.account.late_interest[0].status == "Pending Payment"
    assert f"FCLB({acr}-10/2026)(RM5.00)" in home.pay(fclb)


def test_what_was_paid_in_time_never_becomes_late() -> None:
    """Late interest is for what is unpaid."""
    home = household()
    home.pay(home.submit("2026-10", "1500"))
    home.practice.clock.set("2027-03-01")
    visit = home.practice.visits.resume(None, home.practice.clock.now())
    home.practice.visits.renew(visit, home.account.portal_id)
    home.portal.set_cookie("JSESSIONID", visit.key)
    assert "FCLB" not in home.page("/web/payment/payment")


def test_a_bank_must_be_chosen() -> None:
    """Nobody is sent anywhere without one."""
    home = household()
    answer = home.proceed(home.submit("2026-10", "1500"), bank="")
    assert "This field cannot be blank." in answer.text
    assert home.account.payments == []


def test_fpx_takes_no_more_than_thirty_thousand() -> None:
    """A person's payment has a limit."""
    staff = [{"name": f"WORKER {number}", "passport": f"C{number:07d}"} for number in range(200)]
    home = household(employees=staff)
    answer = home.proceed(home.submit("2026-10", *["6000"] * 200))
    assert "RM30,000.00" in answer.text


def test_the_bank_asks_for_a_log_in_before_it_shows_the_amount() -> None:
    """Any name and password will do, but not none."""
    home = household()
    home.proceed(home.submit("2026-10", "1500"))
    order = {"fpx_sellerOrderNo": home.account.payments[0].fpx}
    assert "User ID" in home.bank.post("/fpx", data=order).text
    assert "Please enter" in home.bank.post("/log-in", data=order).text
    signed_in = home.bank.post("/log-in", data={**order, "user": "x", "password": "y"}, follow_redirects=True)
    assert "RM43.45" in signed_in.text


def test_a_payment_is_answered_by_the_bank_once() -> None:
    """A second approval debits nothing."""
    home = household()
    home.proceed(home.submit("2026-10", "1500"))
    home.sign("decline")
    assert home.sign().status_code == 410
    assert not home.account.payments[0].debited


def test_an_unknown_payment_is_nobodys_business() -> None:
    """Neither the bank nor the portal knows it."""
    home = household()
    assert home.bank.get("/fpx?fpx_sellerOrderNo=1").status_code == 410
    assert home.portal.get("/web/payment/fpx-return?fpx_sellerOrderNo=1").status_code == 404
    assert home.portal.get("/web/payment/receipt/1").status_code == 404


def test_a_payment_is_settled_although_the_session_ended_at_the_bank() -> None:
    """The return needs no log-in; only the receipt does."""
    home = household()
    home.proceed(home.submit("2026-10", "1500"))
    home.sign()
    home.portal.delete_cookie("JSESSIONID")
    assert "EMPLOYER LOGIN" in home.come_back()
    assert home.account.payments[0].status == "Successful"


@pytest.mark.parametrize(
    ("fault", "page"),
    [
        ("amount-changed@payment-list-page", "/web/payment/payment"),
        ("amount-changed@add-to-cart", "/web/payment/payment"),
        ("total-changed@add-to-cart", "/web/payment/payment"),
        ("amount-changed@proceed-to-summary", "/web/payment/summary"),
        ("total-changed@proceed-to-summary", "/web/payment/summary"),
        ("amount-changed@continue", "/web/payment/method"),
    ],
)
def test_an_amount_may_change_on_one_page(fault: str, page: str) -> None:
    """It is a ringgit more there, once; what is remembered stays."""
    home = household(faults=(fault,))
    acr = home.submit("2026-10", "1500")
    home.account.cart = [acr]
    assert "44.45" in home.page(page)
    assert "44.45" not in home.page(page)
    assert home.account.submissions[0].total == Decimal("43.45")


def test_the_bank_may_take_another_amount() -> None:
    """What it shows is what it takes, and what the receipt says."""
    home = household(faults=("amount-changed@bank-approve-page",))
    home.proceed(home.submit("2026-10", "1500"))
    number = home.account.payments[0].fpx
    assert "RM44.45" in home.bank.get(f"/approval?fpx_sellerOrderNo={number}").text
    home.sign()
    assert "RM44.45" in home.come_back()
    assert home.account.payments[0].amount == Decimal("44.45")


def test_a_receipt_may_say_another_amount_on_the_page_or_in_the_pdf() -> None:
    """Only there."""
    home = household(faults=("amount-changed@receipt-page", "amount-changed@receipt-pdf"))
    assert "RM44.45" in home.pay(home.submit("2026-10", "1500"))
    address = f"/web/payment/receipt/{home.account.payments[0].fpx}"
    assert "RM43.45" in home.page(address)
    texts = [text_of(home.portal.get(f"{address}/pdf").data) for _ in range(2)]
    assert ["RM44.45" in text for text in texts] == [True, False]


def test_a_receipts_pdf_may_be_damaged() -> None:
    """The page is as it should be."""
    home = household(faults=("receipt-damaged",))
    assert "RESIT RASMI" in home.pay(home.submit("2026-10", "1500"))
    address = f"/web/payment/receipt/{home.account.payments[0].fpx}/pdf"
    damaged, whole = home.portal.get(address).data, home.portal.get(address).data
    assert whole.startswith(damaged)
    assert len(damaged) < len(whole)


def test_the_bank_may_lead_back_to_another_page() -> None:
    """The payment is settled all the same."""
    home = household(faults=("returned-elsewhere",))
    assert "MyASSIST" in home.pay(home.submit("2026-10", "1500"))
    assert (home.account.payments[0].status, home.account.submissions[0].status) == ("Successful", "Paid")


def test_a_receipt_may_come_later() -> None:
    """The payment is shown as successful, without a receipt, until the fault is over."""
    home = household(faults=("receipt-later",))
    page = home.pay(home.submit("2026-10", "1500"))
    assert "Payment Successful" in page
    assert "RESIT RASMI" not in page
    history = home.page("/web/payment/history")
    assert "Successful" in history
    assert "/web/payment/receipt/" not in history
    home.practice.faults.replace([])
    assert "/web/payment/receipt/" in home.page("/web/payment/history")
    assert home.account.payments[0].receipt is not None
    assert len(home.practice.memory.mails) == 1
