"""What says who somebody is: the numbers that may stand nowhere in clear, and the words that nobody else may read."""

from collections.abc import Iterator, Mapping

import phonenumbers

from assist_bot.profile.model import Profile
from assist_bot.profile.next_of_kin import NextOfKin


def secrets_of(profile: Profile) -> tuple[str, ...]:
    """List what of the profile is to be masked: numbers of papers and telephones, addresses that hold passwords."""
    mykad = profile.employer.mykad
    numbers = [mykad, f"{mykad[:6]}-{mykad[6:8]}-{mykad[8:]}"] if mykad else []
    numbers += [profile.employer.passport] if profile.employer.passport else []
    for employee in profile.employees:
        numbers += [employee.passport.number, employee.work_permit.number]
        for kin in employee.next_of_kin:
            numbers += filter(None, (kin.identity_number, kin.passport))
    return tuple(dict.fromkeys([*numbers, *_phones(profile), *profile.notify.urls]))


def private_of(profile: Profile) -> tuple[str, ...]:
    """List what the review has to show, but no log: where the people of the profile live, and what they earn."""
    amounts = [employee.salary for employee in profile.employees]
    for wages in profile.wages.values():
        amounts += wages.values() if isinstance(wages, Mapping) else [wages]
    told = [text for amount in amounts for text in (f"{amount:.2f}", f"{amount:,.2f}")]
    homes = [kin.address for kin in kin_of(profile) if kin.address]
    return tuple(dict.fromkeys([*profile.employer.address.lines, *homes, *told]))


def people_of(profile: Profile) -> tuple[str, ...]:
    """List what else tells who the people of the profile are: names, addresses, and the words of their secrets."""
    employer = profile.employer
    texts = [employer.name, *employer.address.lines, employer.address.city, employer.email]
    texts += [profile.portal.portal_id, profile.portal.security_phrase or ""]
    texts += [text for kin in kin_of(profile) for text in (kin.name, kin.address) if text]
    return (*texts, *(employee.name for employee in profile.employees))


def kin_of(profile: Profile) -> Iterator[NextOfKin]:
    """Go through the next of kin of every employee."""
    for employee in profile.employees:
        yield from employee.next_of_kin


def _phones(profile: Profile) -> Iterator[str]:
    """Give each number as it is written with the country's code, at home, and behind the portal's own +60."""
    employer = profile.employer
    for number in filter(None, (employer.mobile_digits, employer.telephone_digits, employer.fax_digits)):
        yield from (f"60{number}", f"0{number}", number)
    for kin in kin_of(profile):
        if kin.telephone:
            parsed = phonenumbers.parse(kin.telephone)
            yield from (kin.telephone.removeprefix("+"), str(parsed.national_number))
