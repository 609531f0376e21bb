"""A registered employer at the practice portal, who goes about paying by plain requests."""

from dataclasses import dataclass

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from fixtures.mock_portal.app import make_portal
from fixtures.mock_portal.bank import make_bank
from fixtures.mock_portal.clock import Clock
from fixtures.mock_portal.faults import Faults
from fixtures.mock_portal.memory import Account
from fixtures.mock_portal.practice import Practice
from fixtures.mock_portal.visits import COOKIE

PORTAL_ID = "payer@example.com"
SITI = {"name": "SITI AMINAH", "passport": "C1234567"}
DEWI = {"name": "DEWI LESTARI", "passport": "C7654321", "employment_start": "2026-03-01"}
FPX_FIELDS = "_payment_WAR_paymentportlet_"


@dataclass
class Household:
    """An employer who is logged in, with the bank within reach."""

    practice: Practice
    portal: FlaskClient
    bank: FlaskClient
    p_auth: str

    @property
    def account(self) -> Account:
        """Give what the portal remembers of this employer."""
        return self.practice.memory.accounts[PORTAL_ID]

    def post(self, path: str, **fields: object) -> TestResponse:
        """Send a form of the portal."""
        lists = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
        return self.portal.post(path, data={"p_auth": self.p_auth, **lists})

    def page(self, path: str) -> str:
        """Give a page's text."""
        return self.portal.get(path, follow_redirects=True).text

    def save(self, month: str, *salaries: str) -> TestResponse:
        """Save a draft with these salaries, for the employees in their order."""
        passports = [employee.passport for employee in self.account.employees[: len(salaries)]]
        return self.post(
            "/web/contribution/save-draft", month=month, identification=tuple(passports), salary=salaries
        )

    def submit(self, month: str, *salaries: str) -> str:
        """Go all the way to the ACR, and give its number."""
        self.save(month, *salaries)
        self.post("/web/contribution/complete", month=month)
        self.post("/web/contribution/confirm")
        return self.account.submissions[-1].acr

    def proceed(self, *numbers: str, bank: str = "Maybank2U") -> TestResponse:
        """Put these into the cart and go to the bank."""
        self.post("/web/payment/cart", payable=numbers)
        fields = {f"{FPX_FIELDS}businessModel": "B2C", f"{FPX_FIELDS}bankList": bank}
        return self.post("/web/payment/proceed", **fields)

    def sign(self, decision: str = "approve") -> TestResponse:
        """Approve or decline the last payment at the bank."""
        number = self.account.payments[-1].fpx
        return self.bank.post("/decision", data={"fpx_sellerOrderNo": number, "decision": decision})

    def come_back(self) -> str:
        """Return from the bank, and give the page that follows."""
        number = self.account.payments[-1].fpx
        answer = self.portal.post(
            "/web/payment/fpx-return", data={"fpx_sellerOrderNo": number}, follow_redirects=True
        )
        return answer.text

    def pay(self, *numbers: str) -> str:
        """Pay these, and give the page that follows."""
        self.proceed(*numbers)
        self.sign()
        return self.come_back()


def registered() -> dict[str, object]:
    """Give an employer with two employees, as a seed."""
    return {
        "portal_id": PORTAL_ID,
        "password": "Secret-123",
        "first_visit": False,
        "employer": {"name": "ALI BIN ABU"},
        "employer_code": "E1102070081W",
        "registration_status": "registered",
        "employees": [SITI, DEWI],
    }


def household(*, clock: str = "2026-11-10", faults: tuple[str, ...] = (), **account: object) -> Household:
    """Set up a portal with one registered employer, already logged in."""
    practice = Practice(clock=Clock(clock), faults=Faults(faults))
    practice.memory.seed([{**registered(), **account}], [])
    visit = practice.visits.resume(None, practice.clock.now())
    practice.visits.renew(visit, PORTAL_ID)
    portal = make_portal(practice).test_client()
    portal.set_cookie(COOKIE, visit.key)
    return Household(practice, portal, make_bank(practice).test_client(), visit.p_auth)
