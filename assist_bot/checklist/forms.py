"""The parts of the checklist about SOCSO's four forms, and about the e-mail that asks for a portal ID."""

from collections.abc import Iterator
from pathlib import Path

from assist_bot.checklist.items import missing, there, to_look_at, wrong
from assist_bot.checklist.papers import usable_paper
from assist_bot.checklist.preparation import Preparation
from assist_bot.credentials.log_ins import LogIns
from assist_bot.credentials.stored import stored
from assist_bot.errors import CredentialsError, MachineError
from assist_bot.forms.known import Form, forms
from assist_bot.forms.making import BLANKS, Made, make, unknown_blanks
from assist_bot.given import PASSWORD, given
from assist_bot.language import say
from assist_bot.outcome import ChecklistItem, ChecklistSection
from assist_bot.profile import ForeignEmployee, Profile

SOCSO = "https://www.perkeso.gov.my"


def forms_section(known: Preparation) -> Iterator[ChecklistSection]:
    """Fill in what can be filled in, and tell of each form where it is and what is left to do."""
    yield ChecklistSection(say("The four forms"), tuple(_items(known)))


def finished(form: Form, profile: Profile, employee: ForeignEmployee | None) -> Path | None:
    """Give the finished paper of a form, signed and scanned, where the profile names one that can be handed in."""
    section, _, name = form.document.partition(".")
    own = getattr(employee.documents, name, None) if employee and employee.documents else None
    path: Path | None = own or getattr(getattr(profile, section), name)
    return path if usable_paper(path) else None


def socso_has_answered(known: Preparation, profile: Profile) -> bool:
    """Say whether the portal ID has come: there is a password, or the first visit is over.

    A command of the profile is not run for it. Raises CredentialsError where the store is locked.
    """
    portal_id = profile.portal.portal_id
    entered = LogIns(known.here.state, portal_id).first_visit_is_done
    return entered or bool(stored(portal_id)) or bool(given(PASSWORD))


def _items(known: Preparation) -> Iterator[ChecklistItem]:
    profile = known.profile
    for form in forms():
        if profile is None:
            sound = say("It is filled in from a sound profile.")
            yield missing(form.malay, sound, say("Mend the profile first."))
        elif form.about == "household":
            yield _item(form, profile, None, known)
        else:
            present = [each for each in profile.employees if each.employment_end is None]
            yield from (_item(form, profile, each, known) for each in present)
    for path in unknown_blanks(known.path.parent):
        yield to_look_at(
            path.name,
            say("It lies among the blanks, but its name does not tell which form it is."),
            say(
                "Name it as at SOCSO, or: {names}.", names=", ".join(f"{form.short}.pdf" for form in forms())
            ),
        )


def _item(
    form: Form, profile: Profile, employee: ForeignEmployee | None, known: Preparation
) -> ChecklistItem:
    whom = f", {employee.name}" if employee else ""
    name = f"{form.malay}{whom}"
    paper = finished(form, profile, employee)
    if paper:
        return there(name, say("It is finished: {path}", path=paper))
    try:
        if form.key == "portal_id" and socso_has_answered(known, profile):
            return there(name, say("It is not needed any more: SOCSO has answered."))
        made = make(form, profile, employee, known.path)
    except (MachineError, CredentialsError) as error:
        return wrong(name, error.fact, error.remedy)
    section, _, key = form.document.partition(".")
    then = say(
        "Sign it, scan it, and name the scan in the profile, under [{section}], as {key}.",
        section=section,
        key=key,
    )
    if form.key == "dependants" and employee and not employee.next_of_kin:
        then = f"{then} {_nobody_named()}"
    if made.pdf is None:
        return missing(name, _not_filled(made), f"{_to_copy(form, made, known.path)} {then}")
    compare = say("Compare it: {page}. Print it.", page=made.page)
    return missing(name, _filled(made), f"{compare} {then}")


def _nobody_named() -> str:
    return say(
        "The profile names nobody who depends on her: add each person under [[employee.next_of_kin]], or leave that "
        "part of the form empty if there is nobody."
    )


def _not_filled(made: Made) -> str:
    return say("It was not filled in: {why}.", why=made.trouble)


def _to_copy(form: Form, made: Made, path: Path) -> str:
    if made.has_blank:
        return say("Print the blank, and copy {page} onto it by hand.", page=made.page)
    return say(
        'Save it in {folder}, from {address} (if it is not there any more, search for "{name}" on {socso}), and run '
        "this again. Or copy {page} onto a printed one by hand.",
        folder=path.parent / BLANKS,
        address=form.address,
        name=form.malay,
        socso=SOCSO,
        page=made.page,
    )


def _filled(made: Made) -> str:
    assert made.placing is not None, "a filled form has its placing"  # noqa: S101
    told = say("{count} fields are filled in: {pdf}.", count=len(made.placing.placed), pdf=made.pdf)
    left = ", ".join(f"{each.shown} ({each.why.rstrip('.')})" for each in made.placing.left)
    unplaced = ", ".join(field.malay for field in made.by_hand)
    more = [
        say("Fields that stayed empty: {left}.", left=left) if left else "",
        say("No field was found for: {unplaced}; write them by hand.", unplaced=unplaced) if unplaced else "",
    ]
    return " ".join(filter(None, [told, *more]))
