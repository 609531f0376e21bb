"""The questions in plain words, in the order in which they are asked, and what is not asked, and why.

What an answer may be, whether it is needed and its example are the profile's own: see `fields`. A new field of the
profile takes one line here. The texts are translated when they are shown.
"""

from dataclasses import dataclass

from assist_bot.language import mark


@dataclass(frozen=True)
class Question:
    """What is asked about one field; [] stands for each of several. `unless`: the field beside it that replaces it."""

    pattern: str
    asks: str
    where: str = ""
    unless: str = ""


QUESTIONS = (
    Question(
        "employer.name",
        mark("Your full name"),
        mark(
            "As on your MyKad, below the number. You are the one who stands as employer on the work permit."
        ),
    ),
    Question(
        "employer.mykad",
        mark("Your MyKad number"),
        mark(
            "The twelve digits at the top of the MyKad. If you have none press Enter: your passport is asked for then."
        ),
    ),
    Question(
        "employer.passport",
        mark("Your own passport number"),
        mark("The passport's page with the photograph, at the top right."),
        unless="mykad",
    ),
    Question("employer.nationality", mark("Your nationality, as the name of the country")),
    Question("employer.email", mark("Your e-mail address"), mark("SOCSO writes to it.")),
    Question(
        "employer.mobile", mark("Your mobile number"), mark("A Malaysian one; the portal takes no other.")
    ),
    Question("employer.telephone", mark("Your telephone number at home, if there is one")),
    Question(
        "employer.address.lines",
        mark("House, street and quarter"),
        mark(
            "Where the household lives: three lines at most, with a ; between two lines. Postcode and city come next."
        ),
    ),
    Question("employer.address.postcode", mark("Postcode")),
    Question("employer.address.city", mark("City"), mark("The city that belongs to the postcode.")),
    Question("employer.address.state", mark("State")),
    Question(
        "employer.socso_office",
        mark("The SOCSO (PERKESO) office in charge of you"),
        mark(
            "SOCSO's letters name it at the top; otherwise the office nearest to you. SOCSO's help line, {help_line}, "
            "can tell it."
        ),
    ),
    Question(
        "portal.portal_id",
        mark("The e-mail address of your portal ID"),
        mark(
            "SOCSO's e-mail with the temporary password names it. If you have not asked for a portal ID yet, give the "
            "address with which you will ask."
        ),
    ),
    Question(
        "portal.security_phrase",
        mark("Your security phrase at the portal, if you have chosen one"),
        mark("The portal shows it before it asks for the password. You have none before your first visit."),
    ),
    Question(
        "documents.identity_card",
        mark("Where is the scan of your MyKad or passport?"),
        mark(
            "A PDF, JPEG or PNG of 5 MB at most. Type its path, or pull the file into this window. Enter: later."
        ),
    ),
    Question(
        "documents.form_1_employer",
        mark("Where is Borang 1, filled in?"),
        mark(
            "SOCSO's form about the employer, as a PDF or a scan. Enter: later; `assist-bot prepare` helps with it."
        ),
    ),
    Question(
        "payment.bank",
        mark("The bank from which you will pay"),
        mark("As the FPX list of banks calls it. Enter: later; it is needed only to pay."),
    ),
    Question(
        "employee[].documents.passport_copy",
        mark("Where is the scan of her passport?"),
        mark(
            "The page with the photograph and the two lines of <<<, as a PDF, JPEG or PNG of 5 MB at most. What can be "
            "read there need not be typed. Enter: later."
        ),
    ),
    Question(
        "employee[].name",
        mark("Your employee's full name"),
        mark("The passport's page with the photograph: surname and given names, as they stand there."),
    ),
    Question(
        "employee[].passport.number",
        mark("Her passport number"),
        mark("The passport's page with the photograph, at the top right. Give the latest passport."),
    ),
    Question(
        "employee[].passport.expiry",
        mark("The day on which her passport expires"),
        mark("The passport's page with the photograph: Date of expiry."),
    ),
    Question(
        "employee[].nationality",
        mark("Her nationality, as the name of the country"),
        mark("The passport's page with the photograph: Nationality."),
    ),
    Question(
        "employee[].date_of_birth",
        mark("Her date of birth"),
        mark("The passport's page with the photograph: Date of birth."),
    ),
    Question(
        "employee[].gender",
        mark("Female or male?"),
        mark("The passport's page with the photograph: Sex, F or M."),
    ),
    Question(
        "employee[].documents.work_permit_copy",
        mark("Where is the scan of her work permit?"),
        mark("The page of the passport with the PLKS sticker, the latest one. Enter: later."),
    ),
    Question(
        "employee[].work_permit.number",
        mark("The number of her work permit"),
        mark("The work permit (PLKS) is the sticker in the passport; its number is at the top."),
    ),
    Question(
        "employee[].work_permit.start",
        mark("The first day on which the work permit is valid"),
        mark(
            "The work permit (PLKS) is the sticker in the passport: the date of issue, or the first of the two dates."
        ),
    ),
    Question(
        "employee[].work_permit.expiry",
        mark("The day on which the work permit expires"),
        mark("The work permit (PLKS) is the sticker in the passport: valid until (sah sehingga)."),
    ),
    Question(
        "employee[].employment_start",
        mark("Her first day of work with you"),
        mark("Your contract with her names it."),
    ),
    Question(
        "employee[].salary",
        mark("Her salary a month, in ringgit"),
        mark("The basic salary of the contract. Months with overtime or allowances are told when you pay."),
    ),
    Question(
        "employee[].documents.form_2_employee",
        mark("Where is Lampiran C, filled in?"),
        mark("SOCSO's form about the employee. Enter: later; `assist-bot prepare` helps with it."),
    ),
    Question(
        "employee[].documents.next_of_kin_form",
        mark("Where is the form about her next of kin, filled in?"),
        mark("Borang Pengisytiharan Orang Tanggungan. Enter: later; `assist-bot prepare` helps with it."),
    ),
    Question(
        "employee[].next_of_kin[].name",
        mark("Full name of the one who depends on her"),
        mark("As in this person's own papers."),
    ),
    Question("employee[].next_of_kin[].relationship", mark("What is this person to her?")),
    Question("employee[].next_of_kin[].date_of_birth", mark("This person's date of birth")),
    Question(
        "employee[].next_of_kin[].identity_number",
        mark("The number of this person's identity card at home, if there is one"),
        mark("In Indonesia the NIK on the KTP, or on the family card (KK)."),
    ),
    Question("employee[].next_of_kin[].passport", mark("This person's passport number, if there is one")),
    Question(
        "employee[].next_of_kin[].address",
        mark("Where this person lives"),
        mark("In one line, with the country."),
    ),
    Question("employee[].next_of_kin[].telephone", mark("This person's telephone number, if there is one")),
)

_INSTEAD = {f"{each.pattern.rpartition('.')[0]}.{each.unless}" for each in QUESTIONS if each.unless}


def one_of_two(question: Question) -> bool:
    """Say whether another field may be given in place of this one, so that only both together can be needed."""
    return bool(question.unless) or question.pattern in _INSTEAD


ONE_MORE = {
    "employee": "Do you employ another domestic worker, to be written down now?",
    "next_of_kin": "SOCSO's form asks who depends on her: husband or wife, children, or else parents. One (more) to be "
    "written down?",
}
"""What is asked before one more of several is begun, by the last name of the list."""

_EACH_HER_OWN = "asked for each employee, as a paper of her own"
_BY_HAND = "seldom needed; the file has a line for it, to be filled in by hand"
LEFT_OUT = {
    "version": "the program writes it",
    "portal.url": "SOCSO's own address is known",
    "portal.security_question": "without it a question of the program's own is set on the first visit",
    "portal.bank_hosts": "the bank's hosts are known, or a run names what is missing",
    "employer.fax": _BY_HAND,
    "notify.url": "the schedule says where it is written, when one is installed",
    "employee[].occupation": "the portal's word for all of them is known",
    "employee[].employment_end": "whoever is asked about is employed; it is filled in by hand when she leaves",
    "employee[].entered_scheme": "it matters from the age of 55 only, and a run says so then",
    "employee[].category": "it follows from the rules",
    "employee[].lindung_24_jam": "the portal decides it",
    "employee[].documents.form_1_employer": "it is the household's: asked once",
    "employee[].documents.identity_card": "it is the household's: asked once",
    "documents.form_2_employee": _EACH_HER_OWN,
    "documents.next_of_kin_form": _EACH_HER_OWN,
    "documents.passport_copy": _EACH_HER_OWN,
    "documents.work_permit_copy": _EACH_HER_OWN,
    "wages": "they come month by month; a run asks for what differs",
    "credentials.command": "for those who keep passwords in another program",
    "retention.evidence_days": _BY_HAND,
    "portal_id_request.signed_form": "`assist-bot prepare` makes the form, and says where the signed one goes",
    "portal_id_request.send_to": "SOCSO's own address is known",
}
"""The fields that are not asked for, each with the reason."""
