"""The e-mail to SOCSO: a draft that a mail program opens for sending."""

from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from assist_bot.forms.e_mail import draft
from assist_bot.profile import load
from tests.people import write_profile

TODAY = date(2026, 11, 27)


def parsed(folder: Path, form: str, **changes: str) -> EmailMessage:
    """Write the draft for a form of this name, and read it as a mail program does."""
    file = write_profile(folder, TODAY, "https://assist.perkeso.gov.my/employer/login", **changes)
    (folder / form).write_bytes(b"the form itself \x00\xff")
    message = message_from_bytes(draft(load(file, "pay", TODAY).profile, folder / form), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_it_is_addressed_and_not_sent_yet(tmp_path: Path) -> None:
    """To the address of SOCSO's own page, from the portal ID to be."""
    message = parsed(tmp_path, "form.pdf")
    assert message["X-Unsent"] == "1"
    assert (message["To"], message["From"]) == ("idportal@perkeso.gov.my", "someone@example.com")
    assert "TAN MEI LING" in message["Subject"]


def test_the_profile_may_name_another_address(tmp_path: Path) -> None:
    """As SOCSO said on the telephone."""
    told = '\n[portal_id_request]\nsend_to = "pejabat@perkeso.gov.my"\n'
    assert parsed(tmp_path, "form.pdf", tail=told)["To"] == "pejabat@perkeso.gov.my"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("form.pdf", "application/pdf"),
        ("scan.JPG", "image/jpeg"),
        ("scan.jpeg", "image/jpeg"),
        ("a.png", "image/png"),
    ],
)
def test_the_form_is_attached_as_it_is(tmp_path: Path, name: str, kind: str) -> None:
    """Byte for byte, under a name that says what it is."""
    (attached,) = parsed(tmp_path, name).iter_attachments()
    assert attached.get_content_type() == kind
    assert attached.get_content() == b"the form itself \x00\xff"
    assert attached.get_filename() == f"Borang Pendaftaran ID Portal{Path(name).suffix.lower()}"


def test_it_is_worded_in_malay_and_english_without_identity_numbers(tmp_path: Path) -> None:
    """Those stand in the form alone."""
    body = parsed(tmp_path, "form.pdf").get_body()
    assert body
    text = body.get_content()
    assert "Dilampirkan Borang Pendaftaran ID Portal PERKESO" in text
    assert "The completed Portal ID Registration Form is attached" in text
    assert text.count("someone@example.com") == 2
    assert not {"850101", "C1234567", "PE1234567"} & set(text.replace("-", " ").split())


def test_a_name_in_other_letters_arrives_whole(tmp_path: Path) -> None:
    """In the subject and in the text."""
    message = parsed(tmp_path, "form.pdf", name='"TÂN MỸ LINH"')
    assert "TÂN MỸ LINH" in message["Subject"]
    body = message.get_body()
    assert body
    assert "TÂN MỸ LINH" in body.get_content()
