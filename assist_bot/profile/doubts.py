"""What may be right but is unlikely, in a profile that is otherwise sound: warnings, never errors."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assist_bot.language import say
from assist_bot.outcome import Problem
from assist_bot.profile.employee import ForeignEmployee
from assist_bot.profile.employer import Employer
from assist_bot.profile.hosts import host_of
from assist_bot.profile.model import Profile
from assist_bot.profile.portal_access import PORTAL, PortalAccess
from assist_bot.profile.report import key_of

_USUAL_SALARY = (Decimal(500), Decimal(6000))
_USUAL_AGES = (18, 70)
_LONGEST_PASSPORT = 9  # ICAO 9303


def doubts_about(profile: Profile, today: date) -> Iterator[Problem]:
    """Go through what the person should look at once more."""
    yield from _about_portal(profile.portal)
    yield from _about_employer(profile.employer)
    for place, employee in enumerate(profile.employees):
        yield from _about_employee(employee, place, today)


def _about_portal(portal: PortalAccess) -> Iterator[Problem]:
    if portal.is_loopback:
        return
    if host_of(portal.url) != host_of(PORTAL):
        yield Problem(
            "portal.url",
            say("is not SOCSO's own portal; the password would be typed there"),
            f'url = "{PORTAL}"',
        )
    if portal.portal_id.endswith("@example.com"):
        yield Problem("portal.portal_id", say("is still the example's; give your own"))


def _about_employer(employer: Employer) -> Iterator[Problem]:
    if employer.nationality.casefold() != "malaysia":
        yield Problem(
            "employer.nationality",
            say("is not Malaysia: the guide is for Malaysian employers; ask SOCSO ({help_line}) first"),
        )
    if len(employer.passport or "") > _LONGEST_PASSPORT:
        yield Problem("employer.passport", say("is longer than passport numbers are (9)"))


def _about_employee(employee: ForeignEmployee, place: int, today: date) -> Iterator[Problem]:
    def doubt(message: str, *name: str) -> Problem:
        return Problem(key_of("employee", place, *name), message)

    if len(employee.passport.number) > _LONGEST_PASSPORT:
        yield doubt(say("is longer than passport numbers are (9)"), "passport", "number")
    if not _USUAL_SALARY[0] <= employee.salary <= _USUAL_SALARY[1]:
        yield doubt(say("is an unusual salary for a month"), "salary")
    age = employee.employment_start.year - employee.date_of_birth.year
    if not _USUAL_AGES[0] <= age <= _USUAL_AGES[1]:
        yield doubt(say("would mean an age of about {age} at employment_start", age=age), "date_of_birth")
    if employee.employment_start > today:
        yield doubt(say("lies in the future"), "employment_start")
