"""What goes into the forms, by the names of data/forms.toml, as SOCSO writes it: dates 27/11/2026, words in Malay.

Each value has one or more spellings: the first is written, the others are what a list or a box to tick may call it.
"""

from collections.abc import Mapping
from datetime import date

from assist_bot.profile import Employer, ForeignEmployee, NextOfKin, Profile

Values = Mapping[str, tuple[str, ...]]

_RELATIONSHIPS = {
    "husband": "SUAMI",
    "wife": "ISTERI",
    "son": "ANAK LELAKI",
    "daughter": "ANAK PEREMPUAN",
    "father": "BAPA",
    "mother": "IBU",
    "brother": "ADIK-BERADIK LELAKI",
    "sister": "ADIK-BERADIK PEREMPUAN",
    "grandfather": "DATUK",
    "grandmother": "NENEK",
}
_GENDERS = {"female": ("PEREMPUAN", "FEMALE", "P", "F"), "male": ("LELAKI", "MALE", "L", "M")}
_DOMESTIC_WORKER = ("PEKERJA DOMESTIK", "DOMESTIC WORKER")


def values_for(profile: Profile, employee: ForeignEmployee | None = None) -> Values:
    """List what can be filled in: about the household, and about the employee where the form is about one."""
    values = {
        "new_employer": ("MAJIKAN BAHARU", "NEW EMPLOYER", "MAJIKAN BARU"),
        "individual": ("INDIVIDU UNTUK PEKERJA DOMESTIK", "INDIVIDUAL FOR DOMESTIC WORKER"),
        "first_time": ("KALI PERTAMA", "FIRST TIME"),
        "portal_id": (profile.portal.portal_id,),
        **_of_employer(profile.employer),
    }
    if employee:
        values |= _of_employee(employee)
        for number, kin in enumerate(employee.next_of_kin, start=1):
            values |= {f"kin.{number}.{name}": texts for name, texts in _of_kin(kin).items()}
    return {name: texts for name, texts in values.items() if texts[0]}


def _of_employer(employer: Employer) -> dict[str, tuple[str, ...]]:
    lines = [*employer.address.lines, "", ""]
    kinds = (
        ("KAD PENGENALAN BARU", "NEW IDENTIFICATION", "MYKAD") if employer.mykad else ("PASPORT", "PASSPORT")
    )
    mykad = employer.mykad
    return {
        "employer.name": (employer.name,),
        "employer.identification_type": kinds,
        "employer.identification": (
            f"{mykad[:6]}-{mykad[6:8]}-{mykad[8:]}" if mykad else employer.identification_number,
        ),
        "employer.nationality": (employer.nationality.upper(),),
        "employer.address": (", ".join(employer.address.lines),),
        **{f"employer.address.{number}": (lines[number - 1],) for number in (1, 2, 3)},
        "employer.state": (employer.address.state,),
        "employer.city": (employer.address.city,),
        "employer.postcode": (employer.address.postcode,),
        "employer.socso_office": (employer.socso_office,),
        "employer.mobile": (_at_home(employer.mobile),),
        "employer.telephone": (_at_home(employer.telephone),),
        "employer.fax": (_at_home(employer.fax),),
        "employer.email": (employer.email,),
    }


def _of_employee(employee: ForeignEmployee) -> dict[str, tuple[str, ...]]:
    permit, occupation = employee.work_permit, employee.occupation.upper()
    return {
        "employee.name": (employee.name,),
        "employee.passport": (employee.passport.number,),
        "employee.passport_expiry": (_day(employee.passport.expiry),),
        "employee.nationality": (employee.nationality.upper(),),
        "employee.date_of_birth": (_day(employee.date_of_birth),),
        "employee.gender": _GENDERS[employee.gender],
        "employee.employment_start": (_day(employee.employment_start),),
        "employee.occupation": _DOMESTIC_WORKER if occupation in _DOMESTIC_WORKER else (occupation,),
        "employee.salary": (f"{employee.salary:,.2f}", f"{employee.salary:.2f}"),
        "employee.permit": (permit.number,),
        "employee.permit_start": (_day(permit.start),),
        "employee.permit_expiry": (_day(permit.expiry),),
    }


def _of_kin(kin: NextOfKin) -> dict[str, tuple[str, ...]]:
    return {
        "name": (kin.name,),
        "relationship": (_RELATIONSHIPS[kin.relationship], kin.relationship.upper()),
        "date_of_birth": (_day(kin.date_of_birth),),
        "identification": (kin.identity_number or kin.passport or "",),
        "passport": (kin.passport or "",),
        "address": (kin.address or "",),
        "telephone": (kin.telephone or "",),
    }


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _at_home(number: str | None) -> str:
    """Write a number as it is dialled in Malaysia."""
    return f"0{number.removeprefix('+60')}" if number else ""
