"""The part of the checklist about the portal ID: the e-mail that asks SOCSO for it, and the days until it comes."""

from collections.abc import Iterator

from assist_bot.checklist.forms import finished, socso_has_answered
from assist_bot.checklist.items import missing, there, wrong
from assist_bot.checklist.preparation import Preparation
from assist_bot.errors import CredentialsError, MachineError
from assist_bot.forms.awaiting import WORKING_DAYS, Awaited, awaited
from assist_bot.forms.e_mail import draft
from assist_bot.forms.known import forms
from assist_bot.forms.making import FOLDER, make, write_e_mail
from assist_bot.language import day, say
from assist_bot.outcome import ChecklistItem, ChecklistSection
from assist_bot.profile import Profile

E_MAIL = "1 Portal ID - e-mail to SOCSO.eml"


def portal_id_section(known: Preparation) -> Iterator[ChecklistSection]:
    """Write the draft where it can be written, and tell what to wait for."""
    yield ChecklistSection(say("The portal ID"), (_item(known),))


def _item(known: Preparation) -> ChecklistItem:
    name, profile = say("Portal ID"), known.profile
    if profile is None:
        sound = say("The e-mail to SOCSO is written from a sound profile.")
        return missing(name, sound, say("Mend the profile first."))
    try:
        if socso_has_answered(known, profile):
            return there(name, say("SOCSO has answered: {id} has a password.", id=profile.portal.portal_id))
        portal_id, state = profile.portal.portal_id, profile.employer.address.state
        waiting = awaited(known.here.portal_id_awaited, portal_id, state)
        return _waiting(name, waiting, known) if waiting else _draft(name, profile, known)
    except (MachineError, CredentialsError) as error:
        return wrong(name, error.fact, error.remedy)


def _draft(name: str, profile: Profile, known: Preparation) -> ChecklistItem:
    form = forms()[0]
    signed = finished(form, profile, None)
    attached = signed or make(form, profile, None, known.path).pdf
    if attached is None:
        waits = say("The e-mail that asks for it waits for the form, {form}.", form=form.malay)
        return missing(name, waits, say("Finish that form, as told above; then run this again."))
    try:
        content = draft(profile, attached)
    except OSError as error:
        raise MachineError(
            say("{file} cannot be read.", file=attached), say("Give yourself the right to read it.")
        ) from error
    written = write_e_mail(known.path.parent, E_MAIL, content)
    told = say(
        "The e-mail that asks for it is written, to {to}, with the form attached: {path}.",
        to=profile.portal_id_request.send_to,
        path=written,
    )
    unsigned = (
        "" if signed else say("The form in it is not signed yet: sign and scan it first, as told above.")
    )
    send = say(
        "Open it in your mail program, look at it, and send it yourself; nothing is sent by this program. If it comes "
        "back, ask SOCSO for the address on {help_line}. Then type `assist-bot prepare --sent {today}`, "
        "with the day on "
        "which you sent it.",
        today=known.today,
    )
    return missing(name, told, f"{unsigned} {send}".strip())


def _waiting(name: str, waiting: Awaited, known: Preparation) -> ChecklistItem:
    sent, until = day(waiting.sent), day(waiting.until)
    told = say("It was asked for on {sent}; it is to come by {until}.", sent=sent, until=until)
    if known.today <= waiting.until:
        rule = say("SOCSO takes up to {days} working days.", days=WORKING_DAYS)
        come = say("When the e-mail with the temporary password has come, type `assist-bot credentials set`.")
        return missing(name, told, f"{rule} {come}")
    late = say(
        "Look among unwanted mail. Then ask SOCSO on {help_line}, with your identity card at hand; or "
        "send {draft} again, "
        "and say when with `assist-bot prepare --sent {today}`.",
        draft=known.path.parent / FOLDER / E_MAIL,
        today=known.today,
    )
    return missing(name, say("{told} That day has passed.", told=told), late)
