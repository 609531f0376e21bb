"""The numbers that may stand nowhere in clear: identity cards, passports, permits."""

from assist_bot.profile.model import Profile


def secrets_of(profile: Profile) -> tuple[str, ...]:
    """List every identity number of the profile to be masked; MyKad with and without its dashes."""
    mykad = profile.employer.mykad
    numbers = [mykad, f"{mykad[:6]}-{mykad[6:8]}-{mykad[8:]}"] if mykad else []
    numbers += [profile.employer.passport] if profile.employer.passport else []
    for employee in profile.employees:
        numbers += [employee.passport.number, employee.work_permit.number]
    return tuple(dict.fromkeys(numbers))
