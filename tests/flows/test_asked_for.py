"""What a page asks for before it goes on: what only a person can answer, what is required, what it complains about."""

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page

from assist_bot.errors import PortalChanged, PortalRejected, PortalUnavailable, Waiting
from assist_bot.portal.portal import Portal

FORM = """<!DOCTYPE html>
<style>.red {{ color: #d00 }} .starred::after {{ content: " *" }} .gone {{ display: none }}
.corner {{ position: fixed; right: 0; bottom: 0 }}</style>
<form onsubmit="return false"><label>Name <span class=red>*</span></label><input value="TAN MEI LING">{}
<button onclick="document.title = 'saved'; said.textContent = 'Saved.'">SAVE</button></form><p id=said></p>{}"""
STAR = "<span class=red>*</span>"
ASKED = {
    "box": f"<div><label>Income {STAR}</label><input></div>",
    "box with the star in its label": "<div>Income *: <textarea></textarea></div>",
    "box with a drawn star": "<label class=starred>Income</label><div><input></div>",
    "box of a label of its own": "<label for=i>Income *</label><p>In ringgit, each month.</p><input id=i>",
    "list": f"<b>Income</b> {STAR}<select><option value=''>Please Select</option><option>High</option></select>",
    "list whose invitation has a value": f"Income {STAR}<select><option value=0>-- Please Select --</option></select>",
    "choice": f"<p>Income {STAR}</p><input type=radio name=i> High <input type=radio name=i> Low",
    "tick": f"<p><input type=checkbox required> Income {STAR}</p>",
    "file": f"<p>Income {STAR}</p><input type=file>",
}
NOT_ASKED = {
    "not required": "<label>Income</label><input>",
    "hidden": f"<div class=gone><label>Income {STAR}</label><input></div>",
    "filled in already": f"<label>Income {STAR}</label><input value=1>",
    "switched off": f"<label>Income {STAR}</label><input disabled>",
    "second line of an address": f"<label>Address {STAR}</label><input value='1 JALAN'><input><input>",
    "chosen": f"<label>Income {STAR}</label><select><option>High</option></select>",
    "in another form": f"</form><form><label>Income {STAR}</label><input></form><form onsubmit='return false'>",
    "a word about stars": f"<p>{STAR} Mandatory field</p><label>Income</label><input>",
}
FRAME = "<iframe title=reCAPTCHA width=304 height=78></iframe>"
PUZZLES = {
    "frame": FRAME,
    "code": "<label>TAC</label><input name=t>",
    "code in Malay": "<input placeholder='Kod Pengesahan'>",
    "picture": "<p>Enter the characters shown</p><input>",
}
NO_PUZZLES = {
    "badge in the corner": "<div class=corner><iframe title=reCAPTCHA width=256 height=60></iframe></div>",
    "contact": "<label>Contact Number</label><input>",
    "solved": f"{FRAME}<textarea class=gone name=g-recaptcha-response>x</textarea>",
}


@pytest.mark.parametrize("more", ASKED.values(), ids=ASKED)
def test_what_is_required_and_empty_is_named_and_nothing_is_saved(
    portal: Portal, page: Page, more: str
) -> None:
    """The label is quoted."""
    page.set_content(FORM.format(more, ""))
    with pytest.raises(PortalChanged, match='requires "Income"'):
        portal.save("SAVE", then="Saved.")
    assert page.title() == ""


def test_a_dry_run_names_what_is_required_as_well(portal: Portal, page: Page) -> None:
    """It would be in the way of the real run."""
    page.set_content(FORM.format(ASKED["box"], ""))
    with pytest.raises(PortalChanged, match='requires "Income"'):
        replace(portal, read_only=True).save("SAVE", then="Saved.")


@pytest.mark.parametrize("more", NOT_ASKED.values(), ids=NOT_ASKED)
def test_what_is_not_required_or_not_empty_stops_nothing(portal: Portal, page: Page, more: str) -> None:
    """Neither what nobody sees, nor what is filled in, nor what belongs to another form."""
    page.set_content(FORM.format(more, ""))
    portal.save("SAVE", then="Saved.")
    assert page.title() == "saved"


@pytest.mark.parametrize("puzzle", PUZZLES.values(), ids=PUZZLES)
def test_what_only_a_person_can_answer_waits_where_nobody_is_there(
    portal: Portal, page: Page, puzzle: str
) -> None:
    """Before a password is typed, and before anything is saved."""
    page.set_content(FORM.format(f"{puzzle}<label for=p>Password</label><input id=p type=password>", ""))
    portal = replace(portal, access=portal.access.model_copy(update={"url": "about:blank"}))
    for act in (
        lambda: portal.save("SAVE", then="Saved."),
        lambda: portal.fill_secret("Password", "Secret-1234"),
    ):
        with pytest.raises((Waiting, PortalChanged)) as stopped:
            act()
        assert "--headed" in stopped.value.remedy or "No password was typed" in stopped.value.remedy
    assert page.title() == ""
    assert page.locator("#p").input_value() == ""


@pytest.mark.parametrize("more", NO_PUZZLES.values(), ids=NO_PUZZLES)
def test_what_only_looks_like_a_puzzle_stops_nothing(portal: Portal, page: Page, more: str) -> None:
    """A badge, a word that has the same letters in it, a puzzle that is solved."""
    page.set_content(FORM.format(more, ""))
    portal.save("SAVE", then="Saved.")
    assert page.title() == "saved"


def attended(portal: Portal, minutes: float = 0.2) -> Portal:
    """Have a person who sees the window."""
    assert portal.place.surprises
    portal.place.surprises.attended, portal.place.surprises.minutes = True, minutes
    return portal


def test_a_person_at_the_window_answers_and_the_run_goes_on(portal: Portal, page: Page) -> None:
    """They are told what for; nothing is typed for them, and the code stands nowhere in the record."""
    page.set_content(FORM.format(PUZZLES["code"], ""))

    def answer(event: dict[str, Any]) -> None:
        if event["event"] == "warning":
            page.locator("[name=t]").fill("482913")

    portal.journal.listen(answer)
    attended(portal).save("SAVE", then="Saved.")
    assert page.title() == "saved"
    told = (portal.journal.folder / "journal.jsonl").read_text("utf-8")
    assert "The portal asks for" in told
    assert "482913" not in told


def test_a_person_who_does_not_answer_is_waited_for_no_longer_than_said(portal: Portal, page: Page) -> None:
    """Exit 8, and nothing was saved."""
    page.set_content(FORM.format(PUZZLES["code"], ""))
    with pytest.raises(Waiting, match="not answered"):
        attended(portal, 0.02).save("SAVE", then="Saved.")
    assert page.title() == ""


@pytest.mark.parametrize(
    "words",
    ["<p class=red>Sila semak semula.</p>", "<div role=alert>Sila semak semula.</div>"],
)
def test_a_complaint_in_words_that_nobody_knows_is_quoted(portal: Portal, page: Page, words: str) -> None:
    """Red, or marked as an alert, and come after the press: it is what the portal says about it."""
    page.set_content(FORM.format("<div id=beside></div>", "<p class=red>It was red before.</p>"))
    page.evaluate(
        "words => { document.querySelector('button').onclick = () => { beside.innerHTML = words } }", words
    )
    with pytest.raises(PortalRejected, match='beside "Name": "Sila semak semula'):
        portal.save("SAVE", then="Saved.")


def test_a_session_about_to_end_is_extended_but_not_past_the_point_of_no_return(
    portal: Portal, page: Page
) -> None:
    """EXTEND is a step of its own."""
    presses = "this.parentNode.remove(); document.title = 'extended'"
    extend = f'<a href="javascript:void(0)" onclick="{presses}">EXTEND</a>'
    bar = f"<div>Warning! your session will expire in 00:00:14 {extend}</div>"
    page.set_content(FORM.format("", bar))
    inside = portal.logged_in()
    with inside.past_no_return():
        inside.fill("Name", "SITI")
    assert page.title() == ""
    inside.fill("Name", "TAN")
    assert page.title() == "extended"


def test_something_to_agree_to_behind_the_log_in_is_the_persons(portal: Portal, page: Page) -> None:
    """New terms in the middle of things: they are quoted."""
    page.set_content(
        "<!DOCTYPE html><h2>Terms of Use</h2><p>They are new.</p><a href='javascript:void(0)'>I Agree</a>"
    )
    with pytest.raises(Waiting, match="They are new"):
        portal.logged_in().click("My Sites")


@pytest.mark.parametrize(
    "words", ["Access Denied", "The requested resource was not found.", "Dalam penyelenggaraan"]
)
def test_a_page_that_refuses_without_an_errors_number_is_quoted(
    portal: Portal, page: Page, words: str
) -> None:
    """It is no changed portal."""
    page.set_content(f"<!DOCTYPE html><h2>{words}</h2>")
    with pytest.raises(PortalUnavailable, match=words):
        portal.click("My Sites")
