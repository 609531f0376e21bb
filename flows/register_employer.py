"""Employer Information: the household as the legal employer of a domestic worker."""

from assist_bot.language import say
from assist_bot.portal.comparing import same_text
from assist_bot.portal.portal import Portal
from assist_bot.profile import Employer
from flows.identity import ensure_own_number

FORM = "Employer's Registration Form"
BUSINESS = "Business Registration's Information"
DOMESTIC = "Domestic Worker's Information"
INDUSTRY = "Industry's Information"
OWN_NAME = "Individual's @ Employer For Domestic Worker Name"
INDIVIDUAL = "Individual for Domestic Worker"
REFERENCE = "Reference ID"
SAME_ADDRESS = "Industry Address Same As Postal Address"


def open_registration(portal: Portal) -> None:
    """Go to the registration, as the guide says."""
    portal.chapter(say("Open the registration"))
    portal.click("My Sites")
    portal.click("REGISTRATION")
    portal.click("Registration")
    portal.click("Employer Information")
    portal.see(FORM)


def register_employer(portal: Portal, employer: Employer) -> None:
    """Fill in Employer Information and save it, unless the portal has it already exactly so."""
    portal.chapter("Employer Information")
    ensure_own_number(employer, portal.section(DOMESTIC).value("Identification No."), FORM)
    if portal.value(REFERENCE) and not different(portal, employer):
        portal.click("Employee Information")
    else:
        fill_in(portal, employer)
        portal.save("SAVE & CONTINUE", then="Form 2 - Employee's Registration Form")
    reference = portal.value(REFERENCE)
    if reference:
        portal.journal.fact("reference", reference)


def fill_in(portal: Portal, employer: Employer) -> None:
    """Fill in the form, section by section."""
    business = portal.section(BUSINESS)
    business.choose("Business Entity", INDIVIDUAL)
    business.choose("Sub-Business Entity", "Individual")

    domestic = portal.section(DOMESTIC)
    domestic.fill(OWN_NAME, employer.name)
    domestic.choose("Identification Type", employer.identification_type)
    domestic.fill("Identification No.", employer.identification_number)
    domestic.choose("Nationality", employer.nationality)

    industry = portal.section(INDUSTRY)
    industry.fill("Industry Name", employer.name)
    industry.fill_lines("Postal Address", employer.address.lines)
    industry.tick(SAME_ADDRESS)
    industry.choose("State", employer.address.state)
    industry.choose("City", employer.address.city)
    industry.choose("Postcode", employer.address.postcode)
    industry.choose("SOCSO Office Location", employer.socso_office)
    if employer.telephone:
        industry.fill("Telephone No.", employer.telephone_digits)
    industry.fill("Mobile No.", employer.mobile_digits)
    if employer.fax:
        industry.fill("Fax No.", employer.fax_digits)
    industry.fill("Email", employer.email)
    industry.choose("Methods of Contribution Payment", "Portal")


def answers(employer: Employer) -> dict[str, dict[str, str]]:
    """Give, by section and label, what the form asks that has one box or list."""
    return {
        BUSINESS: {"Business Entity": INDIVIDUAL},
        DOMESTIC: {
            OWN_NAME: employer.name,
            "Identification Type": employer.identification_type,
            "Identification No.": employer.identification_number,
            "Nationality": employer.nationality,
        },
        INDUSTRY: {
            "Industry Name": employer.name,
            "State": employer.address.state,
            "City": employer.address.city,
            "Postcode": employer.address.postcode,
            "SOCSO Office Location": employer.socso_office,
            "Mobile No.": employer.mobile_digits,
            "Email": employer.email,
            "Methods of Contribution Payment": "Portal",
            **({"Telephone No.": employer.telephone_digits} if employer.telephone else {}),
            **({"Fax No.": employer.fax_digits} if employer.fax else {}),
        },
    }


def different(portal: Portal, employer: Employer) -> list[str]:
    """Name everything on the page, form or preview, that is not what the profile says."""
    wrong = [
        say('"{label}" is "{shown}"', label=label, shown=shown)
        for title, labels in answers(employer).items()
        for label, text in labels.items()
        if not same_text(
            portal.our_word(shown := portal.section(title).value(label), text).removeprefix("+60"), text
        )
    ]
    address = " ".join(portal.section(INDUSTRY).lines("Postal Address"))
    if not same_text(address.replace(",", ""), "".join(employer.address.lines).replace(",", "")):
        wrong.append(say('"Postal Address" is "{address}"', address=address))
    return wrong
