"""What says who somebody is: the numbers that may stand nowhere in clear, and the words that nobody else may read."""

from assist_bot.profile.model import Profile


def secrets_of(profile: Profile) -> tuple[str, ...]:
    """List every number of the profile to be masked: of papers, MyKad with and without dashes, and of telephones."""
    mykad = profile.employer.mykad
    numbers = [mykad, f"{mykad[:6]}-{mykad[6:8]}-{mykad[8:]}"] if mykad else []
    numbers += [profile.employer.passport] if profile.employer.passport else []
    for digits in filter(None, (profile.employer.mobile_digits, profile.employer.telephone_digits)):
        numbers += [f"60{digits}", f"0{digits}", digits]
    for employee in profile.employees:
        numbers += [employee.passport.number, employee.work_permit.number]
    return tuple(dict.fromkeys(numbers))


def people_of(profile: Profile) -> tuple[str, ...]:
    """List what else tells who the people of the profile are: names, addresses, and the words of their secrets."""
    employer = profile.employer
    texts = [employer.name, *employer.address.lines, employer.address.city, employer.email]
    texts += [profile.portal.portal_id, profile.portal.security_phrase or ""]
    return (*texts, *(employee.name for employee in profile.employees))
