"""What the portal knows of a household that has come so far with its registration."""

from typing import Any

from assist_bot.cli.rehearsing import PASSWORD
from assist_bot.profile import ForeignEmployee, Profile, papers_for
from fixtures.mock_portal import paper
from fixtures.mock_portal.memory import DESCRIPTIONS
from tests.flows.household import TODAY

REFERENCE = "CRN11202600000001"


def welcomed(profile: Profile) -> dict[str, Any]:
    """Seed a household whose first visit is over, and nothing else."""
    return {"portal_id": profile.portal.portal_id, "password": PASSWORD, "first_visit": False}


def password_expired(profile: Profile) -> dict[str, Any]:
    """Seed one whose first visit is over, and whose password has run out since."""
    return {**welcomed(profile), "password_expired": True}


def employer_known(profile: Profile) -> dict[str, Any]:
    """Seed one whose Employer Information is saved."""
    return {**welcomed(profile), "employer": employer_of(profile), "reference": REFERENCE}


def employees_known(profile: Profile) -> dict[str, Any]:
    """Seed one whose employees stand in the listing."""
    employees = [employee_of(employee) for employee in profile.employees]
    return {**employer_known(profile), "employees": employees, "employees_done": True}


def documents_known(profile: Profile) -> dict[str, Any]:
    """Seed one that has everything but the submission."""
    return {**employees_known(profile), "documents": documents_of(profile)}


def employer_of(profile: Profile) -> dict[str, Any]:
    """Give what the form of Employer Information keeps for this profile, in the form's own names."""
    employer = profile.employer
    lines = [*employer.address.lines, "", ""]
    return {
        "businessEntity": "Individual for Domestic Worker",
        "subBusinessEntity": "Individual",
        "name": employer.name,
        "identificationType": "New Identification",
        "identificationNo": "850101145566",
        "nationality": "Malaysia",
        "industryName": employer.name,
        "postalAddress1": lines[0],
        "postalAddress2": lines[1],
        "postalAddress3": lines[2],
        "state": employer.address.state,
        "city": employer.address.city,
        "postcode": employer.address.postcode,
        "poBox": "",
        "lockedBagNo": "",
        "socsoOffice": employer.socso_office,
        "sameAddress": True,
        **{f"industryAddress{line}": "" for line in (1, 2, 3)},
        **{f"industry{name}": "" for name in ("State", "City", "Postcode")},
        "telephoneNo": [],
        "mobileNo": ["123456789"],
        "faxNo": [],
        "email": employer.email,
        "paymentMethod": "Portal",
    }


def employee_of(employee: ForeignEmployee) -> dict[str, Any]:
    """Give what the portal keeps of an employee of this profile."""
    return {
        "name": employee.name,
        "passport": employee.passport.number,
        "nationality": employee.nationality,
        "passport_expiry": employee.passport.expiry,
        "date_of_birth": employee.date_of_birth,
        "gender": {"female": "F", "male": "M"}[employee.gender],
        "employment_start": employee.employment_start,
        "occupation": employee.occupation,
        "salary": employee.salary,
        "work_permit": employee.work_permit.number,
        "work_permit_start": employee.work_permit.start,
        "work_permit_expiry": employee.work_permit.expiry,
    }


def documents_of(profile: Profile) -> list[dict[str, Any]]:
    """Give the eight documents as they are uploaded."""
    return [
        {
            "number": number,
            "file_name": name,
            "description": description,
            "remarks": "",
            "uploaded_at": f"{TODAY}T09:00:00+08:00",
            "size": len(content),
            "content": content,
        }
        for number, (description, (name, content)) in enumerate(contents_of(profile).items(), start=901)
    ]


def contents_of(profile: Profile) -> dict[str, tuple[str, bytes]]:
    """Give each description's file, by name and content: the household's six and the portal's own two."""
    name, number = profile.employer.name, "850101145566"
    provided = {
        "Borang SIP 1": ("Borang SIP 1.pdf", paper.provided_sip_1(name, number)),
        "Borang Pendaftaran DS": (
            "Borang Pendaftaran DS.pdf",
            paper.provided_pendaftaran_ds(name, number),
        ),
    }
    own = {each.description: (each.path.name, each.path.read_bytes()) for each in papers_for(profile)}
    return {description: (provided | own)[description] for description in DESCRIPTIONS}
