from tests.mock_portal.applicant import PASSWORD, PORTAL_ID, TEMPORARY, applicant, newcomer

NEXT = "/employer/login/next"


def test_an_empty_or_wrong_e_mail_address_is_named() -> None:
    """The first stage says what is wrong in the portal's words."""
    person = newcomer()
    assert "This field cannot be blank." in person.post(NEXT, _58_login="").text
    assert "Invalid Email Address" in person.post(NEXT, _58_login="nobody").text
    assert "Invalid Email Address" in person.post(NEXT, _58_login="stranger@example.com").text


def test_there_is_no_phrase_before_one_was_chosen() -> None:
    """On the very first log-in there is nothing to compare; afterwards there is."""
    assert "Your Security Phrase is" not in newcomer().post(NEXT, _58_login=PORTAL_ID).text
    page = applicant().post(NEXT, _58_login=PORTAL_ID).text
    assert "blue kite" in page
    assert "Do not proceed if this is not your secure phrase" in page


def test_a_wrong_phrase_can_be_shown() -> None:
    """The fault shows a phrase that the person never chose."""
    page = applicant("wrong-security-phrase").post(NEXT, _58_login=PORTAL_ID).text
    assert "Your Security Phrase is" in page
    assert "blue kite" not in page


def test_three_wrong_passwords_lock_the_account() -> None:
    """The right password does not open a locked account."""
    person = newcomer()
    for _ in range(3):
        assert "Authentication failed. Please try again." in person.log_in("nope").text
    assert "This account has been locked." in person.log_in(TEMPORARY).text
    assert [log_in.outcome for log_in in person.account.log_ins] == ["wrong-password"] * 3 + ["locked"]


def test_a_right_password_forgives_the_wrong_ones_before() -> None:
    """Only wrong passwords in a row are counted."""
    person = newcomer()
    person.log_in("nope")
    person.log_in("nope")
    person.log_in(TEMPORARY)
    assert person.account.wrong_passwords == 0


def test_the_temporary_password_ends_with_the_new_one() -> None:
    """Once a new password is saved, the temporary one is a wrong one."""
    person = applicant()
    assert "Authentication failed." in person.log_in(TEMPORARY).text
    assert person.log_in(PASSWORD).location == "/web/base/myassist"


def test_an_expired_password_has_to_be_replaced() -> None:
    """After log-in the portal asks for a new password, and then goes home."""
    person = applicant()
    person.practice.faults.replace(["password-expired"])
    assert person.log_in(PASSWORD).location == "/web/base/first-visit/password"
    assert "Your password has expired." in person.page("/web/base/myassist")
    new = "Other-Pass-88"
    answer = person.post("/web/base/first-visit/password", password1=new, password2=new)
    assert answer.location == "/web/base/myassist"
    assert person.account.password == new


def test_the_language_is_remembered_for_the_person() -> None:
    """A page read in BM is in BM again after the next log-in."""
    person = applicant()
    person.portal.get("/c/portal/update_language?languageId=BM")
    person.portal.get("/c/portal/logout")
    person.log_in(PASSWORD)
    assert "Peti Tugasan" in person.page("/web/base/myassist")
