"""An employer at the practice portal who registers, by plain requests."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from fixtures.mock_portal.app import make_portal
from fixtures.mock_portal.clock import Clock
from fixtures.mock_portal.faults import Faults
from fixtures.mock_portal.memory import DESCRIPTIONS, Account, Employee
from fixtures.mock_portal.practice import Practice

PORTAL_ID = "someone@example.com"
TEMPORARY = "Temp-1234"
PASSWORD = "Good-Pass-77"
REGISTRATION = "/web/registration/registration"
EMPLOYER = {
    "businessEntity": "Individual for Domestic Worker",
    "subBusinessEntity": "Individual",
    "name": "LIM BEE HOON",
    "identificationType": "New Identification",
    "identificationNo": "850101145566",
    "nationality": "Malaysia",
    "industryName": "LIM BEE HOON",
    "postalAddress1": "12 JALAN MERANTI",
    "state": "SELANGOR",
    "city": "PETALING JAYA",
    "postcode": "46000",
    "socsoOffice": "Pejabat PERKESO Petaling Jaya",
    "sameAddress": "true",
    "mobileNo": "123456789",
    "email": PORTAL_ID,
    "paymentMethod": "Portal",
}
SITI = {
    "name": "SITI AMINAH",
    "passportNo": "C1234567",
    "passportExpiryDate": "30/04/2030",
    "nationality": "Indonesia",
    "dateOfBirth": "12/03/1990",
    "gender": "F",
    "employmentStartDate": "01/02/2025",
    "occupation": "Domestic Worker",
    "salary": "1500.00",
    "workPermitNo": "PE1234567",
    "workPermitStartDate": "01/02/2026",
    "workPermitExpiryDate": "31/01/2027",
}
PAPER = b"%PDF-1.4 a paper"


@dataclass
class Applicant:
    """A browser without a screen, and the portal it goes to."""

    practice: Practice
    portal: FlaskClient

    @property
    def account(self) -> Account:
        """Give what the portal remembers of this employer."""
        return self.practice.memory.accounts[PORTAL_ID]

    @property
    def p_auth(self) -> str:
        """Read the form token off a page that every stage can see."""
        found = re.search(r'name="p_auth" value="([^"]*)"', self.page("/employer/login"))
        assert found
        return found[1]

    def page(self, path: str) -> str:
        """Give a page's text, wherever it leads."""
        return self.portal.get(path, follow_redirects=True).text

    def post(self, path: str, **fields: object) -> TestResponse:
        """Send a form with its token."""
        return self.portal.post(path, data={"p_auth": self.p_auth, **fields})

    def log_in(self, password: str, portal_id: str = PORTAL_ID) -> TestResponse:
        """Try one password."""
        return self.post("/employer/login", _58_login=portal_id, _58_password=password)

    def first_visit(self) -> None:
        """Go through all the pages of the first visit."""
        self.log_in(TEMPORARY)
        self.post("/web/base/first-visit/terms")
        self.post("/web/base/first-visit/password", password1=PASSWORD, password2=PASSWORD)
        self.post(
            "/web/base/first-visit/reminder",
            reminderQueryQuestion="What is the name of your favorite pet?",
            reminderQueryAnswer="Milo",
        )
        self.basic_information(securityPhrase="blue kite")
        self.post("/web/base/portal-id/done")

    def basic_information(self, **changed: str) -> TestResponse:
        """Save the page of basic information."""
        values = {"name": "LIM BEE HOON", "postalAddress1": "12 JALAN MERANTI", "state": "SELANGOR"}
        values |= {"city": "PETALING JAYA", "postcode": "46000"} | changed
        fields = {f"_portalid_WAR_portalidportlet_dto.{name}": value for name, value in values.items()}
        return self.post("/web/base/portal-id/registration", **fields)

    def save_employer(self, **changed: str) -> TestResponse:
        """Save the first tab."""
        values = EMPLOYER | changed
        return self.post(
            REGISTRATION,
            **{f"_newreg_WAR_registrationportlet_dto.{key}": text for key, text in values.items()},
        )

    def save_employee(
        self, changed: dict[str, str] | None = None, *, row: int = -1, selected: bool = False
    ) -> TestResponse:
        """Save an employee in the modal."""
        values = SITI | (changed or {})
        fields = {f"_newemp_WAR_registrationportlet_dto.{key}": text for key, text in values.items()}
        return self.post(
            f"{REGISTRATION}/employees/save", row=row, selected="true" if selected else "false", **fields
        )

    def upload(self, description: str, content: bytes = PAPER, name: str = "paper.pdf") -> TestResponse:
        """Upload a file under this description."""
        prefix = "_newdoc_WAR_registrationportlet_"
        fields = {f"{prefix}description": description, f"{prefix}file": (BytesIO(content), name)}
        answer = self.post(f"{REGISTRATION}/documents/upload", **fields)
        answer.request.environ["wsgi.input"].close()  # werkzeug keeps a large form in a file
        return answer

    def provided(self, description: str) -> bytes:
        """Download one of the two documents that the portal provides."""
        name = description.replace(" ", "_")
        return self.portal.get(f"{REGISTRATION}/documents/provided/{name}.pdf").get_data()

    def up_to_preview(self) -> TestResponse:
        """Do everything that comes before the submission."""
        self.save_employer()
        self.save_employee()
        self.post(f"{REGISTRATION}/employees/done")
        for description in DESCRIPTIONS:
            given = description in DESCRIPTIONS[:2]
            self.upload(description, self.provided(description) if given else PAPER)
        return self.post(f"{REGISTRATION}/documents/done")

    def submit(self) -> str:
        """Submit, and give the page that follows."""
        self.post(f"{REGISTRATION}/submit")
        return self.page(f"{REGISTRATION}/submitted")


def said(answer: TestResponse) -> dict[str, Any]:
    """Give the JSON of a background request's answer."""
    found: dict[str, Any] = answer.get_json()
    return found


def newcomer(*faults: str, clock: str = "2026-11-20") -> Applicant:
    """Give an employer with a temporary password."""
    practice = Practice(clock=Clock(clock), faults=Faults(faults))
    practice.memory.accounts[PORTAL_ID] = Account(PORTAL_ID, temporary_password=TEMPORARY)
    return Applicant(practice, make_portal(practice).test_client())


def applicant(*faults: str, elsewhere: tuple[Employee, ...] = ()) -> Applicant:
    """Give an employer who has the first visit behind."""
    found = newcomer(*faults)
    found.practice.memory.elsewhere_registered.extend(elsewhere)
    found.first_visit()
    return found
