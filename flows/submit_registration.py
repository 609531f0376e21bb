"""Preview, Submit, Confirm; then the employer code, the reference and the letters."""

from dataclasses import dataclass, replace
from pathlib import Path

from assist_bot.errors import PortalChanged
from assist_bot.filing import LETTERS, letter_name, title_of
from assist_bot.language import say
from assist_bot.ledger import Ledger, PaperKind
from assist_bot.person import Person
from assist_bot.portal.comparing import Wanted, same
from assist_bot.portal.portal import Portal
from assist_bot.profile import ForeignEmployee, Profile, papers_for, plain
from flows.figures import NUMBER
from flows.keeping import Paper, keep
from flows.register_employer import BUSINESS, DOMESTIC, INDUSTRY, different
from flows.register_foreign_employee import LISTING
from flows.upload_documents import listed_twice

SUBMITTED = "Has Been Submitted Successfully"
HELD = "will be routed to UO"
GENDERS = ("Male", "Female")


@dataclass(frozen=True)
class Registration:
    """Where the registration stands: registered or held for an officer, with what the portal gave it."""

    held: bool
    employer_code: str
    reference: str
    letters: tuple[str, ...] = ()
    found: bool = False


def submit_registration(portal: Portal, ledger: Ledger, profile: Profile, person: Person) -> Registration:
    """Compare the preview with the profile, have it approved, submit it once, and collect what comes back."""
    portal.chapter(say("Preview and submit"))
    portal.see("Preview")
    compare_preview(portal, profile)
    person.approves_registration(portal.text())
    portal.ready("SUBMIT")
    with ledger.registering(portal.access.portal_id) as registering, portal.past_no_return():
        answer = portal.save("SUBMIT", then=("CONFIRMATION", SUBMITTED, HELD))
        if answer == "CONFIRMATION":
            answer = portal.save("CONFIRM", then=(SUBMITTED, HELD))
        reference = portal.value("Reference No.", NUMBER)
        if answer == HELD:
            code = portal.value("Employer Code", NUMBER)
            registering.held(code, reference)
        else:
            code = portal.read("Employer Code", NUMBER)
            registering.registered(code, reference)
    return collect(portal, ledger, Registration(answer == HELD, code, reference))


def collect(portal: Portal, ledger: Ledger, standing: Registration) -> Registration:
    """Keep what the portal gave: the employer code, the reference, and the letters that are not kept yet."""
    for name, value in (("employer code", standing.employer_code), ("reference", standing.reference)):
        if value:
            portal.journal.fact(name, value)
    known = {title_of(Path(letter).name) for letter in standing.letters}
    letters = (*standing.letters, *letters_here(portal, ledger, tuple(known)))
    if letters:
        ledger.letters_kept(portal.access.portal_id, letters)
    return replace(standing, letters=letters)


def letters_here(portal: Portal, ledger: Ledger, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Download the letters that this part of the page hands out, and give their paths; none whose title is `known`."""
    kept = (
        keep_letter(place, ledger, letter)
        for letter, title in LETTERS.items()
        if title not in known
        for place in handing_out(portal, letter)
    )
    return tuple(dict.fromkeys(kept))


def handing_out(portal: Portal, letter: str) -> tuple[Portal, ...]:
    """Say where a letter is handed out: here, or where several are of that name, in each of their rows."""
    if portal.can("button", letter):
        return (portal,)
    return tuple(row for row in portal.rows_now() if row.can("button", letter))


def keep_letter(portal: Portal, ledger: Ledger, letter: str) -> str:
    """Download a letter and keep it under the day of this run, unless the very same one is kept already."""
    day = portal.journal.day
    paper = Paper(letter_name(day, letter), PaperKind.LETTER, LETTERS[letter], day=day)
    return str(keep(portal, ledger, paper, portal.download(letter)))


def compare_preview(portal: Portal, profile: Profile) -> None:
    """Stop when the preview shows anything else than the profile says. Its sections may come one after the other."""
    for title in (BUSINESS, DOMESTIC, INDUSTRY, LISTING):
        portal.section(title).text()
    wrong = different(portal, profile.employer)
    for employee in profile.employees:
        if employee.employment_end is None:
            wrong += _different(portal.section(employee.name), employee)
    wrong += listed_twice(portal, papers_for(profile))
    known = {plain(employee.passport.number) for employee in profile.employees}
    for row in portal.section(LISTING).rows("Identification No.", "Name of Employee"):
        if plain(row["Identification No."]) not in known:
            wrong.append(
                say("{name} is listed, whom the profile does not name", name=row["Name of Employee"])
            )
    if wrong:
        raise PortalChanged(
            say("The portal's preview is not what the profile says: {wrong}.", wrong="; ".join(wrong)),
            say("Nothing was submitted. Correct it at the portal or in the profile, then run this again."),
        )


def _different(facts: Portal, employee: ForeignEmployee) -> list[str]:
    wanted: dict[str, Wanted] = {
        "Passport No.": employee.passport.number,
        "Passport Expiry Date": employee.passport.expiry,
        "Nationality": employee.nationality,
        "Date of Birth": employee.date_of_birth,
        "Employment Start Date": employee.employment_start,
        "Occupation": employee.occupation,
        "Salary (RM)": employee.salary,
        "Work Permit No.": employee.work_permit.number,
        "Work Permit Start Date": employee.work_permit.start,
        "Work Permit Expiry Date": employee.work_permit.expiry,
    }
    shown = {label: facts.our_word(facts.value(label), str(value)) for label, value in wanted.items()}
    wrong = [label for label, value in wanted.items() if not same(shown[label].removeprefix("+60"), value)]
    if facts.our_word(facts.value("Gender (M/F)"), *GENDERS) != employee.gender.capitalize():
        wrong.append("Gender (M/F)")
    return [f'{employee.name}: "{label}"' for label in wrong]
