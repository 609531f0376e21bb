"""The e-mail that asks SOCSO for a portal ID: a draft to be opened, looked at and sent by the person."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from assist_bot.profile import Profile

_KINDS = {".pdf": ("application", "pdf"), ".png": ("image", "png")}
_SUBJECT = "Permohonan ID Portal PERKESO (Portal ID Registration) - {name}"
_BODY = """\
Tuan/Puan,

Saya ialah majikan kepada pekerja domestik asing dan ingin mendaftar dengan PERKESO. Dilampirkan Borang Pendaftaran \
ID Portal PERKESO yang telah dilengkapkan. Mohon ID Portal dan kata laluan sementara dihantar ke {portal_id}.

Nama majikan: {name}
No. telefon: {mobile}
Pejabat PERKESO: {office}

Terima kasih.

----

Dear Sir or Madam,

I employ a foreign domestic worker and wish to register with SOCSO. The completed Portal ID Registration Form is \
attached. Please send the portal ID and the temporary password to {portal_id}.

Employer's name: {name}
Telephone: {mobile}
SOCSO office: {office}

Thank you.

{name}
"""


def draft(profile: Profile, form: Path) -> bytes:
    """Write the draft, with the form attached, as a file that a mail program opens for sending (X-Unsent).

    Identity numbers stand in the attached form only. Raises OSError where the form cannot be read.
    """
    employer, portal_id = profile.employer, profile.portal.portal_id
    message = EmailMessage()
    message["X-Unsent"] = "1"
    message["To"] = profile.portal_id_request.send_to
    message["From"] = portal_id
    message["Subject"] = _SUBJECT.format(name=employer.name)
    facts = {"name": employer.name, "portal_id": portal_id, "office": employer.socso_office}
    message.set_content(_BODY.format(**facts, mobile=f"0{employer.mobile_digits}"), cte="quoted-printable")
    maintype, subtype = _KINDS.get(form.suffix.lower(), ("image", "jpeg"))
    name = f"Borang Pendaftaran ID Portal{form.suffix.lower()}"
    message.add_attachment(form.read_bytes(), maintype, subtype, filename=name)
    return message.as_bytes(policy=SMTP)
